"""Surrogate sources: what sensors would see of patches of cortex that are not where the model is.

A patch lies half-way through the grey matter, not on the white surface, and a registration error
moves it as a rigid body. Its field is read off the lead field around: a local fit that is linear
in the place, for all directions at once.
"""

from dataclasses import dataclass

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.sources.space import Sources, SourceSpace, SpaceKind

PATCH = 8e-3  # m, radius
FACING = 0.3  # least cosine between normals of a patch: opposite banks of a fold would cancel
OUTWARD = 1.25e-3  # m, from the white surface to the middle of the grey matter
ROTATION = np.deg2rad(1) / 1.7e-3  # per m of the registration error along each axis
NEIGHBOURS = {3: 16, 1: 40}  # sources in a fit, by directions that a source has
SCALE = 1e-2  # m, in which a fit measures distances
RIDGE = 1e-3  # that keeps slopes small where sources lie in a plane


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SourceGeometry:
    """Places (n, 3) in m and orientations (n, n_directions, 3) of sources, in one frame.

    ``middle`` (3,) is the point that a registration error turns them about.
    """

    places: Floats
    orientations: Floats
    middle: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


def surrogate_fields(
    sources: Sources,
    leads: Floats,
    orientations: Floats,
    chosen: Ints,
    *,
    registration: float,
    rng: np.random.Generator,
) -> Floats:
    """Unit fields (n_chosen, n_components) of patches around the chosen sources.

    ``leads`` (n_sources, n_directions, n_components) is the white lead field along
    ``orientations`` (n_sources * n_directions, 3). ``registration`` in m is the standard
    deviation of the error along each axis; the head also turns about each, by a degree for
    1.7 mm.
    """
    n, directions, count = leads.shape
    places = sources.positions
    geometry = SourceGeometry(
        places=places,
        orientations=orientations.reshape(n, directions, 3),
        middle=places.mean(axis=0),
    )
    around = min(NEIGHBOURS[directions], n)
    tree = scipy.spatial.cKDTree(places)
    nearby = np.asarray(tree.query(places[chosen], k=[*range(1, around + 1)])[1])
    moments = _patch_moments(sources, chosen, rng)
    fields = np.empty((len(chosen), count))
    for i, (source, normal, first) in enumerate(zip(chosen.tolist(), *moments, strict=True)):
        arm = places[source] - geometry.middle
        wanted = _displaced(normal, first, arm=arm, registration=registration, rng=rng)
        weights = _fit_weights(geometry, source, nearby[i], wanted)
        fields[i] = weights @ leads[nearby[i]].reshape(-1, count)
    length = np.linalg.norm(fields, axis=1, keepdims=True)
    unit: Floats = np.divide(fields, length, out=np.zeros_like(fields), where=length > 0)
    return unit


def _patch_moments(
    sources: Sources, chosen: Ints, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """Mean normal (n, 3) of each patch, and mean product (n, 3, 3) of normals and offsets.

    Offsets are from the chosen source, in m. Where there is no cortex the patch is a point with
    a random orientation.
    """
    normals, products = np.empty((len(chosen), 3)), np.empty((len(chosen), 3, 3))
    starts = np.cumsum([0, *(space.n_sources for space in sources.spaces)])
    owner = np.searchsorted(starts, chosen, side="right") - 1
    for number, space in enumerate(sources.spaces):
        mine = np.flatnonzero(owner == number)
        if not len(mine):
            continue
        if space.kind is SpaceKind.SURFACE:
            vertices = space.vertices[chosen[mine] - starts[number]]
            normals[mine], products[mine] = _cortical_moments(space, vertices)
        else:
            normals[mine] = rng.standard_normal((len(mine), 3))
            products[mine] = 0
    return normals, products


def _cortical_moments(space: SourceSpace, vertices: Ints) -> tuple[Floats, Floats]:
    normals, products = np.empty((len(vertices), 3)), np.empty((len(vertices), 3, 3))
    tree = scipy.spatial.cKDTree(space.positions)
    groups = tree.query_ball_point(space.positions[vertices], PATCH)
    for i, (vertex, group) in enumerate(zip(vertices.tolist(), groups, strict=True)):
        own = space.normals[group]
        facing = own @ space.normals[vertex] > FACING
        own = own[facing]
        offsets = space.positions[group][facing] - space.positions[vertex] + OUTWARD * own
        normals[i] = own.mean(axis=0)
        products[i] = own.T @ offsets / len(own)
    return normals, products


def _displaced(
    normal: Floats,
    product: Floats,
    *,
    arm: Floats,
    registration: float,
    rng: np.random.Generator,
) -> Floats:
    """Features (12,) of a patch after a random rigid movement about the middle of all sources.

    They are the mean normal, and the mean products of normals with offsets in units of the fit.
    """
    turn = _rotation(ROTATION * registration * rng.standard_normal(3))
    shift = registration * rng.standard_normal(3) + turn @ arm - arm
    moved = turn @ normal
    slopes = turn @ product @ turn.T + np.outer(moved, shift)
    return np.concatenate([moved, (slopes / SCALE).ravel()])


def _rotation(vector: Floats) -> Floats:
    """Rotation matrix (3, 3) about a vector by its length in radians (Rodrigues)."""
    angle = float(np.linalg.norm(vector))
    if angle == 0:
        return np.eye(3)
    x, y, z = vector / angle
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    turn: Floats = np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross
    return turn


def _fit_weights(geometry: SourceGeometry, source: int, nearby: Ints, wanted: Floats) -> Floats:
    """Weights of the columns of nearby sources that add up to a field with these features."""
    offsets = (geometry.places[nearby] - geometry.places[source]) / SCALE
    along = geometry.orientations[nearby]
    slopes = along[:, :, :, np.newaxis] * offsets[:, np.newaxis, np.newaxis, :]
    design = np.concatenate([along, slopes.reshape(*along.shape[:2], 9)], axis=2).reshape(-1, 12)
    gram = design.T @ design
    gram[range(12), range(12)] += RIDGE * np.trace(gram) / 12
    weights: Floats = design @ np.linalg.solve(gram, wanted)
    return weights
