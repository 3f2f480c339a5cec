"""Topographic maps of the field over the head, seen from above, nose up."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, final

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.base.errors import DataError, InputError
from leadfield.epochs.evoked import EvokedResponse
from leadfield.figures.canvas import BLACK, GREY, figure_of
from leadfield.figures.head_map import HeadMap, make_head_map
from leadfield.figures.interpolation import MapInterpolation, spacing
from leadfield.figures.map_panels import MapPanels, add_colour_bar, lay_out_maps
from leadfield.figures.sensors import HeadSphere, draw_head
from leadfield.figures.units import TIME_UNITS, Quantity

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.contour import QuadContourSet
    from matplotlib.figure import Figure
    from matplotlib.image import AxesImage

MASKED = {
    "marker": "o",
    "markerfacecolor": "w",
    "markeredgecolor": "k",
    "linewidth": 0,
    "markersize": 4,
}
MASKED_NAMES = {"fontsize": "medium", "fontweight": "bold"}
LETTER = 0.6  # width of a letter, of the font's size
ROOM_FOR_NAMES = 2.2  # how many times larger panels are whose sensors have their names
Bound = float | Callable[[Floats], float] | None


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class TopomapStyle:
    """Style of maps; ``limits`` are in the quantity's unit.

    None in them stands for the largest value (maps without negative values start at 0), a
    function finds the limit from the values. ``norm`` maps values to colours instead.
    ``contours`` are their number or the levels. ``sensors`` may be a format of Matplotlib's,
    ``names`` a function that shortens them; ``masked`` and ``masked_names`` style those that
    are marked.
    """

    quantity: Quantity
    limits: tuple[Bound, Bound] = (None, None)
    colormap: Any = None
    norm: Any = None
    contours: int | tuple[float, ...] = 6
    sensors: bool | str = True
    names: bool | Callable[[str], str] = False
    masked: Mapping[str, Any] = field(default_factory=lambda: MASKED)
    masked_names: Mapping[str, Any] = field(default_factory=lambda: MASKED_NAMES)
    time_unit: str = "s"
    time_format: str | None = None
    outline: bool = True
    colour_bar: bool = True
    bar_format: str | None = None
    how: MapInterpolation = field(default_factory=MapInterpolation)
    sphere: HeadSphere | None = None


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TitledMap:
    """Values of sites (n_sites,) to draw on a head map, with the marked among them."""

    head_map: HeadMap
    values: Floats
    title: str = ""
    mask: Bools | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)


def evoked_maps(
    evoked: EvokedResponse,
    picks: Ints,
    samples: Sequence[Ints],
    style: TopomapStyle,
    *,
    kind: str,
    mask: Bools | None = None,
) -> list[TitledMap]:
    """One map for each group of samples, of their mean.

    ``mask`` (n_channels, n_times) marks channels, at the middle sample of each group.
    """
    head_map = make_head_map(evoked.info, picks, kind=kind, how=style.how, sphere=style.sphere)
    maps = []
    for group in samples:
        values = style.quantity.scale * head_map.values(evoked.data[:, group].mean(axis=1))
        marked = None if mask is None else head_map.marked(mask[:, group[len(group) // 2]])
        title = time_title(evoked.times[group], style)
        maps.append(TitledMap(head_map=head_map, values=values, title=title, mask=marked))
    return maps


def draw_topomaps(
    maps: Sequence[TitledMap], style: TopomapStyle, panels: MapPanels | None = None
) -> "Figure":
    """Figure with maps that share one scale and colour bar."""
    panels = panels or MapPanels()
    if style.names:
        panels = replace(panels, size=ROOM_FOR_NAMES * panels.size)
    figure, axes, bar_axes = lay_out_maps(len(maps), panels)
    values = np.concatenate([one.values for one in maps])
    limits = shared_limits(values, style)
    image = None
    for ax, one in zip(axes, maps, strict=True):
        image, _ = draw_map(ax, one, style, limits)
        ax.set_title(one.title, fontsize=9)
    if style.colour_bar and image is not None:
        bar = add_colour_bar(image, bar_axes or axes, style.bar_format)
        bar.set_label(style.quantity.unit, fontsize=9)
    return figure


def shared_limits(values: Floats, style: TopomapStyle) -> tuple[float, float]:
    """One scale for all maps: symmetric, or from zero where nothing is negative."""
    if not np.isfinite(values).all():
        msg = "a map needs finite data, got NaN or infinity: mark the channel bad"
        raise DataError(msg)
    most = float(np.abs(values).max())
    if isinstance(style.contours, tuple) and style.contours:
        most = max(most, float(np.abs(style.contours).max()))
    most = most or 1.0
    low, high = (bound(values) if callable(bound) else bound for bound in style.limits)
    low = (0.0 if values.min() >= 0 else -most) if low is None else float(low)
    high = most if high is None else float(high)
    if not low < high:
        msg = f"limits of a map must grow, got {low:g} to {high:g}"
        raise InputError(msg)
    return low, high


def draw_map(
    ax: "Axes", one: TitledMap, style: TopomapStyle, limits: tuple[float, float]
) -> "tuple[AxesImage, QuadContourSet | None]":
    """Draw one map into axes; returns its image, for a colour bar, and its contours."""
    head_map, layout = one.head_map, one.head_map.layout
    (x, y), r = layout.origin, layout.radius
    e = head_map.extent
    picture = head_map.image(one.values)
    half = e / (len(picture) - 1)  # half a pixel: the picture's values belong to their middles
    image = ax.imshow(
        picture,
        extent=(
            x - r * (e + half),
            x + r * (e + half),
            y - r * (e + half),
            y + r * (e + half),
        ),
        origin="lower",
        cmap=style.colormap or ("Reds" if limits[0] >= 0 else "RdBu_r"),
        norm=style.norm or _linear_norm(limits),
        interpolation="nearest" if style.how.method == "nearest" else "bilinear",
    )
    contours = _draw_contours(ax, one, picture, _levels(style, limits))
    _clip_to_edge(ax, head_map, [image, *([contours] if contours else [])], style)
    if style.outline:
        draw_head(ax, origin=layout.origin, radius=r)
    ax.set_aspect("equal")
    ax.set_axis_off()
    draw_sensors(ax, one, style)
    wide, high = 1.02 * max(e, 1.12), max(1.02 * e, 1.18)
    ax.set_xlim(x - r * wide, x + r * wide)
    ax.set_ylim(y - r * max(1.02 * e, 1.03), y + r * high)
    return image, contours


def _linear_norm(limits: tuple[float, float]) -> Any:
    from matplotlib.colors import Normalize

    return Normalize(*limits)


def _levels(style: TopomapStyle, limits: tuple[float, float]) -> Floats:
    """The contours' levels: given, or evenly spaced within the limits of colour."""
    if isinstance(style.contours, tuple):
        return np.array(sorted(set(style.contours)))
    if style.norm is not None and style.norm.vmin is not None and style.norm.vmax is not None:
        limits = style.norm.vmin, style.norm.vmax
    return np.linspace(*limits, style.contours + 2)[1:-1]


def _draw_contours(
    ax: "Axes", one: TitledMap, picture: Floats, levels: Floats
) -> "QuadContourSet | None":
    if not ((levels > picture.min()) & (levels < picture.max())).any():
        return None
    layout, e = one.head_map.layout, one.head_map.extent
    ticks = layout.radius * np.linspace(-e, e, len(picture))
    x, y = layout.origin
    return ax.contour(x + ticks, y + ticks, picture, levels, colors=BLACK, linewidths=0.5)


def _clip_to_edge(ax: "Axes", head_map: HeadMap, drawn: list[Any], style: TopomapStyle) -> None:
    """Show what lies within the map's edge only; a map in a box without outline, whole."""
    from matplotlib.patches import Circle, Polygon

    layout = head_map.layout
    if len(head_map.edge):
        corners = layout.origin + layout.radius * head_map.edge
        edge: Any = Polygon(corners, transform=ax.transData)
    elif style.how.extrapolate == "box" and not style.outline:
        return
    else:
        edge = Circle(layout.origin, layout.radius * head_map.extent, transform=ax.transData)
    for artist in drawn:
        artist.set_clip_path(edge)


def draw_sensors(ax: "Axes", one: TitledMap, style: TopomapStyle) -> None:
    """Mark the sensors, bad ones by a cross, and write their names."""
    layout = one.head_map.layout
    places, mask = layout.drawn, one.mask
    plain = np.ones(len(places), bool) if mask is None else ~mask
    if style.sensors:
        if isinstance(style.sensors, str):
            ax.plot(*places[plain].T, style.sensors, zorder=6)
        else:
            ax.plot(*places[plain].T, ".", color=BLACK, markersize=1.4, zorder=6)
    if style.sensors and len(one.head_map.bads):
        bads = replace(layout, positions=one.head_map.bads).drawn
        ax.plot(*bads.T, "x", color=GREY, markersize=3, markeredgewidth=0.8, zorder=6)
    if mask is not None:
        ax.plot(*places[mask].T, **_long_names(style.masked, MASKED | {"zorder": 6.5}))
    if not style.names:
        return
    size = _name_size(ax, one.head_map)
    for i, (name, (x, y)) in enumerate(zip(one.head_map.names, places, strict=True)):
        look: dict[str, Any] = {
            "fontsize": size,
            "horizontalalignment": "center",
            "verticalalignment": "bottom",
        }
        if mask is not None and mask[i]:
            look |= _long_names(style.masked_names, MASKED_NAMES)
        ax.text(x, y, style.names(name) if callable(style.names) else name, zorder=7, **look)


def _name_size(ax: "Axes", head_map: HeadMap) -> float:
    """Points of a font in which a name is about as wide as its sensor's surroundings."""
    width = 72 * figure_of([ax]).get_size_inches()[0] * ax.get_position().width
    place = width * spacing(head_map.layout.positions) / (2.3 * head_map.extent)
    longest = max(map(len, head_map.names))
    return float(np.clip(place / (LETTER * longest), 3, 8))


def _long_names(given: Mapping[str, Any], default: Mapping[str, Any]) -> dict[str, Any]:
    """Options of lines and texts over the default ones, with Matplotlib's long names."""
    from matplotlib.cbook import normalize_kwargs
    from matplotlib.lines import Line2D
    from matplotlib.text import Text

    kind = Line2D if "marker" in default else Text
    return normalize_kwargs(dict(default), kind) | normalize_kwargs(dict(given), kind)


def time_title(times: Floats, style: TopomapStyle) -> str:
    """``0.100 s``, or the interval that was averaged; nothing for an empty format."""
    if style.time_format == "":
        return ""
    factor = TIME_UNITS[style.time_unit]
    form = style.time_format or ("%0.3f s" if style.time_unit == "s" else "%d ms")
    if len(times) == 1:
        return str(form % (factor * times[0]))
    start = str(form.split()[0] % (factor * times[0]))
    return f"{start} to {form % (factor * times[-1])}"
