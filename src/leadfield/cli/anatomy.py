"""Where a vertex is: its coordinates, and its region of the cortex."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.errors import MismatchError, MissingFileError
from leadfield.base.files import as_path
from leadfield.forward.model import ForwardModel
from leadfield.freesurfer.annotation import Parcellation, read_annotation
from leadfield.freesurfer.subjects import VARIABLE
from leadfield.freesurfer.talairach import surface_to_mni
from leadfield.recording.frames import Frame

PARCELLATION = "aparc"
Point = tuple[float, float, float]


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Surface RAS and MNI coordinates in mm, and the region, each None where not known."""

    surface_ras_mm: Point
    mni_mm: Point | None
    label: str | None


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Anatomy:
    """Sources of a forward model, and what the subject's folder tells of them.

    ``to_mni`` (4, 4) goes from surface RAS to MNI coordinates, in mm.
    """

    forward: ForwardModel
    to_mni: Floats | None
    parcellations: Mapping[str, Parcellation]

    def __post_init__(self) -> None:
        lock_arrays(self)

    def place(self, side: str, vertex: int) -> Place:
        """Where a vertex of a hemisphere is."""
        spaces = self.forward.sources.spaces
        space = next(one for one in spaces if one.hemisphere == side)
        point = space.positions[[vertex]]
        if space.frame != Frame.MRI:
            point = self.forward.mri_to_head.between(space.frame, Frame.MRI).points(point)
        point = 1e3 * point[0]
        mni = None if self.to_mni is None else (self.to_mni @ [*point, 1.0])[:3]
        parcels = self.parcellations.get(side)
        label = None
        if parcels is not None and vertex < len(parcels.labels) and parcels.labels[vertex] >= 0:
            label = f"{parcels.names[parcels.labels[vertex]]}-{side}"
        return Place(
            surface_ras_mm=_rounded(point),
            mni_mm=None if mni is None else _rounded(mni),
            label=label,
        )


def _rounded(point: Floats) -> Point:
    x, y, z = np.round(point, 2).tolist()
    return x, y, z


def read_anatomy(forward: ForwardModel, subjects_dir: Path | None) -> Anatomy:
    """The anatomy of a forward model's subject, as far as its folder has it.

    Without ``subjects_dir`` that is SUBJECTS_DIR, and nothing has to be there.
    """
    if any(space.hemisphere is None for space in forward.sources.spaces):
        msg = f"--forward must be of cortical surfaces, got a {forward.sources.kind} source space"
        raise MismatchError(msg)
    home = _home(forward.sources.subject, subjects_dir)
    parcellations, to_mni = {}, None
    if home is not None:
        for side in ("lh", "rh"):
            path = home / "label" / f"{side}.{PARCELLATION}.annot"
            if path.is_file():
                parcellations[side] = read_annotation(path)
        to_mni = surface_to_mni(home)
    return Anatomy(forward=forward, to_mni=to_mni, parcellations=parcellations)


def _home(subject: str | None, subjects_dir: Path | None) -> Path | None:
    """The subject's folder, None if it is not known."""
    if subjects_dir is None:
        given = os.environ.get(VARIABLE)
        home = Path(given).expanduser() / subject if given and subject else None
        return home if home is not None and home.is_dir() else None
    folder = as_path(subjects_dir)
    if not folder.is_dir():
        msg = f"--subjects-dir must be a folder that exists, got {str(folder)!r}"
        raise MissingFileError(msg)
    if subject is None:
        return None
    if not (folder / subject).is_dir():
        msg = f"--subjects-dir must hold the subject of --forward, {folder} has no {subject!r}"
        raise MissingFileError(msg)
    return folder / subject
