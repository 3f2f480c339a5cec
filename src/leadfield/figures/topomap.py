"""Topographic maps of the field over the head, seen from above, nose up."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import ChannelError, DataError, InputError
from leadfield.epochs.evoked import EvokedResponse
from leadfield.figures.canvas import BLACK, new_figure
from leadfield.figures.sensors import SensorLayout, draw_head, flatten_sensors, unproject_azimuthal
from leadfield.figures.units import TIME_UNITS, Quantity
from leadfield.numerics.spherical_spline import spline_matrix
from leadfield.recording.info import MeasurementInfo

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.image import AxesImage

MARGIN = 1.04  # the map ends a little beyond the outermost sensor


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class TopomapStyle:
    """Style of maps, which share one scale, ``limits`` in the quantity's unit.

    None in it stands for the largest value; maps without negative values start at 0.
    """

    quantity: Quantity
    limits: tuple[float | None, float | None] = (None, None)
    colormap: str | None = None
    contours: int = 6
    resolution: int = 64
    sensors: bool = True
    names: bool = False
    time_unit: str = "s"
    time_format: str | None = None
    outline: bool = True
    colour_bar: bool = True


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeadMap:
    """Interpolation of one type's channels to a square image of the head.

    ``rows`` are the channels, ``names`` those of the sites; with ``pairs``, they are planar
    gradiometer pairs, of which the vector length is drawn. ``matrix`` (resolution², n_sites)
    interpolates to the square, of which a circle of radius ``extent``, half its width, is
    visible.
    """

    rows: Ints
    names: tuple[str, ...]
    pairs: bool
    layout: SensorLayout
    matrix: Floats
    extent: float

    def __post_init__(self) -> None:
        lock_arrays(self)

    def values(self, data: Floats) -> Floats:
        """One value for each site, of data (n_channels,)."""
        picked = data[self.rows]
        return np.hypot(picked[0::2], picked[1::2]) if self.pairs else picked

    def image(self, values: Floats) -> Floats:
        """The interpolated square image."""
        side = math.isqrt(len(self.matrix))
        return (self.matrix @ values).reshape(side, side)


def make_head_map(
    info: MeasurementInfo, picks: Ints, *, kind: str, resolution: int = 64
) -> HeadMap:
    """Interpolation for the good channels of one type among ``picks``."""
    types = np.array(info.channels.types)
    rows = np.array([p for p in picks if types[p] == kind and info.names[p] not in info.bads])
    if len(rows) == 0:
        msg = f"a map needs good channels of type {kind!r}, there are none among the picks"
        raise ChannelError(msg)
    pairs = kind == "grad" and bool((info.channels.coil_types[rows] & 0xFFFF != 5001).all())
    if pairs:
        rows = _pair_gradiometers(info, rows)
    layout = flatten_sensors(info, rows[0::2] if pairs else rows)
    extent = MARGIN * max(1.0, float(np.linalg.norm(layout.positions, axis=1).max()))
    ticks = np.linspace(-extent, extent, resolution)
    grid = np.stack(np.meshgrid(ticks, ticks), axis=-1).reshape(-1, 2)
    matrix = spline_matrix(layout.directions, unproject_azimuthal(grid, layout.reach))
    names = tuple(info.names[row] for row in rows[:: 2 if pairs else 1])
    return HeadMap(rows=rows, names=names, pairs=pairs, layout=layout, matrix=matrix, extent=extent)


def _pair_gradiometers(info: MeasurementInfo, rows: Ints) -> Ints:
    """Planar gradiometers at the same position, one pair after another."""
    sites: dict[bytes, list[int]] = {}
    for row in rows:
        site = np.round(info.channels.locations[row, :3], 6).tobytes()
        sites.setdefault(site, []).append(int(row))
    pairs = [row for pair in sites.values() if len(pair) == 2 for row in pair]
    if not pairs:
        msg = "a map of gradiometers needs both of at least one pair, there is none"
        raise ChannelError(msg)
    return np.array(pairs)


def draw_topomaps(
    evoked: EvokedResponse,
    picks: Ints,
    samples: Sequence[Ints],
    style: TopomapStyle,
    *,
    kind: str,
    axes: "Sequence[Axes] | None" = None,
    show: bool = False,
) -> "Figure":
    """Figure with one map for each group of samples, whose mean is drawn."""
    head_map = make_head_map(evoked.info, picks, kind=kind, resolution=style.resolution)
    data = np.stack([evoked.data[:, group].mean(axis=1) for group in samples])
    values = style.quantity.scale * np.stack([head_map.values(row) for row in data])
    if not np.isfinite(values).all():
        msg = "a map needs finite data, got NaN or infinity: mark the channel bad"
        raise DataError(msg)
    limits = shared_limits(values, style.limits)
    if axes is None:
        figure = new_figure((1.55 * len(samples) + 1.0, 2.2), show=show)
        axes = list(figure.subplots(1, len(samples), squeeze=False)[0])
    times = evoked.times
    image = None
    for ax, row, group in zip(axes, values, samples, strict=True):
        image = draw_map(ax, head_map, row, style=style, limits=limits)
        ax.set_title(time_title(times[group], style), fontsize=9)
    figure = axes[0].figure  # type: ignore[assignment]
    if style.colour_bar and image is not None:
        bar = figure.colorbar(image, ax=list(axes), shrink=0.7, aspect=14, pad=0.02)
        bar.set_label(style.quantity.unit, fontsize=9)
        bar.ax.tick_params(labelsize=8)
    return figure


def shared_limits(
    values: Floats, given: tuple[float | None, float | None] = (None, None)
) -> tuple[float, float]:
    """One scale for all maps: symmetric, or from zero where nothing is negative."""
    most = float(np.abs(values).max()) or 1.0
    low, high = given
    low = (0.0 if values.min() >= 0 else -most) if low is None else low
    high = most if high is None else high
    if not low < high:
        msg = f"limits of a map must grow, got {low:g} to {high:g}"
        raise InputError(msg)
    return low, high


def draw_map(
    ax: "Axes",
    head_map: HeadMap,
    values: Floats,
    *,
    style: TopomapStyle,
    limits: tuple[float, float],
) -> "AxesImage":
    """Draw one map into axes; returns the image, for a colour bar."""
    from matplotlib.patches import Circle

    low, high = limits
    name = style.colormap or ("Reds" if low >= 0 else "RdBu_r")
    e = head_map.extent
    picture = head_map.image(values)
    image = ax.imshow(
        picture,
        extent=(-e, e, -e, e),
        origin="lower",
        cmap=name,
        vmin=low,
        vmax=high,
        interpolation="bilinear",
    )
    edge = Circle((0, 0), e, transform=ax.transData)
    image.set_clip_path(edge)
    if style.contours and picture.min() < picture.max():
        levels = np.linspace(low, high, style.contours + 2)[1:-1]
        ticks = np.linspace(-e, e, style.resolution)
        if ((levels > picture.min()) & (levels < picture.max())).any():
            lines = ax.contour(ticks, ticks, picture, levels, colors=BLACK, linewidths=0.5)
            lines.set_clip_path(edge)
    if style.outline:
        draw_head(ax)
    else:
        ax.set_axis_off()
    if style.names:
        for name, (x, y) in zip(head_map.names, head_map.layout.positions, strict=True):
            ax.text(x, y, name, fontsize=4, ha="center", va="bottom", zorder=7)
    if style.sensors:
        ax.plot(*head_map.layout.positions.T, ".", color=BLACK, markersize=1.4, zorder=6)
    edge_of_axes = 1.02 * max(e, 1.12)
    ax.set_xlim(-edge_of_axes, edge_of_axes)
    ax.set_ylim(-edge_of_axes, max(edge_of_axes, 1.18))
    return image


def time_title(times: Floats, style: TopomapStyle) -> str:
    """``0.100 s``, or the interval that was averaged."""
    factor = TIME_UNITS[style.time_unit]
    form = style.time_format or ("%0.3f s" if style.time_unit == "s" else "%d ms")
    if len(times) == 1:
        return str(form % (factor * times[0]))
    start = str(form.split()[0] % (factor * times[0]))
    return f"{start} to {form % (factor * times[-1])}"
