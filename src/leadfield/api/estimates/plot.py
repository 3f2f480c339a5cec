"""Plots of source estimates on the cortex."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from leadfield.api.estimates.base_estimate import BaseSourceEstimate
from leadfield.api.estimates.draw import draw_estimate
from leadfield.api.estimates.draw_mixed import draw_mixed, draw_volumes
from leadfield.api.estimates.kinds import as_estimate, is_estimate
from leadfield.api.interop.origin import kind_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public

if TYPE_CHECKING:
    from leadfield.api.brain.brain import Brain
    from leadfield.api.brain.options import (
        Backend,
        Color,
        ColorLimits,
        ColorMap,
        Cortex,
        FigureOrNumber,
        Hemi,
        Size,
        SmoothingSteps,
        TimeLabel,
        TimeUnit,
        TimeViewer,
        Traces,
        ViewLayout,
        Views,
    )
    from leadfield.api.estimates.mixed_estimate import (
        MixedSourceEstimate,
        MixedVectorSourceEstimate,
    )
    from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
    from leadfield.api.estimates.volume_estimate import VolSourceEstimate, VolVectorSourceEstimate
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.log import Verbose
    from leadfield.estimates.source_courses import SourceCourses


@public("leadfield.viz")
def plot_source_estimates(
    stc: SourceEstimate | MixedSourceEstimate | VolSourceEstimate,
    subject: str | None = None,
    surface: str = "inflated",
    hemi: Hemi = "lh",
    colormap: ColorMap = "auto",
    time_label: TimeLabel = "auto",
    smoothing_steps: SmoothingSteps = 10,
    transparent: bool | None = True,
    alpha: float = 1.0,
    time_viewer: TimeViewer = "auto",
    *,
    subjects_dir: str | Path | None = None,
    figure: FigureOrNumber = None,
    views: Views = "auto",
    colorbar: bool = True,
    clim: ColorLimits = "auto",
    cortex: Cortex = "classic",
    size: Size = 800,
    background: Color = "black",
    foreground: Color | None = None,
    initial_time: float | None = None,
    time_unit: TimeUnit = "s",
    backend: Backend = "auto",
    spacing: Literal["oct6"] = "oct6",
    title: str | None = None,
    show_traces: Traces = "auto",
    src: SourceSpaces | None = None,
    volume_options: float | Mapping[str, Any] | None = 1.0,
    view_layout: ViewLayout = "vertical",
    add_data_kwargs: Mapping[str, Any] | None = None,
    brain_kwargs: Mapping[str, Any] | None = None,
    block: bool = False,
    verbose: Verbose = None,
) -> Brain:
    """Plot an estimate on its cortex, and inside it.

    Parameters
    ----------
    stc : SourceEstimate | MixedSourceEstimate | VolSourceEstimate
        The estimate.
    subject : str | None
        Subject whose cortex to draw on; None for the estimate's.
    surface : str
        The surface: ``"inflated"``, ``"white"``, ``"pial"``, ...
    hemi : "lh" | "rh" | "both" | "split"
        Hemispheres to show: one, both together, or both side by side. Both are also shown
        side by side where one would hide the other: lateral and medial views.
    colormap : str | Colormap
        Color map; ``"auto"`` takes one for signed or unsigned values.
    time_label : str | callable | None
        Format of the time, such as ``"%0.2f s"``, or a function that returns its text;
        ``"auto"`` for a usual one, None for no text.
    smoothing_steps : int | "nearest" | None
        Number of smoothing steps from the sources over the cortex; ``"nearest"`` gives each
        vertex the value of the nearest source, None smooths until the cortex is filled.
    transparent : bool | None
        Whether small values are transparent; None is True.
    alpha : float
        Opacity of the colors, from 0 to 1.
    time_viewer : bool | "auto"
        Whether a window must be available to change the time in.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    figure : Figure | int | None
        Matplotlib figure to draw into, or its number; None for a new one.
    views : str | list of str
        View or views: ``"lateral"``, ``"medial"``, ``"dorsal"``, ... or their first three
        letters; ``"auto"`` for that along an axis that sees the strongest source best.
    colorbar : bool
        Whether to show a color bar.
    clim : "auto" | dict
        Color limits: ``kind`` (``"percent"`` or ``"value"``) and ``lims`` or ``pos_lims``, each
        three numbers; ``"auto"`` goes from two fifths of the largest value to it.
    cortex : str | list | dict
        Colors of the cortex: the name of a style or of a color, or colors of ridges and folds.
    size : float | tuple of float
        Size of the picture in pixels: one number, or width and height.
    background : color
        Color of the background.
    foreground : color | None
        Color of texts; None for one that stands out from the background.
    initial_time : float | None
        Time shown first, in ``time_unit``; None for the time when
        the map as a whole is strongest.
    time_unit : "s" | "ms"
        Unit of times.
    backend : "auto" | "matplotlib"
        Renderer.
    spacing : "oct6"
        For compatibility: cortices are drawn whole.
    title : str | None
        Title of the picture and its window.
    show_traces : bool | float | "auto"
        Whether to show the time courses below the brain, or the part of the height they take.
    src : SourceSpaces | None
        The source spaces of the estimate, where it has sources in volumes.
    volume_options : dict | float | None
        Of sources in volumes, ``dict(alpha=...)`` sets the opacity; numbers and other options of
        MNE-Python's are refused but for their defaults.
    view_layout : "vertical" | "horizontal"
        Whether views are placed below or beside each other.
    add_data_kwargs : None
        For compatibility: pass its options themselves.
    brain_kwargs : dict | None
        More options of the brain: ``alpha``, ``offset``, ``show``.
    block : bool
        Whether to wait until the window is closed.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    brain : Brain
        The figure, to which foci, labels and texts can be added.

    Examples
    --------
    >>> brain = plot_source_estimates(stc, hemi="rh", subjects_dir=subjects_dir, size=120)
    """
    return _draw(stc, locals(), vector=False)


@public("leadfield.viz")
def plot_vector_source_estimates(
    stc: VectorSourceEstimate | MixedVectorSourceEstimate | VolVectorSourceEstimate,
    subject: str | None = None,
    hemi: Hemi = "lh",
    colormap: ColorMap = "hot",
    time_label: TimeLabel = "auto",
    smoothing_steps: SmoothingSteps = 10,
    transparent: bool | None = None,
    brain_alpha: float = 0.4,
    overlay_alpha: float | None = None,
    vector_alpha: float = 1.0,
    scale_factor: float | None = None,
    time_viewer: TimeViewer = "auto",
    *,
    subjects_dir: str | Path | None = None,
    figure: FigureOrNumber = None,
    views: Views = "lateral",
    colorbar: bool = True,
    clim: ColorLimits = "auto",
    cortex: Cortex = "classic",
    size: Size = 800,
    background: Color = "black",
    foreground: Color | None = None,
    initial_time: float | None = None,
    time_unit: TimeUnit = "s",
    title: str | None = None,
    show_traces: Traces = "auto",
    src: SourceSpaces | None = None,
    volume_options: float | Mapping[str, Any] | None = 1.0,
    view_layout: ViewLayout = "vertical",
    add_data_kwargs: Mapping[str, Any] | None = None,
    brain_kwargs: Mapping[str, Any] | None = None,
    verbose: Verbose = None,
) -> Brain:
    """Plot moments as arrows in their cortex.

    Parameters
    ----------
    stc : VectorSourceEstimate | MixedVectorSourceEstimate | VolVectorSourceEstimate
        The estimate.
    subject : str | None
        Subject whose cortex to draw on; None for the estimate's.
    hemi : "lh" | "rh" | "both" | "split"
        Hemispheres to show: one, both together, or both side by side. Both are also shown
        side by side where one would hide the other: lateral and medial views.
    colormap : str | Colormap
        Color map; ``"auto"`` takes one for signed or unsigned values.
    time_label : str | callable | None
        Format of the time, such as ``"%0.2f s"``, or a function that returns its text;
        ``"auto"`` for a usual one, None for no text.
    smoothing_steps : int | "nearest" | None
        Number of smoothing steps from the sources over the cortex; ``"nearest"`` gives each
        vertex the value of the nearest source, None smooths until the cortex is filled.
    transparent : bool | None
        Whether small values are transparent; None is True.
    brain_alpha : float
        Opacity of the cortex, from 0 to 1.
    overlay_alpha : float | None
        Opacity of the map of the moments' lengths; None for that of the cortex.
    vector_alpha : float
        Opacity of the arrows, from 0 to 1.
    scale_factor : float | None
        Scale of the arrows; None chooses one.
    time_viewer : bool | "auto"
        Whether a window must be available to change the time in.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    figure : Figure | int | None
        Matplotlib figure to draw into, or its number; None for a new one.
    views : str | list of str
        View or views: ``"lateral"``, ``"medial"``, ``"dorsal"``, ... or their first three
        letters; ``"auto"`` for that along an axis that sees the strongest source best.
    colorbar : bool
        Whether to show a color bar.
    clim : "auto" | dict
        Color limits: ``kind`` (``"percent"`` or ``"value"``) and ``lims`` or ``pos_lims``, each
        three numbers; ``"auto"`` goes from two fifths of the largest value to it.
    cortex : str | list | dict
        Colors of the cortex: the name of a style or of a color, or colors of ridges and folds.
    size : float | tuple of float
        Size of the picture in pixels: one number, or width and height.
    background : color
        Color of the background.
    foreground : color | None
        Color of texts; None for one that stands out from the background.
    initial_time : float | None
        Time shown first, in ``time_unit``; None for the time when
        the map as a whole is strongest.
    time_unit : "s" | "ms"
        Unit of times.
    title : str | None
        Title of the picture and its window.
    show_traces : bool | float | "auto"
        Whether to show the time courses below the brain, or the part of the height they take.
    src : SourceSpaces | None
        The source spaces of the estimate, where it has sources in volumes.
    volume_options : dict | float | None
        Of sources in volumes, ``dict(alpha=...)`` sets the opacity; numbers and other options of
        MNE-Python's are refused but for their defaults.
    view_layout : "vertical" | "horizontal"
        Whether views are placed below or beside each other.
    add_data_kwargs : None
        For compatibility: pass its options themselves.
    brain_kwargs : dict | None
        More options of the brain: ``alpha``, ``offset``, ``show``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    brain : Brain
        The figure, to which foci, labels and texts can be added.
    """
    return _draw(stc, locals(), vector=True)


# By where an estimate's sources are.
DRAW: Mapping[str, Callable[[SourceCourses, Mapping[str, Any]], Brain]] = {
    "surface": draw_estimate,
    "mixed": draw_mixed,
    "volume": draw_volumes,
}


def _draw(stc: Any, arguments: Mapping[str, Any], *, vector: bool) -> Brain:
    estimate = as_estimate(stc) if is_estimate(stc) else stc
    if not isinstance(estimate, BaseSourceEstimate) or estimate.value.axes.vector != vector:
        wanted = "vectors" if vector else "one value a source"
        msg = f"stc must be a source estimate of {wanted}, got {kind_of(stc)}"
        raise ArgumentTypeError(msg)
    return DRAW[estimate.value.axes.kind](estimate.value, arguments)
