"""What sources do over time, ready to be drawn at any moment."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints, locked
from leadfield.base.checks import all_finite
from leadfield.base.errors import MismatchError
from leadfield.scene.colours import ColourTable
from leadfield.scene.smoothing import Spread

Single = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HemisphereSources:
    """The sources of one hemisphere and their values at every time."""

    hemisphere: str
    vertices: Ints
    """Vertex numbers, ``(n_sources,)``."""
    values: NDArray[np.floating]
    """``(n_sources, n_times)``, or with moments along x, y, z ``(n_sources, 3, n_times)``."""
    spread: Spread

    def __post_init__(self) -> None:
        n = len(self.vertices)
        if self.values.ndim not in {2, 3} or self.values.shape[0] != n:
            msg = f"values must be given for {n} sources, got shape {self.values.shape}"
            raise MismatchError(msg)
        all_finite("values", self.values, "they cannot be given a colour")
        object.__setattr__(self, "vertices", locked(self.vertices, np.int64))

    def at(self, place: float) -> Floats:
        """Values at a sample, or between two: ``(n_sources,)`` or ``(n_sources, 3)``."""
        before = int(np.floor(place))
        share = place - before
        now = self.values[..., before].astype(np.float64)
        return now if share == 0 else (1 - share) * now + share * self.values[..., before + 1]

    def strengths(self, place: float) -> Floats:
        """Values, or the lengths of moments, ``(n_sources,)``."""
        now = self.at(place)
        lengths: Floats = np.linalg.norm(now, axis=1) if now.ndim == 2 else now
        return lengths


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrowStyle:
    """How moments are drawn."""

    scale: float
    """Length in mm of an arrow for a moment of 1."""
    opacity: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Activity:
    """A map over time: its sources, its colours, and the name of its values."""

    sources: tuple[HemisphereSources, ...]
    times: Floats
    """In ``time_unit``, ``(n_times,)``."""
    table: ColourTable
    time_unit: str = "s"
    opacity: float = 1.0
    arrows: ArrowStyle | None = None
    quantity: str = ""
    """What the values are, with their unit, for the colour bar."""
    time_label: Callable[[float], str] | None = None
    """The words for a time; None shows none."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "times", locked(self.times, shape=(None,), name="times"))

    def time_at(self, place: float) -> float:
        """The time at a sample, or between two."""
        return float(np.interp(place, np.arange(len(self.times)), self.times))

    def of(self, hemisphere: str) -> HemisphereSources | None:
        """The sources of one hemisphere, None where it has none."""
        return next((s for s in self.sources if s.hemisphere == hemisphere), None)
