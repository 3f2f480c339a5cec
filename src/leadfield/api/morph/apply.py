"""Application of a morph to what users give: estimates or images of one, several, an iterator."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np

from leadfield.api.estimates.base_estimate import BaseSourceEstimate
from leadfield.api.estimates.kinds import as_estimate, estimate_of, is_estimate
from leadfield.api.interop.origin import kind_of
from leadfield.base.arrays import Floats
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.estimates.source_courses import SourceCourses
from leadfield.morph.mixed import Morph, apply_any_morph, cortex_and_volumes
from leadfield.morph.volume_images import morphed_image, mri_sizes
from leadfield.morph.volumes import VolumeMorph


def apply_morph(
    morph: Morph, stc_from: Any, output: str, mri_resolution: Any, mri_space: object
) -> Any:
    """Estimates or images of the other subject."""
    volumes = cortex_and_volumes(morph)[1]
    if output == "stc" or volumes is None:
        one_of("output", output, ("stc",))
        one_of("mri_resolution", mri_resolution, (False,))
        one_of("mri_space", mri_space, (None, False))
        return _each(stc_from, lambda courses: estimate_of(*apply_any_morph(morph, courses)))
    one_of("output", output, ("stc", "nifti1", "nifti2"))
    one_of("mri_space", mri_space, (None, True))
    sizes = _sizes(volumes, mri_resolution)

    def image(courses: SourceCourses) -> Any:
        data, axes = apply_any_morph(morph, courses)
        return morphed_image(volumes, SourceCourses(axes=axes, data=data), sizes, output)

    return _each(stc_from, image)


def _each(stc_from: Any, make: Callable[[SourceCourses], Any]) -> Any:
    """What is made of one estimate, of a list or of an iterator of them."""
    stc = as_estimate(stc_from) if is_estimate(stc_from) else stc_from
    if isinstance(stc, BaseSourceEstimate):
        return make(stc.value)
    if isinstance(stc_from, Iterator):
        return (_each(one, make) for one in stc_from)
    if isinstance(stc_from, Iterable):
        return [_each(one, make) for one in stc_from]
    msg = f"stc_from must be a source estimate or several, got {kind_of(stc_from)}"
    raise ArgumentTypeError(msg)


def _sizes(volumes: VolumeMorph, mri_resolution: Any) -> Floats | None:
    """Sizes of voxels in mm, None for the distance of the targets."""
    if isinstance(mri_resolution, bool):
        return mri_sizes(volumes) if mri_resolution else None
    given = mri_resolution if isinstance(mri_resolution, Iterable) else (mri_resolution,) * 3
    sizes = np.array([number("mri_resolution", size, above=0) for size in given])
    if len(sizes) != 3:
        msg = f"mri_resolution must be one size of voxels in mm, or three, got {mri_resolution!r}"
        raise InputError(msg)
    return sizes
