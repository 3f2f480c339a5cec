"""Sources moved to another cortex one by one, and estimates on them taken back."""

from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.checks import listed
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.log import LOGGER
from leadfield.estimates.source_courses import SourceAxes, Values
from leadfield.labels.surface import read_hemisphere
from leadfield.morph.compute import Subjects
from leadfield.numerics.mesh import neighbours, vertex_normals
from leadfield.numerics.nearest import nearest_places
from leadfield.recording.frames import Frame
from leadfield.sources.space import HEMISPHERES, Sources, SourceSpace, SpaceKind

MM = 1e-3


def move_sources(sources: Sources, subjects: Subjects, surf: str) -> Sources:
    """Source spaces on the target's surface ``surf``, with a vertex for each source."""
    spaces = []
    for space in sources.spaces:
        moved = moved_vertices(space, subjects)
        mesh = read_hemisphere(subjects.folder, subjects.target, str(space.hemisphere), surf)
        number = np.full(len(space.positions), -1)
        number[space.vertices] = moved
        used = space.used_triangles
        corners = None if used is None else number[used]
        spaces.append(
            SourceSpace(
                kind=SpaceKind.SURFACE,
                positions=mesh.vertices * MM,
                normals=vertex_normals(mesh.vertices, mesh.triangles),
                vertices=np.sort(moved),
                frame=Frame.MRI,
                surface=space.surface,
                triangles=mesh.triangles,
                # Triangles of sources that were left out are none there.
                used_triangles=None if corners is None or (corners < 0).any() else corners,
                subject=subjects.target,
            )
        )
    return Sources(spaces=tuple(spaces))


def sources_subject(sources: Sources, subject: str | None) -> str:
    """The subject of source spaces: their own, or the one that is given where they have none."""
    known = {subject, sources.subject} - {None}
    if len(known) != 1:
        msg = (
            f"the source spaces must be of one subject, they are of {sources.subject!r}, got "
            f"{subject!r}"
        )
        raise MismatchError(msg)
    return str(known.pop())


def moved_vertices(space: SourceSpace, subjects: Subjects) -> Ints:
    """The target's vertex for each source: the nearest one on the registered spheres.

    Where that is taken, it is its first free neighbour.
    """
    if space.hemisphere is None:
        msg = f"src must hold surfaces, got a {space.kind.name.lower()} source space"
        raise InputError(msg)
    side = HEMISPHERES.index(space.hemisphere)
    here, there = (subjects.sphere(one, side) for one in (subjects.source, subjects.target))
    if len(here.vertices) != len(space.positions):
        msg = (
            f"{subjects.source!r} must have the {len(space.positions)} vertices of the source "
            f"space, got {len(here.vertices)}: is it the right subject?"
        )
        raise MismatchError(msg)
    moved = nearest_places(here.vertices[space.vertices], there.vertices)
    if len(np.unique(moved)) == len(moved):
        return moved
    edges = neighbours(there.triangles, len(there.vertices))
    taken = np.zeros(len(there.vertices), bool)
    for place, vertex in enumerate(moved.tolist()):
        free = vertex
        if taken[vertex]:
            around = np.sort(edges.indices[edges.indptr[vertex] : edges.indptr[vertex + 1]])
            around = around[~taken[around]]
            if not len(around):
                msg = f"each source must find a vertex of its own, {vertex} is full: take less"
                raise InputError(msg)
            free = int(around[0])
            LOGGER.info("A source was moved from vertex %d, which is taken, to %d", vertex, free)
        moved[place] = free
        taken[free] = True
    return moved


def take_back(
    data: Values, axes: SourceAxes, sources: Sources, subjects: Subjects
) -> tuple[Values, SourceAxes]:
    """Values on a subject's own sources of an estimate on those that were moved from them."""
    rows, vertices = [], []
    for place, space in enumerate(sources.spaces[:2]):
        moved = moved_vertices(space, subjects)
        there = np.isin(moved, axes.vertices[place])
        if there.sum() != len(axes.vertices[place]):
            lost = np.setdiff1d(axes.vertices[place], moved)
            msg = (
                f"all vertices of the estimate must be of sources moved from {subjects.source!r}, "
                f"{listed(lost.tolist())} are not: pass the source spaces that were moved"
            )
            raise MismatchError(msg)
        vertices.append(space.vertices[there])
        order = np.searchsorted(axes.vertices[place], moved[there])
        rows.append(axes.space_of(place).start + order)
    return data[np.concatenate(rows)], replace(
        axes, vertices=tuple(vertices), subject=subjects.source
    )
