"""Resolution metrics: error, extent and amplitude of point-spread and cross-talk functions.

Hauk, Stenroos & Treder 2022; spatial deviation as in Molins et al. 2008.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError
from leadfield.trust.resolution import Function, ResolutionFactors, combine_components

FUNCTIONS: tuple[Function, ...] = ("psf", "ctf")
BLOCK = 512  # sources at once: a tile of values stays in the cache
CM = 100.0  # per m

# Values (n, m) of one run of functions at one run of sources, all at least 0.
Tile = Callable[[slice, slice], Floats]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FunctionTotals:
    """What one pass over all functions leaves of each, an item a source.

    ``peaks`` are the sources where it is largest, ``heights`` how large; ``sums``
    (n_sources, 4) its sum and its sums weighted with the positions; ``radii`` the distance
    from the source to the farthest one beyond the threshold, empty if not asked for.
    """

    peaks: Ints
    heights: Floats
    sums: Floats
    radii: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Functions:
    """All point-spread or all cross-talk functions of an inverse.

    ``positions`` (n_sources, 3) are in cm, from their mean. ``totals`` is None if only the
    spatial deviation is asked for, ``deviations`` (n_sources,) if it is not.
    """

    positions: Floats
    totals: FunctionTotals | None
    deviations: Floats | None

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
        if functions.deviations is None:
            msg = "the spatial deviation was not asked for"
            raise InputError(msg)
        return functions.deviations


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class LargestRadius(Metric):
    """Distance from the source to the farthest one above a share of the peak."""

    quantity: ClassVar[str] = "Largest radius (cm)"

    def of(self, functions: Functions) -> Floats:
        """In cm."""
        return _totals(functions).radii


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
    function: Function,
    threshold: float = 0.5,
) -> dict[str, Floats]:
    """Each metric (n_sources,) of the functions, without the matrix; ``positions`` are in m."""
    places = _centred(positions)
    lines, others = factors.of(function)

    def tile(block: slice, part: slice) -> Floats:
        if len(lines) == len(others) == 1:
            values: Floats = lines[0, block] @ others[0, part].T
            return np.abs(values, out=values)
        total: Floats = np.zeros((block.stop - block.start, part.stop - part.start))
        for one in lines[:, block]:
            for other in others[:, part]:
                product = one @ other.T
                total += np.multiply(product, product, out=product)
        return np.sqrt(total, out=total)

    def deviations() -> Floats:
        return factored_deviations(lines, others, places)

    return _measure(tile, deviations, places, list(metrics), threshold=threshold)


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
    lines = values.T if function == "psf" else values

    def deviations() -> Floats:
        out = np.empty(len(places))
        for j, line in enumerate(lines):
            power = line**2
            squares = ((places - places[j]) ** 2).sum(axis=1)
            out[j] = np.sqrt(_share(power @ squares, power.sum()))
        return out

    def tile(block: slice, part: slice) -> Floats:
        found: Floats = lines[block, part]
        return found

    return _measure(tile, deviations, places, list(metrics), threshold=threshold)


def factored_deviations(lines: Floats, others: Floats, places: Floats) -> Floats:
    """Spatial deviation (n_sources,) of the functions ``lines`` that range over ``others``.

    With M_D the sum of D_i o_i o_iᵀ over the others o, the second moment of function j is
    that of five matrices D = |r|², x, y, z, 1 in g_jᵀ M_D g_j.
    """
    k = lines.shape[2]
    moments = np.column_stack([(places**2).sum(axis=1), places, np.ones(len(places))])
    matrices = np.zeros((moments.shape[1], k, k))
    for other in others:
        for a in range(0, len(places), BLOCK):
            rows = other[a : a + BLOCK]
            for i, weights in enumerate(moments[a : a + BLOCK].T):
                matrices[i] += (rows.T * weights) @ rows
    sums = np.zeros((len(matrices), len(places)))
    for line in lines:
        for a in range(0, len(places), BLOCK):
            rows = line[a : a + BLOCK]
            for total, matrix in zip(sums, matrices, strict=True):
                total[a : a + BLOCK] += np.vecdot(rows @ matrix, rows)
    squares = sums[0] - 2 * np.vecdot(places, sums[1:4].T) + moments[:, 0] * sums[4]
    deviations: Floats = np.sqrt(_share(squares, sums[4]).clip(0))
    return deviations


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
    tile: Tile,
    deviations: Callable[[], Floats],
    places: Floats,
    metrics: list[str],
    *,
    threshold: float,
) -> dict[str, Floats]:
    number("threshold", threshold, least=0, most=1)
    radius = threshold if "maxrad_ext" in metrics else None
    functions = Functions(
        positions=places,
        totals=None if metrics == ["sd_ext"] else add_up(tile, places, radius),
        deviations=deviations() if "sd_ext" in metrics else None,
    )
    return {name: METRICS[name].of(functions) for name in metrics}


def add_up(tile: Tile, places: Floats, threshold: float | None) -> FunctionTotals:
    """Totals of all functions, tile by tile; radii if there is a threshold."""
    n = len(places)
    weights = np.column_stack([np.ones(n), places])
    peaks, heights, sums = np.zeros(n, int), np.full(n, -1.0), np.zeros((n, 4))
    radii = np.empty(0 if threshold is None else n)
    strip = np.empty((0 if threshold is None else min(BLOCK, n), n))
    runs = [slice(a, min(a + BLOCK, n)) for a in range(0, n, BLOCK)]
    for block in runs:
        for part in runs:
            values = tile(block, part)
            best = values.argmax(axis=1)
            height = np.take_along_axis(values, best[:, np.newaxis], axis=1)[:, 0]
            higher = height > heights[block]  # not >=: the first of equal peaks counts
            peaks[block][higher] = part.start + best[higher]
            heights[block][higher] = height[higher]
            sums[block] += values @ weights[part]
            if threshold is not None:
                strip[: len(values), part] = values
        if threshold is not None:
            radii[block] = _radii(strip, threshold * heights[block], places, block.start)
    return FunctionTotals(peaks=peaks, heights=heights, sums=sums, radii=radii)


def _radii(strip: Floats, least: Floats, places: Floats, start: int) -> Floats:
    """Distance to the farthest source above each function's least value."""
    out = np.empty(len(least))
    for j, (line, bound) in enumerate(zip(strip, least, strict=False)):
        above = places[line > bound] - places[start + j]
        out[j] = np.sqrt((above**2).sum(axis=1).max(initial=0))
    return out


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
