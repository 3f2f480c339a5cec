"""Channel matching: the rows of the data that a spatial filter takes."""

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError, MismatchError
from leadfield.base.log import LOGGER, warn
from leadfield.inverse.eeg_reference import check_reference
from leadfield.recording.info import MeasurementInfo


def match_channels(ours: MeasurementInfo, data: MeasurementInfo) -> Ints:
    """Rows of the data that are the channels of ``ours``, in that order.

    ``ours`` says for which channels, projections and compensation a filter was made.
    """
    available = set(data.names)
    lacking = [name for name in ours.names if name not in available]
    if lacking:
        msg = (
            f"the data must have all {len(ours.names)} channels of the inverse operator (or "
            f"beamformer), they lack {listed(lacking)}: make one for the channels that there are"
        )
        raise ChannelError(msg)
    check_reference(data, ours.names)
    rows = data.channels.indices(ours.names)
    found, wanted = data.pick(rows).compensation_grade, ours.compensation_grade
    if found != wanted:
        msg = (
            "data and inverse operator must have one compensation grade, got "
            f"{found} and {wanted}: call apply_gradient_compensation({wanted}) on the data"
        )
        raise MismatchError(msg)
    _warn_of_foreign_projections(ours, data)
    LOGGER.info("    %d channels picked from the data", len(rows))
    return rows


def _warn_of_foreign_projections(ours: MeasurementInfo, data: MeasurementInfo) -> None:
    """Warn of projections that the data went through and the operator does not know."""
    known = {one.description for one in ours.projections}
    names = set(ours.names)
    foreign = [
        one.description
        for one in data.projections
        if one.active and one.description not in known and names & set(one.channel_names)
    ]
    if foreign:
        warn(
            f"the data had projections {listed(foreign)} applied that the inverse operator does "
            "not know: its lead field still shows what they took out; make it from these data"
        )


def contiguous_rows(rows: Ints) -> slice | Ints:
    """The rows as a slice where they lie together, which takes no copy of the data."""
    first = rows[0]
    run = slice(first, first + len(rows))
    return run if np.array_equal(rows, np.arange(run.start, run.stop)) else rows
