"""Source courses: values of sources over time, and what the axes of such arrays are.

Functions that compute courses return ``(data, axes)``: an array that belongs to whoever asked
for it and may be changed, and its axes. A :class:`SourceCourses` is a frozen view of both.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked, never_falls
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError, MismatchError
from leadfield.recording.info import FASTEST, SLOWEST

Kind = Literal["surface", "volume", "mixed"]
# How many source spaces each kind has at least and at most.
SPACES: dict[Kind, tuple[int, int | None]] = {
    "surface": (2, 2),
    "volume": (1, None),
    "mixed": (2, None),
}
Values = NDArray[np.inexact]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SourceAxes:
    """Which sources the rows of an array are, and which times its samples.

    ``vertices`` are the sources of each space in growing order: of the left and the right
    hemisphere for ``kind`` ``"surface"`` (and first for ``"mixed"``), of each grid for
    ``"volume"``. ``tmin`` is the first sample's time and ``tstep`` the time between samples,
    in s. Arrays are (n_sources, n_times), or with ``vector`` moments (n_sources, 3, n_times)
    along x, y, z of the head (or MRI) frame, in A·m unless normalised. ``quantity`` names the
    values for colour bars and axes ("dSPM"), where they still are what the inverse method made.
    """

    kind: Kind
    vertices: tuple[Ints, ...]
    tmin: float
    tstep: float
    subject: str | None = None
    vector: bool = False
    quantity: str | None = None

    def __post_init__(self) -> None:
        one_of("kind", self.kind, SPACES)
        vertices = tuple(locked(v, np.int64, shape=(None,), name="vertices") for v in self.vertices)
        least, most = SPACES[self.kind]
        if len(vertices) < least or (most is not None and len(vertices) > most):
            count = f"{least}" if most == least else f"at least {least}"
            msg = (
                f"vertices of a {self.kind} estimate must be a list of {count} arrays, "
                f"one a source space, got {len(vertices)}"
            )
            raise InputError(msg)
        for one in vertices:
            if len(one) and (one[0] < 0 or not never_falls(one, grows=True)):
                msg = "vertices must be numbers from 0 up, each once, in growing order"
                raise InputError(msg)
        object.__setattr__(self, "vertices", vertices)
        object.__setattr__(self, "tmin", number("tmin", self.tmin))
        tstep = number("tstep", self.tstep, least=1 / FASTEST, most=1 / SLOWEST)
        object.__setattr__(self, "tstep", tstep)
        lock_arrays(self)

    @property
    def n_sources(self) -> int:
        """Number of sources."""
        return sum(map(len, self.vertices))

    @property
    def description(self) -> str:
        """Kind of estimate, for messages."""
        return f"{self.kind} {'vector ' if self.vector else ''}estimate"

    def times(self, n_times: int) -> Floats:
        """Time of each of so many samples, in s."""
        return self.tmin + self.tstep * np.arange(n_times, dtype=np.float64)

    def space_of(self, place: int) -> slice:
        """Rows of one source space."""
        start = sum(len(v) for v in self.vertices[:place])
        return slice(start, start + len(self.vertices[place]))

    def restrict(self, rows: Ints) -> Self:
        """Axes of only the sources at ``rows`` (growing)."""
        vertices = []
        for place in range(len(self.vertices)):
            space = self.space_of(place)
            inside = rows[(rows >= space.start) & (rows < space.stop)]
            vertices.append(self.vertices[place][inside - space.start])
        return replace(self, vertices=tuple(vertices))

    def check_shape(self, shape: tuple[int, ...]) -> None:
        """Raise unless an array of this shape has a row for each source, and time last."""
        expected = (self.n_sources, 3) if self.vector else (self.n_sources,)
        if len(shape) != len(expected) + 1 or shape[:-1] != expected:
            sizes = " x ".join(map(str, expected))
            msg = f"data must have shape {sizes} x any, got {shape}"
            raise InputError(msg)

    def as_data(self, data: ArrayLike) -> Values:
        """An array with these axes as floats or complex numbers; copies only to convert.

        One sample may come without a time axis.
        """
        array: NDArray[Any] = np.asarray(data)
        if array.ndim == (2 if self.vector else 1):
            array = array[..., np.newaxis]
        self.check_shape(array.shape)
        return array if array.dtype.kind in "fc" else array.astype(np.float64)

    def check_fits(self, other: "SourceAxes") -> None:
        """Raise unless values of ``other`` can be added to these, source by source."""
        if (self.kind, self.vector) != (other.kind, other.vector):
            msg = (
                f"source estimates must be of one kind to be combined, got {self.description} "
                f"and {other.description}"
            )
            raise MismatchError(msg)
        same = len(self.vertices) == len(other.vertices) and all(
            np.array_equal(a, b) for a, b in zip(self.vertices, other.vertices, strict=True)
        )
        if not same:
            msg = (
                "source estimates must have the same vertices to be combined: restrict both to "
                "one label, or fill up with expand()"
            )
            raise MismatchError(msg)
        if self.subject != other.subject:
            msg = (
                "source estimates must be of one subject to be combined, got "
                f"{self.subject!r} and {other.subject!r}: morph one of them"
            )
            raise MismatchError(msg)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SourceCourses:
    """Values of sources over time as a frozen value: a read-only view of ``data``, with its axes.

    It copies nothing: whoever owns the array and writes to it changes what is seen here.
    """

    axes: SourceAxes
    data: Values

    def __post_init__(self) -> None:
        data = self.axes.as_data(self.data)
        object.__setattr__(self, "data", locked(data, data.dtype))
        lock_arrays(self)

    @property
    def times(self) -> Floats:
        """Time of each sample, in s."""
        return self.axes.times(self.data.shape[-1])
