"""Figures of dipoles: their strengths over time, and their places in slices of an image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.figures.canvas import (
    BLACK,
    figure_of,
    given_axes,
    new_figure,
    run_along_time,
    tidy_axes,
)
from leadfield.figures.volume_panels import AXES, IN_PLANE, ImageSlices

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.forward.dipoles import Dipoles

NANO = 1e9
WIDTH = 9.0  # inches, of three slices
DOT = 18.0  # area of a dot in points squared


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DipoleMarks:
    """Places and arrows (n, 3) of dipoles in mm, of which ``active`` stands out.

    ``colour`` is that of the others, ``highlight`` that of the active one; ``width`` is the
    arrows', as a share of the panel's, None for what suits.
    """

    places: Floats
    arrows: Floats
    active: int
    colour: Any
    highlight: Any
    width: float | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)


def draw_dipole_amplitudes(
    several: Sequence[Dipoles], colours: Sequence[Any], *, show: bool = False
) -> Figure:
    """Figure of the strength of each of several dipoles over time."""
    figure = new_figure((6.4, 3.2), show=show)
    ax = figure.subplots()
    for one, colour in zip(several, colours, strict=True):
        marker = "o" if len(one.times) == 1 else None
        ax.plot(one.times, NANO * one.amplitudes, color=colour, marker=marker, label=one.name)
    times = np.concatenate([one.times for one in several])
    run_along_time(ax, np.sort(times))
    ax.set_ylabel("Amplitude (nA·m)")
    if len(several) > 1 and all(one.name for one in several):
        ax.legend()
    return figure


def draw_dipole_slices(
    image: ImageSlices, marks: DipoleMarks, title: str, *, axes: object = None, show: bool = False
) -> Figure:
    """Figure of three slices of an image through the active dipole, and all dipoles on them."""
    extents = [image.box.extent(axis) for axis in range(3)]
    if axes is None:
        widths = [right - left for left, right, _, _ in extents]
        heights = [top - bottom for _, _, bottom, top in extents]
        height = WIDTH * max(heights) / sum(widths) + 0.6
        figure = new_figure((WIDTH, height), show=show)
        panels = list(figure.subplots(1, 3, width_ratios=widths))
    else:
        panels = given_axes(axes, 3, f"one for each of {', '.join(AXES)}")
        figure = figure_of(panels)
    place = marks.places[marks.active]
    for axis, (ax, extent) in enumerate(zip(panels, extents, strict=True)):
        right, up = IN_PLANE[axis]
        grey = image.grey(axis, float(place[axis]))
        ax.imshow(grey, cmap="gray", vmin=0, vmax=1, extent=extent, origin="lower")
        for row in [i for i in range(len(marks.places)) if i != marks.active] + [marks.active]:
            _draw_dipole(ax, marks, row, (right, up))
        ax.set(xlim=extent[:2], ylim=extent[2:], aspect="equal")
        ax.set_title(AXES[axis], fontsize=10)
        ax.set_xlabel(f"{'xyz'[right]} (mm)")
        ax.set_ylabel(f"{'xyz'[up]} (mm)")
        tidy_axes(ax)
    figure.suptitle(title, fontsize=10, color=BLACK)
    return figure


def _draw_dipole(ax: Any, marks: DipoleMarks, row: int, plane: tuple[int, int]) -> None:
    colour = marks.highlight if row == marks.active else marks.colour
    x, y = marks.places[row, list(plane)]
    u, v = marks.arrows[row, list(plane)]
    look = {"color": colour, "zorder": 3 if row == marks.active else 2}
    ax.quiver(x, y, u, v, angles="xy", scale_units="xy", scale=1, width=marks.width, **look)
    ax.scatter([x], [y], s=DOT if row == marks.active else DOT / 3, linewidths=0, **look)
