"""Head maps of variances: what ``Covariance.plot_topomap`` does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api.epochs.figure_options import as_noise
from leadfield.api.recording.as_info import as_info
from leadfield.api.recording.map_options import (
    Extrapolation,
    ImageInterpolation,
    checked_mask,
    map_panels,
    map_style,
)
from leadfield.base.checks import one_of
from leadfield.base.errors import ChannelError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.whitening.variances import channel_variances

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.axes import Axes
    from matplotlib.colors import Colormap, Normalize
    from matplotlib.figure import Figure

    from leadfield.api.covariance.covariance import Covariance
    from leadfield.api.recording.info import Info

TYPES = ("mag", "grad", "eeg")
WHITENED = "Whitened variance"


@verbose_aware
def plot_cov_topomap(
    self: Covariance,
    info: Info,
    ch_type: Literal["mag", "grad", "eeg"] | None = None,
    *,
    scalings: float | None = None,
    proj: bool = False,
    noise_cov: Covariance | str | Path | None = None,
    sensors: bool | str = True,
    show_names: bool | Callable[[str], str] = False,
    mask: ArrayLike | None = None,
    mask_params: Mapping[str, Any] | None = None,
    mask_label_params: Mapping[str, Any] | None = None,
    contours: int | ArrayLike = 6,
    outlines: Literal["head"] | None = "head",
    sphere: Any = None,
    image_interp: ImageInterpolation = "cubic",
    extrapolate: Extrapolation = "auto",
    border: float | Literal["mean"] = "mean",
    res: int = 64,
    size: float = 1,
    cmap: str | Colormap | None = None,
    vlim: tuple[Any, Any] = (None, None),
    cnorm: Normalize | None = None,
    colorbar: bool = True,
    cbar_fmt: str = "%3.1f",
    units: str | None = None,
    axes: Axes | Sequence[Axes] | None = None,
    show: bool = True,
    verbose: Verbose = None,
) -> Figure:
    """Plot the variance of each channel as a map of the head.

    Of a pair of planar gradiometers, the root mean square of both variances is shown.

    Parameters
    ----------
    info : Info
        The channels, with their places; bad ones do not count.
    ch_type : "mag" | "grad" | "eeg" | None
        Type of channels; None for the first of these in both.
    scalings : float | None
        Factor from squares of SI units to ``units``.
    proj : bool
        Whether to apply the projections of ``info`` first.
    noise_cov : Covariance | path | None
        Another covariance to whiten with: variances are then those of this noise in units of
        the other's, 1 where both are the same.
    sensors : bool | str
        Whether to mark the sensors, or how: a format of Matplotlib's such as ``"r+"``.
    show_names : bool | callable
        Whether to show the sensors' names; a function that shortens them.
    mask : array of bool, shape (n_channels,) or (n_channels, 1) | None
        Channels to mark, of those that covariance and info share.
    mask_params, mask_label_params : dict | None
        Matplotlib's options of marks and of their names.
    contours : int | array
        Number of contour lines, or their levels.
    outlines : "head" | None
        Whether to draw the head's outline.
    sphere : float | array, shape (4,) | ConductorModel | str | list of str | None
        The sphere that stands for the head, as in :func:`leadfield.viz.plot_topomap`.
    image_interp : "cubic" | "linear" | "nearest"
        What lies between sensors, as in :func:`leadfield.viz.plot_topomap`.
    extrapolate : "auto" | "head" | "local" | "box"
        What lies beyond them, as in :func:`leadfield.viz.plot_topomap`.
    border : float | "mean"
        The value that the map fades to; ``"mean"``: that of the nearest sensors.
    res : int
        Number of pixels of the map along each side.
    size : float
        Size of the panel: 1.55 times as many inches.
    cmap : str | Colormap | None
        Colour map; None for red.
    vlim : tuple
        Limits of colour in the unit drawn, numbers or functions of the values; None in it for
        0 and the largest value.
    cnorm : matplotlib.colors.Normalize | None
        What maps values to colours, instead of ``vlim``.
    colorbar : bool
        Whether to add a colour bar with its unit.
    cbar_fmt : str
        Format of its ticks; where it cannot tell them apart, they have more digits.
    units : str | None
        Name of the unit.
    axes : Axes | list of Axes | None
        Axes to plot in, and one more for the colour bar if wanted.
    show : bool
        Whether to open a window, where the Matplotlib backend has windows.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fig : matplotlib.figure.Figure
        The figure.

    Raises
    ------
    ValueError
        If covariance and info share no good channel of the type.
    """
    one_of("proj", proj, (False, True))
    other = None if noise_cov is None else as_noise(noise_cov)
    picked, variances = channel_variances(self.value, as_info(info), project=proj, other=other)
    bad = {*picked.bads, *self.value.bads}
    picked = picked.with_bads([name for name in picked.names if name in bad])
    kind = _type_to_map(picked.channels.types, ch_type)
    style = map_style(
        _quantity(kind, scalings, units, whitened=other is not None),
        as_info(info),
        sensors=sensors,
        show_names=show_names,
        mask_params=mask_params,
        mask_label_params=mask_label_params,
        contours=contours,
        outlines=outlines,
        sphere=sphere,
        image_interp=image_interp,
        extrapolate=extrapolate,
        border=border,
        res=res,
        cmap=cmap,
        vlim=vlim,
        cnorm=cnorm,
        colorbar=colorbar,
        cbar_fmt=cbar_fmt,
    )
    head_map = figures.head_map.make_head_map(
        picked, picked.channels.of_type(kind), kind=kind, how=style.how, sphere=style.sphere
    )
    marks = None if mask is None else checked_mask(np.squeeze(mask), variances.shape)
    one = figures.topomap.TitledMap(
        head_map=head_map,
        values=style.quantity.scale * head_map.values(variances),
        mask=None if marks is None else head_map.marked(marks),
    )
    bar = "shared" if style.colour_bar else "none"
    panels = map_panels(axes, size=size, bar=bar, show=show, what="one")
    figure = figures.topomap.draw_topomaps([one], style, panels)
    return figures.canvas.show_figure(figure, show=show)


def _type_to_map(here: Sequence[str], given: str | None) -> str:
    one_of("ch_type", given, (None, *TYPES))
    found = [kind for kind in TYPES if kind in here]
    if given is not None:
        return given
    if not found:
        msg = "a map needs magnetometers, gradiometers or EEG, covariance and info share none"
        raise ChannelError(msg)
    return found[0]


def _quantity(
    kind: str, scale: float | None, unit: str | None, *, whitened: bool
) -> figures.units.Quantity:
    """The square of the type's unit; without a unit for whitened variances."""
    own = figures.units.QUANTITIES[kind]
    square = f"({own.unit})²" if "/" in own.unit else f"{own.unit}²"
    own = own._replace(unit=square, scale=own.scale**2)
    if whitened:
        own = own._replace(unit=WHITENED, scale=1.0)
    if scale is not None:
        own = figures.units.quantities(None, {kind: scale})[kind]._replace(unit=own.unit)
    return own if unit is None else own._replace(unit=unit)
