"""BEM surfaces of a subject: read from FreeSurfer's ``bem`` folder and downsampled."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import scipy

from leadfield.base.errors import InputError
from leadfield.forward.bem import Shell, ShellKind
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.surface import read_surface
from leadfield.numerics.mesh_sphere import FINEST_ICOSAHEDRON, icosahedron

FILES = {
    ShellKind.INNER_SKULL: "inner_skull.surf",
    ShellKind.OUTER_SKULL: "outer_skull.surf",
    ShellKind.HEAD: "outer_skin.surf",
}
SAME_PLACE = 5e-3  # on the unit sphere


def read_subject_shells(
    folder: Path, subject: str, conductivities: Sequence[float], grade: int | None
) -> list[Shell]:
    """The inner skull alone or all three shells, from a subject's ``bem`` folder.

    ``conductivities`` go outwards; ``grade`` is that of the icosahedron to downsample to.
    """
    if len(conductivities) not in {1, 3}:
        msg = (
            "conductivity must be one number (MEG) or three, brain, skull and scalp (EEG and "
            f"MEG), got {len(conductivities)}"
        )
        raise InputError(msg)
    shells = []
    for (kind, name), sigma in zip(FILES.items(), conductivities, strict=False):
        surface = read_surface(subject_file(folder, subject, "bem", name))
        shell = Shell(
            kind=kind,
            conductivity=float(sigma),
            vertices=surface.vertices * 1e-3,
            triangles=surface.triangles,
        )
        shells.append(shell if grade is None else coarsen_shell(shell, grade))
    return shells


def coarsen_shell(shell: Shell, grade: int) -> Shell:
    """A shell on a subdivided icosahedron, downsampled to the vertices of a coarser one."""
    n_triangles = len(shell.triangles)
    has = next((g for g in range(FINEST_ICOSAHEDRON + 1) if 20 * 4**g == n_triangles), None)
    if has is None or grade > has:
        finest = "no halved icosahedron" if has is None else f"an icosahedron of grade {has}"
        msg = (
            f"ico must be a coarser grade than the {shell.kind.label}'s, got {grade}: it has "
            f"{n_triangles} triangles, {finest}. ico=None takes surfaces as they are"
        )
        raise InputError(msg)
    fine, triangles = icosahedron(has)
    if not np.array_equal(triangles, shell.triangles):
        msg = (
            f"the {shell.kind.label}'s triangles must be in FreeSurfer's order to be coarsened: "
            "decimate it yourself and pass ico=None"
        )
        raise InputError(msg)
    coarse, fewer = icosahedron(grade)
    apart, place = scipy.spatial.KDTree(fine).query(coarse)
    if np.max(apart) > SAME_PLACE:
        msg = f"an icosahedron of grade {grade} must be part of one of grade {has}: it is not"
        raise InputError(msg)
    return replace(shell, vertices=shell.vertices[place], triangles=fewer)
