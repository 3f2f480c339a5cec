"""Structures of a segmentation in estimates of volumes: their sources, and their courses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from leadfield.api import labels as room
from leadfield.api.estimates.extract import Extraction, extract_courses
from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.errors import StateError
from leadfield.estimates.label_rows import rows_among
from leadfield.labels.structures import sources_in, volume_of

if TYPE_CHECKING:
    from leadfield.api.estimates.lazy_data import Data, LazyData
    from leadfield.estimates.source_courses import SourceAxes


def extract_structure_courses(parts: tuple[LazyData, SourceAxes], **asked: Any) -> Data:
    """Time courses of structures, as an ``Extraction`` asks for them, of one estimate."""
    courses: Any = extract_courses([parts], Extraction(**asked))
    found: Data = next(courses)
    return found


def restrict_to_structure(
    lazy: LazyData, axes: SourceAxes, label: object, mri: object, src: object
) -> tuple[LazyData, SourceAxes]:
    """Data and axes of the sources whose voxel belongs to a structure; there may be none."""
    if len(axes.vertices) != 1:
        msg = (
            f"the estimate must be in one volume to take a structure of it, got "
            f"{len(axes.vertices)}: make the source space with single_volume=True"
        )
        raise StateError(msg)
    sources = as_sources(src)
    space = volume_of(sources).restricted(rows_among(axes.vertices, sources))
    (rows,) = sources_in(room.structures.structure(label, mri), space)
    return lazy.taken(rows), axes.restrict(rows)
