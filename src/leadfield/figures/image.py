"""Evoked responses as images: channels down, time across, a panel for each type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, final

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.checks import looked_up
from leadfield.epochs.evoked import EvokedResponse
from leadfield.figures.butterfly import rows_by_type
from leadfield.figures.canvas import BLACK, GREY, label_bottom_only, stack_panels
from leadfield.figures.units import QUANTITIES, TIME_UNITS, Quantity

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_NAMES = 40


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ImageStyle:
    """Style of images; ``limits`` by type are in the type's unit."""

    quantities: Mapping[str, Quantity] = field(default_factory=lambda: QUANTITIES)
    with_unit: bool = True
    time_unit: str = "s"
    limits: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    xlim: tuple[float, float] | None = None
    colormap: str = "RdBu_r"
    colour_bar: bool = True
    names: bool | None = None


def draw_images(
    evoked: EvokedResponse,
    picks: Ints,
    style: ImageStyle,
    *,
    axes: object = None,
    show: bool = False,
) -> "Figure":
    """Figure with an image for each type of the picked channels."""
    groups = rows_by_type(evoked, picks)
    figure, panels = stack_panels(groups, axes, height=2.4, show=show)
    for ax, (kind, rows) in zip(panels, groups.items(), strict=True):
        _draw(ax, evoked, rows, style, kind=kind)
        label_bottom_only(ax)
    return figure


def _draw(ax: "Axes", evoked: EvokedResponse, rows: Ints, style: ImageStyle, *, kind: str) -> None:
    quantity = style.quantities[kind]
    data = (quantity.scale if style.with_unit else 1.0) * evoked.data[rows]
    bad = np.isin(np.array(evoked.info.names)[rows], evoked.info.bads)
    good = data[~bad] if (~bad).any() else data
    most = float(np.abs(good).max()) or 1.0
    low, high = style.limits.get(kind, (-most, most))
    times = evoked.times * looked_up("time_unit", style.time_unit, TIME_UNITS)
    half = 0.5 * TIME_UNITS[style.time_unit] / evoked.info.sampling_rate
    image = ax.imshow(
        data,
        extent=(times[0] - half, times[-1] + half, len(rows) - 0.5, -0.5),
        aspect="auto",
        interpolation="nearest",
        cmap=style.colormap,
        vmin=low,
        vmax=high,
    )
    if times[0] <= 0 <= times[-1]:
        ax.axvline(0, color=BLACK, lw=0.8, ls=":")
    if style.xlim is not None:
        ax.set_xlim(*style.xlim)
    plural = "s" if len(rows) != 1 else ""
    ax.set_title(f"{quantity.title} ({len(rows)} channel{plural})", fontsize=10)
    ax.set_xlabel(f"Time ({style.time_unit})")
    ax.set_ylabel("Channel")
    ax.tick_params(labelsize=9)
    if style.names if style.names is not None else len(rows) <= MOST_NAMES:
        ax.set_yticks(range(len(rows)), [evoked.info.names[r] for r in rows], fontsize=6)
        for label, is_bad in zip(ax.get_yticklabels(), bad, strict=True):
            label.set_color(GREY if is_bad else BLACK)
    if style.colour_bar:
        bar = ax.figure.colorbar(image, ax=ax, pad=0.01, aspect=18)
        bar.set_label(quantity.unit if style.with_unit else "SI units", fontsize=9)
        bar.ax.tick_params(labelsize=8)
