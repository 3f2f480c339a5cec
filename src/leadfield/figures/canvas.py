"""Matplotlib figures and axes: made without pyplot unless a window or notebook is to show them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.screen.backend import has_windows, is_inline
from leadfield.screen.notebook import show_once

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

GREY = "0.55"
BLACK = "0.1"
# Distinct for colour-blind readers (Okabe & Ito 2008).
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000")


def new_figure(size: tuple[float, float], *, show: bool) -> "Figure":
    """An empty figure of ``size`` inches; pyplot knows it only if it will be shown."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    inline = is_inline()
    if show and (inline or has_windows()):
        from matplotlib import pyplot as plt

        figure = plt.figure(figsize=size, layout="constrained")
    else:
        figure = Figure(figsize=size, layout="constrained")
        FigureCanvasAgg(figure)
    if inline:
        show_once(figure)
    return figure


def show_figure(figure: "Figure", *, show: bool, block: bool | None = None) -> "Figure":
    """The figure, in a window if the backend has windows and ``show`` asks for one.

    With ``block``, wait until it is closed. A notebook shows it when the cell has run.
    """
    if show and figure.canvas.manager is not None and not is_inline():
        from matplotlib import pyplot as plt

        plt.show(block=block)
    return figure


def given_axes(axes: Any, wanted: int, what: str) -> "list[Axes]":
    """The user's axes as a list of the number that is wanted."""
    from matplotlib.axes import Axes

    listed = list(np.atleast_1d(np.asarray(axes, dtype=object)).ravel())
    if not all(isinstance(ax, Axes) for ax in listed):
        msg = f"axes must be Matplotlib axes or a list of them, got {axes!r}"
        raise ArgumentTypeError(msg)
    if len(listed) != wanted:
        msg = f"axes must be {wanted} ({what}), got {len(listed)}"
        raise InputError(msg)
    return listed


def stack_panels(
    panel_names: Iterable[str], axes: Any, *, height: float, show: bool
) -> "tuple[Figure, list[Axes]]":
    """A panel, ``height`` inches high, for each name: new, or in the user's axes."""
    names = list(panel_names)
    if axes is not None:
        panels = given_axes(axes, len(names), f"one for each of {', '.join(names)}")
        return figure_of(panels), panels
    figure = new_figure((6.4, 1.0 + height * len(names)), show=show)
    return figure, list(figure.subplots(len(names), 1, squeeze=False, sharex=True)[:, 0])


def figure_of(axes: "Sequence[Axes]") -> "Figure":
    """The figure that holds these axes."""
    figure = axes[0].figure
    while hasattr(figure, "figure") and figure.figure is not figure:
        figure = figure.figure
    return figure  # type: ignore[return-value]


def tidy_axes(ax: "Axes") -> None:
    """Style axes as in papers: a frame on two sides, ticks outward."""
    ax.spines[["top", "right"]].set_visible(False)
    ax.tick_params(direction="out", labelsize=9)


def run_along_time(ax: "Axes", times: Floats, *, unit: str = "s") -> None:
    """Let the horizontal axis be time, from end to end, with a line at 0; tidy."""
    if times[0] <= 0 <= times[-1]:
        ax.axvline(0, color=BLACK, lw=0.8, ls=":")
    if len(times) > 1:
        ax.set_xlim(times[0], times[-1])
    ax.set_xlabel(f"Time ({unit})")
    tidy_axes(ax)


def label_bottom_only(ax: "Axes") -> None:
    """Drop the label of the horizontal axis where other axes come below."""
    place = ax.get_subplotspec()
    if place is not None and not place.is_last_row():
        ax.set_xlabel("")
