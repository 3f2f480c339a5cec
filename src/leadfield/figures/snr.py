"""Signal-to-noise ratio figure: how strong a response is over time."""

from typing import TYPE_CHECKING

from leadfield.base.arrays import Floats
from leadfield.figures.canvas import BLACK, COLOURS, stack_panels, tidy_axes

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
    if times[0] <= 0 <= times[-1]:
        ax.axvline(0, color=BLACK, lw=0.8, ls=":")
    ax.set_xlabel("Time (s)")
    ax.set_ylabel("Signal-to-noise ratio")
    ax.set_ylim(bottom=0)
    if len(times) > 1:
        ax.set_xlim(times[0], times[-1])
    ax.legend(frameon=False, fontsize=9)
    tidy_axes(ax)
    return figure
