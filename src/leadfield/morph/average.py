"""Grand average of source estimates on one cortex, as of several subjects after a morph."""

from collections.abc import Iterable
from typing import final

import numpy as np

from leadfield.base.errors import InputError, MismatchError
from leadfield.estimates.source_courses import SourceAxes, SourceCourses, Values

SAME_TIME = 1e-6  # of a step


@final
class RunningAverage:
    """Mean of estimates with the same vertices and times, of which only their sum is held."""

    def __init__(self) -> None:
        self.count = 0
        self._first: SourceAxes | None = None
        self._sum: Values = np.zeros(0)

    def add(self, courses: SourceCourses) -> None:
        """Count one more estimate."""
        if self._first is None:
            self._first, self._sum = (
                courses.axes,
                courses.data.astype(np.result_type(courses.data, np.float64)),
            )
        else:
            check_same_axes(self._first, self._sum.shape, courses)
            self._sum = self._sum + courses.data
        self.count += 1

    def result(self) -> tuple[Values, SourceAxes]:
        """The mean so far, and its axes."""
        if self._first is None:
            msg = "there must be at least one estimate to average, got none"
            raise InputError(msg)
        return self._sum / self.count, self._first


def average_estimates(estimates: Iterable[SourceCourses]) -> tuple[Values, SourceAxes]:
    """Plain mean of estimates that have the same vertices and times, and its axes."""
    average = RunningAverage()
    for one in estimates:
        average.add(one)
    return average.result()


def check_same_axes(axes: SourceAxes, shape: tuple[int, ...], other: SourceCourses) -> None:
    """Raise unless an estimate has the sources and times of others, an array of this shape."""
    axes.check_fits(other.axes)
    times, near = axes.times(shape[-1]), SAME_TIME * axes.tstep
    same = shape == other.data.shape and np.allclose(times, other.times, rtol=0, atol=near)
    if not same:
        msg = (
            "estimates must have the same times to be averaged, got "
            f"{times[0]:g} to {times[-1]:g} s and {other.times[0]:g} to "
            f"{other.times[-1]:g} s: crop or resample them"
        )
        raise MismatchError(msg)
