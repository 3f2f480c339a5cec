"""Projection of dipole moments on directions that users name or give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.checks import all_finite, one_of
from leadfield.base.errors import ArgumentTypeError, MismatchError
from leadfield.estimates.directions import normals_at, principal_directions, project_moments

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.estimates.source_courses import SourceCourses, Values

NAMED = ("normal", "pca")
Directions = Literal["normal", "pca"]


def project_estimate(
    courses: SourceCourses,
    directions: Directions | ArrayLike,
    src: SourceSpaces | None,
    *,
    use_cps: bool,
) -> tuple[Values, Floats]:
    """Components (n_sources, n_times) of moments along directions, and the directions."""
    moments, axes = courses.data, courses.axes
    if not isinstance(directions, str):
        vectors = np.asarray(directions, np.float64)
        all_finite("directions", vectors, "give a direction for every source")
        return project_moments(moments, vectors), vectors
    one_of("directions", directions, NAMED)
    sources = None if src is None else as_sources(src)
    normals = None
    if sources is not None:
        normals = normals_at(axes, sources, use_cps=bool(use_cps))
    if directions == "normal":
        if sources is None or normals is None:
            msg = "directions='normal' needs src, the source spaces that know them, got None"
            raise ArgumentTypeError(msg)
        if sources.kind not in {"surface", "discrete"}:
            msg = f"directions='normal' needs sources with normals, got a {sources.kind} space"
            raise MismatchError(msg)
        return project_moments(moments, normals), normals
    vectors = principal_directions(moments, normals)
    return project_moments(moments, vectors), vectors
