"""One of every value of the stage estimates that holds arrays and is about source courses."""

import numpy as np

from leadfield.estimates.source_courses import SourceAxes, SourceCourses
from leadfield.estimates.stc import StcData


def values():
    axes = SourceAxes(
        kind="surface", vertices=(np.array([3]), np.array([5, 6])), tmin=0.0, tstep=0.1
    )
    yield axes
    yield axes.restrict(np.array([0, 2]))
    yield SourceCourses(axes=axes, data=np.ones((3, 4)))
    yield StcData(
        vertices=np.array([3, 4]), values=np.ones((2, 5), np.float32), tmin=0.0, tstep=0.1
    )
