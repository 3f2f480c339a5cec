"""Topographic map of one value for each channel: ``plot_topomap``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api.recording.as_info import as_info
from leadfield.api.recording.map_options import (
    Extrapolation,
    ImageInterpolation,
    checked_mask,
    map_panels,
    map_style,
)
from leadfield.base.checks import all_finite, number, one_of
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError, MismatchError
from leadfield.base.front_door import public

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap, Normalize
    from matplotlib.contour import QuadContourSet
    from matplotlib.image import AxesImage

    from leadfield.api.recording.info import Info
    from leadfield.base.arrays import Floats
    from leadfield.figures.head_map import HeadMap
    from leadfield.figures.topomap import TopomapStyle
    from leadfield.recording.info import MeasurementInfo

HEAD_RADIUS = 0.095  # m, of the head that positions in the plane are on unless another is given
TYPES = ("mag", "grad", "planar1", "planar2", "eeg", None)


@public("leadfield.viz")
def plot_topomap(
    data: ArrayLike,
    pos: ArrayLike | Info,
    *,
    ch_type: Literal["mag", "grad", "planar1", "planar2", "eeg"] | None = "eeg",
    sensors: bool | str = True,
    names: Sequence[str] | None = None,
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
    axes: Axes | None = None,
    show: bool = True,
    onselect: Callable[..., Any] | None = None,
    smoothing: float = 0.0,
) -> tuple[AxesImage, QuadContourSet | None]:
    """Plot one value for each channel as a map of the head, seen from above, nose up.

    The map goes through the values at the sensors. Each pair of planar gradiometers is shown
    by its root mean square.

    Parameters
    ----------
    data : array, shape (n_channels,)
        The values.
    pos : Info | array, shape (n_channels, 2) | array, shape (n_channels, 4)
        The channels' places: an Info with as many channels of one type, or their x and y in
        the plane, in m; what follows in rows of four is not used.
    ch_type : "mag" | "grad" | "planar1" | "planar2" | "eeg" | None
        Type of the channels, which an Info says itself; it decides where the map ends with
        ``extrapolate="auto"``.
    sensors : bool | str
        Whether to mark the sensors, or how: a format of Matplotlib's such as ``"r+"``.
    names : list of str | None
        Names of the channels, to be written.
    mask : array of bool, shape (n_channels,) | None
        Channels to mark; of a pair of gradiometers, either.
    mask_params, mask_label_params : dict | None
        Matplotlib's options of marks and of their names.
    contours : int | array
        Number of contour lines, or their levels.
    outlines : "head" | None
        Whether to draw the head's outline.
    sphere : float | array, shape (4,) | ConductorModel | str | list of str | None
        The sphere that stands for the head: its radius, or x, y, z and radius, in m; a
        spherical model; ``"auto"``, ``"extra"``, ``"eeg"``, ``"cardinal"``, ``"hpi"`` or a
        list of them, for one through digitised points; ``"eeglab"``, through four electrodes.
        None: for an Info, the sphere through the sensors; else a radius of 0.095 m.
    image_interp : "cubic" | "linear" | "nearest"
        Spherical splines of order 2 (Perrin et al. 1989), planes between sensors, or the
        nearest sensor's value.
    extrapolate : "auto" | "head" | "local" | "box"
        Where the map fades beyond the sensors: at the head's outline; at half a sensor's
        spacing, where it ends; or at a square three times as wide as the sensors.
        ``"auto"`` is ``"local"`` for MEG, ``"head"`` for others.
    border : float | "mean"
        The value that it fades to; ``"mean"``: that of the nearest sensors.
    res : int
        Number of pixels of the map along each side.
    size : float
        Size of the panel: 1.55 times as many inches.
    cmap : str | Colormap | None
        Colour map; None for red and blue, or for values that are not negative, red.
    vlim : tuple
        Limits of colour, numbers or functions of the values; None in it for the largest value.
    cnorm : matplotlib.colors.Normalize | None
        What maps values to colours, instead of ``vlim``.
    axes : Axes | None
        Axes to plot in.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    onselect : callable | None
        What to call when a rectangle is drawn with the mouse, in a window.
    smoothing : float
        Number added to the splines' diagonal: how far the map may miss the sensors.

    Returns
    -------
    im : matplotlib.image.AxesImage
        The image; its axes are in m, for an Info without ``sphere`` in radii of the head.
    cn : matplotlib.contour.QuadContourSet | None
        The contours, None if there are none.

    Raises
    ------
    ValueError
        If data and places do not fit together, or an option is unknown.

    See Also
    --------
    plot_evoked_topomap : Plot a response at some latencies.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield.viz import plot_topomap
    >>> pos = 0.08 * np.array([[-1, 0], [1, 0], [0, 1], [0, -1], [0, 0]])
    >>> im, cn = plot_topomap([1.0, -1.0, 0.0, 0.0, 0.0], pos, show=False)
    >>> im.get_array().shape
    (64, 64)
    """
    quantity = figures.units.Quantity("", "", 1.0)
    given = np.asarray(data, np.float64)
    if given.ndim != 1:
        msg = f"data must have one value for each channel, got shape {given.shape}"
        raise InputError(msg)
    all_finite("data", given, "leave the channel out")
    one_of("ch_type", ch_type, TYPES)
    info = None if isinstance(pos, np.ndarray | list | tuple) else as_info(pos)
    style = map_style(
        quantity,
        info,
        sensors=sensors,
        show_names=names is not None,
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
        smoothing=smoothing,
    )
    if info is None:
        head_map = _map_of_places(pos, len(given), style, kind=ch_type or "eeg")
    else:
        head_map = _map_of_info(info, len(given), style)
    if names is not None:
        head_map = _renamed(head_map, names, len(given))
    mask = checked_mask(mask, given.shape)
    one = figures.topomap.TitledMap(
        head_map=head_map,
        values=head_map.values(given),
        mask=None if mask is None else head_map.marked(mask),
    )
    room = figures.topomap.ROOM_FOR_NAMES if names is not None else 1
    panels = map_panels(axes, size=room * number("size", size), bar="none", what="one", show=show)
    figure, panel, _ = figures.map_panels.lay_out_maps(1, panels)
    limits = figures.topomap.shared_limits(one.values, style)
    drawn = figures.topomap.draw_map(panel[0], one, style, limits)
    if onselect is not None:
        _select(panel[0], onselect)
    figures.canvas.show_figure(figure, show=show)
    return drawn


def _map_of_info(info: MeasurementInfo, count: int, style: TopomapStyle) -> HeadMap:
    """A map of the channels of an Info, which must be those of the data, bad ones too."""
    rows = np.sort(np.concatenate([info.channels.of_type(k) for k in ("mag", "grad", "eeg")]))
    kinds = set(np.array(info.channels.types)[rows])
    if len(kinds) != 1 or len(rows) != count:
        msg = (
            f"pos must be an Info with the {count} channels of data, all of one type, got "
            f"{len(rows)} of {' and '.join(sorted(kinds)) or 'MEG and EEG'}: pick them first"
        )
        raise MismatchError(msg)
    info = info.pick(rows).with_bads(())
    every = np.arange(count)
    return figures.head_map.make_head_map(
        info, every, kind=kinds.pop(), how=style.how, sphere=style.sphere
    )


def _map_of_places(pos: Any, count: int, style: TopomapStyle, *, kind: str) -> HeadMap:
    """A map of places in the plane, in m."""
    try:
        places: Floats = np.asarray(pos, np.float64)
    except (TypeError, ValueError):
        msg = f"pos must be an Info or an array of places, got {type(pos).__name__}"
        raise ArgumentTypeError(msg) from None
    if places.ndim != 2 or places.shape[1] not in (2, 4):
        msg = f"pos must have the shape (n_channels, 2), x and y in m, got {places.shape}"
        raise InputError(msg)
    if len(places) != count:
        msg = f"data and pos must have the same length, got {count} and {len(places)}"
        raise MismatchError(msg)
    all_finite("pos", places[:, :2], "leave channels without a place out")
    sphere = style.sphere or figures.sensors.HeadSphere(centre=(0, 0, 0), radius=HEAD_RADIUS)
    x, y, _ = sphere.centre
    layout = figures.sensors.SensorLayout(
        positions=(places[:, :2] - [x, y]) / sphere.radius, origin=(x, y), radius=sphere.radius
    )
    return figures.head_map.map_positions(layout, style.how, kind)


def _renamed(head_map: HeadMap, names: Sequence[str], count: int) -> HeadMap:
    if isinstance(names, str) or len(names) != count:
        msg = f"names must be a list of {count}, one for each channel, got {names!r}"
        raise ChannelError(msg)
    sites = head_map.rows[:: 2 if head_map.pairs else 1]
    return replace(head_map, names=tuple(str(names[i]) for i in sites))


def _select(panel: Axes, onselect: Callable[..., Any]) -> None:
    """Let the user draw a rectangle."""
    from matplotlib.widgets import RectangleSelector

    if panel.figure.canvas.required_interactive_framework is None:
        msg = "onselect needs a window, this Matplotlib backend has none: leave it out"
        raise InputError(msg)
    # axes keep it: a selector that nobody holds is gone
    panel.RS = RectangleSelector(panel, onselect)  # type: ignore[attr-defined]
