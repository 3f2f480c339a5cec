"""Where dipoles are in a subject's MRI, in MNI coordinates and in which structures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from leadfield.api.forward.make import as_registration
from leadfield.base.errors import MissingFileError
from leadfield.freesurfer.image import read_image
from leadfield.freesurfer.structures import standard_structures
from leadfield.freesurfer.subjects import subject_file, subject_folder, subjects_folder
from leadfield.freesurfer.talairach import surface_to_mni
from leadfield.numerics.affine import apply_affine
from leadfield.recording.frames import Frame
from leadfield.sources.grid import values_at

if TYPE_CHECKING:
    from leadfield.api.recording.transforms import CoordinateTransform
    from leadfield.base.arrays import Floats

    Trans = CoordinateTransform | str | Path | None
UNKNOWN = "Unknown"  # in FreeSurfer's table: none of its structures
SEGMENTATIONS = ("aparc+aseg", "wmparc")  # of which "auto" takes the first that is there


def places_in_mri(positions: Floats, trans: Trans) -> Floats:
    """Places (n, 3) of the head in MRI coordinates, in mm."""
    found: Floats = 1e3 * as_registration(trans).between(Frame.HEAD, Frame.MRI).points(positions)
    return found


def places_in_mni(
    positions: Floats, subject: str, trans: Trans, subjects_dir: str | Path | None
) -> Floats:
    """Places (n, 3) of the head in MNI coordinates, in mm."""
    home = subject_folder(subjects_folder(subjects_dir), subject)
    to_mni = surface_to_mni(home)
    if to_mni is None:
        msg = (
            f"{subject!r} must have mri/transforms/talairach.xfm, and mri/orig.mgz or mri/T1.mgz, "
            f"for MNI coordinates, got not both in {home}"
        )
        raise MissingFileError(msg)
    return apply_affine(to_mni, places_in_mri(positions, trans))


def structures_at(
    positions: Floats, trans: Trans, subject: str, aseg: str, subjects_dir: str | Path | None
) -> list[str]:
    """Name of the structure that each place (n, 3) of the head is in."""
    folder = subjects_folder(subjects_dir)
    if aseg == "auto":
        home = subject_folder(folder, subject) / "mri"
        there = [name for name in SEGMENTATIONS if (home / f"{name}.mgz").is_file()]
        aseg = next(iter(there), SEGMENTATIONS[0])
    image = read_image(subject_file(folder, subject, "mri", f"{aseg}.mgz"))
    values = values_at(image, 1e-3 * places_in_mri(positions, trans))
    table = standard_structures()
    names = dict(zip(table.numbers.tolist(), table.names, strict=True))
    return [UNKNOWN if np.isnan(value) else names.get(int(value), UNKNOWN) for value in values]
