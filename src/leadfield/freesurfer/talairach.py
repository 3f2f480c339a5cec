"""Talairach transform of a subject: from surface RAS to MNI coordinates."""

import gzip
import struct
import zlib
from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.errors import FormatError
from leadfield.base.foreign_formats import HEAD, TEXT, other_format

# An MGH header: version, four sizes, type, degrees of freedom; then whether the rest holds:
# voxel sizes, direction cosines by axis, RAS of the centre.
SIZES = struct.Struct(">7i")
GEOMETRY = struct.Struct(">h15f")


def surface_to_mni(home: Path) -> Floats | None:
    """The transform (4, 4), in mm, of the subject with this folder; None if files are absent."""
    path, volume = home / "mri" / "transforms" / "talairach.xfm", home / "mri" / "orig.mgz"
    if not (path.is_file() and volume.is_file()):
        return None
    found: Floats = read_talairach(path) @ read_surface_to_scanner(volume)
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
    try:
        with gzip.open(path) as stream:
            head = stream.read(SIZES.size + GEOMETRY.size)
    except (OSError, EOFError, zlib.error) as error:
        raise FormatError(path, f"an .mgz file must be gzipped ({error})") from error
    if len(head) < SIZES.size + GEOMETRY.size or head[:4] != b"\0\0\0\1":
        msg = "an MGH image must start with its header of version 1"
        raise FormatError(path, msg)
    shape = np.array(SIZES.unpack_from(head)[1:4])
    good, *values = GEOMETRY.unpack_from(head, SIZES.size)
    if not good:
        return np.eye(4)  # Without geometry FreeSurfer takes surface RAS for scanner RAS.
    if not np.isfinite(values).all():
        raise FormatError(path, "voxels must have sizes above 0 and finite directions")
    size, centre = np.array(values[:3]), np.array(values[12:])
    directions = np.reshape(values[3:12], (3, 3)).T
    # Surface RAS: the same voxels, with coronal slices and the centre at zero.
    coronal = np.array([[-1.0, 0, 0], [0, 0, 1], [0, -1, 0]])
    to_scanner = _affine(directions * size, centre, shape)
    to_surface = _affine(coronal * size, np.zeros(3), shape)
    if not np.linalg.det(to_surface):
        raise FormatError(path, "voxels must have sizes above 0, one has none")
    found: Floats = to_scanner @ np.linalg.inv(to_surface)
    return found


def _affine(axes: Floats, centre: Floats, shape: Ints) -> Floats:
    """Voxel indices to coordinates, the middle voxel at ``centre``."""
    out = np.eye(4)
    out[:3, :3] = axes
    out[:3, 3] = centre - axes @ (shape / 2)
    return out
