"""Average EEG reference: the one that source models assume."""

from collections.abc import Iterable

from leadfield.base.errors import MismatchError
from leadfield.recording.eeg_reference import lacks_average_reference
from leadfield.recording.info import MeasurementInfo


def check_reference(info: MeasurementInfo, names: Iterable[str]) -> None:
    """Raise if EEG is among the channels ``names`` and its reference is not the average."""
    wanted = set(names)
    used = info.pick([i for i, name in enumerate(info.names) if name in wanted])
    if not len(used.channels.of_type("eeg")):
        return
    if used.custom_reference:
        msg = (
            "EEG must have the average reference as a projection for source models, it has "
            "a custom one: call set_eeg_reference(projection=True), which adds the projection "
            "and clears info['custom_ref_applied']"
        )
        raise MismatchError(msg)
    if lacks_average_reference(used):
        msg = (
            "EEG must have an average reference projection for source models, there is none: "
            "call set_eeg_reference(projection=True), or use MEG alone"
        )
        raise MismatchError(msg)
