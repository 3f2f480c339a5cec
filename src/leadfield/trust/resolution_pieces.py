"""Pieces of resolution matrices: magnitudes of some functions at some sources, tile by tile.

A few walks, each over some of the rows of tiles, give point-spread and cross-talk functions, which
are the columns and the rows of each tile. Where one number a source is estimated with a kernel of
the same lead field, the matrix is symmetric but for a scale of each row, and half of the tiles do.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.trust.resolution import Function, ResolutionFactors

BLOCK = 384  # sources at once: what is made of a tile stays in the cache
WALKS = 4  # as many threads may share the tiles; each holds some numbers of each source
SAMPLE = 1000  # sources at least, among which strong ones are looked for
EXACT = 1e-13  # of the largest value, by which a symmetric matrix may differ

# Whose functions, their magnitudes (n, m), which n functions, at which m sources. All pieces
# of a walk have the same functions, or one each.
Piece = tuple[tuple[Function, ...], Floats, slice, slice]
Tile = Callable[[slice, slice], Floats]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SymmetricResolution:
    """A resolution matrix with the values ``scales[i] * (lines[i] * weights) @ lines[j]``.

    ``lines`` are (n_sources, n_components).
    """

    lines: Floats
    weights: Floats
    scales: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


def symmetric_resolution(factors: ResolutionFactors) -> SymmetricResolution | None:
    """The factors as one, if they differ by scales of sources and components only; else None."""
    if len(factors.kernel) > 1 or len(factors.field) > 1:
        return None
    kernel, field = factors.kernel[0], factors.field[0]
    weights = _component_weights(kernel, field)
    scales = np.zeros(len(kernel))
    wrong = longest = largest = 0.0
    for block in _runs(len(kernel)):
        own, lines = kernel[block], field[block]
        weighted = lines * weights
        power = np.vecdot(weighted, weighted)
        np.divide(np.vecdot(own, weighted), power, out=scales[block], where=power > 0)
        weighted *= scales[block, np.newaxis]
        wrong = max(wrong, float(np.linalg.norm(own - weighted, axis=1).max()))
        longest = max(longest, float(np.linalg.norm(lines, axis=1).max()))
        largest = max(largest, float(np.abs(np.vecdot(own, lines)).max()))
    if not wrong * longest <= EXACT * largest:
        return None
    return SymmetricResolution(lines=field, weights=weights, scales=np.abs(scales))


def _component_weights(kernel: Floats, field: Floats) -> Floats:
    """Ratios (n_components,) of kernel to field, relative to that of the strongest component.

    Each is taken at a source where both of the components are strong.
    """
    step = max(1, len(field) // SAMPLE)
    kernel, field = kernel[::step], field[::step]
    first = int((field**2).sum(axis=0).argmax())
    rows = np.abs(field * field[:, [first]]).argmax(axis=0)
    columns = np.arange(field.shape[1])
    ratio = kernel[rows, columns] * field[rows, first]
    under = field[rows, columns] * kernel[rows, first]
    weights: Floats = np.divide(ratio, under, out=np.zeros_like(ratio), where=under != 0)
    return weights


def pieces_of_factors(
    factors: ResolutionFactors, functions: tuple[Function, ...], turn: int
) -> Iterator[Piece]:
    """Pieces of the product of the factors in one of the walks; lengths over components."""
    kernel, field = factors.kernel, factors.field

    def tile(block: slice, part: slice) -> Floats:
        if len(kernel) == len(field) == 1:
            values: Floats = kernel[0, block] @ field[0, part].T
            return np.abs(values, out=values)
        total: Floats = np.zeros((block.stop - block.start, part.stop - part.start))
        for one in kernel[:, block]:
            for other in field[:, part]:
                product = one @ other.T
                total += np.multiply(product, product, out=product)
        return np.sqrt(total, out=total)

    return pieces_of_tiles(tile, kernel.shape[1], functions, turn)


def pieces_of_tiles(
    tile: Tile, n: int, functions: tuple[Function, ...], turn: int
) -> Iterator[Piece]:
    """Pieces of a matrix of ``n`` sources by its tiles, of some rows and some columns."""
    runs = _runs(n)
    for block in runs[turn::WALKS]:
        for part in runs:
            values = tile(block, part)
            if "ctf" in functions:
                yield ("ctf",), values, block, part
            if "psf" in functions:
                yield ("psf",), values.T, part, block


def pieces_of_symmetric(
    matrix: SymmetricResolution, functions: tuple[Function, ...], turn: int
) -> Iterator[Piece]:
    """Pieces without scales in one of the walks, the same for all functions.

    What lacks are the scales of the sources in a point-spread function, and that of a
    cross-talk function as a whole.
    """
    runs = _runs(len(matrix.lines))
    for i in range(turn, len(runs), WALKS):
        block = runs[i]
        weighted = matrix.lines[block] * matrix.weights
        for part in runs[i:]:
            values: Floats = weighted @ matrix.lines[part].T
            np.abs(values, out=values)
            yield functions, values, block, part
            if part != block:
                yield functions, values.T, part, block


def _runs(n: int) -> list[slice]:
    return [slice(a, min(a + BLOCK, n)) for a in range(0, n, BLOCK)]
