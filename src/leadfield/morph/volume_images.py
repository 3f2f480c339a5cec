"""Images of morphed estimates in volumes."""

import math
from typing import Any

import numpy as np
import scipy

from leadfield.base.arrays import Floats
from leadfield.base.errors import MismatchError
from leadfield.estimates.nifti import image_affine, make_image, one_value_a_source
from leadfield.estimates.source_courses import SourceCourses, Values
from leadfield.morph.registration import ImageGrid
from leadfield.morph.volumes import VolumeMorph


def morphed_image(
    morph: VolumeMorph, courses: SourceCourses, sizes: Floats | None, kind: str
) -> Any:
    """A nibabel image (x, y, z, n_times) of an estimate that was morphed, zeros elsewhere.

    Its voxels are the points that the morph leads to, or, resliced, of ``sizes`` in mm. It lies in
    the scanner coordinates of the other subject.
    """
    if courses.axes.kind != "volume":
        msg = (
            f"images are of estimates in volumes, got a {courses.axes.description}: morph "
            "stc.volume()"
        )
        raise MismatchError(msg)
    values, end = one_value_a_source(courses), morph.path.end
    filled: Values = np.zeros((math.prod(end.shape), values.shape[1]), values.dtype)
    filled[np.concatenate(morph.vertices_to)] = values
    filled = filled.reshape(*end.shape, -1, order="F")
    if sizes is not None:
        filled, end = _resliced(filled, end, sizes)
    return make_image(filled, end.to_scanner, courses.axes.tstep, kind)


def mri_sizes(morph: VolumeMorph) -> Floats:
    """Sizes (3,) of a voxel in mm of the MRI that the sources were made in."""
    affine = image_affine(morph.path.grid, in_voxels=True, in_ras=True)
    found: Floats = np.linalg.norm(affine[:3, :3], axis=0)
    return found


def _resliced(values: Values, grid: ImageGrid, sizes: Floats) -> tuple[Values, ImageGrid]:
    """Values at voxels of other sizes, by linear interpolation between those around each."""
    before = grid.sizes
    after = grid.resliced(before, sizes)
    found = np.empty((*after.shape, values.shape[3]), values.dtype)
    for sample in range(values.shape[3]):
        found[..., sample] = scipy.ndimage.affine_transform(
            values[..., sample], sizes / before, output_shape=after.shape, order=1
        )
    return found, after
