"""Head maps of SSP projectors: ``plot_projs_topomap``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.api.recording.as_info import as_info
from leadfield.api.recording.map_options import (
    Extrapolation,
    ImageInterpolation,
    map_panels,
    map_style,
)
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.recording.projection import Projection

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap, Normalize
    from matplotlib.figure import Figure

    from leadfield.api.recording.info import Info
    from leadfield.api.recording.projection_items import ProjectionItem
    from leadfield.recording.info import MeasurementInfo

    AxesLike = Axes | Sequence[Axes]

TYPES = ("grad", "mag", "eeg")
ANY_UNIT = "AU"


@public("leadfield.viz")
def plot_projs_topomap(
    projs: ProjectionItem | Sequence[ProjectionItem],
    info: Info,
    *,
    sensors: bool | str = True,
    show_names: bool | Callable[[str], str] = False,
    contours: int | ArrayLike = 6,
    outlines: Literal["head"] | None = "head",
    sphere: Any = None,
    image_interp: ImageInterpolation = "cubic",
    extrapolate: Extrapolation = "auto",
    border: float | Literal["mean"] = "mean",
    res: int = 64,
    size: float = 1,
    cmap: str | Colormap | None = None,
    vlim: tuple[Any, Any] | Literal["joint"] = (None, None),
    cnorm: Normalize | None = None,
    colorbar: bool = False,
    cbar_fmt: str = "%3.1f",
    units: str | None = None,
    axes: AxesLike | None = None,
    show: bool = True,
) -> Figure:
    """Plot SSP projectors as maps of the head, one for each vector and type of channels.

    Parameters
    ----------
    projs : ProjectionItem | list of ProjectionItem
        The projectors; as a method, the projector itself.
    info : Info
        The channels, with their places; bad ones do not count.
    sensors : bool | str
        Whether to mark the sensors, or how: a format of Matplotlib's such as ``"r+"``.
    show_names : bool | callable
        Whether to show the sensors' names; a function that shortens them.
    contours : int | array
        Number of contour lines, or their levels.
    outlines : "head" | None
        Whether to draw the head's outline.
    sphere : float | array, shape (4,) | ConductorModel | str | list of str | None
        The sphere that stands for the head, as in :func:`plot_topomap`.
    image_interp : "cubic" | "linear" | "nearest"
        What lies between sensors, as in :func:`plot_topomap`.
    extrapolate : "auto" | "head" | "local" | "box"
        What lies beyond them, as in :func:`plot_topomap`.
    border : float | "mean"
        The value that maps fade to; ``"mean"``: that of the nearest sensors.
    res : int
        Number of pixels of a map along each side.
    size : float
        Size of a panel: 1.55 times as many inches.
    cmap : str | Colormap | None
        Colour map; None for red and blue, or for values that are not negative, red.
    vlim : tuple | "joint"
        Limits of colour, numbers or functions of the values; None in it for a map's largest
        value, ``"joint"`` for the largest of all maps of its type of channels.
    cnorm : matplotlib.colors.Normalize | None
        What maps values to colours, instead of ``vlim``.
    colorbar : bool
        Whether to add a colour bar to each map.
    cbar_fmt : str
        Format of its ticks; where it cannot tell them apart, they have more digits.
    units : str | None
        Name of the unit; None for arbitrary ones, "AU".
    axes : Axes | list of Axes | None
        Axes to plot in: one for each map.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    Raises
    ------
    ValueError
        If the projectors have no channels that ``info`` has, or an option is unknown.

    Examples
    --------
    >>> import leadfield
    >>> montage = leadfield.channels.make_standard_montage("fsaverage_1005")
    >>> info = leadfield.create_info(["Fz", "Cz", "Pz", "C3", "C4"], 100.0, "eeg")
    >>> info.set_montage(montage)  # doctest: +ELLIPSIS
    <Info | ...>
    >>> average = leadfield.make_eeg_average_ref_proj(info)
    >>> fig = leadfield.viz.plot_projs_topomap(average, info, show=False)
    >>> fig.axes[0].get_title()
    'Average EEG reference'
    """
    values = _values(projs)
    options = {
        "sensors": sensors,
        "show_names": show_names,
        "contours": contours,
        "outlines": outlines,
        "sphere": sphere,
        "image_interp": image_interp,
        "extrapolate": extrapolate,
        "border": border,
        "res": res,
        "cmap": cmap,
        "cnorm": cnorm,
        "colorbar": colorbar,
        "cbar_fmt": cbar_fmt,
    }
    panels = {"axes": axes, "size": size, "show": show}
    return _draw(values, as_info(info), TYPES, vlim, units, options, panels)


def plot_own_projs_topomap(
    self: Any,
    ch_type: str | Sequence[str] | None = None,
    *,
    sensors: bool | str = True,
    show_names: bool | Callable[[str], str] = False,
    contours: int | ArrayLike = 6,
    outlines: Literal["head"] | None = "head",
    sphere: Any = None,
    image_interp: ImageInterpolation = "cubic",
    extrapolate: Extrapolation = "auto",
    border: float | Literal["mean"] = "mean",
    res: int = 64,
    size: float = 1,
    cmap: str | Colormap | None = None,
    vlim: tuple[Any, Any] | Literal["joint"] = (None, None),
    cnorm: Normalize | None = None,
    colorbar: bool = False,
    cbar_fmt: str = "%3.1f",
    units: str | None = None,
    axes: AxesLike | None = None,
    show: bool = True,
) -> Figure:
    """Plot the SSP projectors of the data as maps of the head.

    Parameters
    ----------
    ch_type : "mag" | "grad" | "eeg" | list of str | None
        Types of channels to draw; None for all.
    sensors : bool | str
        Whether to mark the sensors, or how: a format of Matplotlib's such as ``"r+"``.
    show_names : bool | callable
        Whether to show the sensors' names; a function that shortens them.
    contours : int | array
        Number of contour lines, or their levels.
    outlines : "head" | None
        Whether to draw the head's outline.
    sphere : float | array, shape (4,) | ConductorModel | str | list of str | None
        The sphere that stands for the head, as in :func:`leadfield.viz.plot_topomap`.
    image_interp : "cubic" | "linear" | "nearest"
        What lies between sensors, as in :func:`leadfield.viz.plot_topomap`.
    extrapolate : "auto" | "head" | "local" | "box"
        What lies beyond them, as in :func:`leadfield.viz.plot_topomap`.
    border : float | "mean"
        The value that maps fade to; ``"mean"``: that of the nearest sensors.
    res : int
        Number of pixels of a map along each side.
    size : float
        Size of a panel: 1.55 times as many inches.
    cmap : str | Colormap | None
        Colour map; None for red and blue, or for values that are not negative, red.
    vlim : tuple | "joint"
        Limits of colour; ``"joint"`` for the largest value of all maps of the type.
    cnorm : matplotlib.colors.Normalize | None
        What maps values to colours, instead of ``vlim``.
    colorbar : bool
        Whether to add a colour bar to each map.
    cbar_fmt : str
        Format of its ticks; where it cannot tell them apart, they have more digits.
    units : str | None
        Name of the unit; None for arbitrary ones, "AU".
    axes : Axes | list of Axes | None
        Axes to plot in: one for each map.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    See Also
    --------
    leadfield.viz.plot_projs_topomap : Plot projectors that are not of the data.
    """
    info = as_info(self)
    if not info.projections:
        msg = "there must be a projector to be drawn, the data have none: add_proj() first"
        raise InputError(msg)
    kinds = TYPES if ch_type is None else [ch_type] if isinstance(ch_type, str) else list(ch_type)
    for kind in kinds:
        one_of("ch_type", kind, TYPES)
    options = {
        "sensors": sensors,
        "show_names": show_names,
        "contours": contours,
        "outlines": outlines,
        "sphere": sphere,
        "image_interp": image_interp,
        "extrapolate": extrapolate,
        "border": border,
        "res": res,
        "cmap": cmap,
        "cnorm": cnorm,
        "colorbar": colorbar,
        "cbar_fmt": cbar_fmt,
    }
    panels = {"axes": axes, "size": size, "show": show}
    return _draw(info.projections, info, kinds, vlim, units, options, panels)


def _values(projs: Any) -> list[Projection]:
    """Values of one projector or several, ours or MNE-Python's."""
    several = isinstance(projs, list | tuple)
    return [_value(one) for one in (projs if several else [projs])]


def _value(item: Any) -> Projection:
    value = getattr(item, "value", None)
    if not isinstance(value, Projection):
        value = interop.projections.projection_from_mne(item)
    if value is None:
        msg = f"projs must be ProjectionItem objects, got {kind_of(item)}"
        raise ArgumentTypeError(msg)
    return value


def _draw(
    projections: Sequence[Projection],
    info: MeasurementInfo,
    kinds: Sequence[str],
    vlim: Any,
    units: str | None,
    options: Mapping[str, Any],
    panels: Mapping[str, Any],
) -> Figure:
    joint = isinstance(vlim, str)
    if joint:
        one_of("vlim", vlim, ("joint",))
    quantity = figures.units.Quantity("", ANY_UNIT if units is None else units, 1.0)
    style = map_style(quantity, info, vlim=(None, None) if joint else vlim, **options)
    if joint and style.norm is not None:
        msg = "vlim has no effect with cnorm, which has its own limits: pass one of them"
        raise InputError(msg)
    maps = figures.projection_maps.projection_maps(projections, info, style, kinds)
    room = figures.topomap.ROOM_FOR_NAMES if style.names else 1
    grid = map_panels(
        panels["axes"],
        "auto",
        "auto",
        room * number("size", panels["size"], above=0),
        what="one for each map",
        bar="own" if style.colour_bar else "none",
        show=panels["show"],
    )
    figure = figures.projection_maps.draw_projection_maps(maps, style, grid, joint=joint)
    return figures.canvas.show_figure(figure, show=panels["show"])
