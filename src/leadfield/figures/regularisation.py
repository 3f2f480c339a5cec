"""Regularisation figure: which λ² the data ask for, and where they were looked at."""

from typing import TYPE_CHECKING

from leadfield.base.arrays import Floats
from leadfield.figures.canvas import (
    COLOURS,
    GREY,
    figure_of,
    given_axes,
    new_figure,
    run_along_time,
    tidy_axes,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

HIGHEST = 100.0  # of the criterion: what lies above is out of the question
USUAL = 1 / 9  # the default


def draw_regularisation(
    curve: tuple[Floats, Floats],
    response: tuple[Floats, Floats],
    *,
    best: float,
    window: tuple[float, float],
    title: str,
    axes: object = None,
    show: bool = False,
) -> "Figure":
    """Figure of a criterion over λ² and of the whitened power over time.

    ``curve`` is values of λ² and the criterion less its smallest value, ``response`` times in
    s and the power, 1 for noise.
    """
    if axes is None:
        figure = new_figure((7.6, 3.0), show=show)
        left, right = figure.subplots(1, 2)
    else:
        left, right = given_axes(axes, 2, "the criterion and the power")
        figure = figure_of([left, right])
    candidates, criterion = curve
    low, high = min(best, USUAL) / 30, max(best, USUAL) * 30
    near = (candidates >= low) & (candidates <= high)
    left.semilogx(candidates, criterion, color=COLOURS[0])
    left.axvline(best, color=COLOURS[1], lw=1)
    left.axvline(USUAL, color=GREY, lw=0.8, ls=":")
    left.set_xlim(low, high)
    top = min(HIGHEST, float(criterion[near].max()))
    left.set_ylim(-0.03 * top, top)
    left.text(USUAL, 0.98 * top, " 1/9", va="top", fontsize=8, color=GREY)
    left.set_xlabel("lambda2")
    left.set_ylabel("Criterion above its minimum")
    times, power = response
    right.axvspan(*window, color=COLOURS[1], alpha=0.2, lw=0)
    right.plot(times, power, color=COLOURS[0], marker="." if len(times) == 1 else None)
    right.axhline(1, color=GREY, lw=0.8, ls=":")
    right.set_ylim(bottom=0)
    right.set_ylabel("Whitened power")
    tidy_axes(left)
    run_along_time(right, times)
    figure.suptitle(title, fontsize=9)
    return figure
