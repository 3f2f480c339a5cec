"""Geodesic distances on the cortex: nearest source of each vertex, distances between sources."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Corners, Floats, Ints
from leadfield.base.errors import InputError
from leadfield.base.log import LOGGER
from leadfield.base.progress import tracked
from leadfield.numerics.mesh import edge_lengths
from leadfield.numerics.mesh_paths import nearest_along_edges
from leadfield.numerics.nearest import along_curve
from leadfield.sources.space import Sources, SourceSpace

if TYPE_CHECKING:
    from scipy.sparse import csr_array

AT_ONCE = 32  # sources a run: 32 x 160,000 float64 are 40 MB


def with_patches(sources: Sources) -> Sources:
    """The sources, knowing of each point which source is nearest along the edges."""
    found = [_nearest_sources(space) for space in sources.spaces]
    apart = sum(int(np.isinf(distances).sum()) for _, distances in found)
    if apart:
        msg = (
            "the surface must be in one piece for every point to have a nearest source, "
            f"got {apart} points that no path joins to one: pass add_dist=False"
        )
        raise InputError(msg)
    return _patched(sources, found)


def _nearest_sources(space: SourceSpace) -> tuple[Ints, Floats]:
    """The source nearest to each point and how far it is, infinitely if no path leads there."""
    nearest, distances, sure = nearest_along_edges(
        space.positions, _triangles(space), space.vertices
    )
    if sure:
        return nearest, distances
    # On regular surfaces several sources may be equally near: MNE-Python's choice is SciPy's.
    import scipy  # slow to load, and seldom needed

    distances, _, chosen = scipy.sparse.csgraph.dijkstra(
        edge_lengths(space.positions, _triangles(space)),
        indices=space.vertices,
        min_only=True,
        return_predecessors=True,
    )
    return chosen.astype(np.int64), distances


def _patched(sources: Sources, found: list[tuple[Ints, Floats]]) -> Sources:
    spaces = [
        replace(space, nearest=nearest, nearest_distances=distances)
        for space, (nearest, distances) in zip(sources.spaces, found, strict=True)
    ]
    return replace(sources, spaces=tuple(spaces))


def with_distances(
    sources: Sources, *, limit: float = np.inf, n_jobs: int | None = None
) -> Sources:
    """The sources, knowing how far they are from each other along the edges, up to ``limit`` m.

    One search for shortest paths a source (Dijkstra 1959), on ``n_jobs`` cores.
    """
    import scipy  # slow to load, and seldom needed
    from joblib import Parallel, delayed

    spaces = []
    for space in sources.spaces:
        LOGGER.info("Computing distances along the surface between %d sources", space.n_sources)
        edges, places = _edges_along_curve(space)
        batches = range(0, len(places), AT_ONCE)
        runs = Parallel(n_jobs, return_as="generator")(
            delayed(_shortest_paths)(edges, places, slice(i, i + AT_ONCE), limit) for i in batches
        )
        found = list(tracked(runs, "Distances", len(batches)))
        lengths, *ends = (np.concatenate(parts) for parts in zip(*found, strict=True))
        starts, stops = (space.vertices[one] for one in ends)
        shape = (len(space.positions),) * 2
        distances = scipy.sparse.csr_array((lengths, (starts, stops)), shape=shape)
        spaces.append(replace(space, distances=distances, distance_limit=limit))
    return replace(sources, spaces=tuple(spaces))


def with_distances_and_patches(
    sources: Sources, *, limit: float = np.inf, n_jobs: int | None = None
) -> Sources:
    """The sources with distances up to ``limit`` m between them, and their patches.

    A limit of 0 leaves distances out; one that does not reach every point from a source
    keeps what patches there were.
    """
    if limit == 0:
        bare = [replace(space, distances=None, distance_limit=None) for space in sources.spaces]
        return with_patches(replace(sources, spaces=tuple(bare)))
    sources = with_distances(sources, limit=limit, n_jobs=n_jobs)
    found = [_nearest_sources(space) for space in sources.spaces]
    farthest = max(float(distances.max()) for _, distances in found)
    if np.isfinite(farthest) and farthest <= limit:
        return _patched(sources, found)
    LOGGER.info("No patches: a point is %g m from the nearest source", farthest)
    return sources


def _triangles(space: SourceSpace) -> Corners:
    if space.triangles is None:
        msg = f"distances need a surface, got a {space.kind.name.lower()} source space"
        raise InputError(msg)
    return space.triangles


def _edges_along_curve(space: SourceSpace) -> tuple["csr_array", Ints]:
    """Edges between points in an order that keeps near ones together, and sources among them.

    Searches are a tenth faster, short ones a third: less memory is touched.
    """
    triangles = _triangles(space)
    order = along_curve(space.positions)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    edges = edge_lengths(space.positions[order], place[triangles])
    return edges, place[space.vertices]


def _shortest_paths(
    edges: "csr_array", places: Ints, batch: slice, limit: float
) -> tuple[NDArray[np.float32], Ints, Ints]:
    """Lengths of the shortest paths from some sources to all, and between which of them.

    Lengths are float32 as files have them, and some must be above 0.
    """
    import scipy  # slow to load, and seldom needed

    lengths: Floats = scipy.sparse.csgraph.dijkstra(edges, indices=places[batch], limit=limit)
    between = lengths[:, places].astype(np.float32)
    starts, stops = np.nonzero(np.isfinite(between) & (between > 0))
    return between[starts, stops], batch.start + starts, stops
