"""Totals of point-spread and cross-talk functions: peaks, sums and moments, from their pieces."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.numerics.threads import map_shared
from leadfield.trust.resolution import Function
from leadfield.trust.resolution_pieces import WALKS, Piece

Walk = Callable[[int], Iterator[Piece]]  # one of so many, that together meet all pieces
# What the sources (n,) are to be multiplied with in each function, None for nothing.
Weights = Mapping[Function, Floats | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FunctionTotals:
    """What walks over all functions leave of each, an item a source.

    ``peaks`` are the sources where it is largest, ``heights`` how large; ``sums``
    (n_sources, 4) its sum and its sums weighted with x, y and z; ``squares`` (n_sources, 5) the
    same of its square, and that weighted with x² + y² + z²; ``farthest`` are the sources beyond
    a threshold that are farthest from its own. The last two are empty if not asked for.
    """

    peaks: Ints
    heights: Floats
    sums: Floats
    squares: Floats
    farthest: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)


def moment_weights(places: Floats) -> Floats:
    """1, x, y, z and x² + y² + z² of each place, (n, 5)."""
    return np.column_stack([np.ones(len(places)), places, (places**2).sum(axis=1)])


def add_up(
    walk: Walk, places: Floats, weights: Weights, *, squares: bool
) -> dict[Function, FunctionTotals]:
    """Totals of all functions from the walks, without the farthest sources."""

    def walked(turn: int) -> dict[tuple[Function, ...], _Running]:
        running: dict[tuple[Function, ...], _Running] = {}
        for group, values, block, part in walk(turn):
            if group not in running:
                own = [weights[function] for function in group]
                running[group] = _Running(places, own, squares=squares)
            running[group].add(values, block, part)
        return running

    running, *others = map_shared(walked, range(WALKS))
    for other in others:
        for group, found in other.items():
            running[group].join(found)
    return {
        function: totals
        for group, found in running.items()
        for function, totals in zip(group, found.totals(), strict=True)
    }


def add_farthest(
    walk: Walk,
    places: Floats,
    weights: Weights,
    totals: Mapping[Function, FunctionTotals],
    *,
    threshold: float,
) -> dict[Function, FunctionTotals]:
    """Totals with the farthest sources above a share of the peak, from other walks."""
    moments = moment_weights(places)
    # |a - b|² is |a|² - 2 a b + |b|².
    turned = np.column_stack([moments[:, 4], -2 * places, moments[:, 0]])

    def walked(turn: int) -> dict[Function, _Largest]:
        farthest = {function: _Largest(np.arange(len(places))) for function in totals}
        for group, values, block, part in walk(turn):
            apart = turned[block] @ moments[part].T
            for function in group:
                above = _weighted(values, weights[function], part) > (
                    threshold * totals[function].heights[block, np.newaxis]
                )
                farthest[function].add(np.where(above, apart, -1.0), block, part)
        return farthest

    farthest, *others = map_shared(walked, range(WALKS))
    for other in others:
        for function, found in other.items():
            farthest[function].join(found)
    return {
        function: replace(found, farthest=farthest[function].sources)
        for function, found in totals.items()
    }


def _weighted(values: Floats, weights: Floats | None, part: slice) -> Floats:
    return values if weights is None else values * weights[part]


@final
class _Running:
    """Totals so far of functions that have the same values, but for weights of the sources."""

    __slots__ = (
        "_square_weights",
        "_sum_weights",
        "_weights",
        "peaks",
        "squares",
        "sums",
    )

    def __init__(self, places: Floats, weights: Sequence[Floats | None], *, squares: bool) -> None:
        n, moments = len(places), moment_weights(places)
        columns = [np.ones((n, 1)) if one is None else one[:, np.newaxis] for one in weights]
        self._weights = weights
        self.peaks = [_Largest(np.zeros(n, int)) for _ in weights]
        self._sum_weights = np.hstack([one * moments[:, :4] for one in columns])
        self.sums = np.zeros(self._sum_weights.shape)
        self._square_weights = np.hstack([one**2 * moments for one in columns])
        self.squares = np.zeros(self._square_weights.shape if squares else (0, 0))

    def add(self, values: Floats, block: slice, part: slice) -> None:
        """Heed the values (n, m) of a run of functions at a run of sources, growing."""
        self.sums[block] += values @ self._sum_weights[part]
        if self.squares.size:
            self.squares[block] += np.square(values) @ self._square_weights[part]
        for peaks, weights in zip(self.peaks, self._weights, strict=True):
            peaks.add(_weighted(values, weights, part), block, part)

    def join(self, other: "_Running") -> None:
        """Heed what another one has heeded."""
        self.sums += other.sums
        self.squares += other.squares
        for peaks, others in zip(self.peaks, other.peaks, strict=True):
            peaks.join(others)

    def totals(self) -> list[FunctionTotals]:
        """Those of each function."""
        return [
            FunctionTotals(
                peaks=peaks.sources,
                heights=peaks.values,
                sums=self.sums[:, 4 * i : 4 * i + 4],
                squares=self.squares[:, 5 * i : 5 * i + 5],
                farthest=np.empty(0, int),
            )
            for i, peaks in enumerate(self.peaks)
        ]


@final
class _Largest:
    """The largest values (n,) so far of each function, and their sources."""

    __slots__ = ("sources", "values")

    def __init__(self, sources: Ints) -> None:
        self.sources = sources
        self.values = np.full(len(sources), -1.0)

    def add(self, values: Floats, block: slice, part: slice) -> None:
        """Heed the values (n, m) of a run of functions at a run of sources, growing."""
        highest = values.max(axis=1)
        # Not >=: the first of equal ones counts.
        higher = np.flatnonzero(highest > self.values[block])
        self.sources[block.start + higher] = part.start + values[higher].argmax(axis=1)
        self.values[block.start + higher] = highest[higher]

    def join(self, other: "_Largest") -> None:
        """Heed what another one has heeded."""
        first = (other.values == self.values) & (other.sources < self.sources)
        better = (other.values > self.values) | first
        self.sources[better], self.values[better] = other.sources[better], other.values[better]
