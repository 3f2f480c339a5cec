"""Panels of head maps: a grid of axes, and the colour bars beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, final

import numpy as np

from leadfield.base.errors import InputError
from leadfield.figures.canvas import figure_of, given_axes, new_figure

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.colorbar import Colorbar
    from matplotlib.figure import Figure
    from matplotlib.image import AxesImage

WIDTH, HEIGHT = 1.55, 1.8  # inches of a panel with its title
BAR = 1.0  # inches of a colour bar with its labels


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class MapPanels:
    """Where maps are drawn: in the user's ``axes``, or in a grid of ``size`` times our panels.

    ``rows`` and ``columns`` are None for as many as it takes; the user may give one more of the
    axes, for the colour bar, if maps share one (``bar``).
    """

    axes: Any = None
    what: str = "one for each latency"
    rows: int | None = 1
    columns: int | None = None
    size: float = 1.0
    bar: Literal["shared", "own", "none"] = "shared"
    show: bool = False


def lay_out_maps(count: int, panels: MapPanels) -> "tuple[Figure, list[Axes], Axes | None]":
    """The figure, an axes for each map and, if the user gave one, that of the colour bar."""
    if panels.axes is not None:
        given = list(np.atleast_1d(np.asarray(panels.axes, dtype=object)).ravel())
        spare = len(given) == count + 1 and panels.bar == "shared"
        axes = given_axes(given[:count] if spare else given, count, panels.what)
        return figure_of(axes), axes, given_axes(given[-1], 1, "the bar")[0] if spare else None
    rows, columns = _grid(count, panels)
    wide, high = panels.size * WIDTH, panels.size * HEIGHT
    bars = {"shared": 1, "own": columns, "none": 0}[panels.bar]
    figure = new_figure((wide * columns + BAR * bars, high * rows + 0.4), show=panels.show)
    axes = list(figure.subplots(rows, columns, squeeze=False).ravel())
    for ax in axes[count:]:
        ax.remove()
    return figure, axes[:count], None


def _grid(count: int, panels: MapPanels) -> tuple[int, int]:
    rows, columns = panels.rows, panels.columns
    if rows is None and columns is None:
        rows = max(1, int(np.sqrt(count)))
    if columns is None:
        columns = -(-count // (rows or 1))
    if rows is None:
        rows = -(-count // columns)
    if rows * columns < count:
        msg = f"{count} maps need as many panels, nrows={rows} and ncols={columns} make too few"
        raise InputError(msg)
    return rows, columns


def add_colour_bar(
    image: "AxesImage", place: "Axes | Sequence[Axes]", form: str | None = None
) -> "Colorbar":
    """A colour bar in its own axes, or beside several; ``form`` if it tells its ticks apart."""
    from matplotlib.axes import Axes
    from matplotlib.ticker import FormatStrFormatter

    if isinstance(place, Axes):
        bar = figure_of([place]).colorbar(image, cax=place)
    else:
        beside: dict[str, Any] = {"shrink": 0.7, "aspect": 14, "pad": 0.02, "panchor": False}
        bar = figure_of(place).colorbar(image, ax=list(place), **beside)
    bar.ax.tick_params(labelsize=8)
    low, high = bar.ax.get_ylim()
    ticks = [tick for tick in bar.get_ticks() if low <= tick <= high]
    if form is not None and len({form % tick for tick in ticks}) == len(ticks):
        bar.ax.yaxis.set_major_formatter(FormatStrFormatter(form))
    return bar
