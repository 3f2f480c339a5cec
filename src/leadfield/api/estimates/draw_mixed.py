"""Drawing of estimates in volumes, or on a cortex and in volumes: a see-through brain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.estimates.draw import draw_estimate
from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.checks import known_options, number, one_of
from leadfield.base.errors import InputError, MismatchError
from leadfield.estimates.nifti import grid_of, image_affine, volumes_of
from leadfield.estimates.source_courses import SourceCourses
from leadfield.morph.mixed import take_part
from leadfield.numerics.affine import apply_affine
from leadfield.scene.source_activity import InnerSources
from leadfield.sources.grid import along_axes

if TYPE_CHECKING:
    from leadfield.api.brain.brain import Brain
    from leadfield.sources.space import SourceSpace

VOLUME_ALPHA = {False: 1.0, True: 0.4}
"""Opacity of what is inside, of values and of the lengths of moments."""


def draw_mixed(courses: SourceCourses, arguments: Mapping[str, Any]) -> Brain:
    """The brain that the arguments of ``plot`` of an estimate on both ask for."""
    on_cortex, inside = (take_part(courses, kind) for kind in ("surface", "volume"))
    spaces = _volumes(inside, arguments["src"])
    cortex = as_sources(arguments["src"]).vertices[:2]
    if not all(map(np.array_equal, cortex, on_cortex.axes.vertices)):
        msg = "src must have the sources of the estimate: pass the inverse operator's, inv['src']"
        raise MismatchError(msg)
    return _draw(on_cortex, inside, spaces, arguments)


def draw_volumes(courses: SourceCourses, arguments: Mapping[str, Any]) -> Brain:
    """The brain that the arguments of ``plot_3d`` of an estimate in volumes ask for."""
    nothing = np.empty(0, np.int64)
    axes = replace(courses.axes, kind="surface", vertices=(nothing, nothing))
    given = dict(arguments)
    if not courses.axes.vector:  # it is the opacity of the cortex, on which there is nothing
        given["brain_kwargs"] = {"alpha": given["alpha"], **(given["brain_kwargs"] or {})}
        given["alpha"] = 1.0
    on_cortex = SourceCourses(axes=axes, data=courses.data[:0])
    return _draw(on_cortex, courses, _volumes(courses, arguments["src"]), given)


def _draw(
    on_cortex: SourceCourses,
    inside: SourceCourses,
    spaces: Sequence[SourceSpace],
    arguments: Mapping[str, Any],
) -> Brain:
    if "surface" in arguments:  # moments are drawn on white surfaces
        one_of("surface", arguments["surface"], ("white", "pial"))
    if (arguments["brain_kwargs"] or {}).get("offset") is True:
        msg = "offset must not be True: hemispheres that are moved apart have no inside"
        raise InputError(msg)
    if np.iscomplexobj(inside.data):
        msg = "pictures show real values, got complex ones: draw abs(stc)"
        raise InputError(msg)
    own = ("src", "volume_options")
    given = {name: value for name, value in arguments.items() if name not in own}
    given["inside"] = _inside(inside, spaces, arguments["volume_options"])
    return draw_estimate(on_cortex, given)


def _volumes(courses: SourceCourses, src: object) -> Sequence[SourceSpace]:
    if src is None:
        msg = "src must be given: the source spaces of the estimate, such as inv['src'], got None"
        raise InputError(msg)
    return volumes_of(courses, as_sources(src))


def _inside(
    courses: SourceCourses, spaces: Sequence[SourceSpace], volume_options: object
) -> InnerSources:
    grid = grid_of(spaces[0])
    affine = image_affine(grid, in_voxels=False, in_ras=False)
    points = np.concatenate([space.vertices for space in spaces])
    return InnerSources(
        points=points,
        positions=apply_affine(affine, along_axes(points, grid.shape)),
        values=courses.data.real,
        spacing=float(np.linalg.norm(affine[:3, :3], axis=0).mean()),
        opacity=_opacity(volume_options, vector=courses.axes.vector),
    )


def _opacity(volume_options: object, *, vector: bool) -> float:
    """The opacity that options of volumes ask for; they have no others."""
    default = VOLUME_ALPHA[vector]
    if isinstance(volume_options, Mapping):
        known_options("volume_options", volume_options, ["alpha"])
        alpha = volume_options.get("alpha")
        return default if alpha is None else number("alpha", alpha, least=0, most=1)
    one_of("volume_options", volume_options, (1.0, None))
    return default
