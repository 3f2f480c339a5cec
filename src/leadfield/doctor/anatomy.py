"""Surfaces of a subject that sensors, sources and digitised points are held against."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import final

from leadfield.forward.bem import ShellKind
from leadfield.forward.head_model import HeadModel
from leadfield.forward.solved import SolvedModel
from leadfield.forward.subject_bem import FILES
from leadfield.forward.triangles import Triangles, triangle_mesh
from leadfield.freesurfer.subjects import subject_folder
from leadfield.freesurfer.surface import read_surface
from leadfield.recording.frames import Frame
from leadfield.sources.space import HEMISPHERES

MM = 1e-3


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectSurfaces:
    """Shells of a subject's head in m, in MRI coordinates, None where it has none.

    ``n_vertices`` are those of the white surface, by hemisphere.
    """

    subject: str
    inner_skull: Triangles | None
    scalp: Triangles | None
    n_vertices: Mapping[str, int]


def read_subject_surfaces(folder: Path, subject: str) -> SubjectSurfaces:
    """The surfaces that a subject, who must be there, has in FreeSurfer's folder."""
    home = subject_folder(folder, subject)
    found = {kind: home / "bem" / name for kind, name in FILES.items()}
    meshes = {kind: _mesh(path) for kind, path in found.items() if path.is_file()}
    cortex = {side: home / "surf" / f"{side}.white" for side in HEMISPHERES}
    return SubjectSurfaces(
        subject=subject,
        inner_skull=meshes.get(ShellKind.INNER_SKULL),
        scalp=meshes.get(ShellKind.HEAD),
        n_vertices={
            side: len(read_surface(path).vertices)
            for side, path in cortex.items()
            if path.is_file()
        },
    )


def shell_of(
    surfaces: SubjectSurfaces | None, head_model: HeadModel | None, kind: ShellKind
) -> Triangles | None:
    """The scalp or the inner skull, in MRI coordinates, of the head model or else the subject."""
    if isinstance(head_model, SolvedModel) and head_model.frame == Frame.MRI:
        for shell, mesh in zip(head_model.shells, head_model.meshes, strict=True):
            if shell.kind == kind:
                return mesh
    if surfaces is None:
        return None
    return surfaces.scalp if kind == ShellKind.HEAD else surfaces.inner_skull


def _mesh(path: Path) -> Triangles:
    surface = read_surface(path)
    return triangle_mesh(MM * surface.vertices, surface.triangles)
