"""One of every value of the stage simulation that holds arrays."""

import numpy as np

from leadfield.estimates.segments import Segments
from leadfield.estimates.source_courses import SourceAxes
from leadfield.recording.frames import Frame, Transform
from leadfield.simulation.head_positions import HeadPositions
from leadfield.simulation.noise import ColouredNoise
from leadfield.simulation.recording import CurrentRun


def values():
    still = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=np.eye(4))
    yield HeadPositions(samples=np.array([0]), transforms=(still,), fade="zero")
    yield ColouredNoise(colorer=np.eye(2), denominator=np.array([1.0, -0.5]))
    axes = SourceAxes(kind="volume", vertices=(np.array([0]),), tmin=0.0, tstep=1.0)
    currents = Segments((1, 3), np.arange)  # it is not read, but pickled
    yield CurrentRun(currents=currents, axes=axes, triggers=np.zeros(3, np.int64))
