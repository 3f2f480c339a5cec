"""Evoked responses as images: channels down, time across, a panel for each type."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, final

import numpy as np

from leadfield.base.arrays import Bools, Ints, lock_arrays
from leadfield.base.checks import looked_up
from leadfield.epochs.evoked import EvokedResponse
from leadfield.figures.butterfly import rows_by_type
from leadfield.figures.canvas import BLACK, GREY, label_bottom_only, stack_panels
from leadfield.figures.units import QUANTITIES, TIME_UNITS, Quantity

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

MOST_NAMES = 40
"""Names or numbers beside an image."""
FEW_NAMES = 25
"""With fewer channels, all have their names."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ImageStyle:
    """Style of images; ``limits`` by type are in the type's unit.

    ``mask`` (n_channels, n_times) is true where the response stands out; the rest is drawn in
    ``mask_colormap``, and there is a contour around it. ``names`` are written for all channels
    (``"all"``), for as many as there is room for, or (False) are numbers.
    """

    quantities: Mapping[str, Quantity] = field(default_factory=lambda: QUANTITIES)
    with_unit: bool = True
    time_unit: str = "s"
    limits: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    xlim: tuple[float, float] | None = None
    colormap: str = "RdBu_r"
    colour_bar: bool = True
    names: bool | Literal["auto", "all"] = "auto"
    mask: Bools | None = None
    mask_style: str = "both"
    mask_colormap: str = "Greys"
    mask_opacity: float = 0.25

    def __post_init__(self) -> None:
        lock_arrays(self)


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
    look: dict[str, Any] = {
        "extent": (times[0] - half, times[-1] + half, len(rows) - 0.5, -0.5),
        "aspect": "auto",
        "interpolation": "nearest",
        "vmin": low,
        "vmax": high,
    }
    mask = np.ones(data.shape, bool) if style.mask is None else style.mask[rows]
    if style.mask_style != "contour" and not mask.all():
        ax.imshow(data, cmap=style.mask_colormap, alpha=style.mask_opacity, **look)
        image = ax.imshow(np.ma.masked_where(~mask, data), cmap=style.colormap, **look)
    else:
        image = ax.imshow(data, cmap=style.colormap, **look)
    if style.mask_style != "mask" and mask.any() and not mask.all():
        _outline(ax, mask, look["extent"])
    if times[0] <= 0 <= times[-1]:
        ax.axvline(0, color=BLACK, lw=0.8, ls=":")
    if style.xlim is not None:
        ax.set_xlim(*style.xlim)
    plural = "s" if len(rows) != 1 else ""
    ax.set_title(f"{quantity.title} ({len(rows)} channel{plural})", fontsize=10)
    ax.set_xlabel(f"Time ({style.time_unit})")
    ax.set_ylabel("Channel" if style.names is not False else "Channel (number in this panel)")
    ax.tick_params(labelsize=9)
    everyone = style.names == "all" or (style.names == "auto" and len(rows) < FEW_NAMES)
    ticks = np.arange(0, len(rows), 1 if everyone else -(-len(rows) // MOST_NAMES))
    if style.names is not False:
        ax.set_yticks(ticks, [evoked.info.names[rows[i]] for i in ticks], fontsize=6)
        for label, i in zip(ax.get_yticklabels(), ticks, strict=True):
            label.set_color(GREY if bad[i] else BLACK)
    if style.colour_bar:
        bar = ax.figure.colorbar(image, ax=ax, pad=0.01, aspect=18)
        bar.set_label(quantity.unit if style.with_unit else "SI units", fontsize=9)
        bar.ax.tick_params(labelsize=8)


def _outline(ax: "Axes", mask: Bools, extent: tuple[float, float, float, float]) -> None:
    """Draw a line around what stands out, along the edges of samples and rows."""
    fine = np.kron(mask, np.ones((10, 10)))
    ax.contour(
        fine,
        levels=[0.5],
        colors=[BLACK],
        linewidths=[0.75],
        extent=(extent[0], extent[1], extent[3], extent[2]),  # rows count downwards
        corner_mask=False,
        antialiased=False,
    )
