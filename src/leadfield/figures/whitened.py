"""Whitened evoked responses, which show whether the noise covariance describes the noise.

Engemann & Gramfort 2015. Whitened noise stays within ±1.96 for 95 % of the time, and
its power over a type's rank is 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, final

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.epochs.evoked import EvokedResponse
from leadfield.figures.butterfly import ButterflyStyle, draw_panel
from leadfield.figures.canvas import (
    BLACK,
    COLOURS,
    label_bottom_only,
    run_along_time,
    stack_panels,
)
from leadfield.figures.sensors import HeadSphere
from leadfield.figures.units import QUANTITIES, TIME_UNITS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

STYLES = ("-", "--", ":", "-.")


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WhitenedType:
    """One type's channels whitened by one covariance: rows of ``evoked``, rank."""

    evoked: EvokedResponse
    rows: Ints
    rank: int

    def __post_init__(self) -> None:
        lock_arrays(self)

    def power(self) -> Floats:
        """Sum of squares over channels, divided by the rank: 1 for noise."""
        power: Floats = (self.evoked.data[self.rows] ** 2).sum(axis=0) / self.rank
        return power


def draw_whitened(
    estimators: Mapping[str, Mapping[str, WhitenedType]],
    *,
    time_unit: str = "s",
    spatial_colours: bool | None = None,
    sphere: HeadSphere | None = None,
    axes: object = None,
    show: bool = False,
) -> "Figure":
    """Butterflies of the first (best) covariance, and the power by type for each.

    ``estimators`` holds, by name, the whitened types of each covariance.
    """
    best = next(iter(estimators.values()))
    figure, panels = stack_panels([*best, "the power"], axes, height=2.0, show=show)
    style = ButterflyStyle(
        time_unit=time_unit,
        whitened=True,
        hline=(-1.96, 1.96),
        spatial_colours=spatial_colours,
        sphere=sphere,
    )
    for ax, (kind, one) in zip(panels, best.items(), strict=False):
        draw_panel(ax, one.evoked, one.rows, style, kind=kind)
        ax.set_title(f"{ax.get_title()}, rank {one.rank}", fontsize=10)
        label_bottom_only(ax)
    _draw_power(panels[-1], estimators, time_unit)
    return figure


def _draw_power(
    ax: "Axes", estimators: Mapping[str, Mapping[str, WhitenedType]], time_unit: str
) -> None:
    """Whitened power of each type, a line style for each covariance."""
    most = 1.0
    for line, (name, by_type) in zip(STYLES * len(estimators), estimators.items(), strict=False):
        for colour, (kind, one) in zip(COLOURS, by_type.items(), strict=False):
            times = TIME_UNITS[time_unit] * one.evoked.times
            power = one.power()
            most = max(most, float(power.max()))
            label = QUANTITIES[kind].title + (f", {name}" if len(estimators) > 1 else "")
            marker = "." if len(times) == 1 else None
            ax.plot(times, power, color=colour, ls=line, lw=1.2, marker=marker, label=label)
    ax.axhline(1, color=BLACK, lw=0.8, ls="--")
    ax.set_ylim(0, 1.08 * most)
    ax.set_ylabel("Whitened power (χ²/rank)")
    ax.set_title("Global field power; 1 is noise", fontsize=10)
    _add_key(ax, columns=len(by_type))
    run_along_time(ax, times, unit=time_unit)


def _add_key(ax: "Axes", *, columns: int) -> None:
    """Add the key below the panel, off the curves; inside, where no layout makes room."""
    look: dict[str, Any] = {"frameon": False, "fontsize": 8, "ncols": columns}
    if ax.get_figure(root=True).get_layout_engine() is None:  # type: ignore[union-attr]
        ax.legend(loc="best", **look)
    else:
        ax.legend(loc="upper center", bbox_to_anchor=(0.5, -0.24), **look)
