"""Signal-to-noise ratio figure: how strong a response is over time."""

from typing import TYPE_CHECKING

from leadfield.base.arrays import Floats
from leadfield.figures.canvas import COLOURS, run_along_time, stack_panels

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def draw_snr(
    times: Floats,
    whitened: Floats,
    regularised: Floats,
    *,
    axes: object = None,
    show: bool = False,
) -> "Figure":
    """Figure of the whitened response's power and of the SNR that fits the residual."""
    figure, (ax,) = stack_panels(["both curves"], axes, height=2.2, show=show)
    marker = "." if len(times) == 1 else None
    ax.plot(
        times, regularised, color=COLOURS[1], marker=marker, label="Inverse (fits the residual)"
    )
    ax.plot(times, whitened, color=COLOURS[0], marker=marker, label="Whitened field power")
    ax.set_ylabel("Signal-to-noise ratio")
    ax.set_ylim(bottom=0)
    ax.legend(frameon=False, fontsize=9)
    run_along_time(ax, times)
    return figure
