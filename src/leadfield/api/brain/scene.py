"""Scene of an estimate: surfaces, colour table, smoothing and panels from the options."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from leadfield.api.brain.check_options import parse_smoothing, parse_traces, time_formatter
from leadfield.api.brain.panels import make_panels
from leadfield.base.checks import number
from leadfield.base.errors import InputError, MismatchError
from leadfield.freesurfer.overlay import read_morph
from leadfield.freesurfer.subjects import subject_file
from leadfield.freesurfer.surface import read_surface
from leadfield.render.colours import colormap_colours, cortex_colours, is_diverging, parse_colour
from leadfield.scene.colours import ColourTable, make_colour_table
from leadfield.scene.limits import make_limits
from leadfield.scene.mesh import HEMISPHERES, make_mesh, side_by_side
from leadfield.scene.peak_view import peak_sample, peak_view
from leadfield.scene.scene import Hemisphere, Scene, Style
from leadfield.scene.smoothing import Smoothing, iterated_smoothing, nearest_smoothing
from leadfield.scene.source_activity import (
    Activity,
    ArrowStyle,
    HemisphereSources,
    InnerSources,
)
from leadfield.scene.time_courses import strongest_courses

if TYPE_CHECKING:
    from leadfield.api.brain.options import BrainOptions, ColorLimits, ColorMap
    from leadfield.base.arrays import Floats, Ints

SURFACES = ("white", "pial", "inflated")
"""Those that a page goes between."""
FEWEST_STEPS = 5
"""Steps of automatic smoothing, where the cortex is not filled by fewer."""
ARROW = 0.065
"""Length of the longest arrow as a fraction of the brain's length."""


def make_scene(
    values: NDArray[np.floating],
    vertices: Sequence[Ints],
    times: Floats,
    subject: tuple[Path, str],
    options: BrainOptions,
    vector: bool,
    inside: InnerSources | None = None,
) -> Scene:
    """The scene that a call of ``stc.plot`` asks for.

    Parameters
    ----------
    values
        ``(n_sources, n_times)``, or with moments ``(n_sources, 3, n_times)``.
    vertices
        Vertices of the left and of the right hemisphere, in the order of the values.
    times
        In s, ``(n_times,)``.
    subject
        The folder of all subjects, and the subject's name in it.
    options
        Checked options.
    vector
        Whether values are moments.
    inside
        Sources in volumes, which shine through the cortex.
    """
    _check_shapes(values, vertices, times, vector)
    cortex = make_cortex(subject, options, vector=vector, see_through=inside is not None)
    activity = make_activity(values, vertices, times, cortex.hemispheres, options, inside)
    height = parse_traces(options.show_traces)
    return replace(
        cortex,
        panels=make_panels(options, _best_view(cortex.hemispheres, activity, options)),
        activity=activity,
        time_courses=strongest_courses(activity, height) if height else None,
    )


def make_cortex(
    subject: tuple[Path, str],
    options: BrainOptions,
    *,
    vector: bool = False,
    see_through: bool = False,
) -> Scene:
    """The scene of a cortex without activity, from the side unless options say otherwise.

    It is see-through for moments and, unless options say otherwise, for what is inside.
    """
    names = (options.hemi,) if options.hemi in HEMISPHERES else HEMISPHERES
    extra = options.brain_kwargs or {}
    hemispheres = _read_hemispheres(subject, names, options.surface)
    offset = extra.get("offset", "auto")
    apart = options.surface == "inflated" if offset == "auto" else bool(offset)
    if options.hemi == "both" and apart:
        hemispheres = _move_apart(hemispheres)
    opacity = options.brain_alpha
    if not vector:
        opaque = extra.get("alpha", opacity if see_through else 1.0)
        opacity = number("alpha", opaque, least=0, most=1)
    return Scene(
        hemispheres=hemispheres,
        panels=make_panels(options, "lateral"),
        style=_style(options, opacity, 1 - (1 - opacity) ** 4 if vector or see_through else 0.0),
        title=options.title or "",
        colour_bar=options.colorbar,
    )


def _check_shapes(
    values: NDArray[np.floating], vertices: Sequence[Ints], times: Floats, vector: bool
) -> None:
    if values.dtype.kind not in "fiu":
        msg = f"values must be real numbers, got {values.dtype}"
        raise InputError(msg)
    wanted = (sum(map(len, vertices)), *((3,) if vector else ()), len(times))
    if len(vertices) != 2 or values.shape != wanted:
        msg = (
            "values must be given for the vertices of two hemispheres at all times, "
            f"{wanted}, got {values.shape} for {len(vertices)} hemispheres"
        )
        raise MismatchError(msg)


def _read_hemispheres(
    subject: tuple[Path, str], names: Sequence[str], surface: str
) -> tuple[Hemisphere, ...]:
    hemispheres = []
    for name in names:
        shape = read_surface(subject_file(*subject, "surf", f"{name}.{surface}"))
        path = subject[0] / subject[1] / "surf" / f"{name}.curv"
        curvature = read_morph(path) if path.is_file() else None
        mesh = make_mesh(shape.vertices, shape.triangles, curvature)
        files = {other: path.with_name(f"{name}.{other}") for other in SURFACES}
        others = {other: file for other, file in files.items() if file.is_file()}
        hemispheres.append(Hemisphere(name=name, mesh=mesh, surface=surface, files=others))
    return tuple(hemispheres)


def _move_apart(hemispheres: tuple[Hemisphere, ...]) -> tuple[Hemisphere, ...]:
    meshes = side_by_side(hemispheres[0].mesh, hemispheres[1].mesh)
    return tuple(
        replace(
            hemisphere,
            mesh=mesh,
            offset=float(mesh.vertices[0, 0] - hemisphere.mesh.vertices[0, 0]),
        )
        for hemisphere, mesh in zip(hemispheres, meshes, strict=True)
    )


def make_activity(
    values: NDArray[np.floating],
    vertices: Sequence[Ints],
    times: Floats,
    hemispheres: tuple[Hemisphere, ...],
    options: BrainOptions,
    inside: InnerSources | None = None,
) -> Activity:
    """The activity of an estimate on hemispheres, and inside."""
    vector = values.ndim == 3
    everything = values if inside is None else np.concatenate([values, inside.values])
    sizes = np.linalg.norm(everything, axis=1) if vector else everything
    colour_table = colour_table_of(sizes, options, vector=vector)
    ends = np.cumsum([len(v) for v in vertices])
    sides = dict(zip(HEMISPHERES, np.split(values, ends[:-1]), strict=True))
    numbers = dict(zip(HEMISPHERES, vertices, strict=True))
    arrows, opacity = None, options.alpha
    if vector:
        long = np.mean([np.ptp(hemisphere.mesh.vertices[:, 1]) for hemisphere in hemispheres])
        scale = options.scale_factor or ARROW * float(long) / colour_table.limits.high
        arrows = ArrowStyle(scale=scale, opacity=options.vector_alpha)
        overlay = options.overlay_alpha
        opacity = options.brain_alpha if overlay is None else overlay
    return Activity(
        sources=tuple(
            HemisphereSources(
                hemisphere=hemisphere.name,
                vertices=numbers[hemisphere.name],
                values=sides[hemisphere.name],
                smoothing=_smoothing(
                    hemisphere, numbers[hemisphere.name], parse_smoothing(options.smoothing_steps)
                ),
            )
            for hemisphere in hemispheres
        ),
        times=times * (1e3 if options.time_unit == "ms" else 1.0),
        colour_table=colour_table,
        time_unit=options.time_unit,
        opacity=opacity,
        arrows=arrows,
        inside=inside,
        quantity=options.quantity or "",
        value_range=(float(sizes.min()), float(sizes.max())) if sizes.size else None,
        time_label=time_formatter(options.time_label, options.time_unit, len(times)),
    )


def colour_table_of(
    sizes: NDArray[np.floating], options: BrainOptions, *, vector: bool
) -> ColourTable:
    """The colours of values, or of the sizes of vectors."""
    transparent = True if options.transparent is None else options.transparent
    return colour_table_for(sizes, options.colormap, options.clim, transparent, vector=vector)


def colour_table_for(
    sizes: NDArray[np.floating],
    colormap: ColorMap,
    clim: ColorLimits,
    transparent: bool,
    *,
    vector: bool = False,
) -> ColourTable:
    """The colours of values: signed if the map, the limits or the values are."""
    signed = not vector and is_diverging(colormap)
    if isinstance(colormap, str) and colormap == "auto":
        signed = not vector and bool((sizes < 0).any())
        if isinstance(clim, Mapping):
            signed = "pos_lims" in clim
        colormap = "mne" if signed else "hot"
    limits = make_limits(clim, sizes, signed=signed, may_be_signed=not vector)
    return make_colour_table(colormap_colours(colormap), limits, transparent=transparent)


def _smoothing(hemisphere: Hemisphere, vertices: Ints, steps: int | str | None) -> Smoothing:
    n = len(hemisphere.mesh.vertices)
    if len(vertices) and not 0 <= vertices.min() <= vertices.max() < n:
        msg = (
            f"the {hemisphere.name} surface must have all vertices of the estimate, got {n} on it "
            f"and a source at {vertices.max()}: is subject the one of the estimate?"
        )
        raise MismatchError(msg)
    triangles = hemisphere.mesh.triangles
    if len(vertices) == n:
        steps = 0  # values at every vertex need no smoothing
    if steps == "nearest":
        return nearest_smoothing(triangles, n, vertices)
    if isinstance(steps, str):
        filled = len(iterated_smoothing(triangles, n, vertices, None).scales)
        steps = max(filled, FEWEST_STEPS)
    return iterated_smoothing(triangles, n, vertices, steps)


def _style(options: BrainOptions, opacity: float, backing: float) -> Style:
    background = parse_colour("background", options.background)
    bright = float(np.dot(background, [0.299, 0.587, 0.114])) > 0.5
    foreground = options.foreground
    if foreground is None:
        foreground = "black" if bright else "white"
    gyri, sulci = cortex_colours(options.cortex)
    return Style(
        background=background,
        foreground=parse_colour("foreground", foreground),
        gyri=gyri,
        sulci=sulci,
        opacity=opacity,
        backing=backing,
    )


def _best_view(
    hemispheres: tuple[Hemisphere, ...], activity: Activity, options: BrainOptions
) -> str:
    """The view that sees best what is strongest at the time shown first."""
    if not isinstance(options.views, str) or options.views != "auto":
        return "lateral"
    meshes = {hemisphere.name: hemisphere.mesh for hemisphere in hemispheres}
    return peak_view(activity, meshes, first_sample(activity, options.initial_time))[1]


def first_sample(activity: Activity, initial_time: Any) -> float:
    """The sample that is shown first: that of the largest value, unless a time is given."""
    if initial_time is None:
        return float(peak_sample(activity))
    return nearest_sample(activity, initial_time, "initial_time")


def nearest_sample(activity: Activity, time: Any, name: str) -> float:
    """The sample nearest to a time, which must not lie before the first or after the last."""
    moment = number(name, time)
    first, last = float(activity.times[0]), float(activity.times[-1])
    slack = 1e-9 * max(abs(first), abs(last), 1e-9)
    if not first - slack <= moment <= last + slack:
        unit = activity.time_unit
        msg = f"{name} must be from {first:g} to {last:g} {unit}, got {moment:g} {unit}"
        raise InputError(msg)
    return float(np.abs(activity.times - moment).argmin())
