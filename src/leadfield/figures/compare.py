"""Time courses of conditions over one another, with confidence intervals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, final

import numpy as np

from leadfield.base.arrays import Bools, Floats, lock_arrays
from leadfield.figures.canvas import BLACK
from leadfield.figures.sensors import draw_head

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INSETS = {
    "upper right": (0.80, 0.76),
    "upper left": (0.02, 0.76),
    "lower left": (0.02, 0.04),
    "lower right": (0.80, 0.04),
    "right": (0.80, 0.40),
    "center left": (0.02, 0.40),
    "center right": (0.80, 0.40),
    "lower center": (0.41, 0.04),
    "upper center": (0.41, 0.76),
    "center": (0.41, 0.40),
}
"""Lower left corners of insets, as shares of the panel; the places that legends have."""
LONGEST_LABEL = 40


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ConditionCourse:
    """The course (n_times,) of a condition, and its interval (2, n_times) if it has one."""

    values: Floats
    interval: Floats | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionStyles:
    """Options of each condition's line, the key as labels with options of a line, a colour bar.

    ``ticks`` are labels of the colour map by their place on it, from 0 to 1.
    """

    lines: Mapping[str, Mapping[str, Any]]
    key: Sequence[tuple[str, Mapping[str, Any]]]
    colormap: Any = None
    bar_title: str = ""
    ticks: Mapping[float, str] = field(default_factory=dict)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class CompareStyle:
    """Style of a panel of conditions; ``limits`` and ``unit`` are of the amplitude."""

    limits: tuple[float, float] = (0.0, 1.0)
    unit: str = ""
    title: str = ""
    time_unit: str = "s"
    vertical_lines: Sequence[float] = ()
    inverted: bool = False
    truncate_x: bool = True
    truncate_y: bool | Literal["auto"] = "auto"
    key_place: str | None = "best"


def draw_conditions(
    ax: "Axes",
    times: Floats,
    courses: Mapping[str, ConditionCourse],
    *,
    styles: ConditionStyles,
    style: CompareStyle,
) -> None:
    """Draw a panel: courses, intervals, axes, key and colour bar."""
    for name, course in courses.items():
        options = {"marker": "." if len(times) == 1 else None, **styles.lines[name]}
        ax.plot(times, course.values, label=name, zorder=4, **options)
        if course.interval is not None:
            low, high = course.interval
            ax.fill_between(times, low, high, color=options["color"], alpha=0.3, lw=0, zorder=2)
    ax.set_title(style.title, fontsize=10)
    ax.set_xlabel(f"Time ({style.time_unit})")
    ax.set_ylabel(style.unit)
    if len(times) > 1:
        ax.set_xlim(times[0], times[-1])
    low, high = style.limits
    ax.set_ylim(low, high if high > low else low + 1e-15)
    ax.axhline(0, color=BLACK, lw=0.8, zorder=1)
    for time in style.vertical_lines:
        ax.axvline(time, color=BLACK, lw=1.0, ls="--", zorder=1)
    _shorten_spines(ax, style)
    if style.inverted:
        ax.invert_yaxis()
    if style.key_place is not None and styles.key:
        _draw_key(ax, styles.key, style.key_place)
    if styles.colormap is not None:
        _draw_colour_bar(ax, styles)


def draw_sensor_inset(ax: "Axes", flat: Floats, place: str | None) -> None:
    """Draw where sensors are: at a place in the panel, or for None beside it.

    ``flat`` are positions (n, 2) on a head of radius 1, the nose up.
    """
    roomy = ax.get_figure(root=True).get_layout_engine() is not None  # type: ignore[union-attr]
    left, bottom = INSETS[place or "upper right"]
    if place is None and roomy:
        left, bottom = 1.01, 0.76
    inset = ax.inset_axes((left, bottom, 0.18, 0.22))
    draw_head(inset, width=0.8)
    inset.scatter(flat[:, 0], flat[:, 1], c=BLACK, s=9, linewidths=0, zorder=6)
    inset.patch.set_visible(False)


def amplitude_limits(
    courses: Mapping[str, ConditionCourse], given: tuple[Any, Any]
) -> tuple[float, float]:
    """Limits: given numbers or functions of the values, or so that 0 is in the middle or below."""
    values = [one.values for one in courses.values()]
    values += [one.interval.ravel() for one in courses.values() if one.interval is not None]
    together = np.concatenate(values)
    positive = bool((together > 0).all())
    low, high = given
    if low is None and high is None:
        most = float(np.abs(together).max())
        return (0.0 if positive else -most), most
    if low is None:
        low = 0.0 if positive else together.min()
    if high is None:
        high = together.max()
    return tuple(float(end(together) if callable(end) else end) for end in (low, high))  # type: ignore[return-value]


def _shorten_spines(ax: "Axes", style: CompareStyle) -> None:
    """End the frame at the outermost ticks."""
    ax.spines[["top", "right"]].set_visible(False)
    ax.tick_params(direction="out", labelsize=9)
    across, up = _inner(ax.get_xticks(), ax.get_xlim()), _inner(ax.get_yticks(), ax.get_ylim())
    ax.set_xticks(across)
    ax.set_yticks(up)
    left, bottom = ax.get_xlim()[0], ax.get_ylim()[0]
    if style.truncate_y is True:
        up = np.round(np.array(ax.get_ylim()) / 2 / 0.25) * 0.25
    # Where one axis alone is shortened, it still meets the other one.
    if style.truncate_x:
        ax.spines["bottom"].set_bounds(across[0] if style.truncate_y else left, across[-1])
    if style.truncate_y:
        ax.spines["left"].set_bounds(up[0] if style.truncate_x else bottom, up[-1])


def _inner(ticks: Any, limits: tuple[float, float]) -> Floats:
    """Ticks within limits; both limits where there is none."""
    all_ticks = np.asarray(ticks, np.float64)
    here: Bools = (all_ticks >= min(limits)) & (all_ticks <= max(limits))
    return all_ticks[here] if here.any() else np.array(limits, np.float64)


def _draw_key(ax: "Axes", key: Sequence[tuple[str, Mapping[str, Any]]], place: Any) -> None:
    from matplotlib.lines import Line2D

    lines = [Line2D([], [], **options) for _, options in key]
    labels = [n if len(n) <= LONGEST_LABEL else f"{n[:LONGEST_LABEL]} …" for n, _ in key]
    ax.legend(lines, labels, loc=place, frameon=False, fontsize=9, ncols=1 + len(lines) // 5)


def _draw_colour_bar(ax: "Axes", styles: ConditionStyles) -> None:
    from matplotlib.cm import ScalarMappable

    bar = ax.figure.colorbar(ScalarMappable(cmap=styles.colormap), ax=ax, pad=0.02, aspect=25)
    places = sorted(styles.ticks)
    bar.set_ticks(places, labels=[styles.ticks[place] for place in places])
    bar.ax.tick_params(length=0, labelsize=8)
    bar.set_label(styles.bar_title, fontsize=9)
