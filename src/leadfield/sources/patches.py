"""Cortical patches: the surface points that each source stands for (Lin et al. 2006)."""

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.sources.space import SourceSpace


def patch_normals(space: SourceSpace) -> Floats:
    """Unit vectors (n_sources, 3): the mean normal of each source's patch.

    Without patches, or where one is empty, the source's own normal.
    """
    own = space.normals[space.vertices]
    if space.nearest is None:
        return own
    n = len(space.positions)
    sums = [np.bincount(space.nearest, axis, n)[space.vertices] for axis in space.normals.T]
    total = np.column_stack(sums)
    length = np.linalg.norm(total, axis=1, keepdims=True)
    return np.where(length > 0, total / np.where(length > 0, length, 1), own)


def patches(space: SourceSpace) -> tuple[list[Ints], Ints] | None:
    """Points of each patch, and each source's place in that list; None without patches.

    The list goes by the sources the patches were made for, of which the space may have
    lost some since.
    """
    if space.nearest is None:
        return None
    order = np.argsort(space.nearest, kind="stable")
    centres, starts = np.unique(space.nearest[order], return_index=True)
    return np.split(order, starts[1:]), np.searchsorted(centres, space.vertices)
