"""Talairach transform of a subject: from surface RAS to MNI coordinates."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.foreign_formats import HEAD, TEXT, other_format
from leadfield.freesurfer.image import read_geometry

IMAGES = ("orig.mgz", "T1.mgz")  # whose header says how voxels lie in the scanner


def surface_to_mni(home: Path) -> Floats | None:
    """The transform (4, 4), in mm, of the subject with this folder; None if files are absent."""
    path = home / "mri" / "transforms" / "talairach.xfm"
    images = [file for name in IMAGES if (file := home / "mri" / name).is_file()]
    if not (path.is_file() and images):
        return None
    found: Floats = read_talairach(path) @ read_surface_to_scanner(images[0])
    return found


def read_talairach(path: Path) -> Floats:
    """The linear transform (4, 4) from scanner RAS to MNI coordinates in an ``.xfm`` file."""
    content = path.read_bytes()
    _, found, after = content.decode("latin-1").partition("Linear_Transform =")
    try:
        numbers = [float(word) for word in after.partition(";")[0].split()]
    except ValueError:
        numbers = []
    if not found or len(numbers) != 12 or not np.isfinite(numbers).all():
        msg = "a Talairach transform must hold 3 x 4 finite numbers after 'Linear_Transform ='"
        raise other_format(path, content[:HEAD], msg, family=[TEXT])
    return np.vstack([np.reshape(numbers, (3, 4)), [0.0, 0, 0, 1]])


def read_surface_to_scanner(path: Path) -> Floats:
    """The transform (4, 4) from surface RAS to scanner RAS in the header of an ``.mgz`` file."""
    return read_geometry(path).surface_to_scanner
