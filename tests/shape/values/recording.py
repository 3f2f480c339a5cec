"""One of every value of the stage recording that holds arrays."""

import numpy as np

from leadfield.recording.compensation import Compensation
from leadfield.recording.create import average_reference, create_measurement_info
from leadfield.recording.fif.buffers import Buffers
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import DigitisedPoint
from leadfield.recording.interpolation import Interpolation
from leadfield.recording.projector import make_projector
from leadfield.recording.rereference import by_average


def values():
    info = create_measurement_info(["Fz", "Cz", "Pz"], 100.0, "eeg")
    reference = average_reference(info, active=False)
    yield info.channels
    yield info.channels.pick([0, 2])
    yield reference
    yield Interpolation(
        rows=(np.array([0]),),
        sources=(np.array([1, 2]),),
        weights=(np.ones((1, 2)),),
        blank=np.array([], int),
    )
    yield by_average(info, ("eeg",), joint=False)
    yield make_projector([reference], info.names)
    yield Transform(source=Frame.HEAD, target=Frame.MRI, matrix=np.eye(4)).inverse()
    yield DigitisedPoint(kind=1, ident=2, position=np.zeros(3), frame=Frame.HEAD)
    yield Compensation(
        kind=1, grade=1, row_names=("A",), column_names=("B", "C"), weights=np.ones((1, 2))
    ).picked({"A"})
    yield Buffers(bounds=np.array([0, 5]), offsets=np.array([64]), types=np.array([4]))
