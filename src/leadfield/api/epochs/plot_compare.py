"""Comparison of conditions: ``plot_compare_evokeds``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api import recording
from leadfield.api.epochs.compare_options import (
    check_amplitudes,
    check_ci,
    check_combine,
    check_place,
    check_vertical_lines,
    figure_title,
    picks_are_types,
    responses_by_condition,
    rows_of_types,
)
from leadfield.api.epochs.condition_styles import condition_styles
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.base.log import warn
from leadfield.epochs.condition_courses import (
    bootstrap_interval,
    check_interval,
    combined_courses,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.epochs.figure_options import AxesLike, TimeUnit
    from leadfield.base.arrays import Floats, Ints
    from leadfield.epochs.condition_courses import Combine
    from leadfield.epochs.evoked import EvokedResponse
    from leadfield.recording.picks import Picks


@public("leadfield.viz")
def plot_compare_evokeds(
    evokeds: Evoked | Sequence[Evoked | Sequence[Evoked]] | Mapping[str, Evoked | Sequence[Evoked]],
    picks: Picks = None,
    colors: Sequence[Any] | Mapping[str, Any] | None = None,
    linestyles: Sequence[Any] | Mapping[str, Any] | None = None,
    styles: Mapping[str, Mapping[str, Any]] | None = None,
    cmap: Any = None,
    vlines: Sequence[float] | Literal["auto"] = "auto",
    ci: bool | float | Callable[[Floats], ArrayLike] | None = True,
    truncate_yaxis: bool | Literal["auto"] = "auto",
    truncate_xaxis: bool = True,
    ylim: Mapping[str, tuple[Any, Any]] | None = None,
    invert_y: bool = False,
    show_sensors: bool | int | str | None = None,
    legend: bool | int | str = True,
    split_legend: bool | None = None,
    axes: AxesLike | None = None,
    title: str | None = None,
    show: bool = True,
    combine: Literal["gfp", "rms", "mean", "median", "std"] | Combine | None = None,
    sphere: Any = None,
    time_unit: TimeUnit = "s",
) -> list[Figure]:
    """Plot the time courses of conditions over one another, a figure for each channel type.

    Parameters
    ----------
    evokeds : Evoked | list | dict
        Responses, by condition in a dictionary. A condition may be a list of responses, of
        several subjects for one: their mean is drawn, with an interval of confidence. In a
        list, a response's comment names it.
    picks : str | list | slice | None
        Channels by type, name or number; None for all that measure the brain.
    colors : list | dict | None
        Colours, or whole numbers for those of Matplotlib's cycle, by condition or by a part
        of its name between slashes (``"Aud"`` for ``"Aud/L"``). With ``cmap``, whole numbers
        are steps of the colour map, others places on it from 0 to 1.
    linestyles : list | dict | None
        Line styles, as ``colors``.
    styles : dict | None
        Options of Matplotlib's lines by condition or part, which go before all others.
    cmap : str | Colormap | tuple | None
        Colour map; with a title of its colour bar, ``(title, cmap)``.
    vlines : "auto" | list of float
        Times of vertical lines in ``time_unit``; ``"auto"`` for one at 0.
    ci : bool | float | callable | None
        Level of the interval of confidence, 0.95 for True: that many of 2000 means of
        resampled responses lie in it. A function turns (n_responses, n_times) into lower and
        upper limits (2, n_times). Conditions of one response have no interval unless from
        a function.
    truncate_yaxis : bool | "auto"
        Whether the vertical axis ends at half its limits, or for ``"auto"`` at its outermost
        ticks.
    truncate_xaxis : bool
        Whether the horizontal axis ends at its outermost ticks.
    ylim : dict | None
        Limits by channel type, in the unit drawn; either may be None, or a function of the
        values.
    invert_y : bool
        Whether negative values are up.
    show_sensors : bool | int | str | None
        Whether to draw where the sensors are, beside the panel; a place of Matplotlib's
        legends puts them into it. None for a single channel alone, if its position is known.
    legend : bool | int | str
        Whether to draw a key, at a place of Matplotlib's legends; True for the best.
    split_legend : bool | None
        Whether colours and line styles have keys apart; None: with ``cmap``.
    axes : Axes | list of Axes | None
        Axes to plot in: one for each channel type. ``"topo"`` is refused: a panel for each
        channel has no layout here.
    title : str | None
        Title; None for the channel type or the channels, and how they were combined.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    combine : str | callable | None
        How channels are made one: ``"mean"``, ``"median"``, ``"std"``, ``"rms"`` or
        ``"gfp"``, which is the root mean square for MEG; a function turns (n_responses,
        n_channels, n_times) into (n_responses, n_times). None for ``"gfp"``.
    sphere : float | array, shape (4,) | ConductorModel | str | list of str | None
        The sphere that stands for the head where sensors are drawn, as in
        :func:`leadfield.viz.plot_evoked`; None for one that fits the sensors.
    time_unit : "s" | "ms"
        Unit of the time axis.

    Returns
    -------
    figs : list of Figure
        A figure for each channel type.

    Raises
    ------
    ValueError
        If responses differ in channels or times, or if an option is unknown.

    Examples
    --------
    >>> import leadfield
    >>> info = leadfield.create_info(["EEG 001", "EEG 002"], 100.0, "eeg")
    >>> left = leadfield.EvokedArray([[0, 1e-6, 0], [0, -1e-6, 0]], info, tmin=0.0)
    >>> both = {"left": left, "right": left}
    >>> (fig,) = leadfield.viz.plot_compare_evokeds(both, show=False)
    >>> fig.axes[0].get_title()
    'EEG (GFP)'
    """
    conditions = responses_by_condition(evokeds)
    first = next(iter(conditions.values()))[0]
    groups = rows_of_types(first, picks)
    combined = check_combine(combine, groups)
    interval = check_ci(ci)
    limits = check_amplitudes(ylim)
    by_type = picks_are_types(first, picks)
    lines = condition_styles(
        list(conditions),
        styles=styles,
        linestyles=linestyles,
        colors=colors,
        cmap=cmap,
        split_legend=split_legend,
    )
    one_of("truncate_yaxis", truncate_yaxis, (True, False, "auto"))
    look = figures.compare.CompareStyle(
        time_unit=time_unit,
        vertical_lines=check_vertical_lines(vlines, first.times, time_unit),
        inverted=invert_y,
        truncate_x=truncate_xaxis,
        truncate_y=truncate_yaxis,
        key_place=check_place("legend", legend, "best") if legend is not False else None,
    )
    drawn = []
    for ax, (kind, rows) in zip(
        _panels(axes, list(groups), show=show), groups.items(), strict=True
    ):
        quantity = figures.units.QUANTITIES[kind]
        courses = {
            name: _course(responses, rows, combined[kind], interval, quantity.scale)
            for name, responses in conditions.items()
        }
        style = replace(
            look,
            limits=figures.compare.amplitude_limits(courses, limits.get(kind, (None, None))),
            unit=quantity.unit,
            title=figure_title(first, rows, kind, combine, by_type=by_type)
            if title is None
            else title,
        )
        times = figures.units.TIME_UNITS[time_unit] * first.times
        figures.compare.draw_conditions(ax, times, courses, styles=lines, style=style)
        if show_sensors or (show_sensors is None and sum(map(len, groups.values())) == 1):
            _draw_sensors(
                ax,
                first,
                rows,
                show_sensors,
                recording.head_sphere.as_head_sphere(sphere, first.info),
            )
        drawn.append(figures.canvas.figure_of([ax]))
    figures.canvas.show_figure(drawn[-1], show=show)
    return drawn


def _panels(axes: object, kinds: list[str], *, show: bool) -> list[Axes]:
    """A panel for each type: the user's, or each in a new figure."""
    if isinstance(axes, str):
        msg = f"axes must be None or Matplotlib's, as panels have no layout here, got {axes!r}"
        raise InputError(msg)
    if axes is not None:
        return figures.canvas.given_axes(axes, len(kinds), f"one for each of {', '.join(kinds)}")
    return [figures.canvas.new_figure((8.0, 5.0), show=show).subplots() for _ in kinds]


def _course(
    responses: Sequence[EvokedResponse],
    rows: Ints,
    combine: Combine | None,
    interval: Callable[[Floats], Any] | float | None,
    scale: float,
) -> figures.compare.ConditionCourse:
    """The mean course of a condition, in the unit drawn, and its interval."""
    scaled = [replace(one, data=scale * one.data) for one in responses]
    courses = combined_courses(scaled, rows, combine)
    limits = None
    if callable(interval):
        limits = check_interval(interval(courses), courses.shape[1])
    elif interval is not None and len(courses) > 1:
        limits = bootstrap_interval(courses, interval)
    return figures.compare.ConditionCourse(values=courses.mean(axis=0), interval=limits)


def _draw_sensors(
    ax: Axes,
    response: EvokedResponse,
    rows: Ints,
    place: object,
    sphere: figures.sensors.HeadSphere | None,
) -> None:
    """Draw where the channels are, if that is known."""
    _, known = figures.sensors.head_positions(response.info, rows)
    if not known.all():
        if place is None:
            return
        warn("show_sensors needs the position of every channel, some have none: none is drawn")
        return
    at = None if place in {None, True} else check_place("show_sensors", place, None)
    few = len(rows) < figures.sensors.FEWEST
    head = sphere or (figures.butterfly.FEW_SENSORS if few else None)
    layout = figures.sensors.flatten_sensors(response.info, rows, head)
    figures.compare.draw_sensor_inset(ax, layout.positions, at)
