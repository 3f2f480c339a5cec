"""Nearest-neighbour search in three dimensions, on a grid of cells.

Exact, and fast where the places cover a surface, as the vertices of a cortex do.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Bools, Corners, Floats, Ints
from leadfield.numerics.threads import share

Points = NDArray[np.floating]  # of either precision
BLOCK = 2048  # points at once: their candidates fit the cache
PAIRS = 2**21  # at most, of points and candidates
AROUND = np.array([(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)])
CURVE_CELLS = 32  # along an axis: some ten points of a cortex in each cell on its surface
_SPREAD = np.array([int(f"{i:b}", 8) for i in range(CURVE_CELLS)])  # two zeros after each bit


def nearest_places(points: Points, places: Points) -> Ints:
    """Index (n_points,) of the place nearest to each point; the first of equal ones.

    ``points`` (n_points, 3) and ``places`` (n_places, 3) are finite.
    """
    return nearest_and_next(points, places)[0]


def nearest_and_next(points: Points, places: Points) -> tuple[Ints, Floats]:
    """Index of the nearest place, as above, and how much farther the next one is.

    That is right if the next one is nearer than a cell is wide, and else no less than it should be.
    """
    bounds, extent = _bounds(places)
    size = extent * float(np.sqrt(np.pi / len(places)))  # a place a cell, on an even sphere
    found, ahead = np.empty(len(points), int), np.empty(len(points))
    left = along_curve(points)
    while len(left):
        cells = _Cells(places, bounds, size)
        found[left], distance, ahead[left] = cells.nearest_of_many(points[left])
        # Whatever is nearer than a cell's size lies in the cells that were searched.
        left = left[distance > size]
        size *= 2
    return found, ahead


def are_near(points: Points, places: Points, radius: float) -> Bools:
    """Whether each point is nearer to any place than ``radius``."""
    bounds, extent = _bounds(places)
    cells = _Cells(places, bounds, max(radius, 1e-3 * extent))  # so that cells can be counted
    size = min(BLOCK, max(PAIRS // len(places), 1))
    blocks = (points[start : start + size] for start in range(0, len(points), size))
    distances = [cells.nearest(block)[1] for block in blocks]
    return np.concatenate([np.empty(0), *distances]) < radius


def argmin_per_run(values: Floats, starts: Ints) -> Ints:
    """Index of the smallest value in each run; the first of equal ones."""
    smallest = np.minimum.reduceat(values, starts)
    runs = np.diff(np.append(starts, len(values)))
    index = np.arange(len(values))
    index[values != np.repeat(smallest, runs)] = len(values)
    return np.minimum.reduceat(index, starts)


def rising_order(keys: Corners) -> Ints:
    """Places of whole numbers from 0 up in growing order; the first of equal ones first.

    Numbers are sorted several times as fast as places, so each takes its place along.
    """
    n = len(keys)
    bits = n.bit_length()
    if n and int(keys.max()) >> (63 - bits):  # too large to take it along
        return np.argsort(keys, kind="stable")
    packed = keys.astype(np.int64) << bits
    packed |= np.arange(n)
    packed.sort()
    return packed & ((1 << bits) - 1)


def along_curve(points: Points) -> Ints:
    """An order of points (n, 3) in which those near each other mostly stand near: Morton's."""
    if not len(points):
        return np.arange(0)
    bounds, extent = _bounds(points)
    keys = np.zeros(len(points), int)
    for axis, least in enumerate(bounds[:, 0]):
        cells = ((points[:, axis] - least) * (CURVE_CELLS / extent)).astype(np.intp)
        keys *= 2
        keys += np.take(_SPREAD, cells, mode="clip")
    return rising_order(keys)


def concatenated_ranges(begins: Ints, counts: Ints) -> Ints:
    """The numbers ``begins[i] ... begins[i] + counts[i] - 1`` of every run, one after another."""
    starts = np.cumsum(counts) - counts
    out: Ints = np.arange(counts.sum()) + np.repeat(begins - starts, counts)
    return out


def _bounds(points: Points) -> tuple[Floats, float]:
    """Least and greatest coordinate on each axis (3, 2), and the longest extent, not 0."""
    bounds = np.array([(x.min(), x.max()) for x in points.T])
    return bounds, float(np.ptp(bounds, axis=1).max()) or 1.0


class _Cells:
    """Places sorted into cubes of one size."""

    def __init__(self, places: Points, bounds: Floats, size: float) -> None:
        low, high = bounds.T
        self._places, self._low, self._size = places, low, size
        self._most = ((high - low) / size).astype(int) + 1
        keys = self._keys(places)
        self._order = rising_order(keys)
        self._sorted = keys[self._order]

    def _keys(self, points: Points) -> Ints:
        """One number a cell; cells that differ by 1 along the last axis are 1 apart."""
        keys = np.zeros(len(points), int)
        for axis, most in enumerate(self._most.tolist()):
            cells = points[:, axis] - self._low[axis]
            cells /= self._size
            np.floor(cells, out=cells)
            np.clip(cells, -1, most, out=cells)
            keys *= most + 3  # one empty cell on each side, whatever is asked for
            keys += cells.astype(int)
            keys += 1
        return keys

    def nearest_of_many(self, points: Points) -> tuple[Ints, Floats, Floats]:
        """What ``nearest`` gives, for points in blocks."""
        index, distance, ahead = (np.empty(len(points), kind) for kind in (int, float, float))
        starts = range(0, len(points), BLOCK)

        def work(some: Iterator[int]) -> None:
            for start in some:
                block = slice(start, start + BLOCK)
                index[block], distance[block], ahead[block] = self.nearest(points[block])

        share(work, starts, len(starts))
        return index, distance, ahead

    def nearest(self, points: Points) -> tuple[Ints, Floats, Floats]:
        """Index of the nearest place in the cells around, how far it is, and the next beyond it."""
        _, rows, columns = self._most + 3
        middle = self._keys(points)[:, np.newaxis] + (AROUND @ [rows, 1]) * columns
        begins = np.searchsorted(self._sorted, middle - 1, side="left")
        counts = np.searchsorted(self._sorted, middle + 1, side="right") - begins
        each = counts.sum(axis=1)
        some = each > 0
        index = np.zeros(len(points), int)
        distance, ahead = np.full((2, len(points)), np.inf)
        candidates = np.take(self._order, concatenated_ranges(begins.ravel(), counts.ravel()))
        asking = np.repeat(points, each, axis=0)
        gaps = np.subtract(np.take(self._places, candidates, axis=0), asking, dtype=float)
        squares = np.einsum("ij,ij->i", gaps, gaps)
        if some.any():
            starts = (np.cumsum(each) - each)[some]
            best = argmin_per_run(squares, starts)
            index[some], distance[some] = candidates[best], np.sqrt(squares[best])
            squares[best] = np.inf
            ahead[some] = np.sqrt(np.minimum.reduceat(squares, starts)) - distance[some]
        return index, distance, ahead
