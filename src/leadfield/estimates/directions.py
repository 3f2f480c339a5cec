"""Moments to values: their length, or their component along a direction."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import MismatchError
from leadfield.estimates.label_rows import rows_among
from leadfield.estimates.source_courses import SourceCourses
from leadfield.forward.orient import source_normals
from leadfield.sources.space import Sources


def magnitudes(activity: SourceCourses) -> SourceCourses:
    """Length of each moment."""
    power = (np.abs(activity.data) ** 2).sum(axis=1)
    return activity.with_data(np.sqrt(power), vector=False)


def projected(activity: SourceCourses, directions: Floats) -> SourceCourses:
    """Component of each source's moment along its direction (n_sources, 3)."""
    if directions.shape != (activity.n_sources, 3):
        msg = (
            f"directions must have shape ({activity.n_sources}, 3), one a source, got "
            f"{directions.shape}"
        )
        raise MismatchError(msg)
    values = (directions[:, np.newaxis] @ activity.data)[:, 0]
    return activity.with_data(values, vector=False)


def main_directions(activity: SourceCourses, normals: Floats | None) -> Floats:
    """Unit vectors (n_sources, 3) along which each source has most power.

    Of the two ways along a line, the one nearer the normal, or without normals the one
    that makes the values' sum positive.
    """
    data = activity.data
    # The real part and the imaginary one are two rows of samples.
    real = np.concatenate([data.real, data.imag], axis=2) if np.iscomplexobj(data) else data
    _, vectors = np.linalg.eigh(real @ real.swapaxes(1, 2))
    lines: Floats = vectors[:, :, 2]
    towards = real.sum(axis=2) if normals is None else normals
    along = (lines * towards).sum(axis=1, keepdims=True)
    return np.where(along < 0, -lines, lines)


def normals_of(activity: SourceCourses, sources: Sources, *, use_patches: bool) -> Floats:
    """Normals (n_sources, 3) at the estimate's sources, upwards in volumes."""
    normals = source_normals(sources, use_patches=use_patches)
    return normals[rows_among(activity.vertices, sources)]
