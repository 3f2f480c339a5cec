"""Pages of traces: channels below one another over time, with events and annotations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.figures.canvas import BLACK, new_figure, tidy_axes
from leadfield.figures.trace_marks import (
    EventMark,
    TimeSpan,
    draw_boundaries,
    draw_events,
    draw_scale_bars,
    draw_spans,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = {
    "mag": "darkblue",
    "grad": "b",
    "ecg": "m",
    "ref_meg": "steelblue",
    "seeg": "saddlebrown",
    "dbs": "seagreen",
    "hbo": "#AA3377",
    "hbr": "b",
    "gsr": "#666633",
    "temperature": "#663333",
}
"""Of traces by the type of their channel; the others are black."""
BUTTERFLY_SHARE = 0.5
"""How much smaller traces are that share a row."""
BUTTERFLY_CLIPPING = 0.2
"""How much closer to their row such traces are cut off."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TracePage:
    """Samples (n_channels, n_times) of the channels of a page, and their times (n_times,).

    Samples are in rows' heights: from -0.5 to 0.5 they fill the row of their channel. ``zeros``
    (n_channels,) are where 0 is in it, ``heights`` (n_channels,) what a row is high, in SI units;
    ``steps`` (n_channels,) how many samples a drawn one stands for.
    """

    samples: Floats
    times: Floats
    zeros: Floats
    heights: Floats
    steps: tuple[int, ...]
    names: tuple[str, ...]
    types: tuple[str, ...]
    bads: frozenset[str]

    def __post_init__(self) -> None:
        lock_arrays(self)

    def rows(self, *, butterfly: bool) -> tuple[list[int], list[str]]:
        """The row of each channel, and the names of the rows: a type's channels share one."""
        if not butterfly:
            return list(range(len(self.names))), list(self.names)
        kinds = list(dict.fromkeys(self.types))
        return [kinds.index(kind) for kind in self.types], kinds


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class TraceStyle:
    """Style of a page of traces.

    ``colours`` by name or type go before the usual ones. ``clipping`` is beyond how many rows a
    trace is cut off (None: nowhere), or ``"clamp"`` to flatten it at the edge of its row.
    ``boundaries`` are times between epochs, ``time_ticks`` the times and texts of ticks.
    """

    colours: Mapping[str, Any] = field(default_factory=dict)
    one_colour: Any = None
    bad_colour: Any = "lightgray"
    background: Any = "w"
    clipping: float | Literal["clamp"] | None = 3.0
    butterfly: bool = False
    scale_bars: bool = True
    zero_lines: bool = False
    time_label: str = "Time (s)"
    boundaries: tuple[float, ...] = ()
    time_ticks: tuple[tuple[float, ...], tuple[str, ...]] | None = None

    def colour_of(self, name: str, kind: str, *, bad: bool) -> Any:
        """The colour of a channel."""
        if bad:
            return self.bad_colour
        usual = COLOURS.get(kind, "k") if self.one_colour is None else self.one_colour
        return self.colours.get(name, self.colours.get(kind, usual))


def draw_traces(
    page: TracePage,
    style: TraceStyle,
    *,
    events: Sequence[EventMark] = (),
    spans: Sequence[TimeSpan] = (),
    title: str = "",
    show: bool = False,
) -> "Figure":
    """Figure of a page."""
    rows, names = page.rows(butterfly=style.butterfly)
    row_height = 0.9 if style.butterfly else 0.3
    figure = new_figure((10.0, min(max(1.4 + row_height * len(names), 2.6), 14.0)), show=show)
    ax = figure.subplots()
    _frame(ax, page, names, style)
    for i, row in enumerate(rows):
        _draw_trace(ax, page, style, channel=i, row=row)
    if not style.butterfly:
        for label, name, kind in zip(ax.get_yticklabels(), page.names, page.types, strict=True):
            bad = name in page.bads
            label.set_color("0.5" if bad else style.colour_of(name, kind, bad=False))
    draw_boundaries(ax, style.boundaries)
    draw_spans(ax, spans, names)
    draw_events(ax, events)
    if style.scale_bars:
        share = 0.5 / (BUTTERFLY_SHARE if style.butterfly else 1.0)
        good = [i for i, name in enumerate(page.names) if name not in page.bads]
        # The first channel of each type comes last, and stays.
        bars = {page.types[i]: (rows[i], share * page.heights[i]) for i in reversed(good)}
        draw_scale_bars(ax, bars)
    if title:
        figure.suptitle(title, fontsize=10)
    return figure


def _draw_trace(ax: "Axes", page: TracePage, style: TraceStyle, *, channel: int, row: int) -> None:
    """Draw one channel; upwards is positive, though rows count downwards."""
    name, kind = page.names[channel], page.types[channel]
    bad = name in page.bads
    factor = BUTTERFLY_SHARE if style.butterfly else 1.0
    step = page.steps[channel]
    values = factor * page.samples[channel, ::step]
    if style.clipping == "clamp":
        values = np.clip(values, -0.5, 0.5)
    (line,) = ax.plot(
        page.times[::step],
        row - values,
        color=style.colour_of(name, kind, bad=bad),
        lw=0.5,
        zorder=2 if bad else 3,
        label=name,
    )
    if style.zero_lines:
        ax.axhline(row + factor * page.zeros[channel], color="0.7", lw=0.5, zorder=1)
    if style.clipping is not None and style.clipping != "clamp":
        reach = style.clipping * (BUTTERFLY_CLIPPING if style.butterfly else 1.0)
        _cut_off(ax, line, row - reach, row + reach)


def _cut_off(ax: "Axes", line: Any, top: float, bottom: float) -> None:
    """Leave out of a line what is above or below."""
    from matplotlib.patches import Rectangle

    low, high = ax.get_ylim()  # rows count downwards
    top, bottom = max(top, high), min(bottom, low)
    (left, right) = ax.get_xlim()
    place = Rectangle((left, top), right - left, bottom - top, transform=ax.transData)
    line.set_clip_path(place)


def _frame(ax: "Axes", page: TracePage, names: Sequence[str], style: TraceStyle) -> None:
    """Set limits, ticks and labels."""
    ax.set_ylim(len(names) - 0.5, -0.5)
    if len(page.times) > 1:
        ax.set_xlim(page.times[0], page.times[-1])
    ax.set_yticks(range(len(names)), names)
    ax.set_facecolor(style.background)
    ax.set_xlabel(style.time_label)
    tidy_axes(ax)
    ax.tick_params(axis="y", length=0, labelsize=8, labelcolor=BLACK)
    if style.time_ticks is not None:
        ax.set_xticks(*style.time_ticks)
