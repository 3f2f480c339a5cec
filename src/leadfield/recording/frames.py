"""Coordinate frames and the transforms between them."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Self

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays, locked
from leadfield.base.errors import MismatchError
from leadfield.numerics.affine import apply_affine


class Frame(IntEnum):
    """Coordinate frames, with FIF's numbers."""

    UNKNOWN = 0
    DEVICE = 1
    ISOTRAK = 2
    HPI = 3
    HEAD = 4
    MRI = 5
    MRI_SLICE = 6
    MRI_DISPLAY = 7
    DICOM_DEVICE = 8
    IMAGING_DEVICE = 9
    TUFTS_EEG = 300
    CTF_DEVICE = 1001
    CTF_HEAD = 1004
    MRI_VOXEL = 2001
    RAS = 2002
    MNI_TALAIRACH = 2003
    TALAIRACH_ABOVE = 2004
    TALAIRACH_BELOW = 2005
    TALAIRACH = 2006


def frame_name(frame: int) -> str:
    """Name of a frame for messages, or its number."""
    try:
        return Frame(frame).name
    except ValueError:
        return str(frame)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Transform:
    """A rigid transform: coordinates in ``source`` to coordinates in ``target``.

    ``matrix`` is 4 x 4, homogeneous, in m.
    """

    source: int
    target: int
    matrix: Floats

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "matrix", locked(self.matrix, shape=(4, 4), name="transform matrix")
        )
        lock_arrays(self)

    def inverse(self) -> "Transform":
        """The way back."""
        matrix: Floats = np.linalg.inv(self.matrix).astype(np.float64, copy=False)
        return Transform(source=self.target, target=self.source, matrix=matrix)

    def then(self, other: "Transform") -> "Transform":
        """This transform followed by ``other``."""
        if self.target != other.source:
            msg = (
                f"transforms must meet in one frame, got one to "
                f"{frame_name(self.target)} and one from {frame_name(other.source)}"
            )
            raise MismatchError(msg)
        matrix = other.matrix @ self.matrix
        return Transform(source=self.source, target=other.target, matrix=matrix)

    def between(self, source: int, target: int) -> "Transform":
        """This transform or its inverse, whichever goes from source to target."""
        if (self.source, self.target) == (source, target):
            return self
        if (self.source, self.target) == (target, source):
            return self.inverse()
        msg = (
            f"a transform between {frame_name(source)} and {frame_name(target)} must "
            f"come, got {frame_name(self.source)} to {frame_name(self.target)}"
        )
        raise MismatchError(msg)

    def points(self, positions: Floats) -> Floats:
        """Positions (n, 3) in the target frame."""
        return apply_affine(self.matrix, positions)

    def directions(self, vectors: Floats) -> Floats:
        """Directions (n, 3) in the target frame: turned, not moved."""
        return vectors @ self.matrix[:3, :3].T

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Transform) and self.same_as(other, tolerance=0)

    __hash__ = None  # type: ignore[assignment]

    def same_as(self, other: Self | None, *, tolerance: float = 1e-6) -> bool:
        """Whether both say the same, up to ``tolerance``."""
        return (
            other is not None
            and (self.source, self.target) == (other.source, other.target)
            and bool(np.allclose(self.matrix, other.matrix, atol=tolerance, rtol=0))
        )


# From head coordinates of fsaverage, which its fiducials define, to its surface RAS. MNE-Python
# has these numbers in single precision.
FSAVERAGE = (
    (0.9999938, -0.0035576113, -5.701685e-07, 0.001873364),
    (0.0035518724, 0.99838907, -0.056626536, -0.028795762),
    (0.00020203968, 0.056625932, 0.9983954, -0.0412941),
    (0.0, 0.0, 0.0, 1.0),
)


def fsaverage_head() -> Transform:
    """The transform from head coordinates of fsaverage to its MRI's."""
    matrix = np.array(FSAVERAGE, np.float32).astype(np.float64)
    return Transform(source=Frame.HEAD, target=Frame.MRI, matrix=matrix)
