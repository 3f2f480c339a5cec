"""Detection figure: what one source explains of a response over time, and the threshold."""

from typing import TYPE_CHECKING

from leadfield.base.arrays import Floats
from leadfield.figures.canvas import COLOURS, GREY, run_along_time, stack_panels

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw_detection(
    times: Floats,
    curve: Floats,
    *,
    threshold: float,
    title: str,
    axes: object = None,
    show: bool = False,
) -> "Figure":
    """Figure of the largest scan energy over time; what is above the threshold is shaded."""
    figure, (ax,) = stack_panels(["the curve"], axes, height=2.2, show=show)
    marker = "." if len(times) == 1 else None
    ax.plot(times, curve, color=COLOURS[0], marker=marker, label="Largest scan energy")
    ax.axhline(threshold, color=COLOURS[1], lw=1.2, ls="--", label="Noise stays below in 95 %")
    above = curve > threshold
    ax.fill_between(times, threshold, curve, where=above, color=COLOURS[0], alpha=0.25, lw=0)
    if above.any():
        peak = int(curve.argmax())
        ax.plot(times[peak], curve[peak], "o", color=COLOURS[0], ms=5)
        ax.annotate(
            f"{1e3 * times[peak]:.0f} ms",
            (times[peak], curve[peak]),
            xytext=(6, 0),
            textcoords="offset points",
            va="center",
            fontsize=9,
            color=GREY,
        )
    ax.set_title(title, fontsize=10, loc="left")
    ax.set_ylabel("Energy (noise variances)")
    ax.set_ylim(bottom=0)
    ax.legend(frameon=False, fontsize=9)
    run_along_time(ax, times)
    return figure
