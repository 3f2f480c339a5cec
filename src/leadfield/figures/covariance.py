"""Noise covariance as images, and its spectrum with the rank that the whitener uses."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.figures.canvas import BLACK, COLOURS, new_figure, tidy_axes
from leadfield.figures.units import QUANTITIES

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Beyond this share of the values a colour says no more: one noisy channel must not blank the rest.
CROWD = 99.0
# Below this share of the least deviation within the rank there is rounding error alone.
ROUNDING = 1e-2


def draw_covariance_images(
    blocks: Mapping[str, Floats], *, colour_bar: bool = True, show: bool = False
) -> "Figure":
    """Figure with an image of each type's covariance (n, n), given in SI units."""
    count = len(blocks)
    figure = new_figure((3.4 * count + 0.4, 3.4), show=show)
    panels = figure.subplots(1, count, squeeze=False)[0]
    for ax, (kind, block) in zip(panels, blocks.items(), strict=True):
        quantity = QUANTITIES[kind]
        values = quantity.scale**2 * block
        most = float(np.percentile(np.abs(values), CROWD)) or float(np.abs(values).max()) or 1.0
        image = ax.imshow(values, cmap="RdBu_r", vmin=-most, vmax=most, interpolation="nearest")
        ax.set_title(f"{quantity.title} ({len(block)} channels)", fontsize=10)
        ax.set_xlabel("Channel")
        ax.set_ylabel("Channel")
        ax.tick_params(labelsize=8)
        if colour_bar:
            extend = "both" if np.abs(values).max() > most else "neither"
            bar = figure.colorbar(image, ax=ax, shrink=0.75, extend=extend)
            bar.set_label(f"({quantity.unit})²" if "/" in quantity.unit else f"{quantity.unit}²")
            bar.ax.tick_params(labelsize=8)
    return figure


def draw_covariance_spectra(
    blocks: Mapping[str, Floats], ranks: Mapping[str, int], *, show: bool = False
) -> "Figure":
    """Figure with the square roots of each type's eigenvalues, and its rank."""
    count = len(blocks)
    figure = new_figure((3.4 * count + 0.4, 3.0), show=show)
    panels = figure.subplots(1, count, squeeze=False)[0]
    for ax, colour, (kind, block) in zip(panels, COLOURS * count, blocks.items(), strict=False):
        quantity = QUANTITIES[kind]
        eigenvalues = np.linalg.eigvalsh(block)[::-1]
        deviations = quantity.scale * np.sqrt(np.clip(eigenvalues, 0, None))
        order = np.arange(1, len(block) + 1)
        positive = deviations > 0
        ax.semilogy(order[positive], deviations[positive], ".-", color=colour, ms=3, lw=1)
        rank = ranks[kind]
        _frame_spectrum(ax, deviations[positive], rank)
        ax.axvline(rank + 0.5, color=BLACK, lw=0.9, ls="--")
        ax.text(
            rank,
            0.97,
            f"rank {rank} ",
            ha="right",
            va="top",
            fontsize=9,
            transform=ax.get_xaxis_transform(),
        )
        ax.set_title(f"{quantity.title} ({len(block)} channels)", fontsize=10)
        ax.set_xlabel("Eigenvalue, largest first")
        ax.set_ylabel(f"Noise ({quantity.unit})")
        tidy_axes(ax)
    return figure


def _frame_spectrum(ax: "Axes", deviations: Floats, rank: int) -> None:
    """Limit the axis to what is no rounding error, and write plain numbers beside it."""
    from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

    if not len(deviations):
        return
    least = deviations[min(max(rank, 1), len(deviations)) - 1]
    shown = deviations[deviations > ROUNDING * least]
    low, high = shown[-1] / 1.6, shown[0] * 1.6
    ax.set_ylim(low, high)
    within = (1.0, 2.0, 5.0) if high / low < 300 else (1.0,)
    ax.yaxis.set_major_locator(LogLocator(subs=within, numticks=12))
    ax.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}"))
    ax.yaxis.set_minor_formatter(NullFormatter())
