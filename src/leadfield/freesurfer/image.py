"""FreeSurfer images (MGH): the geometry in their header, and the values of their voxels."""

import gzip
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import existing

ENDINGS = (".mgz", ".mgh")
# An MGH header: version, four sizes, type, degrees of freedom; then whether the rest holds:
# voxel sizes, direction cosines by axis, RAS of the centre.
SIZES = struct.Struct(">7i")
GEOMETRY = struct.Struct(">h15f")
START = 284  # byte of the first voxel
TYPES = {0: "u1", 1: ">i4", 3: ">f4", 4: ">i2", 10: ">u2"}
MOST_PACKED = 1032  # no gzip file is packed more tightly
# Columns are the directions of the axes in FreeSurfer's surface RAS: slices are coronal.
CORONAL = np.array([[-1.0, 0, 0], [0, 0, 1], [0, -1, 0]])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ImageGeometry:
    """Where the voxels of an image lie.

    ``to_scanner`` and ``to_surface`` (4, 4) lead from voxel indices to scanner RAS and to
    FreeSurfer's surface RAS, in mm.
    """

    shape: tuple[int, int, int]
    to_scanner: Floats
    to_surface: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def to_mri(self) -> Floats:
        """The transform (4, 4) from voxel indices to MRI coordinates, which are in m."""
        found = self.to_surface.copy()
        found[:3] *= 1e-3
        return found

    @property
    def sizes(self) -> Floats:
        """Sizes (3,) of a voxel along the axes of the image, in mm."""
        # The axes of the image are those of surface RAS, in another order.
        found: Floats = np.abs(self.to_surface[:3, :3]).sum(axis=0)
        return found

    @property
    def surface_to_scanner(self) -> Floats:
        """The transform (4, 4) from surface RAS to scanner RAS."""
        found: Floats = self.to_scanner @ np.linalg.inv(self.to_surface)
        return found


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Image:
    """Values (x, y, z) of voxels, and where these lie."""

    geometry: ImageGeometry
    values: NDArray[Any]

    def __post_init__(self) -> None:
        lock_arrays(self)


def read_geometry(path: str | Path) -> ImageGeometry:
    """Where the voxels of an ``.mgz`` or ``.mgh`` file lie, from its header."""
    file = _image_file(path)
    with _opened(file) as stream:
        return _geometry(file, _read(file, stream, SIZES.size + GEOMETRY.size))


def read_image(path: str | Path) -> Image:
    """The one image in an ``.mgz`` or ``.mgh`` file."""
    file = _image_file(path)
    with _opened(file) as stream:
        head = _read(file, stream, START)
        geometry = _geometry(file, head)
        *_, frames, kind, _ = SIZES.unpack_from(head)
        if kind not in TYPES or frames != 1:
            msg = (
                f"an image must hold one frame of values of type {', '.join(map(str, TYPES))}, "
                f"got {frames} of type {kind}"
            )
            raise FormatError(file, msg)
        dtype = np.dtype(TYPES[kind])
        size = int(np.prod(geometry.shape, dtype=object)) * dtype.itemsize
        most = file.stat().st_size * (MOST_PACKED if file.suffix == ".mgz" else 1)
        if size > most:
            raise FormatError(file, f"its {size} bytes of voxels must fit in the file")
        content = _read(file, stream, size)
    values = np.frombuffer(content, dtype).astype(dtype.newbyteorder("="), copy=False)
    return Image(geometry=geometry, values=values.reshape(geometry.shape, order="F"))


def _image_file(path: str | Path) -> Path:
    file = existing(path, "image")
    if file.suffix not in ENDINGS:
        msg = f"an image's file must end in {' or '.join(ENDINGS)}, got {file.name!r}"
        raise InputError(msg)
    return file


def _opened(file: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(file)) if file.suffix == ".mgz" else file.open("rb")


def _read(file: Path, stream: IO[bytes], size: int) -> bytes:
    """So many bytes, all of which must be there."""
    try:
        content = stream.read(size)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise FormatError(file, f"an .mgz file must be gzipped ({error})") from error
    if len(content) < size:
        raise FormatError(file, f"an image must have {size} more bytes, got {len(content)}")
    return content


def _geometry(file: Path, head: bytes) -> ImageGeometry:
    if head[:4] != b"\0\0\0\1":
        msg = "an MGH image must start with its header of version 1"
        raise FormatError(file, msg)
    x, y, z = SIZES.unpack_from(head)[1:4]
    shape = np.array((x, y, z))
    if shape.min() < 1:
        raise FormatError(file, f"an image must have voxels, its shape is {shape.tolist()}")
    good, *values = GEOMETRY.unpack_from(head, SIZES.size)
    if not good:
        # Without geometry FreeSurfer takes voxels of 1 mm, and surface RAS for scanner RAS.
        values = [1.0] * 3 + CORONAL.T.ravel().tolist() + [0.0] * 3
    if not np.isfinite(values).all():
        raise FormatError(file, "voxels must have sizes above 0 and finite directions")
    size, centre = np.array(values[:3]), np.array(values[12:])
    directions = np.reshape(values[3:12], (3, 3)).T
    to_surface = centred_affine(CORONAL * size, np.zeros(3), shape)
    if not np.linalg.det(to_surface):
        raise FormatError(file, "voxels must have sizes above 0, one has none")
    to_scanner = centred_affine(directions * size, centre, shape)
    return ImageGeometry(shape=(x, y, z), to_scanner=to_scanner, to_surface=to_surface)


def centred_affine(axes: Floats, centre: Floats, shape: Ints) -> Floats:
    """Voxel indices to coordinates, the middle voxel at ``centre``."""
    out = np.eye(4)
    out[:3, :3] = axes
    out[:3, 3] = centre - axes @ (shape / 2)
    return out
