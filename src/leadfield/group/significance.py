"""Significance of a group's map: where and when it is more than chance gives."""

from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Bools, lock_arrays
from leadfield.estimates.source_courses import SourceCourses

LEVEL = 0.05
"""Chance that is allowed of anything significant where there is nothing."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Significance:
    """``places`` (n_sources, n_times) are those with p of at most LEVEL.

    ``least_p`` is the smallest p, corrected for all places and times that were tested, and
    ``method`` says by which test, in words.
    """

    places: Bools
    least_p: float
    method: str

    def __post_init__(self) -> None:
        lock_arrays(self)

    def shown(self, courses: SourceCourses) -> SourceCourses:
        """A map with 0 where it is not significant."""
        return SourceCourses(axes=courses.axes, data=np.where(self.places, courses.data, 0))

    @property
    def nothing(self) -> bool:
        """Whether there are none."""
        return not self.places.any()
