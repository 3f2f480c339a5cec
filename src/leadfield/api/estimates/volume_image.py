"""Images of estimates in volumes, with the arguments that users give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.checks import one_of
from leadfield.estimates.nifti import volume_image

if TYPE_CHECKING:
    from leadfield.estimates.source_courses import SourceCourses


def image_of_estimate(
    courses: SourceCourses, src: object, dest: str, mri_resolution: object, kind: str
) -> Any:
    """A NIfTI image of an estimate in a volume."""
    one_of("dest", dest, ("mri", "surf"))
    one_of("mri_resolution", mri_resolution, (False, True))
    return volume_image(
        courses,
        as_sources(src),
        in_voxels=mri_resolution is True,
        in_ras=dest == "mri",
        kind=kind,
    )
