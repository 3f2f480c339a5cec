"""Topographic maps: ``plot_evoked_topomap``, ``plot_evoked_joint``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api import recording
from leadfield.api.epochs.figure_options import (
    TimeUnit,
    as_drawable,
    true_false_or_auto,
    with_projections,
)
from leadfield.api.recording.map_options import (
    DEFAULTS,
    Extrapolation,
    ImageInterpolation,
    checked_mask,
    map_panels,
    map_style,
)
from leadfield.base.checks import known_options, one_of
from leadfield.base.errors import ChannelError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.recording.picks import Picks, resolve_picks

if TYPE_CHECKING:
    from matplotlib.colors import Colormap, Normalize
    from matplotlib.figure import Figure

    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.epochs.figure_options import AxesLike
    from leadfield.base.arrays import Ints
    from leadfield.epochs.evoked import EvokedResponse

MAPPED = ("mag", "grad", "eeg")
MOST_JOINT = 3
OWN_JOINT_OPTIONS = ("average", "mask", "scalings", "units", "proj")


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
    sensors: bool | str = True,
    show_names: bool | Callable[[str], str] = False,
    mask: ArrayLike | None = None,
    mask_params: Mapping[str, Any] | None = None,
    mask_label_params: Mapping[str, Any] | None = None,
    contours: int | ArrayLike = 6,
    outlines: Literal["head"] | None = "head",
    sphere: Any = None,
    image_interp: ImageInterpolation = "cubic",
    extrapolate: Extrapolation = "auto",
    border: float | Literal["mean"] = "mean",
    res: int = 64,
    size: float = 1,
    cmap: str | Colormap | None = None,
    vlim: tuple[Any, Any] = (None, None),
    cnorm: Normalize | None = None,
    colorbar: bool = True,
    cbar_fmt: str = "%3.1f",
    units: str | None = None,
    axes: AxesLike | None = None,
    time_unit: TimeUnit = "s",
    time_format: str | None = None,
    nrows: int | Literal["auto"] = 1,
    ncols: int | Literal["auto"] = "auto",
    show: bool = True,
    smoothing: float = 0.0,
    verbose: Verbose = None,
) -> Figure:
    """Plot topographic maps of the field at some latencies, seen from above, nose up.

    Maps go through the values at the sensors; between them are spherical splines (Perrin et
    al. 1989, Electroenceph. Clin. Neurophysiol. 72, 184-187). Bad channels do not count, a
    cross marks them. Each pair of planar gradiometers is shown by its root mean square. All
    maps share one scale.

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
    sensors : bool | str
        Whether to mark the sensors, or how: a format of Matplotlib's such as ``"r+"``.
    show_names : bool | callable
        Whether to show the sensors' names; a function that shortens them.
    mask : array of bool, shape (n_channels, n_times) | None
        Channels to mark at each time; of a pair of gradiometers, either.
    mask_params, mask_label_params : dict | None
        Matplotlib's options of marks and of their names.
    contours : int | array
        Number of contour lines, or their levels.
    outlines : "head" | None
        Whether to draw the head's outline.
    sphere : float | array, shape (4,) | ConductorModel | str | list of str | None
        The sphere that stands for the head: its radius, or x, y, z and radius, in m; a
        spherical model; ``"auto"``, ``"extra"``, ``"eeg"``, ``"cardinal"``, ``"hpi"`` or a
        list of them, for one through digitised points; ``"eeglab"``, through four
        electrodes; None for the one through the sensors.
    image_interp : "cubic" | "linear" | "nearest"
        Spherical splines of order 2, planes between sensors, or the nearest sensor's value.
    extrapolate : "auto" | "head" | "local" | "box"
        Where the map fades beyond the sensors: at the head's outline; at half a sensor's
        spacing, where it ends; or at a square three times as wide as the sensors.
        ``"auto"`` is ``"local"`` for MEG, ``"head"`` for EEG.
    border : float | "mean"
        The value that it fades to; ``"mean"``: that of the nearest sensors.
    res : int
        Number of pixels of a map along each side.
    size : float
        Size of a panel: 1.55 times as many inches.
    cmap : str | Colormap | None
        Colour map; None for red and blue, or for values that cannot be negative, red.
    vlim : tuple
        Limits of colour in the unit drawn, numbers or functions of the values; None in it for
        the largest value.
    cnorm : matplotlib.colors.Normalize | None
        What maps values to colours, instead of ``vlim``.
    colorbar : bool
        Whether to add a colour bar with its unit.
    cbar_fmt : str
        Format of its ticks; where it cannot tell them apart, they have more digits.
    units : str | None
        Name of the unit.
    axes : Axes | list of Axes | None
        Axes to plot in: one for each latency, and one more for the colour bar if wanted.
    time_unit : "s" | "ms"
        Unit of the titles.
    time_format : str | None
        Format of the titles, for instance ``"%0.2f s"``; ``""`` for none.
    nrows, ncols : int | "auto"
        Number of rows and columns of maps.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    smoothing : float
        Number added to the splines' diagonal: how far maps may miss the sensors.
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
    style = map_style(
        _quantity(kind, scalings, units),
        value.info,
        sensors=sensors,
        show_names=show_names,
        mask_params=mask_params,
        mask_label_params=mask_label_params,
        contours=contours,
        outlines=outlines,
        sphere=sphere,
        image_interp=image_interp,
        extrapolate=extrapolate,
        border=border,
        res=res,
        cmap=cmap,
        vlim=vlim,
        cnorm=cnorm,
        colorbar=colorbar,
        cbar_fmt=cbar_fmt,
        time_unit=time_unit,
        time_format=time_format,
        smoothing=smoothing,
    )
    rows = value.info.channels.of_type(kind)
    latencies = figures.map_times.choose_times(
        value.pick(rows), times, at_most=7 if isinstance(times, str) and times == "peaks" else 5
    )
    samples = figures.map_times.samples_near(value, latencies, average)
    marked = checked_mask(mask, value.data.shape)
    maps = figures.topomap.evoked_maps(value, rows, samples, style, kind=kind, mask=marked)
    bar = "shared" if style.colour_bar else "none"
    panels = map_panels(axes, nrows, ncols, size, bar=bar, show=show)
    figure = figures.topomap.draw_topomaps(maps, style, panels)
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
        Options of the butterfly: ``gfp``, ``time_unit``, ``ylim``, ``spatial_colors``,
        ``sphere``, ``proj`` (True; that of the maps).
    topomap_args : dict | None
        Options of the maps, those of :func:`plot_evoked_topomap` except ``times``,
        ``ch_type``, ``axes``, their number and size, and ``show``.
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
    known_options(
        "ts_args", lines, ("gfp", "time_unit", "ylim", "spatial_colors", "sphere", "proj")
    )
    known_options("topomap_args", maps, (*DEFAULTS, *OWN_JOINT_OPTIONS))
    time_unit = lines.get("time_unit", "s")
    one_of("time_unit", time_unit, figures.units.TIME_UNITS)
    gfp = lines.get("gfp", False)
    one_of("gfp", gfp, (False, True, "only"))
    butterfly_style = figures.butterfly.ButterflyStyle(
        time_unit=time_unit,
        gfp=gfp,
        spatial_colours=true_false_or_auto("spatial_colors", lines.get("spatial_colors", "auto")),
        ylim=lines.get("ylim", {}),
        sphere=recording.head_sphere.as_head_sphere(lines.get("sphere"), value.info),
    )
    average = maps.pop("average", None)
    mask = checked_mask(maps.pop("mask", None), value.data.shape)
    quantity = _quantity(kind, maps.pop("scalings", None), maps.pop("units", None))
    value = with_projections(value, proj=_projected(lines, maps.pop("proj", True)))
    map_look = map_style(quantity, value.info, **{"time_unit": time_unit} | maps)
    latencies = figures.map_times.choose_times(value.pick(rows), times, at_most=MOST_JOINT)
    samples = figures.map_times.samples_near(value, latencies, average)
    found = figures.topomap.evoked_maps(value, rows, samples, map_look, kind=kind, mask=mask)
    figure = figures.joint.draw_joint(
        value, rows, samples, (butterfly_style, map_look, found), title=title, show=show
    )
    return figures.canvas.show_figure(figure, show=show)


def _projected(lines: Mapping[str, Any], proj: object) -> bool:
    """Whether projections are applied first; both parts of a joint figure must say the same."""
    one_of("topomap_args['proj']", proj, (True, False))
    if lines.get("proj", True) != proj:
        msg = f"ts_args['proj'] must be that of topomap_args, {proj}: give it in both"
        raise InputError(msg)
    return bool(proj)


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


def _quantity(kind: str, scale: float | None, unit: str | None) -> figures.units.Quantity:
    """The type's unit and factor, or a user's own."""
    return figures.units.quantities(
        None if unit is None else {kind: unit}, None if scale is None else {kind: scale}
    )[kind]
