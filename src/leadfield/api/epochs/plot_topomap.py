"""Topographic maps: ``plot_evoked_topomap``, ``plot_evoked_joint``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api.epochs.figure_options import TimeUnit, as_drawable, with_projections
from leadfield.base.checks import known_options, number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, ChannelError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.recording.picks import Picks, resolve_picks

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.epochs.figure_options import AxesLike
    from leadfield.base.arrays import Ints
    from leadfield.epochs.evoked import EvokedResponse

MAPPED = ("mag", "grad", "eeg")
MOST_JOINT = 3


@public("leadfield.viz")
@verbose_aware
def plot_evoked_topomap(
    evoked: Evoked,
    times: ArrayLike | Literal["auto", "peaks"] = "auto",
    *,
    average: float | None = None,
    ch_type: Literal["mag", "grad", "eeg"] | None = None,
    scalings: float | None = None,
    proj: bool = False,
    sensors: bool = True,
    show_names: bool = False,
    contours: int = 6,
    outlines: Literal["head"] | None = "head",
    res: int = 64,
    cmap: str | None = None,
    vlim: tuple[float | None, float | None] = (None, None),
    colorbar: bool = True,
    units: str | None = None,
    axes: AxesLike | None = None,
    time_unit: TimeUnit = "s",
    time_format: str | None = None,
    show: bool = True,
    verbose: Verbose = None,
) -> Figure:
    """Plot topographic maps of the field at some latencies, seen from above, nose up.

    Values between sensors come from spherical splines (Perrin et al. 1989, Electroenceph.
    Clin. Neurophysiol. 72, 184-187). Each pair of planar gradiometers is shown by its
    vector length. All maps share one scale.

    Parameters
    ----------
    evoked : Evoked
        The response.
    times : "auto" | "peaks" | float | array
        Latencies in s: five evenly spaced, up to seven peaks, or those given.
    average : float | None
        Length in s of the interval around each latency to average over.
    ch_type : "mag" | "grad" | "eeg" | None
        Type of channels; None for the first of these in the data.
    scalings : float | None
        Factor from SI units to ``units``.
    proj : bool
        Whether to apply SSP projectors that are not active yet.
    sensors : bool
        Whether to mark the sensors.
    show_names : bool
        Whether to show the sensors' names.
    contours : int
        Number of contour lines, 0 for none.
    outlines : "head" | None
        Whether to draw the head's outline.
    res : int
        Number of pixels of a map along each side.
    cmap : str | None
        Name of a Matplotlib colour map; None for red and blue, or for values that
        cannot be negative, red.
    vlim : tuple
        Limits of colour in the unit drawn; None in it for the largest value.
    colorbar : bool
        Whether to add a colour bar with its unit.
    units : str | None
        Name of the unit.
    axes : Axes | list of Axes | None
        Axes to plot in: one for each latency.
    time_unit : "s" | "ms"
        Unit of the titles.
    time_format : str | None
        Format of the titles, for instance ``"%0.2f s"``.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    Raises
    ------
    ValueError
        If there are no good channels of the type, they have no positions, or a latency
        lies outside the response.

    Examples
    --------
    >>> import leadfield
    >>> evoked = leadfield.read_evokeds("sample-ave.fif")[0]  # doctest: +SKIP
    >>> fig = evoked.plot_topomap([0.1], ch_type="mag")  # doctest: +SKIP
    """
    value = with_projections(as_drawable(evoked), proj=proj)
    kind = _type_to_map(value, ch_type)
    one_of("time_unit", time_unit, figures.units.TIME_UNITS)
    one_of("outlines", outlines, ("head", None))
    style = _style(
        kind,
        scale=scalings,
        unit=units,
        vlim=vlim,
        sensors=sensors,
        names=show_names,
        contours=whole("contours", contours),
        resolution=whole("res", res, least=8),
        colormap=cmap,
        outline=outlines == "head",
        colour_bar=colorbar,
        time_unit=time_unit,
        time_format=time_format,
    )
    rows = value.info.channels.of_type(kind)
    latencies = figures.map_times.choose_times(
        value.pick(rows), times, at_most=7 if isinstance(times, str) and times == "peaks" else 5
    )
    samples = figures.map_times.samples_near(value, latencies, average)
    panels = (
        None
        if axes is None
        else figures.canvas.given_axes(axes, len(samples), "one for each latency")
    )
    figure = figures.topomap.draw_topomaps(
        value, rows, samples, style, kind=kind, axes=panels, show=show
    )
    return figures.canvas.show_figure(figure, show=show)


@public("leadfield.viz")
@verbose_aware
def plot_evoked_joint(
    evoked: Evoked,
    times: ArrayLike | Literal["auto", "peaks"] = "peaks",
    title: str | None = "",
    picks: Picks = None,
    exclude: Literal["bads"] | Sequence[str] = "bads",
    show: bool = True,
    ts_args: Mapping[str, Any] | None = None,
    topomap_args: Mapping[str, Any] | None = None,
    verbose: Verbose = None,
) -> Figure | list[Figure]:
    """Plot a butterfly with topographic maps above it, a figure for each channel type.

    Parameters
    ----------
    evoked : Evoked
        The response.
    times : "peaks" | "auto" | float | array
        Latencies in s: up to three peaks, three evenly spaced, or those given.
    title : str | None
        Title; ``""`` for the type and number of channels, None for none.
    picks : str | list | slice | None
        Channels by type, name or number; None for all that measure the brain.
    exclude : "bads" | list of str
        Channels to leave out.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    ts_args : dict | None
        Options of the butterfly: ``gfp``, ``time_unit``, ``ylim``, ``spatial_colors``.
    topomap_args : dict | None
        Options of the maps: ``average``, ``contours``, ``cmap``, ``vlim``, ``sensors``,
        ``res``, ``colorbar``, ``time_format``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure | list of Figure
        One figure, or one for each type if there are several.

    Examples
    --------
    >>> import leadfield
    >>> evoked = leadfield.read_evokeds("sample-ave.fif")[0]  # doctest: +SKIP
    >>> fig = evoked.plot_joint([0.1], picks="mag")  # doctest: +SKIP
    """
    value = as_drawable(evoked)
    rows = resolve_picks(value.info, picks, exclude=exclude)
    types = np.array(value.info.channels.types)
    kinds = [k for k in ("grad", "mag", "eeg") if (types[rows] == k).any()]
    if not kinds:
        msg = "a joint figure needs MEG or EEG channels among the picks, there are none"
        raise ChannelError(msg)
    drawn = [
        _joint(value, rows[types[rows] == k], k, times, title, ts_args, topomap_args, show=show)
        for k in kinds
    ]
    return drawn[0] if len(drawn) == 1 else drawn


def _joint(
    value: EvokedResponse,
    rows: Ints,
    kind: str,
    times: ArrayLike | str,
    title: str | None,
    ts_args: Mapping[str, Any] | None,
    topomap_args: Mapping[str, Any] | None,
    *,
    show: bool,
) -> Figure:
    lines, maps = dict(ts_args or {}), dict(topomap_args or {})
    known_options("ts_args", lines, ("gfp", "time_unit", "ylim", "spatial_colors"))
    options = ("average", "contours", "cmap", "vlim", "sensors", "res", "colorbar", "time_format")
    known_options("topomap_args", maps, options)
    time_unit = lines.get("time_unit", "s")
    one_of("time_unit", time_unit, figures.units.TIME_UNITS)
    gfp = lines.get("gfp", False)
    one_of("gfp", gfp, (False, True, "only"))
    colours = lines.get("spatial_colors", "auto")
    one_of("spatial_colors", colours, (True, False, "auto"))
    butterfly_style = figures.butterfly.ButterflyStyle(
        time_unit=time_unit,
        gfp=gfp,
        spatial_colours=None if colours == "auto" else colours,
        ylim=lines.get("ylim", {}),
    )
    map_style = _style(
        kind,
        scale=None,
        unit=None,
        vlim=maps.get("vlim", (None, None)),
        sensors=maps.get("sensors", True),
        contours=whole("contours", maps.get("contours", 6)),
        resolution=whole("res", maps.get("res", 64), least=8),
        colormap=maps.get("cmap"),
        colour_bar=maps.get("colorbar", True),
        time_unit=time_unit,
        time_format=maps.get("time_format"),
    )
    latencies = figures.map_times.choose_times(value.pick(rows), times, at_most=MOST_JOINT)
    samples = figures.map_times.samples_near(value, latencies, maps.get("average"))
    styles = (butterfly_style, map_style)
    figure = figures.joint.draw_joint(
        value, rows, samples, styles, kind=kind, title=title, show=show
    )
    return figures.canvas.show_figure(figure, show=show)


def _type_to_map(value: EvokedResponse, given: str | None) -> str:
    """The type to map: given, or the first of those in the data."""
    one_of("ch_type", given, (None, *MAPPED))
    here = [kind for kind in MAPPED if len(value.info.channels.of_type(kind))]
    if given is not None:
        return given
    if not here:
        msg = "a map needs magnetometers, gradiometers or EEG, the response has none"
        raise ChannelError(msg)
    return here[0]


def _style(
    kind: str, *, scale: float | None, unit: str | None, vlim: Any, **options: Any
) -> figures.topomap.TopomapStyle:
    """The style of maps with a user's own unit and limits."""
    own = figures.units.quantities(
        None if unit is None else {kind: unit}, None if scale is None else {kind: scale}
    )[kind]
    return replace(figures.topomap.TopomapStyle(quantity=own, **options), limits=_limits(vlim))


def _limits(vlim: Any) -> tuple[float | None, float | None]:
    if not isinstance(vlim, tuple | list) or len(vlim) != 2:
        msg = f"vlim must be a pair of numbers or None, got {vlim!r}"
        raise ArgumentTypeError(msg)
    low, high = (None if end is None else number("vlim", end) for end in vlim)
    return low, high
