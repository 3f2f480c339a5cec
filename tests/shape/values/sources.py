"""One of every value of the stage sources that holds arrays."""

import numpy as np
import scipy

from leadfield.sources.grid import grid_around
from leadfield.sources.space import LEFT, Sources, SourceSpace, SpaceKind, VolumeGrid


def surface():
    """A triangle with two sources, their patches and the distance between them."""
    return SourceSpace(
        kind=SpaceKind.SURFACE,
        positions=np.eye(3),
        normals=np.eye(3),
        vertices=np.array([0, 2]),
        surface=LEFT,
        triangles=np.array([[0, 1, 2]]),
        used_triangles=np.array([[0, 1, 2]]),
        nearest=np.array([0, 0, 2]),
        nearest_distances=np.zeros(3),
        distances=scipy.sparse.csr_array(np.array([[0, 0, 1.0], [0, 0, 0], [1, 0, 0]])),
        distance_limit=2.0,
    )


def volume():
    """Two points of a grid, one of them a source."""
    grid = VolumeGrid(
        shape=(1, 2, 1),
        neighbours=np.full((2, 26), -1),
        interpolator=scipy.sparse.csr_array(np.eye(8, 2)),
    )
    return SourceSpace(
        kind=SpaceKind.VOLUME,
        positions=np.eye(2, 3),
        normals=np.eye(2, 3),
        vertices=np.array([1]),
        grid=grid,
    )


def values():
    yield surface()
    yield volume()
    yield volume().grid
    yield Sources(spaces=(surface(), volume()))
    yield grid_around(-np.ones(3), np.ones(3), 0.5)
