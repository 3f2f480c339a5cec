"""Adjacency of sources: neighbours on the surface, in the grid, or by distance; and over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.base.arrays import Corners, Ints
from leadfield.base.errors import InputError, StateError
from leadfield.base.log import warn
from leadfield.numerics.mesh import neighbours
from leadfield.sources.space import Sources, SourceSpace, SpaceKind

if TYPE_CHECKING:
    from scipy.sparse import coo_array


def adjacency_by_triangles(triangles: Corners) -> coo_array:
    """Ones (n_vertices, n_vertices) where vertices share an edge, and on the diagonal."""
    n = int(triangles.max(initial=-1)) + 1
    lacking = n - len(np.unique(triangles))
    if lacking or not n:
        msg = (
            f"tris must name every vertex from 0 to {n - 1}, {lacking} are in no triangle: "
            "pass remap_vertices=True to count only those that are"
        )
        raise InputError(msg)
    return _ones(neighbours(triangles, n, itself=True))


def adjacency_of_sources(sources: Sources) -> coo_array:
    """Ones where sources are neighbours: on a surface by its triangles, in a volume by its grid.

    Sources of different spaces are never neighbours.
    """
    import scipy  # slow to load, and seldom needed

    blocks, lost = [], 0
    for space in sources.spaces:
        block, n_lost = _block(space)
        blocks.append(block)
        lost += n_lost
    if lost:
        share = lost / (lost + sources.n_sources)
        warn(
            f"{share:.1%} of the sources were left out, as by a forward solution, so that the "
            "adjacency has holes: pass dist, or morph to all sources"
        )
    return _ones(scipy.sparse.block_diag(blocks))


def _block(space: SourceSpace) -> tuple[Any, int]:
    """Adjacency of one space, and how many of its sources were left out."""
    if space.grid is not None:
        return _grid_adjacency(space.grid.shape, space.vertices), 0
    if space.kind is not SpaceKind.SURFACE:
        msg = f"src must hold surfaces or grids to have neighbours, got {space.kind.name.lower()}"
        raise InputError(msg)
    if space.used_triangles is None or not space.used_triangles.size:
        msg = (
            "src must have triangles between its sources ('oct6', 'ico5', ...), got none: pass "
            "dist, with distances from add_source_space_distances"
        )
        raise StateError(msg)
    vertices, numbers = np.unique(space.used_triangles, return_inverse=True)
    kept = np.isin(vertices, space.vertices)
    if kept.sum() != space.n_sources:
        msg = (
            f"all {space.n_sources} sources must be corners of triangles, got "
            f"{int(kept.sum())}: pass dist"
        )
        raise InputError(msg)
    whole = adjacency_by_triangles(numbers.reshape(-1, 3)).tocsr()
    return whole[kept][:, kept], int((~kept).sum())


def _grid_adjacency(shape: tuple[int, int, int], vertices: Ints) -> Any:
    """Ones for the six neighbours along the axes, and on the diagonal."""
    import scipy

    number = np.full(shape[::-1], -1)
    number.flat[vertices] = np.arange(len(vertices))
    pairs = [np.stack([number[number >= 0]] * 2)]
    for axis in range(3):
        along = np.moveaxis(number, axis, 0)
        here, there = along[:-1].ravel(), along[1:].ravel()
        both = (here >= 0) & (there >= 0)
        pairs += [np.stack([here[both], there[both]]), np.stack([there[both], here[both]])]
    rows, columns = np.concatenate(pairs, axis=1)
    n = len(vertices)
    return scipy.sparse.coo_array((np.ones(len(rows)), (rows, columns)), shape=(n, n))


def adjacency_by_distance(sources: Sources, most: float) -> coo_array:
    """Ones where two sources are at most ``most`` m from each other along the surface."""
    import scipy

    blocks = []
    for space in sources.spaces:
        if space.distances is None:
            msg = (
                "src must hold distances between its sources, got none: compute them with "
                "add_source_space_distances"
            )
            raise StateError(msg)
        if space.distance_limit is not None and most > space.distance_limit:
            warn(
                f"distances are known up to {space.distance_limit:g} m, and sources up to "
                f"{most:g} m were asked for: those between are missing"
            )
        block = space.distances[space.vertices][:, space.vertices].tocoo()
        near = block.data <= most
        ends = block.row[near], block.col[near]
        blocks.append(scipy.sparse.coo_array((np.ones(near.sum()), ends), shape=block.shape))
    return _ones(scipy.sparse.block_diag(blocks))


def adjacency_across_hemispheres(sources: Sources, most: float) -> coo_array:
    """Ones where sources of the two hemispheres are at most ``most`` m apart in a straight line."""
    import scipy

    if [space.kind for space in sources.spaces[:2]] != [SpaceKind.SURFACE] * 2:
        msg = f"src must hold both hemispheres, got a {sources.kind} source space"
        raise InputError(msg)
    left, right = sources.spaces[:2]
    trees = [scipy.spatial.cKDTree(space.positions[space.vertices]) for space in (left, right)]
    found = trees[0].query_ball_tree(trees[1], most)
    rows = np.repeat(np.arange(left.n_sources), [len(one) for one in found])
    columns = left.n_sources + np.concatenate([np.empty(0, np.int64), *map(np.asarray, found)])
    ends = np.concatenate([rows, columns]), np.concatenate([columns, rows])
    n = left.n_sources + right.n_sources
    content = (np.ones(len(ends[0])), ends)
    return _ones(scipy.sparse.coo_array(content, shape=(n, n), dtype=np.int64))


def over_time(adjacency: coo_array, n_times: int) -> coo_array:
    """The same at each of ``n_times`` times, and each source a neighbour of itself in time.

    Rows are all sources at the first time, then all at the second, and so on.
    """
    import scipy

    n = adjacency.shape[0]
    starts = n * np.arange(n_times)[:, None]
    before = np.arange(n * (n_times - 1))
    rows = np.concatenate([(starts + adjacency.row).ravel(), before, before + n])
    columns = np.concatenate([(starts + adjacency.col).ravel(), before + n, before])
    content = (np.ones(len(rows), np.int64), (rows, columns))
    return scipy.sparse.coo_array(content, shape=(n * n_times,) * 2)


def _ones(matrix: Any) -> coo_array:
    """A one for each entry that a matrix holds."""
    import scipy

    entries = matrix.tocoo()
    ends = (entries.row.astype(np.int64), entries.col.astype(np.int64))
    return scipy.sparse.coo_array((np.ones(entries.nnz, np.int64), ends), shape=matrix.shape)
