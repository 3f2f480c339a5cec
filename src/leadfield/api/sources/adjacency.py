"""Adjacency of sources, for clusters and graphs: by triangles, by distance, and over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.checks import number, whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.sources.adjacency import (
    adjacency_across_hemispheres,
    adjacency_by_distance,
    adjacency_by_triangles,
    adjacency_of_sources,
    over_time,
)

if TYPE_CHECKING:
    from scipy.sparse import coo_array

    from leadfield.base.arrays import Corners


@public("leadfield")
@verbose_aware
def spatial_src_adjacency(
    src: SourceSpaces, dist: float | None = None, verbose: Verbose = None
) -> coo_array:
    """Find which sources are neighbours.

    Parameters
    ----------
    src : SourceSpaces
        The source spaces: surfaces, volumes, or both.
    dist : float | None
        The largest distance in m along the surface between neighbours, for source spaces that
        know distances; None takes those that share an edge of a triangle, or that are next to
        each other along an axis of a volume's grid.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    adjacency : coo_array, shape (n_sources, n_sources)
        Ones where sources are neighbours; each is one of itself, unless ``dist`` is given.

    Raises
    ------
    StateError
        If there are neither triangles between sources nor distances.

    See Also
    --------
    spatio_temporal_src_adjacency : The same, and neighbours in time.
    add_source_space_distances : Finds distances.

    Examples
    --------
    >>> spatial_src_adjacency(src).sum(axis=1)[:5]
    array([6, 6, 6, 6, 6])
    """
    return spatio_temporal_src_adjacency(src, 1, dist)


@public("leadfield")
@verbose_aware
def spatio_temporal_src_adjacency(
    src: SourceSpaces, n_times: int, dist: float | None = None, verbose: Verbose = None
) -> coo_array:
    """Find which sources at which times are neighbours.

    Parameters
    ----------
    src : SourceSpaces
        The source spaces: surfaces, volumes, or both.
    n_times : int
        Number of times.
    dist : float | None
        The largest distance in m along the surface between neighbours, see
        :func:`spatial_src_adjacency`.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    adjacency : coo_array, shape (n_times * n_sources, n_times * n_sources)
        Ones for neighbours at the same time, and for a source at times that follow each
        other. All sources at the first time come first.

    See Also
    --------
    spatial_src_adjacency : Neighbours in space alone.

    Examples
    --------
    >>> spatio_temporal_src_adjacency(src, 3).shape
    (252, 252)
    """
    sources = as_sources(src)
    if dist is None:
        return over_time(adjacency_of_sources(sources), _count(n_times))
    if sources.kind != "surface":
        msg = f"dist must be None unless src has surfaces alone, got {dist!r} and {sources.kind}"
        raise InputError(msg)
    return spatio_temporal_dist_adjacency(src, n_times, dist)


@public("leadfield")
@verbose_aware
def spatial_tris_adjacency(
    tris: ArrayLike, remap_vertices: bool = False, verbose: Verbose = None
) -> coo_array:
    """Find which vertices of triangles are neighbours.

    Parameters
    ----------
    tris : array_like of int, shape (n_tris, 3)
        The triangles.
    remap_vertices : bool
        Whether to number the vertices that occur anew, from 0 up, as part of a surface needs.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    adjacency : coo_array, shape (n_vertices, n_vertices)
        Ones where two vertices share an edge, and on the diagonal.

    Raises
    ------
    InputError
        If a vertex is in no triangle and ``remap_vertices`` is False.

    See Also
    --------
    spatio_temporal_tris_adjacency : The same, and neighbours in time.

    Examples
    --------
    >>> spatial_tris_adjacency([[0, 1, 2], [1, 2, 3]]).toarray()
    array([[1, 1, 1, 0],
           [1, 1, 1, 1],
           [1, 1, 1, 1],
           [0, 1, 1, 1]])
    """
    return spatio_temporal_tris_adjacency(tris, 1, remap_vertices)


@public("leadfield")
@verbose_aware
def spatio_temporal_tris_adjacency(
    tris: ArrayLike, n_times: int, remap_vertices: bool = False, verbose: Verbose = None
) -> coo_array:
    """Find which vertices of triangles at which times are neighbours.

    Parameters
    ----------
    tris : array_like of int, shape (n_tris, 3)
        The triangles.
    n_times : int
        Number of times.
    remap_vertices : bool
        Whether to number the vertices that occur anew, from 0 up.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    adjacency : coo_array, shape (n_times * n_vertices, n_times * n_vertices)
        Ones for neighbours at the same time, and for a vertex at times that follow each
        other.

    See Also
    --------
    spatial_tris_adjacency : Neighbours in space alone.

    Examples
    --------
    >>> spatio_temporal_tris_adjacency([[0, 1, 2]], 2).shape
    (6, 6)
    """
    triangles = _triangles(tris)
    if remap_vertices:
        triangles = np.unique(triangles, return_inverse=True)[1].reshape(-1, 3)
    return over_time(adjacency_by_triangles(triangles), _count(n_times))


@public("leadfield")
@verbose_aware
def spatial_dist_adjacency(src: SourceSpaces, dist: float, verbose: Verbose = None) -> coo_array:
    """Find which sources are near each other along the cortex.

    Parameters
    ----------
    src : SourceSpaces
        The source spaces, with distances between sources.
    dist : float
        The largest distance in m between neighbours.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    adjacency : coo_array, shape (n_sources, n_sources)
        Ones where two sources are near each other; none on the diagonal.

    Raises
    ------
    StateError
        If the source spaces know no distances.

    See Also
    --------
    add_source_space_distances : Finds distances.
    spatio_temporal_dist_adjacency : The same, and neighbours in time.

    Examples
    --------
    >>> src = add_source_space_distances(src, dist_limit=0.03, verbose=False)
    >>> spatial_dist_adjacency(src, 0.02).shape
    (84, 84)
    """
    return spatio_temporal_dist_adjacency(src, 1, dist)


@public("leadfield")
@verbose_aware
def spatio_temporal_dist_adjacency(
    src: SourceSpaces, n_times: int, dist: float, verbose: Verbose = None
) -> coo_array:
    """Find which sources at which times are near each other along the cortex.

    Parameters
    ----------
    src : SourceSpaces
        The source spaces, with distances between sources.
    n_times : int
        Number of times.
    dist : float
        The largest distance in m between neighbours.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    adjacency : coo_array, shape (n_times * n_sources, n_times * n_sources)
        Ones for neighbours at the same time, and for a source at times that follow each
        other.

    See Also
    --------
    spatial_dist_adjacency : Neighbours in space alone.

    Examples
    --------
    >>> src = add_source_space_distances(src, dist_limit=0.03, verbose=False)
    >>> spatio_temporal_dist_adjacency(src, 2, 0.02).shape
    (168, 168)
    """
    most = number("dist", dist, least=0)
    return over_time(adjacency_by_distance(as_sources(src), most), _count(n_times))


@public("leadfield")
@verbose_aware
def spatial_inter_hemi_adjacency(
    src: SourceSpaces, dist: float, verbose: Verbose = None
) -> coo_array:
    """Find which sources of the two hemispheres are near each other.

    Parameters
    ----------
    src : SourceSpaces
        The source spaces of both hemispheres.
    dist : float
        The largest distance in m between neighbours, in a straight line.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    adjacency : coo_array, shape (n_sources, n_sources)
        Ones where sources of different hemispheres are near each other, to be added to the
        adjacency inside the hemispheres.

    See Also
    --------
    spatial_src_adjacency : Neighbours inside the hemispheres.

    Examples
    --------
    >>> both = spatial_src_adjacency(src) + spatial_inter_hemi_adjacency(src, 0.02)
    >>> both.shape
    (84, 84)
    """
    return adjacency_across_hemispheres(as_sources(src), number("dist", dist, least=0))


def _triangles(tris: ArrayLike) -> Corners:
    found = np.asarray(tris)
    if found.dtype.kind not in "iu" or found.ndim != 2 or found.shape[1] != 3:
        msg = f"tris must be whole numbers, three a triangle, got {found.shape} {found.dtype}"
        raise ArgumentTypeError(msg)
    if found.min(initial=0) < 0:
        msg = f"tris must be vertex numbers from 0 up, got {found.min()}"
        raise InputError(msg)
    return found.astype(np.int64)


def _count(n_times: int) -> int:
    return whole("n_times", n_times, least=1)
