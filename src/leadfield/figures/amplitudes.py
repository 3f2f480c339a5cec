"""Amplitude figure: courses of labels with the intervals that a posterior leaves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadfield.base.arrays import Floats
from leadfield.figures.canvas import BLACK, COLOURS, label_bottom_only, stack_panels, tidy_axes

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
        if times[0] <= 0 <= times[-1]:
            ax.axvline(0, color=BLACK, lw=0.8, ls=":")
        if len(times) > 1:
            ax.set_xlim(times[0], times[-1])
        ax.set_title(name, fontsize=9, loc="left")
        ax.set_xlabel("Time (s)")
        ax.set_ylabel("nA·m")
        tidy_axes(ax)
        label_bottom_only(ax)
    figure.suptitle(title, fontsize=9)
    return figure
