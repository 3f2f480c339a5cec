"""Butterfly plots: every channel of an evoked response over time, a panel for each type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, final

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.base.checks import looked_up, one_of
from leadfield.base.errors import ChannelError
from leadfield.epochs.evoked import EvokedResponse
from leadfield.figures.canvas import (
    BLACK,
    GREY,
    label_bottom_only,
    stack_panels,
    tidy_axes,
)
from leadfield.figures.sensors import (
    FEWEST,
    HeadSphere,
    colours_by_position,
    draw_head,
    flatten_sensors,
    head_positions,
)
from leadfield.figures.units import ORDER, QUANTITIES, TIME_UNITS, WHITENED, Quantity

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FEW_SENSORS = HeadSphere(centre=(0.0, 0.0, 0.04), radius=0.1)  # on which too few to fit one lie
FEWEST_LINES = 20
"""Fewer channels show how far apart they are."""
OUTLIER = 3.0
"""How many times larger than any other an outlier is."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ButterflyStyle:
    """Style of a butterfly plot.

    ``gfp`` adds the root mean square over MEG channels (global field power, the standard
    deviation, for EEG), or draws it alone. ``zorder`` is which lines lie on top:
    ``"unsorted"``, ``"std"`` (the weaker ones) or a function of the data that sorts.
    ``whitened`` data have no unit. ``sphere`` is the head of the sensors' inset.
    """

    quantities: Mapping[str, Quantity] = field(default_factory=lambda: QUANTITIES)
    time_unit: str = "s"
    with_unit: bool = True
    gfp: bool | Literal["only"] = False
    spatial_colours: bool | None = None
    zorder: Any = "unsorted"
    xlim: tuple[float, float] | None = None
    ylim: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    hline: Sequence[float] = ()
    highlight: Sequence[tuple[float, float]] = ()
    whitened: bool = False
    sphere: HeadSphere | None = None


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineStyle:
    """Colours (n_channels, 3) of the lines, None for black; rows beyond the axis; order."""

    colours: Floats | None
    far: Ints
    zorder: object

    def __post_init__(self) -> None:
        lock_arrays(self)


def rows_by_type(evoked: EvokedResponse, picks: Ints) -> dict[str, Ints]:
    """The picked channels by type, in the order of the panels."""
    types = np.array(evoked.info.channels.types)
    groups = {kind: picks[types[picks] == kind] for kind in ORDER}
    present = {kind: rows for kind, rows in groups.items() if len(rows)}
    if not present:
        here = sorted(set(types[picks])) or "no channels"
        msg = f"a butterfly needs channels of a type that is measured over time, got {here}"
        raise ChannelError(msg)
    return present


def draw_butterfly(
    evoked: EvokedResponse,
    picks: Ints,
    style: ButterflyStyle,
    *,
    axes: object = None,
    show: bool = False,
) -> "Figure":
    """Figure with a panel for each type of the picked channels."""
    groups = rows_by_type(evoked, picks)
    figure, panels = stack_panels(groups, axes, height=2.2, show=show)
    for ax, (kind, rows) in zip(panels, groups.items(), strict=True):
        draw_panel(ax, evoked, rows, style, kind=kind)
        label_bottom_only(ax)
    return figure


def draw_panel(
    ax: "Axes", evoked: EvokedResponse, rows: Ints, style: ButterflyStyle, *, kind: str
) -> None:
    """Draw the channels ``rows``, all of one type."""
    quantity = style.quantities[kind]
    times = evoked.times * looked_up("time_unit", style.time_unit, TIME_UNITS)
    scale = quantity.scale if style.with_unit and not style.whitened else 1.0
    data = scale * evoked.data[rows]
    old_limits = ax.get_ylim() if ax.lines else None
    bad = np.isin(np.array(evoked.info.names)[rows], evoked.info.bads)
    given = style.ylim.get(kind)
    good = np.flatnonzero(~bad) if (~bad).any() else np.arange(len(rows))
    far = good[find_outliers(data[good])] if given is None else good[:0]
    if style.gfp != "only":
        lines = LineStyle(colours=_colours(ax, evoked, rows, style), far=far, zorder=style.zorder)
        _draw_lines(ax, times, data, bad=bad, style=lines)
        _write_outliers(ax, [evoked.info.names[r] for r in rows[far]])
    if style.gfp and (~bad).any():
        _draw_gfp(ax, times, data[~bad], eeg=kind == "eeg", alone=style.gfp == "only")
    _frame(ax, times, style)
    ax.set_ylabel(WHITENED if style.whitened else quantity.unit if style.with_unit else "SI units")
    plural = "s" if len(rows) != 1 else ""
    ax.set_title(f"{quantity.title} ({len(rows)} channel{plural})", fontsize=10)
    _write_nave(ax, evoked.nave)
    _limits(ax, data[np.setdiff1d(good, far)], given, old_limits)


def _colours(
    ax: "Axes", evoked: EvokedResponse, rows: Ints, style: ButterflyStyle
) -> Floats | None:
    """Colours by sensor position, with an inset of the sensors, or None without positions."""
    if style.spatial_colours is False:
        return None
    positions, known = head_positions(evoked.info, rows)
    if not known.all() or len(rows) < 2:
        if style.spatial_colours:
            msg = "spatial colours need the position of every channel: some have none"
            raise ChannelError(msg)
        return None
    directions = positions - [0, 0, 0.04]
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)
    colours = colours_by_position(directions)
    sphere = style.sphere or (FEW_SENSORS if len(rows) < FEWEST else None)
    layout = flatten_sensors(evoked.info, rows, sphere)
    # The layout makes room beside the panel; where there is none, the sensors are inside it.
    outside = ax.get_figure(root=True).get_layout_engine() is not None  # type: ignore[union-attr]
    inset = ax.inset_axes((1.01 if outside else 0.005, 0.66, 0.13, 0.33))
    draw_head(inset, width=0.6)
    inset.scatter(
        layout.positions[:, 0], layout.positions[:, 1], c=colours, s=2.5, linewidths=0, zorder=6
    )
    inset.patch.set_visible(False)
    return colours


def _draw_lines(ax: "Axes", times: Floats, data: Floats, *, bad: Bools, style: LineStyle) -> None:
    """Draw one line a channel; bad channels grey and dashed, below the others."""
    marker = "." if len(times) == 1 else None
    for i in np.flatnonzero(bad):
        ax.plot(times, data[i], color=GREY, ls="--", lw=0.7, marker=marker, zorder=1)
    good = np.flatnonzero(~bad)
    for depth, i in enumerate(good[_sort_lines(data[good], style.zorder)]):
        colour = BLACK if style.colours is None else tuple(style.colours[i])
        height, alpha = (1.0, 0.3) if i in style.far else (2 + depth / len(data), 1.0)
        ax.plot(times, data[i], color=colour, lw=0.6, marker=marker, zorder=height, alpha=alpha)


def _sort_lines(data: Floats, zorder: object) -> Ints:
    """Order of the lines from bottom to top."""
    if callable(zorder):
        return np.argsort(np.asarray(zorder(data)), kind="stable")
    one_of("zorder", zorder, ("unsorted", "std"))
    if zorder == "unsorted":
        return np.arange(len(data))
    return np.argsort(data.std(axis=1), kind="stable")[::-1]


def _draw_gfp(ax: "Axes", times: Floats, data: Floats, *, eeg: bool, alone: bool) -> None:
    """Draw the root mean square over channels, for EEG about their mean (global field power)."""
    power = data.std(axis=0) if eeg else np.sqrt((data**2).mean(axis=0))
    floor = 0.0 if alone else data.min()
    marker = "." if len(times) == 1 else None
    ax.plot(times, floor + power, color="#009E73", lw=1.6, marker=marker, zorder=4)
    ax.annotate(
        "GFP" if eeg else "RMS",
        (times[0], floor + power[0]),
        (3, 2),
        textcoords="offset points",
        color="#00694d",
        fontsize=8,
        zorder=5,
    )


def find_outliers(data: Floats) -> Bools:
    """Which rows leave the axis, lest they flatten all others: far beyond any other row.

    At most one in twenty; fields of sources reach several sensors, and lose no row so.
    """
    peaks = np.abs(data).max(axis=1)
    largest = np.argsort(peaks)[::-1][: len(peaks) // FEWEST_LINES + 1]
    far: Bools = np.zeros(len(peaks), bool)
    if len(peaks) >= FEWEST_LINES:
        jumps = np.flatnonzero(peaks[largest[:-1]] > OUTLIER * peaks[largest[1:]])
        far[largest[: jumps[-1] + 1 if len(jumps) else 0]] = True
    return far


def _write_outliers(ax: "Axes", names: Sequence[str]) -> None:
    """Say which channels leave the axis."""
    if not names:
        return
    text = ax.text(
        0.01, 0.02, f"off the scale: {', '.join(names)}", fontsize=8, transform=ax.transAxes
    )
    text.set(zorder=6, bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 1})


def _write_nave(ax: "Axes", nave: float) -> None:
    """Write the number of averaged epochs at the right end of the title's line."""
    number = f"{nave:.0f}" if nave == int(nave) else f"{nave:.2f}"
    ax.set_title(f"N$_{{ave}}$={number}", loc="right", fontsize=8)


def _frame(ax: "Axes", times: Floats, style: ButterflyStyle) -> None:
    """Draw reference lines and shaded intervals, set labels and limits along time."""
    unit = TIME_UNITS[style.time_unit]
    for level in style.hline:
        ax.axhline(level, color=BLACK, lw=0.8, ls="--", zorder=3)
    for start, stop in style.highlight:
        ax.axvspan(start * unit, stop * unit, color="0.9", zorder=0)
    if times[0] <= 0 <= times[-1]:
        ax.axvline(0, color=BLACK, lw=0.8, ls=":", zorder=3)
    ax.set_xlabel(f"Time ({style.time_unit})")
    if style.xlim is not None:
        ax.set_xlim(*style.xlim)
    elif len(times) > 1:
        ax.set_xlim(times[0], times[-1])
    tidy_axes(ax)


def _limits(
    ax: "Axes",
    data: Floats,
    given: tuple[float, float] | None,
    old: tuple[float, float] | None,
) -> None:
    """Set the amplitude limits: given, or those of the good channels and of earlier lines."""
    if given is not None:
        ax.set_ylim(*given)
        return
    finite = data[np.isfinite(data)]
    low, high = finite.min(initial=0.0), finite.max(initial=0.0)
    margin = 0.06 * (high - low) or 1.0
    low, high = low - margin, high + margin
    if old is not None:
        low, high = min(low, *old), max(high, *old)
    ax.set_ylim(low, high)
