"""Marks on a page of traces: events, annotated spans, boundaries of epochs, scale bars."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, final

from leadfield.figures.canvas import BLACK, COLOURS
from leadfield.figures.units import QUANTITIES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RED = "#ff0000"
CROWDED = 40
"""With more events on a page, their names stand in the key alone."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class EventMark:
    """An event at a time: its name and colour."""

    time: float
    name: str
    colour: Any


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """An annotated span from ``start`` to ``stop``; its channels, or all if none is named."""

    start: float
    stop: float
    text: str
    colour: Any
    channels: tuple[str, ...] = ()


def span_colours(texts: Sequence[str], own: Mapping[str, Any]) -> dict[str, Any]:
    """A colour for each text: the user's own, red for what is bad, or one of a cycle."""
    colours: dict[str, Any] = {}
    cycle = [colour for colour in COLOURS if colour != COLOURS[1]]  # vermilion looks like red
    for text in sorted(set(texts)):
        if text in own:
            colours[text] = own[text]
        elif text.lower().startswith(("bad", "edge")):
            colours[text] = RED
        else:
            used = sum(colour in cycle for colour in colours.values())
            colours[text] = cycle[used % len(cycle)]
    return colours


def draw_events(ax: "Axes", events: Sequence[EventMark]) -> None:
    """Draw a line for each event, its name above it, and a key where colours tell them apart."""
    lines = {}
    for event in events:
        lines[event.name] = ax.axvline(event.time, color=event.colour, lw=1.2, zorder=4)
        if len(events) <= CROWDED:
            _write_name(ax, event)
    if len(lines) == 1 or len({str(event.colour) for event in events}) > 1:
        ordered = sorted(lines, key=lambda name: (not name.isdigit(), name.zfill(9)))
        ax.legend(
            [lines[name] for name in ordered],
            ordered,
            title="Events",
            title_fontsize=8,
            fontsize=8,
            frameon=False,
            loc="lower left",
            bbox_to_anchor=(1.0, 0.0),
        )


def _write_name(ax: "Axes", event: EventMark) -> None:
    """Write an event's name above its line, slanting if it is long."""
    long = len(event.name) > 3
    ax.text(
        event.time,
        1.005,
        event.name,
        transform=ax.get_xaxis_transform(),
        fontsize=7,
        ha="left" if long else "center",
        va="bottom",
        rotation=45 if long else 0,
        rotation_mode="anchor",
    )


def draw_spans(ax: "Axes", spans: Sequence[TimeSpan], rows: Sequence[str]) -> None:
    """Shade spans, with their texts; those of single channels in these channels' rows alone."""
    look: dict[str, Any] = {"alpha": 0.25, "lw": 0, "zorder": 1}
    for span in spans:
        start, stop, colour = span.start, span.stop, span.colour
        if not span.channels:
            ax.axvspan(start, stop, color=colour, **look)
            _write_text(ax, span, 0.998, ax.get_xaxis_transform())
        for row in [i for i, name in enumerate(rows) if name in span.channels]:
            ax.fill_between([start, stop], row - 0.5, row + 0.5, color=colour, **look)
            _write_text(ax, span, row - 0.48, ax.transData)


def _write_text(ax: "Axes", span: TimeSpan, height: float, transform: Any) -> None:
    """Write a span's text at its upper left corner."""
    text = ax.text(span.start, height, f" {span.text}", transform=transform, va="top")
    text.set(color=span.colour, fontsize=8, clip_on=True, zorder=6)
    text.set_bbox({"facecolor": "white", "edgecolor": "none", "alpha": 0.7, "pad": 0.5})


def draw_boundaries(ax: "Axes", times: Sequence[float]) -> None:
    """Draw the lines between epochs."""
    for time in times:
        ax.axvline(time, color="0.5", lw=1.0, ls="--", zorder=4)


def draw_scale_bars(ax: "Axes", amplitudes: Mapping[str, tuple[int, float]]) -> None:
    """Draw, beside a row of each type, a bar of half its height, and what it stands for.

    ``amplitudes`` holds, by type, the row and the amplitude in SI units.
    """
    place = ax.get_yaxis_transform()
    for kind, (row, amplitude) in amplitudes.items():
        if kind not in QUANTITIES:
            continue
        quantity = QUANTITIES[kind]
        ends = [row - 0.25, row + 0.25]
        ax.plot([1.01, 1.01], ends, "_-", transform=place, color=BLACK, lw=1.5, clip_on=False)
        words = f"{quantity.scale * amplitude:.4g} {quantity.unit}"
        ax.text(1.018, row, words, transform=place, fontsize=7, va="center")
