"""GIFTI files of estimates on the cortex: the surface of the sources, and their values."""

from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.files import as_path, may_write
from leadfield.base.replacing import Replacement
from leadfield.estimates.source_courses import SourceCourses, Values
from leadfield.sources.space import HEMISPHERES, Sources, SourceSpace, SpaceKind

POINTS, TRIANGLES = "NIFTI_INTENT_POINTSET", "NIFTI_INTENT_TRIANGLE"


def write_gifti(
    path: str | Path, courses: SourceCourses, sources: Sources, *, scale: float, scale_rr: float
) -> None:
    """Write ``path-lh.gii``, ``path-lh.time.gii`` and the same for the right hemisphere.

    Values are multiplied by ``scale``, positions in m by ``scale_rr``.
    """
    if np.iscomplexobj(courses.data):
        msg = "values must be real to be saved as a surface, got complex ones: take abs(stc)"
        raise InputError(msg)
    images = {}
    stem = str(as_path(path))
    for place, (hemisphere, space) in enumerate(_surfaces(courses, sources).items()):
        positions, corners = _between_sources(space)
        values = courses.data[courses.axes.space_of(place)]
        images[f"{stem}-{hemisphere}.gii"] = _surface_image(positions * scale_rr, corners)
        images[f"{stem}-{hemisphere}.time.gii"] = _values_image(values * scale)
    with Replacement() as together:
        for name, image in images.items():
            with together.writing(may_write(name, overwrite=True)) as stream:
                stream.write(image.to_bytes())


def _surfaces(courses: SourceCourses, sources: Sources) -> dict[str, SourceSpace]:
    """The hemispheres, whose sources must be those of the estimate."""
    found = [space for space in sources.spaces if space.kind is SpaceKind.SURFACE]
    if len(found) != 2:
        msg = f"src must hold both hemispheres, got a {sources.kind} source space"
        raise InputError(msg)
    for space, vertices in zip(found, courses.axes.vertices, strict=True):
        if not np.array_equal(space.vertices, vertices):
            msg = (
                f"src must have the sources of the estimate, got {space.n_sources} for "
                f"{len(vertices)}: pass the inverse operator's, inv['src']"
            )
            raise MismatchError(msg)
    return dict(zip(HEMISPHERES, found, strict=True))


def _between_sources(space: SourceSpace) -> tuple[Floats, Ints]:
    """Positions of the sources, and the triangles that have them for corners."""
    number = np.full(len(space.positions), -1)
    number[space.vertices] = np.arange(space.n_sources)
    used = space.used_triangles
    if used is None or (number[used] < 0).any():
        msg = (
            "src must have triangles between all of its sources: where some were left out, as "
            "those near the skull by a forward solution, there are none; make an operator of all"
        )
        raise InputError(msg)
    return space.positions[space.vertices], number[used]


def _surface_image(positions: Floats, corners: Ints) -> Any:
    gifti: Any = import_module("nibabel.gifti")
    return gifti.GiftiImage(
        darrays=[
            gifti.GiftiDataArray(positions.astype(np.float32), POINTS, "NIFTI_TYPE_FLOAT32"),
            gifti.GiftiDataArray(corners.astype(np.int32), TRIANGLES, "NIFTI_TYPE_INT32"),
        ]
    )


def _values_image(values: Values) -> Any:
    """One array for each time."""
    gifti: Any = import_module("nibabel.gifti")
    return gifti.GiftiImage(
        darrays=[
            gifti.GiftiDataArray(column.astype(np.float32), POINTS, "NIFTI_TYPE_FLOAT32")
            for column in values.T
        ]
    )
