"""Images of evoked responses: ``plot_evoked_image``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api.epochs.figure_options import (
    Limits,
    TimeUnit,
    as_drawable,
    check_limits,
    limits_by_type,
    rows_to_draw,
    with_projections,
)
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware, warn
from leadfield.recording.picks import Picks, resolve_picks

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.epochs.figure_options import AxesLike
    from leadfield.base.arrays import Bools
    from leadfield.epochs.evoked import EvokedResponse

    MaskStyle = Literal["both", "contour", "mask"]


@public("leadfield.viz")
@verbose_aware
def plot_evoked_image(
    evoked: Evoked,
    picks: Picks = None,
    exclude: Literal["bads"] | Sequence[str] = "bads",
    unit: bool = True,
    show: bool = True,
    clim: Mapping[str, Limits] | None = None,
    xlim: Limits | Literal["tight"] = "tight",
    proj: bool = False,
    units: Mapping[str, str] | str | None = None,
    scalings: Mapping[str, float] | float | None = None,
    titles: Mapping[str, str] | str | None = None,
    axes: AxesLike | Mapping[str, Axes] | None = None,
    cmap: str = "RdBu_r",
    colorbar: bool = True,
    mask: ArrayLike | None = None,
    mask_style: MaskStyle | None = None,
    mask_cmap: str | None = "Greys",
    mask_alpha: float = 0.25,
    time_unit: TimeUnit = "s",
    show_names: bool | Literal["auto", "all"] | None = "auto",
    group_by: Mapping[str, Picks] | None = None,
    sphere: Any = None,
    verbose: Verbose = None,
) -> Figure | list[Figure]:
    """Plot all channels over time as images, a panel for each type.

    Parameters
    ----------
    evoked : Evoked
        The response.
    picks : str | list | slice | None
        Channels by type, name or number; None for all that measure the brain.
    exclude : "bads" | list of str
        Channels to leave out.
    unit : bool
        Whether to write fT, fT/cm and µV (True) or plain SI values.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    clim : dict | None
        Limits of colour by channel type; None for symmetric ones.
    xlim : "tight" | tuple
        Limits of time in ``time_unit``.
    proj : bool
        Whether to apply SSP projectors that are not active yet.
    units, scalings, titles : dict | str | float | None
        Other units, factors to them and titles, by channel type, or one for all.
    axes : Axes | list of Axes | dict | None
        Axes to plot in: one for each channel type, or with ``group_by`` for each group.
    cmap : str
        Name of a Matplotlib colour map.
    colorbar : bool
        Whether to add a colour bar with its unit.
    mask : array of bool, shape (n_channels, n_times) | None
        What stands out, for all channels of the response; the rest is pale.
    mask_style : "both" | "contour" | "mask" | None
        Whether to draw a line around what stands out, the rest pale, or (None) both.
    mask_cmap : str | None
        Name of the colour map of the rest; None for that of the image.
    mask_alpha : float
        Opacity of the rest, from 0 to 1.
    time_unit : "s" | "ms"
        Unit of the time axis.
    show_names : bool | "auto" | "all" | None
        Whether to show channel names: as many as there is room for, for False their
        numbers, or all of them. ``"auto"`` and None show all of fewer than 25
        channels.
    group_by : dict | None
        Picks by title, such as ``dict(left=[1, 2], right=[3, 4])``: a figure for each, of
        channels of one type.
    sphere : None
        Images show no head: nothing else is taken.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure | list of Figure
        The figure; with ``group_by`` one for each group.

    Raises
    ------
    ValueError
        If no picked channel can be drawn, the mask has another shape than the data, or an
        option is unknown.

    Examples
    --------
    >>> import leadfield
    >>> info = leadfield.create_info(["EEG 001", "EEG 002"], 100.0, "eeg")
    >>> evoked = leadfield.EvokedArray([[0, 1e-6, 0], [0, -1e-6, 0]], info, tmin=0.0)
    >>> fig = leadfield.viz.plot_evoked_image(evoked, show=False)
    """
    value = with_projections(as_drawable(evoked), proj=proj)
    one_of("show_names", show_names, (None, "auto", "all", True, False))
    one_of("time_unit", time_unit, figures.units.TIME_UNITS)
    if sphere is not None:
        msg = f"sphere must be None, images of channels show no head, got {sphere!r}"
        raise InputError(msg)
    style = figures.image.ImageStyle(
        quantities=figures.units.quantities(units, scalings, titles),
        with_unit=unit,
        time_unit=time_unit,
        limits=limits_by_type("clim", clim),
        xlim=check_limits("xlim", xlim),
        colormap=cmap,
        colour_bar=colorbar,
        names="auto" if show_names is None else show_names,
        mask=_checked_mask(mask, mask_style, value),
        mask_style=_checked_style(mask_style),
        mask_colormap=mask_cmap or cmap,
        mask_opacity=_checked_opacity(mask_alpha),
    )
    if group_by is None:
        if isinstance(axes, Mapping):
            msg = "axes must not be a dictionary without group_by, whose keys it has"
            raise InputError(msg)
        rows = rows_to_draw(value, picks, exclude)
        figure = figures.image.draw_images(value, rows, style, axes=axes, show=show)
        return figures.canvas.show_figure(figure, show=show)
    places = _axes_of_groups(group_by, axes)
    drawn = []
    for title, some in group_by.items():
        rows = resolve_picks(value.info, some, exclude=exclude)
        kinds = {value.info.channels.types[row] for row in rows}
        if len(kinds) != 1:
            msg = f"group_by[{title!r}] must have channels of one type, got {sorted(kinds)}"
            raise InputError(msg)
        own = figures.units.quantities(units, scalings, titles or dict.fromkeys(kinds, title))
        drawn.append(
            figures.image.draw_images(
                value, rows, replace(style, quantities=own), axes=places[title], show=show
            )
        )
    for figure in drawn[-1:]:
        figures.canvas.show_figure(figure, show=show)
    return drawn


def _axes_of_groups(group_by: object, axes: object) -> dict[str, Any]:
    """The axes of each group; None for a new figure."""
    if not isinstance(group_by, Mapping) or not group_by:
        msg = f"group_by must be None or a dictionary of picks by title, got {group_by!r}"
        raise ArgumentTypeError(msg)
    if axes is None:
        return dict.fromkeys(group_by)
    if not isinstance(axes, Mapping) or set(group_by) - set(axes):
        msg = f"axes must be None or a dictionary with group_by's keys, got {axes!r}"
        raise InputError(msg)
    return {title: axes[title] for title in group_by}


def _checked_mask(mask: ArrayLike | None, style: object, value: EvokedResponse) -> Bools | None:
    """The mask, of the shape of all the data."""
    if mask is None:
        if style is not None:
            warn("mask_style has no effect without a mask")
        return None
    array = np.asarray(mask)
    if array.shape != value.data.shape or not np.isin(array, (0, 1)).all():
        msg = (
            f"mask must be true or false for each sample of the response {value.data.shape}, "
            f"got shape {array.shape}"
        )
        raise InputError(msg)
    return array.astype(bool)


def _checked_style(given: object) -> str:
    one_of("mask_style", given, (None, "both", "contour", "mask"))
    return "both" if given is None else str(given)


def _checked_opacity(given: float) -> float:
    opacity = number("mask_alpha", given, least=0)
    if opacity > 1:
        msg = f"mask_alpha must be from 0 to 1, got {given!r}"
        raise InputError(msg)
    return opacity
