"""Patches of cortex around each source, and the directions that a source may have."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import scipy

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.forward.orient import tangents_and_normals
from leadfield.inverse.operator import InverseModel
from leadfield.sources.space import SourceSpace, SpaceKind

if TYPE_CHECKING:
    from scipy.sparse import csr_array

RADIUS = 8e-3  # m
FACING = 0.3  # least cosine of a patch's normals with that in its middle
TILT = np.deg2rad(17)  # of a source from the normal, in one of four ways
UPRIGHT = 1 / 3  # weight of the normal itself


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Directions:
    """Directions of a current at each source, and how likely each is.

    ``vectors`` (n_sources, n_directions, 3) are unit vectors, or (n_sources, n_directions, 1) a
    sign where orientations are fixed; ``weights`` (n_sources, n_directions) sum to 1.
    """

    vectors: Floats
    weights: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


def patch_means(model: InverseModel, leads: Floats) -> Floats:
    """Mean lead field (n_sources, p, k) of the facing patch around each source.

    ``leads`` (n_sources, p, k) are along the model's orientations; the means are along x, y, z
    of its frame, or along the source's normal where orientations are fixed. Sources of volumes
    are their own patch.
    """
    n, p, k = leads.shape
    if model.free:
        axes = model.orientations.reshape(n, p, 3)
        leads = axes.swapaxes(1, 2) @ leads
    means = np.empty_like(leads)
    first = 0
    for space in model.sources.spaces:
        rows = slice(first, first + space.n_sources)
        first = rows.stop
        means[rows] = leads[rows]
        if space.kind is SpaceKind.SURFACE and space.n_sources:
            mean = _averaging(space) @ leads[rows].reshape(space.n_sources, p * k)
            means[rows] = mean.reshape(-1, p, k)
    return means


def source_directions(model: InverseModel) -> Directions:
    """Directions near the normal on a cortex, all around in volumes.

    On a cortex the normal counts a third, four directions that are tilted by 17 degrees a sixth
    each. In volumes there are the six axes of an icosahedron.
    """
    n = model.sources.n_sources
    if not model.free:
        return Directions(vectors=np.ones((n, 1, 1)), weights=np.ones((n, 1)))
    vectors, weights = np.zeros((n, 6, 3)), np.zeros((n, 6))
    axes = tangents_and_normals(model.sources.normals)
    first, second, normals = axes.swapaxes(0, 1)
    tilted = [
        np.cos(TILT) * normals + np.sin(TILT) * one for one in (first, -first, second, -second)
    ]
    vectors[:, :5] = np.stack([normals, *tilted], axis=1)
    weights[:, :5] = [UPRIGHT, *4 * [(1 - UPRIGHT) / 4]]
    place = 0
    for space in model.sources.spaces:
        rows = slice(place, place + space.n_sources)
        place = rows.stop
        if space.kind is not SpaceKind.SURFACE:
            vectors[rows], weights[rows] = _icosahedron(), 1 / 6
    return Directions(vectors=vectors, weights=weights)


def _averaging(space: SourceSpace) -> "csr_array":
    """Matrix (n_sources, n_sources) that averages over each facing patch."""
    places, normals = space.positions[space.vertices], space.normals[space.vertices]
    pairs = scipy.spatial.cKDTree(places).query_pairs(RADIUS, output_type="ndarray")
    pairs = pairs[np.vecdot(normals[pairs[:, 0]], normals[pairs[:, 1]]) > FACING]
    n = len(places)
    rows = np.concatenate([np.arange(n), pairs[:, 0], pairs[:, 1]])
    columns = np.concatenate([np.arange(n), pairs[:, 1], pairs[:, 0]])
    counts = np.bincount(rows, minlength=n)
    return scipy.sparse.csr_array((1 / counts[rows], (rows, columns)), shape=(n, n))


def _icosahedron() -> Floats:
    """Six axes (6, 3), as far from each other as can be."""
    golden = (1 + 5**0.5) / 2
    corners = [[0, 1, golden], [0, 1, -golden]]
    axes = np.array([np.roll(one, turn) for one in corners for turn in range(3)])
    unit: Floats = axes / np.linalg.norm(axes, axis=1, keepdims=True)
    return unit
