"""A source estimate as a value: what the sources do over time."""

from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.base.arrays import Floats, Ints, locked
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError, MismatchError

# How many source spaces each kind has at least and at most.
SPACES = {"surface": (2, 2), "volume": (1, None), "mixed": (2, None)}
Values = NDArray[np.inexact]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SourceCourses:
    """Values (n_sources, n_times), or with ``vector`` moments (n_sources, 3, n_times).

    ``vertices`` are the sources of each space in growing order: of the left and the right
    hemisphere for ``kind`` ``"surface"`` (and first for ``"mixed"``), of each grid for
    ``"volume"``. ``tmin`` is the first sample's time and ``tstep`` the time between samples,
    in s. Moments are along x, y, z of the head (or MRI) frame, in A·m unless normalised.
    ``quantity`` names the values for colour bars and axes ("dSPM"), where they still are what
    the inverse method made.
    """

    kind: str
    data: Values
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
            words = f"{least}" if most == least else f"at least {least}"
            msg = (
                f"vertices of a {self.kind} estimate must be a list of {words} arrays, "
                f"one a source space, got {len(vertices)}"
            )
            raise InputError(msg)
        for one in vertices:
            if len(one) and (one[0] < 0 or (np.diff(one) <= 0).any()):
                msg = "vertices must be numbers from 0 up, each once, in growing order"
                raise InputError(msg)
        shape = (
            (sum(map(len, vertices)), 3, None) if self.vector else (sum(map(len, vertices)), None)
        )
        data: NDArray[Any] = np.asarray(self.data)
        dtype: np.dtype[Any] = data.dtype if data.dtype.kind in "fc" else np.dtype(np.float64)
        if data.ndim == len(shape) - 1:
            data = data[..., np.newaxis]
        object.__setattr__(self, "vertices", vertices)
        object.__setattr__(self, "data", locked(data, dtype, shape=shape, name="data"))
        object.__setattr__(self, "tmin", number("tmin", self.tmin))
        object.__setattr__(self, "tstep", number("tstep", self.tstep, above=0))

    @property
    def times(self) -> Floats:
        """Time of each sample, in s."""
        return self.tmin + self.tstep * np.arange(self.data.shape[-1], dtype=np.float64)

    @property
    def n_sources(self) -> int:
        """Number of sources."""
        return len(self.data)

    def space_of(self, place: int) -> slice:
        """Rows of one source space."""
        start = sum(len(v) for v in self.vertices[:place])
        return slice(start, start + len(self.vertices[place]))

    def with_data(self, data: ArrayLike, *, vector: bool | None = None) -> Self:
        """Other values of the same sources, from the same first sample on."""
        vector = self.vector if vector is None else vector
        return replace(self, data=np.asarray(data), vector=vector)

    def restricted(self, rows: Ints) -> Self:
        """Only the sources at ``rows`` (growing)."""
        vertices = []
        for place in range(len(self.vertices)):
            space = self.space_of(place)
            inside = rows[(rows >= space.start) & (rows < space.stop)]
            vertices.append(self.vertices[place][inside - space.start])
        return replace(self, data=self.data[rows], vertices=tuple(vertices))

    def check_fits(self, other: "SourceCourses") -> None:
        """Raise unless values of ``other`` can be added to these, source by source."""
        if (self.kind, self.vector) != (other.kind, other.vector):
            msg = (
                f"source estimates must be of one kind to be combined, got {self.named} "
                f"and {other.named}"
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

    @property
    def named(self) -> str:
        """What it is, in words."""
        return f"{self.kind} {'vector ' if self.vector else ''}estimate"
