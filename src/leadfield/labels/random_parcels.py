"""Random parcellation: parcels grown over a surface from chance places, small ones joined."""

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import InputError
from leadfield.freesurfer.surface import Surface
from leadfield.numerics.chance import Random
from leadfield.numerics.mesh import neighbours

if TYPE_CHECKING:
    from scipy.sparse import csr_array


def random_parcels(surface: Surface, n_parcels: int, size: int, rng: Random) -> list[Ints]:
    """Vertices of each parcel: together all of the surface, none twice.

    Parcels grow to about ``size`` vertices, neighbour by neighbour, from places that ``rng``
    chooses; then the smallest joins its smallest neighbour until there are ``n_parcels``.
    """
    edges = neighbours(surface.triangles, len(surface.vertices))
    parcels = _join(_grow(edges, size, rng), edges, n_parcels)
    order = np.argsort(parcels, kind="stable")
    starts = np.flatnonzero(np.diff(parcels[order])) + 1
    return np.split(order, starts)


def _grow(edges: "csr_array", most: int, rng: Random) -> Ints:
    """Number of the parcel of each vertex, in the order in which parcels begin."""
    n = edges.shape[0]
    starts, ends = edges.indptr.tolist(), edges.indices.tolist()
    around = [ends[a:b] for a, b in pairwise(starts)]
    parcels = np.full(n, -1)
    owner = parcels.data  # the same numbers, quicker one by one
    left, parcel, size = n, -1, 0
    waiting: deque[int] = deque()
    while left:
        if not waiting:
            begin = int(rng.choice(np.flatnonzero(parcels < 0)))
            parcel, size, left = parcel + 1, 1, left - 1
            owner[begin] = parcel
            waiting.append(begin)
        for vertex in around[waiting.popleft()]:
            if owner[vertex] >= 0:
                continue
            left -= 1
            if size > most:  # full: the next one begins here
                parcel, size = parcel + 1, 1
                owner[vertex] = parcel
                waiting = deque([vertex])
                break
            owner[vertex] = parcel
            size += 1
            waiting.append(vertex)
    return parcels


def _join(parcels: Ints, edges: "csr_array", n_parcels: int) -> Ints:
    """Numbers of parcels after the smallest has joined its smallest neighbour, again and again."""
    n = int(parcels.max()) + 1
    ends = np.repeat(np.arange(len(parcels)), np.diff(edges.indptr)), edges.indices
    touching = np.zeros((n, n), bool)
    touching[parcels[ends[0]], parcels[ends[1]]] = True
    np.fill_diagonal(touching, val=False)
    sizes = np.bincount(parcels).astype(float)
    into = np.arange(n)
    for _ in range(n - n_parcels):
        smallest = int(sizes.argmin())
        beside = np.flatnonzero(touching[smallest])
        if not len(beside):
            msg = (
                f"n_parcel must be at least the number of pieces of the surface, got {n_parcels} "
                "a hemisphere, and one piece is left alone"
            )
            raise InputError(msg)
        other = int(beside[sizes[beside].argmin()])
        touching[other] |= touching[smallest]
        touching[:, other] |= touching[:, smallest]
        touching[smallest] = touching[:, smallest] = touching[other, other] = False
        sizes[other] += sizes[smallest]
        sizes[smallest] = np.inf
        into[into == smallest] = other
    return into[parcels]
