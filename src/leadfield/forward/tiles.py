"""Tiles of a lead field: a few sensors by some sources, whose integration points fit the cache."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.forward.sensors import Sensors
from leadfield.forward.triangles import blocks
from leadfield.numerics.threads import share

PAIRS = 2**16  # of a point and a source: few calls, and arrays that stay in a cache
SOURCES = 256  # long enough rows for vector instructions and products

# Sensors (n,) of as many points each, their points (n, n_points), and a slice of the sources.
Tile: TypeAlias = tuple[Ints, Ints, slice]


def by_tiles(work: Callable[[Iterator[Tile]], None], sensors: Sensors, n_sources: int) -> None:
    """Have ``work`` done on tiles that cover every sensor and source once."""
    tiles = list(_tiles(sensors, n_sources))
    share(work, tiles, len(tiles))


def _tiles(sensors: Sensors, n_sources: int) -> Iterator[Tile]:
    width = max(min(SOURCES, n_sources), 1)
    for alike, points in sensors.alike():
        for rows in blocks(len(alike), points.shape[1] * width, PAIRS):
            for batch in blocks(n_sources, 1, width):
                yield alike[rows], points[rows], batch


def tile_size(sensors: Sensors) -> int:
    """Pairs of a point and a source that a tile has at most."""
    return max(PAIRS, SOURCES * int(np.bincount(sensors.owner).max(initial=1)))


def sensor_sums(weights: Floats, points: Ints, values: Floats) -> Floats:
    """Sums (n, n_kinds, n_sources) of ``values`` (n * n_points, n_sources) of a tile's points.

    ``weights`` (all points, n_kinds) are those of each kind of sum.
    """
    matrices = weights[points].transpose(0, 2, 1)
    return np.asarray(matrices @ values.reshape(*points.shape, -1))
