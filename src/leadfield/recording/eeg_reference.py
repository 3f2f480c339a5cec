"""EEG reference: whether data have the average reference that source estimation needs."""

import re
from collections.abc import Collection

from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import AVERAGE_REFERENCE, Projection

# Before projections had kind 10, only their description said so.
DESCRIPTION = re.compile(r"Average .* reference")


def is_average_reference(projection: Projection) -> bool:
    """Whether a projection takes the mean out of all electrodes."""
    named = DESCRIPTION.fullmatch(projection.description) is not None
    return projection.kind == AVERAGE_REFERENCE or named


def has_average_reference(info: MeasurementInfo, types: Collection[str] = ("eeg",)) -> bool:
    """Whether average reference projections cover all good channels there are of some types."""
    covered = {
        name
        for projection in info.projections
        if is_average_reference(projection)
        for name in projection.channel_names
    }
    electrodes = {info.names[i] for i in info.channels.of_type(*types)} - set(info.bads)
    return bool(electrodes) and electrodes <= covered


def lacks_average_reference(info: MeasurementInfo) -> bool:
    """Whether there is good EEG, on no reference of the user's own, without a projection."""
    electrodes = {info.names[i] for i in info.channels.of_type("eeg")} - set(info.bads)
    return bool(electrodes) and not info.custom_reference and not has_average_reference(info)
