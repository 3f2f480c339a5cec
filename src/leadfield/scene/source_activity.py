"""Source activity over time: values, colours and time axis of a map on the cortex."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.base.checks import all_finite
from leadfield.base.errors import MismatchError
from leadfield.scene.colours import ColourTable
from leadfield.scene.smoothing import Smoothing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HemisphereSources:
    """The sources of one hemisphere and their values at every time."""

    hemisphere: str
    vertices: Ints
    """Vertex numbers, ``(n_sources,)``."""
    values: NDArray[np.floating]
    """``(n_sources, n_times)``, or with moments along x, y, z ``(n_sources, 3, n_times)``."""
    smoothing: Smoothing

    def __post_init__(self) -> None:
        n = len(self.vertices)
        if self.values.ndim not in {2, 3} or self.values.shape[0] != n:
            msg = f"values must be given for {n} sources, got shape {self.values.shape}"
            raise MismatchError(msg)
        all_finite("values", self.values, "they cannot be given a colour")
        object.__setattr__(self, "vertices", locked(self.vertices, np.int64))
        lock_arrays(self)

    def at(self, sample: float) -> Floats:
        """Values at a sample, or between two: ``(n_sources,)`` or ``(n_sources, 3)``."""
        return _values_at(self.values, sample)

    def amplitudes(self, sample: float) -> Floats:
        """Values, or the lengths of moments, ``(n_sources,)``."""
        return _lengths(self.at(sample))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class InnerSources:
    """Sources in volumes, which shine through the cortex, and their values at every time."""

    points: Ints
    """Numbers of their points on the grid, ``(n_sources,)``."""
    positions: Floats
    """In mm, where the cortex is drawn, ``(n_sources, 3)``."""
    values: NDArray[np.floating]
    """``(n_sources, n_times)``, or with moments along x, y, z ``(n_sources, 3, n_times)``."""
    spacing: float
    """Mm from one point of the grid to the next."""
    opacity: float = 1.0

    def __post_init__(self) -> None:
        n = len(self.points)
        if self.values.ndim not in {2, 3} or self.values.shape[0] != n:
            msg = f"values must be given for {n} sources, got shape {self.values.shape}"
            raise MismatchError(msg)
        all_finite("values", self.values, "they cannot be given a colour")
        positions = locked(self.positions, shape=(n, 3), name="positions")
        object.__setattr__(self, "positions", positions)
        lock_arrays(self)

    def amplitudes(self, sample: float) -> Floats:
        """Values at a sample, or the lengths of moments, ``(n_sources,)``."""
        return _lengths(_values_at(self.values, sample))


def _values_at(values: NDArray[np.floating], sample: float) -> Floats:
    before = int(np.floor(sample))
    share = sample - before
    found = values[..., before].astype(np.float64)
    if share == 0:
        return found
    return (1 - share) * found + share * values[..., before + 1]


def _lengths(values: Floats) -> Floats:
    lengths: Floats = np.linalg.norm(values, axis=1) if values.ndim == 2 else values
    return lengths


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrowStyle:
    """How moments are drawn."""

    scale: float
    """Length in mm of an arrow for a moment of 1."""
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Activity:
    """A map over time: its sources, its colours, and what its values are."""

    sources: tuple[HemisphereSources, ...]
    times: Floats
    """In ``time_unit``, ``(n_times,)``."""
    colour_table: ColourTable
    time_unit: str = "s"
    opacity: float = 1.0
    arrows: ArrowStyle | None = None
    inside: InnerSources | None = None
    """Sources in volumes that are shown with those of the cortex."""
    quantity: str = ""
    """What the values are, with their unit, for the colour bar."""
    value_range: tuple[float, float] | None = None
    """The smallest and the largest value, or length of a moment; None where it is not known."""
    time_label: Callable[[float], str] | None = None
    """The text for a time; None shows none."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "times", locked(self.times, shape=(None,), name="times"))
        lock_arrays(self)

    @property
    def all_values(self) -> list[NDArray[np.floating]]:
        """Values of the sources on each hemisphere, and in volumes."""
        inside = [] if self.inside is None else [self.inside.values]
        return [*(one.values for one in self.sources), *inside]

    def time_at(self, sample: float) -> float:
        """The time at a sample, or between two."""
        return float(np.interp(sample, np.arange(len(self.times)), self.times))

    @property
    def is_below_limits(self) -> bool:
        """Whether no value reaches the limit at which colours begin."""
        limits = self.colour_table.limits
        if self.value_range is None:
            return False
        low, high = self.value_range
        return (max(-low, high) if limits.signed else high) < limits.low

    def sources_of(self, hemisphere: str) -> HemisphereSources | None:
        """The sources of one hemisphere, None where it has none."""
        return next((s for s in self.sources if s.hemisphere == hemisphere), None)
