"""The cortex alone: what ``Brain(subject, ...)`` shows, and values that are put on it later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.brain.check_options import check_options, parse_size
from leadfield.api.brain.marks import check_vertices, find_hemisphere
from leadfield.api.brain.renderers import open_renderer
from leadfield.api.brain.scene import first_sample, make_activity, make_cortex
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.scene.mesh import HEMISPHERES
from leadfield.scene.renderer import Canvas
from leadfield.scene.state import SceneState

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from leadfield.api.brain.options import BrainOptions
    from leadfield.base.arrays import Floats, Ints
    from leadfield.scene.renderer import Renderer
    from leadfield.scene.scene import Scene

    SubjectHome = tuple[Path, str]
    """The folder of all subjects, and the subject's name in it."""


def open_cortex(
    subject: str, refused: Mapping[str, tuple[Any, Any]], **options: Any
) -> tuple[SceneState, Renderer, SubjectHome]:
    """The cortex of a subject, without activity, and what displays it.

    Parameters
    ----------
    subject
        Name of the subject.
    refused
        What is given for options that have one possible value, and that value.
    **options
        Fields of :class:`~leadfield.api.brain.options.BrainOptions`.
    """
    refuse_others(refused)
    chosen = check_options(options, vector=False)
    home = subject_home(subject, chosen)
    state = SceneState(make_cortex(home, chosen))
    return state, open_brain_renderer(state, chosen, subject), home


def subject_home(subject: object, options: BrainOptions) -> SubjectHome:
    """The folder of all subjects, and the name of one of them."""
    if not isinstance(subject, str):
        msg = f"subject must be the name of a subject, got {subject!r}"
        raise ArgumentTypeError(msg)
    return subjects_folder(options.subjects_dir), subject


def open_brain_renderer(state: SceneState, options: BrainOptions, subject: str) -> Renderer:
    """What displays a state as options ask for, in a window if there is one."""
    show = bool((options.brain_kwargs or {}).get("show", True))
    canvas = Canvas(
        size=parse_size(options.size),
        figure=options.figure,
        title=options.title or subject,
        show=show,
    )
    renderer = open_renderer(state, canvas)
    if show and renderer.interactive:
        renderer.show(block=options.block)
    return renderer


def refuse_others(given: Mapping[str, tuple[Any, Any]]) -> None:
    """Refuse options whose value is not the only one that can be drawn."""
    for name, (value, possible) in given.items():
        if value is not possible and value != possible:
            msg = f"{name} must be {possible!r}, as nothing else is drawn here, got {value!r}"
            raise InputError(msg)


def add_values(
    scene: Scene,
    array: ArrayLike,
    vertices: ArrayLike | None,
    times: ArrayLike | None,
    *,
    hemi: str | None,
    limits: tuple[tuple[float | None, float | None, float | None], float | None, Any],
    options: Mapping[str, Any],
) -> tuple[Scene, float]:
    """The scene with values on one hemisphere, and the sample that is shown first.

    What the other hemisphere shows at the same times stays, in the colours that are given now.
    ``limits`` are the smallest, middle and largest value that colours have, the centre of a
    map of both signs, and a ``clim`` instead of both.
    """
    hemisphere = find_hemisphere(scene, hemi)
    values = _check_values(array)
    points, center, clim = limits
    chosen = check_options(
        {**options, "clim": _limits_of(values, points, center) if clim is None else clim},
        vector=False,
    )
    n = len(hemisphere.mesh.vertices)
    own: Ints = np.arange(n) if vertices is None else check_vertices(vertices, hemisphere)
    if own.shape != (len(values),):
        msg = f"array must have a row for each of {len(own)} vertices, got {len(values)} rows"
        raise MismatchError(msg)
    moments = np.asarray(np.arange(values.shape[1]) if times is None else times, np.float64)
    if moments.shape != (values.shape[1],):
        msg = f"time must have a value for each of {values.shape[1]} columns, got {moments.shape}"
        raise MismatchError(msg)
    numbers, rows = [], []
    for name in HEMISPHERES:
        before = _values_there(scene, name, moments)
        numbers.append(own if name == hemisphere.name else before[0])
        rows.append(values if name == hemisphere.name else before[1])
    activity = make_activity(np.concatenate(rows), numbers, moments, scene.hemispheres, chosen)
    shown = replace(scene, activity=activity, colour_bar=chosen.colorbar)
    first = moments[0] if chosen.initial_time is None else chosen.initial_time
    return shown, first_sample(activity, first)


def _limits_of(
    values: NDArray[np.floating],
    limits: tuple[float | None, float | None, float | None],
    center: float | None,
) -> dict[str, Any]:
    """The ``clim`` that the smallest, middle and largest value of a colour map stand for."""
    if center not in {None, 0}:
        msg = f"center must be None, or 0 for a map of both signs, got {center!r}"
        raise InputError(msg)
    sizes = np.abs(values) if center == 0 else values
    low, middle, high = limits
    if low is None:
        low = 0.0 if center == 0 else float(sizes.min())
    if high is None:
        high = float(sizes.max())
    if middle is None:
        middle = (low + high) / 2
    return {"kind": "value", "pos_lims" if center == 0 else "lims": [low, middle, high]}


def _check_values(array: Any) -> NDArray[np.floating]:
    values = np.asarray(array)
    if values.dtype.kind not in "fiu" or values.ndim not in {1, 2} or not values.size:
        msg = (
            "array must be real numbers of the shape (n_vertices,) or (n_vertices, n_times), got "
            f"{values.dtype} of the shape {values.shape}: vectors are drawn by VectorSourceEstimate"
        )
        raise InputError(msg)
    return values[:, None] if values.ndim == 1 else values


def _values_there(scene: Scene, name: str, times: Floats) -> tuple[Ints, Floats]:
    """Vertices and values of a hemisphere that has some at the same times, else none."""
    activity = scene.activity
    sources = None if activity is None else activity.sources_of(name)
    if activity is None or sources is None or not np.array_equal(activity.times, times):
        return np.zeros(0, np.int64), np.zeros((0, len(times)))
    return sources.vertices, sources.values.astype(np.float64)
