"""Directions that users name, for moments to be projected on."""

from typing import Any

import numpy as np

from leadfield.api.estimates.base_estimate import EstimateValues
from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite, one_of
from leadfield.base.errors import ArgumentTypeError, MismatchError
from leadfield.estimates.directions import main_directions, normals_of, projected
from leadfield.estimates.source_courses import SourceCourses

NAMED = ("normal", "pca")


def projection(
    stc: EstimateValues, directions: Any, src: Any, *, use_cps: bool
) -> tuple[SourceCourses, Floats]:
    """Components of moments along directions, and the directions (n_sources, 3)."""
    value = stc.value
    if not isinstance(directions, str):
        lines = np.asarray(directions, np.float64)
        all_finite("directions", lines, "give a direction for every source")
        return projected(value, lines), lines
    one_of("directions", directions, NAMED)
    sources = None if src is None else as_sources(src)
    normals = None
    if sources is not None:
        normals = normals_of(value, sources, use_patches=bool(use_cps))
    if directions == "normal":
        if sources is None or normals is None:
            msg = "directions='normal' needs src, the source spaces that know them, got None"
            raise ArgumentTypeError(msg)
        if sources.kind not in {"surface", "discrete"}:
            msg = f"directions='normal' needs sources with normals, got a {sources.kind} space"
            raise MismatchError(msg)
        return projected(value, normals), normals
    lines = main_directions(value, normals)
    return projected(value, lines), lines
