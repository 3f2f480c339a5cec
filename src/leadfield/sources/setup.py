"""Cortical source spaces from a subject's FreeSurfer surfaces."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import MismatchError
from leadfield.base.log import LOGGER
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.surface import Surface, read_surface
from leadfield.numerics.mesh import vertex_normals
from leadfield.sources.space import HEMISPHERES, LEFT, RIGHT, Sources, SourceSpace, SpaceKind
from leadfield.sources.spacing import Spacing, nearest_to_sphere, thinned

MM = 1e-3


def cortical_sources(folder: Path, subject: str, spacing: Spacing, surface: str) -> Sources:
    """Sources on both hemispheres, chosen by ``spacing``, in the MRI frame."""
    sphere = spacing.sphere
    spaces = []
    for hemisphere, number in zip(HEMISPHERES, (LEFT, RIGHT), strict=True):
        mesh = read_surface(subject_file(folder, subject, "surf", f"{hemisphere}.{surface}"))
        n = len(mesh.vertices)
        used = None
        if sphere is not None:
            inflated = _sphere_of(mesh, folder, subject, hemisphere)
            vertices, used = nearest_to_sphere(sphere, inflated, mesh.triangles)
        elif spacing.kind == "mm":
            vertices = thinned(mesh.triangles, n, spacing.grade)
        else:
            vertices = np.arange(n)
        normals = vertex_normals(mesh.vertices, mesh.triangles)
        # A vertex of no triangle has no direction to be a source in.
        vertices = vertices[normals[vertices].any(axis=1)]
        LOGGER.info("%s.%s: %d of %d vertices are sources", hemisphere, surface, len(vertices), n)
        spaces.append(
            SourceSpace(
                kind=SpaceKind.SURFACE,
                positions=mesh.vertices * MM,
                normals=normals,
                vertices=vertices,
                surface=number,
                triangles=mesh.triangles,
                used_triangles=used,
                subject=subject,
            )
        )
    return Sources(spaces=tuple(spaces))


def _sphere_of(mesh: Surface, folder: Path, subject: str, hemisphere: str) -> Floats:
    inflated = read_surface(subject_file(folder, subject, "surf", f"{hemisphere}.sphere")).vertices
    if len(inflated) != len(mesh.vertices):
        msg = (
            f"{hemisphere}.sphere must have the surface's {len(mesh.vertices)} vertices, got "
            f"{len(inflated)}: run FreeSurfer's reconstruction of {subject!r} again"
        )
        raise MismatchError(msg)
    return inflated
