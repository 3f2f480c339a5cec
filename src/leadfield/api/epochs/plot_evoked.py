"""Evoked figures: ``plot_evoked`` (butterfly), ``plot_evoked_image``, ``plot_evoked_white``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api import recording
from leadfield.api.epochs.figure_options import (
    Limits,
    TimeUnit,
    as_drawable,
    as_noise,
    check_intervals,
    check_limits,
    limits_by_type,
    rows_to_draw,
    true_false_or_auto,
    with_projections,
)
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.covariance.rank import Rank, checked_rank
from leadfield.whitening.evoked import whiten_groups, whiten_response, whitening_groups

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leadfield.api.covariance.covariance import Covariance
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.epochs.figure_options import AxesLike
    from leadfield.base.arrays import Floats, Ints
    from leadfield.covariance.noise import NoiseCovariance
    from leadfield.epochs.evoked import EvokedResponse
    from leadfield.recording.picks import Picks


@public("leadfield.viz")
@verbose_aware
def plot_evoked(
    evoked: Evoked,
    picks: Picks = None,
    exclude: Literal["bads"] | Sequence[str] = "bads",
    unit: bool = True,
    show: bool = True,
    ylim: Mapping[str, Limits] | None = None,
    xlim: Limits | Literal["tight"] = "tight",
    proj: bool = False,
    hline: Sequence[float] | None = None,
    units: Mapping[str, str] | str | None = None,
    scalings: Mapping[str, float] | float | None = None,
    titles: Mapping[str, str] | str | None = None,
    axes: AxesLike | None = None,
    gfp: bool | Literal["only"] = False,
    window_title: str | None = None,
    spatial_colors: bool | Literal["auto"] = "auto",
    zorder: Literal["unsorted", "std"] | Callable[[Floats], ArrayLike] = "unsorted",
    selectable: bool = True,  # noqa: ARG001 - of an interactive window
    noise_cov: Covariance | str | Path | None = None,
    time_unit: TimeUnit = "s",
    sphere: Any = None,
    *,
    highlight: ArrayLike | None = None,
    verbose: Verbose = None,
) -> Figure:
    """Plot all channels over time as a butterfly plot, a panel for each type.

    Parameters
    ----------
    evoked : Evoked
        The response.
    picks : str | list | slice | None
        Channels by type, name or number; None for all that measure the brain, without
        reference sensors of MEG.
    exclude : "bads" | list of str
        Channels to leave out. Bad channels that are not left out are grey and dashed.
    unit : bool
        Whether to write fT, fT/cm and µV (True) or plain SI values.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    ylim : dict | None
        Limits by channel type, in the unit drawn; None for those of the good channels.
    xlim : "tight" | tuple
        Limits of time in ``time_unit``.
    proj : bool
        Whether to apply SSP projectors that are not active yet.
    hline : list of float | None
        Heights of horizontal lines.
    units, scalings, titles : dict | str | float | None
        Other units, factors to them and titles, by channel type, or one for all.
    axes : Axes | list of Axes | None
        Axes to plot in: one for each channel type (gradiometers, magnetometers, EEG).
    gfp : bool | "only"
        Whether to add the root mean square over MEG channels and the global field
        power of EEG (Lehmann & Skrandies 1980), or to plot it alone.
    window_title : str | None
        Title of the window.
    spatial_colors : bool | "auto"
        Whether colours encode sensor positions; ``"auto"``: where positions are known.
    zorder : "unsorted" | "std" | callable
        Order of the lines; a function turns the data (n_channels, n_times) into one
        number for each channel, the largest on top.
    selectable : bool
        Has no effect: in a still, nothing can be selected.
    noise_cov : Covariance | path | None
        To whiten the data with; the amplitude then has no unit.
    time_unit : "s" | "ms"
        Unit of the time axis.
    sphere : float | array, shape (4,) | ConductorModel | str | list of str | None
        The sphere that stands for the head in the sensors' inset, as in
        :func:`plot_evoked_topomap`.
    highlight : array, shape (2,) or (n, 2) | None
        Intervals to shade, in s.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    Raises
    ------
    ValueError
        If no picked channel can be drawn, or an option is unknown.

    Examples
    --------
    >>> import leadfield
    >>> info = leadfield.create_info(["EEG 001", "EEG 002"], 100.0, "eeg")
    >>> evoked = leadfield.EvokedArray([[0, 1e-6, 0], [0, -1e-6, 0]], info, tmin=0.0)
    >>> fig = leadfield.viz.plot_evoked(evoked, spatial_colors=False, show=False)
    >>> fig.axes[0].get_title()
    'EEG (2 channels)'
    """
    value = with_projections(as_drawable(evoked), proj=proj)
    rows = rows_to_draw(value, picks, exclude)
    if noise_cov is not None:
        groups = figures.butterfly.rows_by_type(value, rows)
        value = whiten_groups(value, as_noise(noise_cov), groups.values())
    one_of("gfp", gfp, (False, True, "only"))
    one_of("time_unit", time_unit, figures.units.TIME_UNITS)
    style = figures.butterfly.ButterflyStyle(
        quantities=figures.units.quantities(units, scalings, titles),
        time_unit=time_unit,
        with_unit=unit,
        gfp=gfp,
        spatial_colours=true_false_or_auto("spatial_colors", spatial_colors),
        zorder=zorder,
        xlim=check_limits("xlim", xlim),
        ylim=limits_by_type("ylim", ylim),
        hline=tuple(hline or ()),
        highlight=check_intervals(highlight),
        whitened=noise_cov is not None,
        sphere=recording.head_sphere.as_head_sphere(sphere, value.info),
    )
    figure = figures.butterfly.draw_butterfly(value, rows, style, axes=axes, show=show)
    if window_title is not None and figure.canvas.manager is not None:
        figure.canvas.manager.set_window_title(window_title)
    return figures.canvas.show_figure(figure, show=show)


@public("leadfield.viz")
@verbose_aware
def plot_evoked_white(
    evoked: Evoked,
    noise_cov: Covariance | str | Path | Sequence[Covariance | str | Path],
    show: bool = True,
    rank: str | Mapping[str, int] | None = None,
    time_unit: TimeUnit = "s",
    sphere: Any = None,
    axes: AxesLike | None = None,
    *,
    spatial_colors: bool | Literal["auto"] = "auto",
    verbose: Verbose = None,
) -> Figure:
    """Plot the whitened response, to check whether a noise covariance fits the data.

    Where only noise is, 95 % of the whitened samples lie within ±1.96 and the whitened
    power is 1 (Engemann & Gramfort 2015, NeuroImage 108, 328-342).

    Parameters
    ----------
    evoked : Evoked
        The response.
    noise_cov : Covariance | path | list of Covariance
        The covariance, or several to compare; butterflies show the first one's.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    rank : None | "info" | "full" | dict
        Rank of the noise: estimated for each channel type, from what is known of the
        recording, full, or given by type. With ``"meg"`` among the given, both types
        of MEG channels are whitened together.
    time_unit : "s" | "ms"
        Unit of the time axis.
    sphere : float | array, shape (4,) | ConductorModel | str | list of str | None
        The sphere that stands for the head in the sensors' inset, as in
        :func:`plot_evoked_topomap`.
    axes : list of Axes | None
        Axes to plot in: one for each channel type and one for the power.
    spatial_colors : bool | "auto"
        Whether colours encode sensor positions.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    Examples
    --------
    >>> import leadfield
    >>> info = leadfield.create_info(["MEG 001", "MEG 002"], 100.0, "mag")
    >>> evoked = leadfield.EvokedArray([[0, 1e-13, 0], [0, -1e-13, 0]], info, tmin=0.0)
    >>> cov = leadfield.make_ad_hoc_cov(info)
    >>> fig = leadfield.viz.plot_evoked_white(evoked, cov, show=False, spatial_colors=False)
    """
    one_of("time_unit", time_unit, figures.units.TIME_UNITS)
    several = noise_cov if isinstance(noise_cov, list | tuple) else [noise_cov]
    if not several:
        msg = "noise_cov must hold at least one covariance, got an empty list"
        raise InputError(msg)
    value = as_drawable(evoked)
    wanted = checked_rank(rank)
    groups = whitening_groups(value.info, wanted)
    estimators = {}
    for i, one in enumerate(several):
        noise = as_noise(one)
        name = noise.method or f"covariance {i + 1}"
        name = f"{name} ({i + 1})" if name in estimators else name
        estimators[name] = {
            kind: _whitened_type(value, rows, noise, wanted) for kind, rows in groups.items()
        }
    figure = figures.whitened.draw_whitened(
        estimators,
        time_unit=time_unit,
        spatial_colours=true_false_or_auto("spatial_colors", spatial_colors),
        sphere=recording.head_sphere.as_head_sphere(sphere, value.info),
        axes=axes,
        show=show,
    )
    return figures.canvas.show_figure(figure, show=show)


def _whitened_type(
    value: EvokedResponse, rows: Ints, noise: NoiseCovariance, rank: Rank
) -> figures.whitened.WhitenedType:
    names = [value.info.names[r] for r in rows]
    whitened, noise_rank = whiten_response(value, noise, names=names, rank=rank)
    return figures.whitened.WhitenedType(evoked=whitened, rows=rows, rank=noise_rank)
