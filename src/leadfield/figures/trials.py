"""Trial figures: events over time, and why epochs were dropped."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.figures.canvas import COLOURS, new_figure, stack_panels, tidy_axes

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MARKERS = "osD^v<>PX*"
FEWEST_BARS = 4
"""Bars are as wide as if there were as many."""


def draw_events(  # noqa: PLR0913 - options of the public function
    times: Floats,
    codes: Ints,
    names: Mapping[int, str],
    *,
    time_label: str = "Time (s)",
    colours: Mapping[int, Any] | None = None,
    heights: Mapping[int, float] | None = None,
    axes: object = None,
    show: bool = False,
) -> "Figure":
    """Figure of events: a row a code, with the number of each."""
    inches = 0.2 + 0.32 * max(len(names), 3)
    figure, (ax,) = stack_panels(["all events"], axes, height=inches, show=show)
    heights = heights or {c: i + 1.0 for i, c in enumerate(sorted(names))}
    for i, code in enumerate(sorted(names)):
        here = codes == code
        colour = (colours or {}).get(code, COLOURS[i % len(COLOURS)])
        height = np.full(int(here.sum()), heights[code])
        ax.plot(times[here], height, MARKERS[i % len(MARKERS)], color=colour, ms=4, mew=0)
    labels = [names[c] for c in sorted(names)]
    ax.set_yticks([heights[c] for c in sorted(names)], labels, parse_math=False)
    counts = ax.secondary_yaxis("right")
    counts.set_yticks(
        [heights[c] for c in sorted(names)], [str(int((codes == c).sum())) for c in sorted(names)]
    )
    counts.set_ylabel("Number of events", fontsize=9)
    counts.tick_params(length=0, labelsize=9)
    counts.spines["right"].set_visible(False)
    ax.set_xlabel(time_label)
    ax.set_ylabel("Event")
    low, high = min(heights.values()), max(heights.values())
    ax.set_ylim(low - 0.6, high + 0.6)
    ax.grid(axis="x", color="0.9")
    tidy_axes(ax)
    return figure


def draw_drop_log(
    drop_log: Sequence[Sequence[str]],
    *,
    ignore: Sequence[str] = ("IGNORED",),
    most: int = 20,
    subject: str | None = None,
    colour: Any = "0.7",
    width: float = 0.8,
    show: bool = False,
) -> "Figure":
    """Figure of how many epochs, in percent, each reason or channel dropped."""
    counted = [entry for entry in drop_log if not set(entry) & set(ignore)]
    total = len(counted)
    dropped = sum(bool(entry) for entry in counted)
    reasons = Counter(reason for entry in counted for reason in entry).most_common(most)
    figure = new_figure((max(3.6, 1.2 + 0.42 * len(reasons)), 3.2), show=show)
    ax = figure.subplots()
    share = 100 * dropped / max(total, 1)
    head = f"{subject}: " if subject else ""
    ax.set_title(f"{head}{dropped} of {total} epochs dropped ({share:.1f} %)", fontsize=10)
    if reasons:
        heights = [100 * count / total for _, count in reasons]
        bars = ax.bar(range(len(reasons)), heights, color=colour, width=width, edgecolor="0.3")
        ax.bar_label(bars, [str(count) for _, count in reasons], fontsize=8)
        ax.set_xticks(range(len(reasons)), [name for name, _ in reasons], parse_math=False)
        ax.tick_params(axis="x", rotation=60 if len(reasons) > 3 else 0)
        ax.set_ylim(0, 1.15 * max(heights))
        beside = max(0.5, 0.5 * (FEWEST_BARS - len(reasons)))
        ax.set_xlim(-beside, len(reasons) - 1 + beside)
    else:
        ax.text(0.5, 0.5, "none was dropped", ha="center", transform=ax.transAxes)
        ax.set_xticks([])
    ax.set_ylabel("Epochs dropped (%)")
    tidy_axes(ax)
    return figure
