"""Amplitude figure: courses of labels with the intervals that a posterior leaves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadfield.base.arrays import Floats
from leadfield.figures.canvas import COLOURS, label_bottom_only, run_along_time, stack_panels

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NANO = 1e9


def draw_amplitudes(
    times: Floats,
    names: Sequence[str],
    amplitudes: Floats,
    intervals: Floats,
    *,
    title: str,
    axes: object = None,
    show: bool = False,
) -> "Figure":
    """Figure of amplitudes (n_labels, n_times) in A·m and their intervals, a panel a label."""
    figure, panels = stack_panels(names, axes, height=1.6, show=show)
    for ax, name, course, band in zip(panels, names, amplitudes, intervals, strict=True):
        ax.fill_between(times, *(NANO * band.T), color=COLOURS[0], alpha=0.25, lw=0)
        ax.plot(times, NANO * course, color=COLOURS[0], marker="." if len(times) == 1 else None)
        ax.set_title(name, fontsize=9, loc="left")
        ax.set_ylabel("nA·m")
        run_along_time(ax, times)
        label_bottom_only(ax)
    figure.suptitle(title, fontsize=9)
    return figure
