"""Labels grown from seeds along the surface, each on its own or until they meet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import InputError
from leadfield.freesurfer.surface import Surface
from leadfield.labels.label import CorticalLabel, Rgba
from leadfield.numerics.mesh import edge_lengths, triangles_at

if TYPE_CHECKING:
    from scipy.sparse import csr_array

MM = 1e-3
ROUNDING = 1 + 1e-9  # of lengths that were added up


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
    edges, kept = _mesh_in_reach(seeds, [seed.extent for seed in seeds], surface)
    labels = []
    for seed in seeds:
        ways = scipy.sparse.csgraph.dijkstra(
            edges,
            indices=np.searchsorted(kept, seed.vertices),
            min_only=True,
            limit=seed.extent,
        )
        inside = np.flatnonzero(np.isfinite(ways))
        values = np.floor(ways[inside])
        labels.append(_label(seed, kept[inside], values, surface=surface, subject=subject))
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
    extents = np.array([seed.extent for seed in seeds])
    # A seed that is nearest, but too far, still keeps others away.
    edges, kept = _mesh_in_reach(seeds, [extents.max()] * len(seeds), surface)
    owner_of_seed = owner_of_seed[kept]
    ways, _, nearest = scipy.sparse.csgraph.dijkstra(
        edges,
        indices=np.flatnonzero(owner_of_seed >= 0),
        min_only=True,
        return_predecessors=True,
    )
    joined = np.isfinite(ways)
    owner = np.where(joined, owner_of_seed[np.where(joined, nearest, 0)], -1)
    owner[joined & (ways > extents[owner])] = -1
    labels = []
    for place, seed in enumerate(seeds):
        vertices = kept[owner == place]
        values = np.ones(len(vertices))
        labels.append(_label(seed, vertices, values, surface=surface, subject=subject))
    return labels


def _mesh_in_reach(
    seeds: Sequence[Seed], extents: Sequence[float], surface: Surface
) -> tuple["csr_array", Ints]:
    """Edges of the part of the surface within boxes around seeds, and its vertices.

    No way along the surface is shorter than a straight line.
    """
    places = surface.vertices
    near = np.zeros(len(places), bool)
    axes, everywhere = np.ascontiguousarray(places.T), np.arange(len(places))
    for seed, extent in zip(seeds, extents, strict=True):
        inside, reach = everywhere, ROUNDING * extent
        for axis in axes:
            own, some = axis[seed.vertices], axis[inside]
            within = (some >= own.min() - reach) & (some <= own.max() + reach)
            inside = inside[np.flatnonzero(within)]
        near[inside] = True
    triangles = triangles_at(surface.triangles, near)
    near[triangles] = True
    kept = np.flatnonzero(near)
    number = np.cumsum(near) - 1
    return edge_lengths(places[kept], number[triangles]), kept


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
