"""A volume at one place and time: three panels, and the time course of the source there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.figures.canvas import new_figure
from leadfield.figures.volume_panels import IN_PLANE, VolumePanels
from leadfield.scene.colours import ColourTable
from leadfield.scene.quantity import power_of_ten, scaled_quantity

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

KEYS = {"left": -2, "right": 2, "shift+left": -10, "shift+right": 10}
"""Samples that a key goes on."""
SIZE = (10.0, 5.6)  # inches
LINE = "#2ca02c"
CROSS = "#7fd97f"
BEHIND = 0.5  # grey behind the colours of the bar


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VolumeStyle:
    """How activity is drawn: its colours, what it is, and whether there is a colour bar."""

    colour_table: ColourTable
    quantity: str
    colour_bar: bool
    bright: bool
    """Whether panels are white, as a glass brain's are, instead of black."""

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
class VolumeView:
    """The figure of a volume, which goes where it is clicked, and through time by arrow keys."""

    def __init__(
        self, panels: VolumePanels, times: Floats, style: VolumeStyle, *, show: bool
    ) -> None:
        self.panels, self.times, self.style = panels, times, style
        self.figure: Figure = new_figure(SIZE, show=show)
        self._places = panels.activity.places
        self.place, self.sample = self._places[0], 0
        self._make_axes()
        # A figure does not keep methods alive, and with them this.
        self.figure.canvas.mpl_connect("button_press_event", partial(self._click))
        self.figure.canvas.mpl_connect("key_press_event", partial(self._press))

    def _make_axes(self) -> None:
        extents = [self.panels.box.extent(axis) for axis in range(3)]
        widths = [right - left for left, right, _, _ in extents]
        bar = [0.04 * sum(widths)] if self.style.colour_bar else []
        grid = self.figure.add_gridspec(
            2, 3 + len(bar), height_ratios=(1.7, 1), width_ratios=[*widths, *bar]
        )
        paper, ink = ("white", "black") if self.style.bright else ("black", "white")
        self.axes: list[Axes] = []
        for axis, extent in enumerate(extents):
            ax = self.figure.add_subplot(grid[0, axis], facecolor=paper)
            ax.set(xticks=[], yticks=[], xlim=extent[:2], ylim=extent[2:], aspect="equal")
            ax.spines[:].set_visible(False)
            if axis:
                for x, side in ((0.02, "L"), (0.98, "R")):
                    ax.text(x, 0.98, side, **_corner(ax, ink, right=side == "R"))
            self.axes.append(ax)
        self._ink = ink
        self._drawn: list[list[Any]] = [[], [], []]
        self._course_axes = self.figure.add_subplot(grid[1, :3])
        if bar:
            self._draw_bar(self.figure.add_subplot(grid[0, 3]))
        self._draw_course()

    def _draw_bar(self, ax: Axes) -> None:
        table = self.style.colour_table
        low, high = table.limits.bounds
        opacity = table.colours[:, 3:]
        colours = table.colours[:, :3] * opacity + BEHIND * (1 - opacity)
        ax.imshow(colours[:, np.newaxis], extent=(0, 1, low, high), aspect="auto", origin="lower")
        points = {table.limits.low, table.limits.middle, table.limits.high}
        ticks = sorted(points | {-x for x in points} if table.limits.signed else points)
        ax.set(xticks=[], yticks=ticks)
        ax.yaxis.tick_right()
        self._scale_axis(ax, high)
        ax.yaxis.set_label_position("right")

    def _scale_axis(self, ax: Axes, high: float) -> None:
        """Write numbers and the quantity of an axis in a unit that suits their size."""
        power = power_of_ten(high)
        ax.yaxis.set_major_formatter(lambda value, _: f"{value / 10.0**power:.3g}")
        ax.set_ylabel(scaled_quantity(self.style.quantity, power))

    def _draw_course(self) -> None:
        ax, values = self._course_axes, self.panels.activity.values
        marker = "o" if len(self.times) == 1 else None
        (self._course,) = ax.plot(self.times, values[0], color="k", lw=1.2, marker=marker)
        if len(self.times) > 1:
            ax.set_xlim(self.times[0], self.times[-1])
        if values.min() < 0:
            ax.axhline(0.0, color="0.5", lw=0.5)
        self._time_line = ax.axvline(self.times[0], color=LINE)
        ax.set_xlabel("Time (s)")
        ax.spines[["top", "right"]].set_visible(False)
        self._scale_axis(ax, float(np.abs(values).max()))
        self._legend = ax.legend([self._course], [""], title="Vertex", loc="upper right")

    def go_to(self, place: Floats, sample: int | None = None) -> int:
        """Show the panels through a place in mm, and the source nearest to it; its row."""
        self.place = np.asarray(place, np.float64)
        if sample is not None:
            self.sample = sample
        row = int(np.linalg.norm(self._places - self.place, axis=1).argmin())
        values = self.panels.activity.values[row]
        self._course.set_ydata(values)
        low, high = self.style.colour_table.limits.bounds
        ends = np.array([min(low, values.min()), max(high, values.max())])
        self._course_axes.set_ylim(*(ends + np.ptp(ends) * np.array([-0.05, 0.05])))
        self._legend.get_texts()[0].set_text(str(self.panels.activity.vertices[row]))
        self._redraw()
        return row

    def show_sample(self, sample: int) -> None:
        """Show another time."""
        self.sample = min(max(sample, 0), len(self.times) - 1)
        self._redraw()

    def _redraw(self) -> None:
        time = self.times[self.sample]
        self._time_line.set_xdata([time, time])
        for axis, ax in enumerate(self.axes):
            for artist in self._drawn[axis]:
                artist.remove()
            self._drawn[axis] = self._draw_panel(axis, ax)
        self.figure.canvas.draw_idle()

    def _draw_panel(self, axis: int, ax: Axes) -> list[Any]:
        look: dict[str, Any] = {"extent": self.panels.box.extent(axis), "origin": "lower"}
        cut = float(self.place[axis])
        values = self.panels.overlay(axis, cut, self.sample)
        colours = self.style.colour_table(np.nan_to_num(values))
        colours[np.isnan(values)] = 0
        right, up = IN_PLANE[axis]
        cross: dict[str, Any] = {"color": CROSS, "lw": 0.7}
        grey = self.panels.background(axis, cut)
        return [
            ax.imshow(grey, cmap="gray", vmin=0, vmax=1, interpolation="bilinear", **look),
            ax.imshow(colours, interpolation="nearest", **look),
            ax.axvline(self.place[right], **cross),
            ax.axhline(self.place[up], **cross),
            ax.text(0.02, 0.02, _coordinate(axis, cut), **_corner(ax, self._ink, top=False)),
        ]

    def _click(self, event: Any) -> None:
        if event.inaxes is self._course_axes:
            self.show_sample(int(np.abs(self.times - event.xdata).argmin()))
        elif event.inaxes in self.axes:
            place = self.place.copy()
            place[list(IN_PLANE[self.axes.index(event.inaxes)])] = event.xdata, event.ydata
            self.go_to(place)

    def _press(self, event: Any) -> None:
        if event.key in KEYS:
            self.show_sample(self.sample + KEYS[event.key])


def _coordinate(axis: int, value: float) -> str:
    return f"{'xyz'[axis]} = {value:.0f} mm".replace("-", "\N{MINUS SIGN}")


def _corner(ax: Axes, ink: str, *, right: bool = False, top: bool = True) -> dict[str, Any]:
    """Where in a panel a text stands, and what it looks like."""
    return {
        "transform": ax.transAxes,
        "color": ink,
        "fontsize": 8,
        "ha": "right" if right else "left",
        "va": "top" if top else "bottom",
    }
