"""Places of sensors: ``plot_sensors``."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from leadfield import figures
from leadfield.api import recording
from leadfield.api.recording.as_info import as_info
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from leadfield.api.recording.info import Info
    from leadfield.base.arrays import Bools, Floats, Ints
    from leadfield.recording.info import MeasurementInfo

TYPES = ("mag", "grad", "eeg", "csd", "seeg", "ecog", "dbs")
SIZES = {"topomap": 25.0, "3d": 75.0}


@public("leadfield.viz")
@verbose_aware
def plot_sensors(
    info: Info,
    kind: Literal["topomap", "3d", "select"] = "topomap",
    ch_type: Literal["mag", "grad", "eeg", "csd", "seeg", "ecog", "dbs", "all"] | None = None,
    title: str | None = None,
    show_names: bool | Sequence[str] = False,
    ch_groups: Literal["position"] | Sequence[Sequence[int]] | NDArray[Any] | None = None,
    to_sphere: bool = True,
    axes: Axes | None = None,
    block: bool | None = None,
    show: bool = True,
    sphere: Any = None,
    pointsize: float | None = None,
    linewidth: float = 2,
    *,
    cmap: str | Colormap | None = None,
    verbose: Verbose = None,
) -> Figure:
    """Plot where the sensors are: on a head seen from above, or in space.

    Bad channels have a red edge.

    Parameters
    ----------
    info : Info
        The channels; as a method, those of the data.
    kind : "topomap" | "3d" | "select"
        Whether to draw them on a flat head, the nose up, or in space. ``"select"``, where they
        are chosen with the mouse, is refused.
    ch_type : "mag" | "grad" | "eeg" | "csd" | "seeg" | "ecog" | "dbs" | "all" | None
        Type of channels; None for the first of these in the data.
    title : str | None
        Title; None for one with the type.
    show_names : bool | list of str
        Whether to write the channels' names, or those to write.
    ch_groups : "position" | list of list of int | None
        Groups of channels, by number, that have a colour each; ``"position"``: eight regions
        of about the same size. None for one colour a type.
    to_sphere : bool
        Whether a flat position is the angle from the vertex, as on a sphere; else the sensors
        are seen from straight above. In space it has no effect.
    axes : Axes | None
        Axes to plot in; in space, they must have three dimensions.
    block : bool | None
        Whether to wait until the window is closed, where there is one; None for Matplotlib's
        own way.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    sphere : float | array, shape (4,) | ConductorModel | str | list of str | None
        The sphere that stands for the head, as in :func:`plot_topomap`; None for the one through
        the sensors. In space it has no effect.
    pointsize : float | None
        Size of the points in points²; None for 25, in space 75.
    linewidth : float
        Width of their edge, 0 for none.
    cmap : str | Colormap | None
        Colour map of groups that are given; None for Matplotlib's own.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    Raises
    ------
    ValueError
        If there are no channels of the type, or one has no position.

    Examples
    --------
    >>> import leadfield
    >>> montage = leadfield.make_dig_montage(
    ...     {"Fz": [0, 0.06, 0.08], "Cz": [0, 0, 0.1]}, coord_frame="head"
    ... )
    >>> info = leadfield.create_info(["Fz", "Cz"], 100.0, "eeg")
    >>> evoked = leadfield.EvokedArray([[0.0], [0.0]], info).set_montage(montage)
    >>> fig = leadfield.viz.plot_sensors(evoked.info, show_names=True, show=False)
    >>> [text.get_text().strip() for text in fig.axes[0].texts]
    ['Fz', 'Cz']
    """
    value = as_info(info)
    if kind == "select":
        msg = "kind='select' needs a mouse, which figures here do not follow: pass names as picks"
        raise InputError(msg)
    one_of("kind", kind, SIZES)
    one_of("to_sphere", to_sphere, (True, False))
    one_of("block", block, (None, True, False))
    drawn_type, rows = _rows(value, ch_type)
    style = figures.sensor_positions.SensorStyle(
        colours=_colours(value, rows, ch_groups, cmap),
        named=_named(value, rows, show_names),
        size=SIZES[kind] if pointsize is None else number("pointsize", pointsize, least=0),
        width=number("linewidth", linewidth, least=0),
        to_sphere=to_sphere,
        sphere=recording.head_sphere.as_head_sphere(sphere, value),
        title=f"Sensor positions ({drawn_type})" if title is None else title,
    )
    draw = figures.sensor_positions.DRAW[kind]
    panel = None if axes is None else _checked_axes(axes, kind)
    figure = draw(value, rows, style, axes=panel, show=show)
    return figures.canvas.show_figure(figure, show=show, block=block)


def _rows(info: MeasurementInfo, ch_type: str | None) -> tuple[str, Ints]:
    """The type and the channels of it, or of all types that have a place on the head."""
    one_of("ch_type", ch_type, (None, "all", *TYPES))
    here = {kind: info.channels.of_type(kind) for kind in TYPES}
    here = {kind: rows for kind, rows in here.items() if len(rows)}
    found = next(iter(here), None) if ch_type is None else ch_type
    if not here or (found != "all" and found not in here):
        msg = f"info must have channels of type {ch_type or ' or '.join(TYPES)}, there are none"
        raise ChannelError(msg)
    if found == "all":
        return "all", np.concatenate(list(here.values()))
    return str(found), here[str(found)]


def _named(info: MeasurementInfo, rows: Ints, given: bool | Collection[str]) -> Bools:
    if isinstance(given, bool | np.bool_):
        return np.full(len(rows), bool(given))
    if isinstance(given, str):
        msg = f"show_names must be True, False or a list of names, got {given!r}"
        raise ArgumentTypeError(msg)
    names = [info.names[row] for row in rows]
    unknown = [name for name in given if name not in names]
    if unknown:
        msg = f"show_names must be names of the channels drawn, there is no {unknown[0]!r}"
        raise ChannelError(msg)
    return np.isin(names, list(given))


def _colours(info: MeasurementInfo, rows: Ints, groups: Any, cmap: Any) -> Floats:
    """A colour for each channel: of its type, its region, or its group."""
    from matplotlib import colormaps, colors, rcParams

    if groups is None:
        types = np.array(info.channels.types)[rows]
        hues = dict(zip(TYPES, figures.canvas.COLOURS, strict=True))
        return np.array([colors.to_rgb(hues[kind]) for kind in types], np.float64)
    if isinstance(groups, str):
        one_of("ch_groups", groups, ("position",))
        return figures.sensor_positions.colours_by_region(info, rows)
    lists = [np.asarray(group) for group in groups]
    if not all(one.ndim == 1 and np.issubdtype(one.dtype, np.integer) for one in lists):
        msg = f"ch_groups must be 'position' or lists of channels' numbers, got {groups!r}"
        raise ArgumentTypeError(msg)
    name = rcParams["image.cmap"] if cmap is None else cmap
    if isinstance(name, str) and name not in colormaps:
        msg = f"cmap must be a name that Matplotlib knows or a Colormap, got {name!r}"
        raise InputError(msg)
    scale = colormaps[name] if isinstance(name, str) else name
    out = np.ones((len(rows), 3))  # white: in no group
    for share, group in reversed(list(zip(np.linspace(0, 1, len(lists)), lists, strict=True))):
        out[np.isin(rows, group)] = scale(share)[:3]
    return out


def _checked_axes(axes: Any, kind: str) -> Axes:
    panel = figures.canvas.given_axes(axes, 1, "one")[0]
    flat = panel.name != "3d"
    if flat != (kind == "topomap"):
        wanted = "two" if kind == "topomap" else "three"
        msg = f"axes must have {wanted} dimensions for kind={kind!r}, got {panel!r}"
        raise ArgumentTypeError(msg)
    return panel
