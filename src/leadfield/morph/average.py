"""The mean of estimates on one cortex, as of several people after a morph."""

from collections.abc import Sequence

import numpy as np

from leadfield.base.errors import InputError, MismatchError
from leadfield.estimates.source_courses import SourceCourses

SAME_TIME = 1e-6  # of a step


def averaged(activities: Sequence[SourceCourses]) -> SourceCourses:
    """The plain mean of estimates that have the same vertices and times."""
    if not activities:
        msg = "there must be at least one estimate to average, got none"
        raise InputError(msg)
    first = activities[0]
    for other in activities[1:]:
        first.check_fits(other)
        near = SAME_TIME * first.tstep
        same = first.data.shape == other.data.shape and np.allclose(
            first.times, other.times, rtol=0, atol=near
        )
        if not same:
            msg = (
                "estimates must have the same times to be averaged, got "
                f"{first.times[0]:g} to {first.times[-1]:g} s and {other.times[0]:g} to "
                f"{other.times[-1]:g} s: crop or resample them"
            )
            raise MismatchError(msg)
    total = sum((one.data for one in activities[1:]), start=first.data.copy())
    return first.with_data(total / len(activities))
