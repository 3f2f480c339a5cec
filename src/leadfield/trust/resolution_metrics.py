"""Resolution metrics: error, extent and amplitude of point-spread and cross-talk functions.

Hauk, Stenroos & Treder 2022; spatial deviation as in Molins et al. 2008.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar, Literal, final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError
from leadfield.trust.resolution import Function, ResolutionFactors, combine_components
from leadfield.trust.resolution_pieces import (
    pieces_of_factors,
    pieces_of_symmetric,
    pieces_of_tiles,
    symmetric_resolution,
)
from leadfield.trust.resolution_totals import (
    FunctionTotals,
    Walk,
    Weights,
    add_farthest,
    add_up,
    moment_weights,
)

FUNCTIONS: tuple[Function, ...] = ("psf", "ctf")
BLOCK = 512  # sources at once
CM = 100.0  # per m
ROUNDING = 1e-14  # of the largest squared position: smaller mean squared distances are none


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Functions:
    """All point-spread or all cross-talk functions of an inverse.

    ``positions`` (n_sources, 3) are in cm, from their mean. ``totals`` is None if only the
    spatial deviation is asked for; ``squares`` (n_sources, 5) are as in FunctionTotals.
    """

    positions: Floats
    totals: FunctionTotals | None
    squares: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


class Metric(ABC):
    """One number for each function. ``quantity`` names it for colour bars."""

    __slots__ = ()

    quantity: ClassVar[str]

    @abstractmethod
    def of(self, functions: Functions) -> Floats:
        """The metric (n_sources,)."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class PeakError(Metric):
    """Distance from the source to the peak."""

    quantity: ClassVar[str] = "Peak error (cm)"

    def of(self, functions: Functions) -> Floats:
        """In cm."""
        places = functions.positions
        return _lengths(places - places[_totals(functions).peaks])


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CentreError(Metric):
    """Distance from the source to the centre of gravity."""

    quantity: ClassVar[str] = "Centre error (cm)"

    def of(self, functions: Functions) -> Floats:
        """In cm; NaN where nothing arrives."""
        sums = _totals(functions).sums
        centres = _share(sums[:, 1:], sums[:, :1])
        return _lengths(functions.positions - centres)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SpatialDeviation(Metric):
    """Root of the mean squared distance from the source, weighted with the squared values."""

    quantity: ClassVar[str] = "Spatial deviation (cm)"

    def of(self, functions: Functions) -> Floats:
        """In cm; NaN where nothing arrives."""
        places, squares = functions.positions, functions.squares
        whole, own = squares[:, 0], (places**2).sum(axis=1)
        moments = squares[:, 4] - 2 * np.vecdot(places, squares[:, 1:4]) + own * whole
        moments[moments < ROUNDING * own.max() * whole] = 0
        deviations: Floats = np.sqrt(_share(moments, whole))
        return deviations


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class LargestRadius(Metric):
    """Distance from the source to the farthest one above a share of the peak."""

    quantity: ClassVar[str] = "Largest radius (cm)"

    def of(self, functions: Functions) -> Floats:
        """In cm."""
        places = functions.positions
        return _lengths(places - places[_totals(functions).farthest])


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class PeakAmplitude(Metric):
    """Height of the peak over the highest of all."""

    quantity: ClassVar[str] = "Relative peak"

    def of(self, functions: Functions) -> Floats:
        """From 0 to 1."""
        heights = _totals(functions).heights
        return _share(heights, heights.max())


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SumAmplitude(Metric):
    """Sum of the magnitudes over the largest of all."""

    quantity: ClassVar[str] = "Relative sum"

    def of(self, functions: Functions) -> Floats:
        """From 0 to 1."""
        sums = _totals(functions).sums[:, 0]
        return _share(sums, sums.max())


# The keys of METRICS, which a type checker cannot read from the table.
MetricName = Literal["peak_err", "cog_err", "sd_ext", "maxrad_ext", "peak_amp", "sum_amp"]
METRICS: Mapping[str, Metric] = {
    "peak_err": PeakError(),
    "cog_err": CentreError(),
    "sd_ext": SpatialDeviation(),
    "maxrad_ext": LargestRadius(),
    "peak_amp": PeakAmplitude(),
    "sum_amp": SumAmplitude(),
}


def metrics_of_factors(
    factors: ResolutionFactors,
    positions: Floats,
    metrics: Iterable[str],
    *,
    functions: Iterable[Function],
    threshold: float = 0.5,
) -> dict[Function, dict[str, Floats]]:
    """Each metric (n_sources,) of each function, without the matrix; ``positions`` are in m."""
    names, chosen = list(metrics), tuple(functions)
    places = _centred(positions)
    if names == ["sd_ext"]:
        squares = {one: factored_squares(*factors.of(one), places) for one in chosen}
        return {
            one: _evaluate(names, Functions(positions=places, totals=None, squares=found))
            for one, found in squares.items()
        }
    matrix = symmetric_resolution(factors)
    if matrix is None:
        walk = partial(pieces_of_factors, factors, chosen)
        return _measure(walk, places, names, dict.fromkeys(chosen), threshold=threshold)
    walk = partial(pieces_of_symmetric, matrix, chosen)
    weights = {one: matrix.scales if one == "psf" else None for one in chosen}
    return _measure(walk, places, names, weights, threshold=threshold, rows=matrix.scales)


def metrics_of_matrix(
    matrix: Floats,
    positions: Floats,
    metrics: Iterable[str],
    *,
    function: Function,
    threshold: float = 0.5,
) -> dict[str, Floats]:
    """Each metric (n_sources,) of a resolution matrix; ``positions`` are in m."""
    places = _centred(positions)
    values = combine_components(matrix, len(places))

    def tile(block: slice, part: slice) -> Floats:
        found: Floats = values[block, part]
        return found

    walk = partial(pieces_of_tiles, tile, len(places), (function,))
    return _measure(walk, places, list(metrics), {function: None}, threshold=threshold)[function]


def factored_squares(lines: Floats, others: Floats, places: Floats) -> Floats:
    """Moments (n_sources, 5) of the squares of functions ``lines`` that range over ``others``.

    With M_D the sum of D_i o_i o_iᵀ over the others o, the moment of function j is
    g_jᵀ M_D g_j, for D = 1, x, y, z, |r|².
    """
    k = lines.shape[2]
    weights = moment_weights(places)
    matrices = np.zeros((weights.shape[1], k, k))
    for other in others:
        for a in range(0, len(places), BLOCK):
            rows = other[a : a + BLOCK]
            for i, column in enumerate(weights[a : a + BLOCK].T):
                matrices[i] += (rows.T * column) @ rows
    squares = np.zeros(weights.shape)
    for line in lines:
        for a in range(0, len(places), BLOCK):
            rows = line[a : a + BLOCK]
            for i, matrix in enumerate(matrices):
                squares[a : a + BLOCK, i] += np.vecdot(rows @ matrix, rows)
    return squares


def check_metrics(metrics: str | Iterable[str]) -> list[str]:
    """Names of the metrics asked for, one or several, each once."""
    names = [metrics] if isinstance(metrics, str) else list(metrics)
    for name in names:
        one_of("metric", name, METRICS)
    if not names or len(set(names)) < len(names):
        msg = f"metrics must be names of metrics, each once and at least one, got {names!r}"
        raise InputError(msg)
    return names


def _measure(
    walk: Walk,
    places: Floats,
    names: list[str],
    weights: Weights,
    *,
    threshold: float,
    rows: Floats | None = None,
) -> dict[Function, dict[str, Floats]]:
    """Metrics from walks over pieces; ``rows`` (n,) are scales that cross-talk functions lack."""
    number("threshold", threshold, least=0, most=1)
    totals = add_up(walk, places, weights, squares="sd_ext" in names)
    if "maxrad_ext" in names:
        totals = add_farthest(walk, places, weights, totals, threshold=threshold)
    if rows is not None and "ctf" in totals:
        own = totals["ctf"]
        heights, sums = rows * own.heights, rows[:, np.newaxis] * own.sums
        totals["ctf"] = replace(own, heights=heights, sums=sums)
    return {
        one: _evaluate(
            names,
            Functions(positions=places, totals=totals[one], squares=totals[one].squares),
        )
        for one in weights
    }


def _evaluate(names: list[str], functions: Functions) -> dict[str, Floats]:
    return {name: METRICS[name].of(functions) for name in names}


def _totals(functions: Functions) -> FunctionTotals:
    if functions.totals is None:
        msg = "only the spatial deviation was asked for"
        raise InputError(msg)
    return functions.totals


def _centred(positions: Floats) -> Floats:
    """Positions in cm from their mean: what is squared is small."""
    return np.asarray(CM * (positions - positions.mean(axis=0)))


def _lengths(vectors: Floats) -> Floats:
    lengths: Floats = np.sqrt((vectors**2).sum(axis=1))
    return lengths


def _share(part: Floats, whole: Floats) -> Floats:
    """One over the other, NaN where the whole is 0."""
    part, whole = np.broadcast_arrays(np.asarray(part, float), whole)
    share: Floats = np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole > 0)
    return share
