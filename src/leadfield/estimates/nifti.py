"""NIfTI images of estimates in volumes: values on the grid of sources, or in an MRI's voxels."""

import gzip
import math
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import looked_up
from leadfield.base.errors import InputError, MismatchError, StateError
from leadfield.base.files import as_path, may_write
from leadfield.base.replacing import replacing
from leadfield.estimates.directions import moment_lengths
from leadfield.estimates.source_courses import SourceCourses, Values
from leadfield.recording.frames import Transform
from leadfield.sources.space import Sources, SourceSpace, VolumeGrid

IMAGES = {"nifti1": "Nifti1Image", "nifti2": "Nifti2Image"}
ENDINGS = (".nii", ".nii.gz")


def volume_image(
    courses: SourceCourses, sources: Sources, *, in_voxels: bool, in_ras: bool, kind: str
) -> Any:
    """A nibabel image (x, y, z, n_times) of values, or of the lengths of moments, zeros elsewhere.

    ``in_voxels`` interpolates to the voxels of the MRI; ``in_ras`` places the image in the MRI's
    own coordinates, not in those of FreeSurfer's surfaces. Its unit is mm.
    """
    spaces = volumes_of(courses, sources)
    values = one_value_a_source(courses)
    grid = grid_of(spaces[0])
    shape = _voxels_of(spaces) if in_voxels else grid.shape
    filled: Values = np.zeros((math.prod(shape), values.shape[1]), values.dtype)
    for place, space in enumerate(spaces):
        here = values[courses.axes.space_of(place)]
        weights = grid_of(space).interpolator
        if in_voxels and weights is not None:
            filled += np.asarray(weights[:, space.vertices] @ here)
        else:
            filled[space.vertices] = here
    affine = image_affine(grid, in_voxels=in_voxels, in_ras=in_ras)
    return make_image(filled.reshape(*shape, -1, order="F"), affine, courses.axes.tstep, kind)


def one_value_a_source(courses: SourceCourses) -> Values:
    """Values (n_sources, n_times) in double precision; lengths of moments."""
    values = moment_lengths(courses.data) if courses.axes.vector else courses.data
    return values.astype(np.complex128 if np.iscomplexobj(values) else np.float64, copy=False)


def make_image(values: Values, affine: Floats, tstep: float, kind: str) -> Any:
    """A nibabel image of values (x, y, z, n_times), whose files are in single precision."""
    image_class = looked_up("format", kind, IMAGES)
    image = getattr(import_module("nibabel"), image_class)(values, affine)
    image.set_data_dtype(np.complex64 if np.iscomplexobj(values) else np.float32)
    image.header.set_xyzt_units("mm", "msec")
    image.header["pixdim"][4] = 1e3 * tstep
    return image


def image_affine(grid: VolumeGrid, *, in_voxels: bool, in_ras: bool) -> Floats:
    """From the points of a grid, or from the voxels of its MRI, to coordinates in mm (4, 4)."""
    to_mri = _known(grid.voxel_to_mri if in_voxels else grid.grid_to_mri)
    affine: Floats = _known(grid.mri_to_ras) @ to_mri if in_ras else to_mri.copy()
    affine[:3] *= 1e3
    return affine


def volumes_of(courses: SourceCourses, sources: Sources) -> list[SourceSpace]:
    """The volumes among the source spaces, which must be those of the estimate, on one grid."""
    found = [space for space in sources.spaces if space.grid is not None]
    if not found:
        msg = f"src must hold a volume's grid, got a {sources.kind} source space"
        raise InputError(msg)
    counts = [space.n_sources for space in found]
    fits = len(found) == len(courses.axes.vertices) and all(
        np.array_equal(space.vertices, vertices)
        for space, vertices in zip(found, courses.axes.vertices, strict=True)
    )
    if not fits:
        msg = (
            f"src must have the sources of the estimate, got {counts} for "
            f"{[len(v) for v in courses.axes.vertices]}: pass the inverse operator's, inv['src']"
        )
        raise MismatchError(msg)
    subject = courses.axes.subject
    if None not in {subject, sources.subject} and subject != sources.subject:
        msg = f"src must be of the estimate's subject, {subject!r}, got {sources.subject!r}"
        raise MismatchError(msg)
    shapes = {grid_of(space).shape for space in found}
    if len(shapes) > 1:
        msg = f"volumes must share one grid to be an image, got {sorted(shapes)}"
        raise InputError(msg)
    return found


def grid_of(space: SourceSpace) -> VolumeGrid:
    """The grid of a volume."""
    if space.grid is None:
        msg = "src must hold a volume's grid, got none"
        raise InputError(msg)
    return space.grid


def _known(transform: Transform | None) -> Floats:
    if transform is None:
        msg = "src must know where its grid is in the MRI: make it with mri= of a volume"
        raise StateError(msg)
    return transform.matrix


def _voxels_of(spaces: list[SourceSpace]) -> tuple[int, int, int]:
    """Numbers of voxels along the axes of the MRI, which all volumes must fill."""
    grids = [grid_of(space) for space in spaces]
    shape = grids[0].mri_shape
    if shape is None or any(grid.interpolator is None for grid in grids):
        msg = (
            "src must have interpolators for mri_resolution=True: make it with "
            "add_interpolator=True"
        )
        raise StateError(msg)
    return shape


def write_image(path: str | Path, image: Any, *, overwrite: bool) -> None:
    """Write an image to a ``.nii`` or ``.nii.gz`` file."""
    target = as_path(path)
    if not target.name.endswith(ENDINGS):
        msg = f"an image's file must end in {' or '.join(ENDINGS)}, got {target.name!r}"
        raise InputError(msg)
    content = image.to_bytes()
    if target.suffix == ".gz":
        content = gzip.compress(content, mtime=0)
    with replacing(may_write(target, overwrite=overwrite)) as stream:
        stream.write(content)
