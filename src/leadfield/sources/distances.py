"""Geodesic distances on the cortex: nearest source of each vertex, distances between sources."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Ints
from leadfield.base.errors import InputError
from leadfield.base.log import LOGGER
from leadfield.base.progress import tracked
from leadfield.numerics.mesh import edge_lengths
from leadfield.sources.space import Sources, SourceSpace

if TYPE_CHECKING:
    from scipy.sparse import csr_array

AT_ONCE = 32  # sources a run: 32 x 160,000 float64 are 40 MB


def with_patches(sources: Sources) -> Sources:
    """The sources, knowing of each point which source is nearest along the edges."""
    import scipy  # slow to load, and seldom needed

    spaces = []
    for space in sources.spaces:
        distances, _, nearest = scipy.sparse.csgraph.dijkstra(
            _edges(space), indices=space.vertices, min_only=True, return_predecessors=True
        )
        if np.isinf(distances).any():
            msg = (
                "the surface must be in one piece for every point to have a nearest source, "
                f"got {int(np.isinf(distances).sum())} points that no path joins to one: "
                "pass add_dist=False"
            )
            raise InputError(msg)
        spaces.append(replace(space, nearest=nearest.astype(np.int64), nearest_distances=distances))
    return replace(sources, spaces=tuple(spaces))


def with_distances(sources: Sources, n_jobs: int | None = None) -> Sources:
    """The sources, knowing how far they are from each other along the edges.

    One search for shortest paths a source (Dijkstra 1959), on ``n_jobs`` cores.
    """
    import scipy  # slow to load, and seldom needed
    from joblib import Parallel, delayed

    spaces = []
    for space in sources.spaces:
        LOGGER.info("Computing distances along the surface between %d sources", space.n_sources)
        edges, vertices = _edges(space), space.vertices
        batches = [vertices[i : i + AT_ONCE] for i in range(0, len(vertices), AT_ONCE)]
        runs = Parallel(n_jobs, return_as="generator")(
            delayed(_shortest_paths)(edges, batch, vertices) for batch in batches
        )
        between = np.concatenate(list(tracked(runs, "Distances", len(batches))))
        rows, columns = np.nonzero(np.isfinite(between) & (between > 0))
        shape = (len(space.positions),) * 2
        distances = scipy.sparse.csr_array(
            (between[rows, columns], (vertices[rows], vertices[columns])), shape=shape
        )
        spaces.append(replace(space, distances=distances, distance_limit=np.inf))
    return replace(sources, spaces=tuple(spaces))


def _edges(space: SourceSpace) -> "csr_array":
    if space.triangles is None:
        msg = f"distances need a surface, got a {space.kind.name.lower()} source space"
        raise InputError(msg)
    return edge_lengths(space.positions, space.triangles)


def _shortest_paths(edges: "csr_array", starts: Ints, ends: Ints) -> NDArray[np.float32]:
    """Lengths of the shortest paths from some sources to all, float32 as files have them."""
    import scipy  # slow to load, and seldom needed

    lengths: NDArray[np.float64] = scipy.sparse.csgraph.dijkstra(edges, indices=starts)
    return lengths[:, ends].astype(np.float32)
