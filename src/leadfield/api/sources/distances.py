"""Distances between sources: ``add_source_space_distances``."""

import numpy as np

from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.checks import number
from leadfield.base.errors import StateError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.sources.distances import with_distances_and_patches
from leadfield.sources.space import Sources


@public("leadfield")
@verbose_aware
def add_source_space_distances(
    src: SourceSpaces,
    dist_limit: float = np.inf,
    n_jobs: int | None = None,
    *,
    verbose: Verbose = None,
) -> SourceSpaces:
    """Find how far sources are from each other along the cortex.

    Parameters
    ----------
    src : SourceSpaces
        The source spaces, of surfaces. They are changed in place, unless they are
        MNE-Python's.
    dist_limit : float
        The largest distance in m to look for. Less takes less time and memory; 0 finds only
        the patch of each source: the points that it is the nearest source of.
    n_jobs : int | None
        Number of cores; -1 takes all.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    src : SourceSpaces
        The source spaces, with distances in m in ``src[0]["dist"]``. Patches
        (``src[0]["nearest"]``) come with them if the limit reaches every point of the surface.

    Raises
    ------
    StateError
        If a source space is no surface.

    See Also
    --------
    setup_source_space : Places sources, and finds all distances with ``add_dist=True``.
    spatial_src_adjacency : Neighbours by distance.

    Notes
    -----
    Paths lead along the edges of the triangles [1]_.

    References
    ----------
    .. [1] Dijkstra 1959, Numerische Mathematik 1:269.

    Examples
    --------
    >>> src = add_source_space_distances(src, dist_limit=0.03, verbose=False)
    >>> bool(0 < src[0]["dist"].data.max() <= 0.03)
    True
    """
    sources = as_sources(src)
    if sources.kind != "surface":
        msg = f"distances along the cortex need surfaces, src has a {sources.kind} source space"
        raise StateError(msg)
    limit = np.inf if dist_limit == np.inf else number("dist_limit", dist_limit, least=0)
    sources = with_distances_and_patches(sources, limit=limit, n_jobs=n_jobs)
    return _hold(src, sources)


def _hold(src: object, sources: Sources) -> SourceSpaces:
    """The source spaces that were given, with others inside; MNE-Python's are left alone."""
    if not isinstance(src, SourceSpaces):
        return SourceSpaces(sources)
    src._take_over(sources)  # noqa: SLF001 - in place, as in MNE-Python
    return src
