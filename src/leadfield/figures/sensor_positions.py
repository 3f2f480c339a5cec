"""Figures of the sensors' places: seen from above on a head, or in space."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, final

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.base.errors import ChannelError
from leadfield.figures.canvas import new_figure
from leadfield.figures.sensors import (
    FEWEST,
    HeadSphere,
    SensorLayout,
    colours_by_position,
    draw_head,
    flatten_sensors,
    head_positions,
)
from leadfield.recording.info import MeasurementInfo

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

BAD = np.array([214, 39, 40]) / 255  # red
NAME_SIZES = ((40, 8.0), (100, 6.0), (np.inf, 4.5))  # of names in points, up to so many


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SensorStyle:
    """Look of sensors: ``colours`` (n, 3), ``named`` which have their name beside them.

    ``size`` is in points², ``width`` that of the marks' edges; bad ones have a red edge.
    ``to_sphere`` spreads the sensors as on a sphere, else they are seen from above.
    """

    colours: Floats
    named: Bools
    size: float
    width: float = 2.0
    to_sphere: bool = True
    sphere: HeadSphere | None = None
    title: str = ""

    def __post_init__(self) -> None:
        lock_arrays(self)


def draw_sensor_map(
    info: MeasurementInfo,
    rows: Ints,
    style: SensorStyle,
    *,
    axes: "Axes | None" = None,
    show: bool = False,
) -> "Figure":
    """Figure of sensors on a head seen from above, the nose up."""
    layout = sensor_layout(info, rows, style)
    ax = new_figure((6.4, 6.4), show=show).subplots() if axes is None else axes
    draw_head(ax, origin=layout.origin, radius=layout.radius)
    places = layout.drawn
    ax.scatter(places[:, 0], places[:, 1], clip_on=False, **_look(info, rows, style))
    _name(ax, info, rows[style.named], places[style.named])
    reach = 1.06 * layout.radius * max(1.14, float(np.abs(layout.positions).max()))
    x, y = layout.origin
    ax.set(xlim=(x - reach, x + reach), ylim=(y - reach, y + reach), title=style.title)
    return ax.figure  # type: ignore[return-value]


def sensor_layout(info: MeasurementInfo, rows: Ints, style: SensorStyle) -> SensorLayout:
    """Flat positions: as on a sphere, or seen from straight above."""
    if style.to_sphere:
        sphere = style.sphere
        if sphere is None and len(rows) < FEWEST:
            sphere = HeadSphere(centre=(0.0, 0.0, 0.04), radius=0.1)
        return flatten_sensors(info, rows, sphere)
    positions = known_positions(info, rows)
    sphere = style.sphere or HeadSphere(centre=(0.0, 0.0, 0.0), radius=0.095)
    x, y, _ = sphere.centre
    flat = (positions[:, :2] - [x, y]) / sphere.radius
    return SensorLayout(positions=flat, origin=(x, y), radius=sphere.radius)


def draw_sensors_in_space(
    info: MeasurementInfo,
    rows: Ints,
    style: SensorStyle,
    *,
    axes: Any = None,
    show: bool = False,
) -> "Figure":
    """Figure of sensors in space, in m and head coordinates, seen from the right."""
    places = known_positions(info, rows)
    if axes is None:
        figure = new_figure((6.4, 6.4), show=show)
        axes = figure.add_subplot(projection="3d")
    axes.scatter(*places.T, **_look(info, rows, style))
    _name(axes, info, rows[style.named], places[style.named])
    axes.set(xlabel="x (m)", ylabel="y (m)", zlabel="z (m)", title=style.title)
    axes.set_aspect("equal")
    axes.set_box_aspect(None, zoom=0.85)  # or the labels of an axis are cut off
    axes.view_init(elev=15, azim=30)
    return axes.figure  # type: ignore[no-any-return]


def known_positions(info: MeasurementInfo, rows: Ints) -> Floats:
    """Positions (n, 3) in head coordinates, in m; each must be known."""
    positions, known = head_positions(info, rows)
    if not known.all():
        unknown = info.names[rows[~known][0]]
        msg = f"channels must have a position to be drawn, {unknown} has none: set a montage"
        raise ChannelError(msg)
    return positions


def _look(info: MeasurementInfo, rows: Ints, style: SensorStyle) -> dict[str, Any]:
    bad = np.isin(np.array(info.names)[rows], info.bads)
    return {
        "c": style.colours,
        "edgecolors": np.where(bad[:, None], BAD, 0.6 * style.colours),
        "s": style.size,
        "linewidths": style.width,
        "zorder": 6,
    }


def _name(ax: Any, info: MeasurementInfo, rows: Ints, places: Floats) -> None:
    """Write names beside the sensors, a little to the right."""
    size = next(size for most, size in NAME_SIZES if len(rows) <= most)
    write: Callable[..., Any] = ax.text
    for row, place in zip(rows, places, strict=True):
        write(*place, f"  {info.names[row]}", fontsize=size, ha="left", va="center", zorder=7)


def colours_by_region(info: MeasurementInfo, rows: Ints) -> Floats:
    """A colour (n, 3) for each sensor, the mean of its region's: eight of about the same size.

    A quarter of the sensors is frontal, a quarter occipital, the lower half of the rest
    temporal, the upper half parietal; each is left or right.
    """
    positions = known_positions(info, rows)
    _, y, height = positions.T
    quarter = len(rows) // 4
    lobe = np.full(len(rows), 3)
    order = np.argsort(y, kind="stable")
    lobe[order[len(rows) - quarter :]] = 0
    lobe[order[:quarter]] = 1
    rest = np.flatnonzero(lobe == 3)
    lobe[rest[np.argsort(height[rest], kind="stable")[:quarter]]] = 2
    region = 2 * lobe + (positions[:, 0] > 0)
    rays = positions - [0, 0, 0.04]
    own = colours_by_position(rays / np.linalg.norm(rays, axis=1, keepdims=True))
    colours = np.zeros((len(rows), 3))
    for one in np.unique(region):
        colours[region == one] = own[region == one].mean(axis=0)
    return colours


DRAW = {"topomap": draw_sensor_map, "3d": draw_sensors_in_space}
