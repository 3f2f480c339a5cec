"""Butterfly plots: every channel of an evoked response over time, a panel a type."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.base.checks import looked_up, one_of
from leadfield.base.errors import ChannelError
from leadfield.epochs.evoked import EvokedResponse
from leadfield.figures.canvas import (
    BLACK,
    GREY,
    label_bottom_only,
    stacked,
    tidy,
)
from leadfield.figures.sensors import draw_head, flat, head_positions, place_colours
from leadfield.figures.units import ORDER, QUANTITIES, TIME_UNITS, WHITE, Quantity

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class ButterflyStyle:
    """How a butterfly looks.

    ``power`` draws the root mean square over MEG channels (GFP, the standard deviation,
    for EEG): ``"no"``, ``"also"`` or ``"only"``. ``order`` is which lines lie on top:
    ``"unsorted"``, ``"std"`` (the weaker ones) or a function of the data that sorts.
    """

    quantities: Mapping[str, Quantity] = field(default_factory=lambda: QUANTITIES)
    time_unit: str = "s"
    with_unit: bool = True
    power: str = "no"
    spatial_colours: bool | None = None
    order: Any = "unsorted"
    xlim: tuple[float, float] | None = None
    ylim: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    lines_at: Sequence[float] = ()
    highlight: Sequence[tuple[float, float]] = ()
    white: bool = False


class Look(NamedTuple):
    """Colours of the lines, or None for black, and which lie on top."""

    colours: Floats | None
    order: object


def grouped(evoked: EvokedResponse, picks: Ints) -> dict[str, Ints]:
    """The picked channels by type, in the order of the panels."""
    types = np.array(evoked.info.channels.types)
    groups = {kind: picks[types[picks] == kind] for kind in ORDER}
    found = {kind: rows for kind, rows in groups.items() if len(rows)}
    if not found:
        here = sorted(set(types[picks])) or "no channels"
        msg = f"a butterfly needs channels of a type that is measured over time, got {here}"
        raise ChannelError(msg)
    return found


def butterfly(
    evoked: EvokedResponse,
    picks: Ints,
    style: ButterflyStyle,
    *,
    axes: object = None,
    show: bool = False,
) -> "Figure":
    """Figure with a panel for each type of the picked channels."""
    groups = grouped(evoked, picks)
    figure, panels = stacked(groups, axes, height=2.2, show=show)
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
    scale = quantity.scale if style.with_unit and not style.white else 1.0
    data = scale * evoked.data[rows]
    shown = ax.get_ylim() if ax.lines else None
    bad = np.isin(np.array(evoked.info.names)[rows], evoked.info.bads)
    if style.power != "only":
        look = Look(_colours(ax, evoked, rows, style), style.order)
        _draw_lines(ax, times, data, bad=bad, look=look)
    if style.power != "no" and (~bad).any():
        _draw_power(ax, times, data[~bad], eeg=kind == "eeg", alone=style.power == "only")
    _frame(ax, times, style)
    ax.set_ylabel(WHITE if style.white else quantity.unit if style.with_unit else "SI units")
    plural = "s" if len(rows) != 1 else ""
    ax.set_title(f"{quantity.title} ({len(rows)} channel{plural})", fontsize=10)
    count = evoked.nave
    text = f"{count:.0f}" if count == int(count) else f"{count:.2f}"
    ax.text(
        0.99, 0.98, f"N$_{{ave}}$={text}", ha="right", va="top", fontsize=8, transform=ax.transAxes
    )
    good = data[~bad] if (~bad).any() else data
    _limits(ax, good, style.ylim.get(kind), shown)


def _colours(
    ax: "Axes", evoked: EvokedResponse, rows: Ints, style: ButterflyStyle
) -> Floats | None:
    """Colours by place with a key of the sensors, or None where places are unknown."""
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
    colours = place_colours(directions)
    places = flat(directions)
    key = ax.inset_axes((0.005, 0.66, 0.13, 0.33))
    draw_head(key, width=0.6)
    key.scatter(places[:, 0], places[:, 1], c=colours, s=2.5, linewidths=0, zorder=6)
    key.patch.set_visible(False)
    return colours


def _draw_lines(ax: "Axes", times: Floats, data: Floats, *, bad: Bools, look: Look) -> None:
    """One line a channel; bad ones grey and dashed, below the others."""
    marker = "." if len(times) == 1 else None
    for i in np.flatnonzero(bad):
        ax.plot(times, data[i], color=GREY, ls="--", lw=0.7, marker=marker, zorder=1)
    good = np.flatnonzero(~bad)
    for depth, i in enumerate(good[_sorted(data[good], look.order)]):
        colour = BLACK if look.colours is None else tuple(look.colours[i])
        height = 2 + depth / len(data)
        ax.plot(times, data[i], color=colour, lw=0.6, marker=marker, zorder=height)


def _sorted(data: Floats, order: object) -> Ints:
    """Places of the lines from below to above."""
    if callable(order):
        return np.argsort(np.asarray(order(data)), kind="stable")
    one_of("zorder", order, ("unsorted", "std"))
    if order == "unsorted":
        return np.arange(len(data))
    return np.argsort(data.std(axis=1), kind="stable")[::-1]


def _draw_power(ax: "Axes", times: Floats, data: Floats, *, eeg: bool, alone: bool) -> None:
    """Root mean square over channels, for EEG about their mean (global field power)."""
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


def _frame(ax: "Axes", times: Floats, style: ButterflyStyle) -> None:
    """Reference lines, shaded intervals, labels and limits along time."""
    unit = TIME_UNITS[style.time_unit]
    for level in style.lines_at:
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
    tidy(ax)


def _limits(
    ax: "Axes",
    data: Floats,
    given: tuple[float, float] | None,
    shown: tuple[float, float] | None,
) -> None:
    """Limits of the amplitude: given, or those of the good channels and of what was there."""
    if given is not None:
        ax.set_ylim(*given)
        return
    low, high = min(data.min(), 0.0), max(data.max(), 0.0)
    room = 0.06 * (high - low) or 1.0
    low, high = low - room, high + room
    if shown is not None:
        low, high = min(low, *shown), max(high, *shown)
    ax.set_ylim(low, high)
