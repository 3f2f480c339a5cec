"""Head models: what a lead field is computed from, whatever the head_model."""

from abc import ABC, abstractmethod

import numpy as np

from leadfield.base.arrays import Bools, Floats
from leadfield.base.errors import MismatchError
from leadfield.forward.sensors import Sensors
from leadfield.recording.frames import Frame, Transform, frame_name


class HeadModel(ABC):
    """Abstract head model. Positions come in its own frame, in m.

    Lead fields are (n_sensors, 3 n_sources), a source's x, y and z side by side, in
    T or T/m per A·m and V per A·m; ``out`` takes them, if there is one.
    """

    __slots__ = ()
    frame: int

    @abstractmethod
    def magnetic(self, coils: Sensors, sources: Floats, out: Floats | None = None) -> Floats:
        """The lead field of coils."""

    @abstractmethod
    def electric(self, electrodes: Sensors, sources: Floats, out: Floats | None = None) -> Floats:
        """The lead field of electrodes."""

    @abstractmethod
    def within_brain(self, points: Floats) -> Bools:
        """Whether each point is inside the inner skull, where sources may be."""

    @abstractmethod
    def near_skull(self, points: Floats, margin: float) -> Bools:
        """Whether each point inside the inner skull is nearer to it than a margin, in m."""

    @abstractmethod
    def within_head(self, points: Floats) -> Bools:
        """Whether each point is inside the head, where no sensor can be."""


def head_to_model(head_model: HeadModel, mri_to_head: Transform) -> Transform:
    """The transform from head coordinates to those of the head model."""
    if head_model.frame == Frame.HEAD:
        return Transform(source=Frame.HEAD, target=Frame.HEAD, matrix=np.eye(4))
    if head_model.frame != Frame.MRI:
        name = frame_name(head_model.frame)
        msg = f"a head model must be in the MRI or the HEAD frame, got {name}"
        raise MismatchError(msg)
    return mri_to_head.between(Frame.HEAD, Frame.MRI)
