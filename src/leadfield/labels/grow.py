"""Labels grown from seeds along the surface, each on its own or until they meet."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import InputError
from leadfield.freesurfer.surface import Surface
from leadfield.labels.label import CorticalLabel, Rgba
from leadfield.numerics.mesh import edge_lengths

MM = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Seed:
    """Vertices of a hemisphere to grow a label from, up to ``extent`` mm along the surface."""

    vertices: Ints
    hemisphere: str
    extent: float
    name: str
    colour: Rgba | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)


def grow_circles(seeds: Sequence[Seed], surface: Surface, subject: str) -> list[CorticalLabel]:
    """All vertices within the extent of each seed; values are whole mm from the seed."""
    edges = edge_lengths(surface.vertices, surface.triangles)
    labels = []
    for seed in seeds:
        ways = scipy.sparse.csgraph.dijkstra(
            edges, indices=seed.vertices, min_only=True, limit=seed.extent
        )
        inside = np.flatnonzero(np.isfinite(ways))
        values = np.floor(ways[inside])
        labels.append(_label(seed, inside, values, surface=surface, subject=subject))
    return labels


def grow_until_they_meet(
    seeds: Sequence[Seed], surface: Surface, subject: str
) -> list[CorticalLabel]:
    """Each vertex belongs to the seed that is nearest along the surface, within its extent."""
    owner_of_seed = np.full(len(surface.vertices), -1)
    for place, seed in enumerate(seeds):
        if (owner_of_seed[seed.vertices] >= 0).any():
            msg = f"seeds must not share vertices unless overlap=True, {seed.name!r} does"
            raise InputError(msg)
        owner_of_seed[seed.vertices] = place
    ways, _, nearest = scipy.sparse.csgraph.dijkstra(
        edge_lengths(surface.vertices, surface.triangles),
        indices=np.flatnonzero(owner_of_seed >= 0),
        min_only=True,
        return_predecessors=True,
    )
    joined = np.isfinite(ways)
    owner = np.where(joined, owner_of_seed[np.where(joined, nearest, 0)], -1)
    extents = np.array([seed.extent for seed in seeds])
    owner[joined & (ways > extents[owner])] = -1
    labels = []
    for place, seed in enumerate(seeds):
        vertices = np.flatnonzero(owner == place)
        values = np.ones(len(vertices))
        labels.append(_label(seed, vertices, values, surface=surface, subject=subject))
    return labels


def _label(
    seed: Seed, vertices: Ints, values: Floats, *, surface: Surface, subject: str
) -> CorticalLabel:
    which = ", ".join(map(str, seed.vertices))
    return CorticalLabel(
        vertices=vertices,
        positions=surface.vertices[vertices] * MM,
        values=values,
        hemisphere=seed.hemisphere,
        name=seed.name,
        subject=subject,
        comment=f"up to {seed.extent:g} mm from vertex {which}",
        colour=seed.colour,
    )
