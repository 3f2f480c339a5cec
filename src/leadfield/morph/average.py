"""Grand average of source estimates on one cortex, as of several subjects after a morph."""

from collections.abc import Sequence

import numpy as np

from leadfield.base.errors import InputError, MismatchError
from leadfield.estimates.source_courses import SourceAxes, SourceCourses, Values

SAME_TIME = 1e-6  # of a step


def average_estimates(estimates: Sequence[SourceCourses]) -> tuple[Values, SourceAxes]:
    """Plain mean of estimates that have the same vertices and times, and its axes."""
    if not estimates:
        msg = "there must be at least one estimate to average, got none"
        raise InputError(msg)
    first = estimates[0]
    for other in estimates[1:]:
        first.axes.check_fits(other.axes)
        near = SAME_TIME * first.axes.tstep
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
    total = sum((one.data for one in estimates[1:]), start=first.data.copy())
    return total / len(estimates), first.axes
