"""Options of head maps that all functions share, checked and converted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.api import recording
from leadfield.base.checks import all_finite, number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError

if TYPE_CHECKING:
    from leadfield.base.arrays import Bools, Floats
    from leadfield.recording.info import MeasurementInfo

MappedType = Literal["mag", "grad", "eeg"]
ImageInterpolation = Literal["cubic", "linear", "nearest"]
Extrapolation = Literal["auto", "head", "local", "box"]
Limit = float | Callable[["Floats"], float] | None
Limits = tuple[Limit, Limit]
ColorMap = "str | Colormap | tuple[str | Colormap, bool] | None"

DEFAULTS: dict[str, Any] = {
    "sensors": True,
    "show_names": False,
    "contours": 6,
    "outlines": "head",
    "sphere": None,
    "image_interp": "cubic",
    "extrapolate": "auto",
    "border": "mean",
    "res": 64,
    "cmap": None,
    "vlim": (None, None),
    "cnorm": None,
    "colorbar": True,
    "cbar_fmt": "%3.1f",
    "mask_params": None,
    "mask_label_params": None,
    "smoothing": 0.0,
    "time_unit": "s",
    "time_format": None,
}


def map_style(
    quantity: figures.units.Quantity, info: MeasurementInfo | None, **given: Any
) -> figures.topomap.TopomapStyle:
    """Style of maps from the options of MNE-Python's functions, by their names there."""
    options = DEFAULTS | given
    limits = _limits(options["vlim"])
    if options["cnorm"] is not None and limits != (None, None):
        msg = "vlim has no effect with cnorm, which has its own limits: pass one of them"
        raise InputError(msg)
    one_of("outlines", options["outlines"], ("head", None))
    one_of("time_unit", options["time_unit"], figures.units.TIME_UNITS)
    one_of("colorbar", options["colorbar"], (True, False))
    if not isinstance(options["sensors"], str):
        one_of("sensors", options["sensors"], (True, False))
    return figures.topomap.TopomapStyle(
        quantity=quantity,
        limits=limits,
        colormap=_colormap(options["cmap"]),
        norm=_norm(options["cnorm"]),
        contours=_contours(options["contours"]),
        sensors=options["sensors"],
        names=_names(options["show_names"]),
        masked=_marker("mask_params", options["mask_params"]),
        masked_names=_marker("mask_label_params", options["mask_label_params"]),
        time_unit=options["time_unit"],
        time_format=options["time_format"],
        outline=options["outlines"] == "head",
        colour_bar=options["colorbar"],
        bar_format=_bar_format(options["cbar_fmt"]),
        how=_interpolation(options),
        sphere=recording.head_sphere.as_head_sphere(options["sphere"], info),
    )


def map_panels(
    axes: Any, nrows: Any = 1, ncols: Any = "auto", size: Any = 1, **more: Any
) -> figures.map_panels.MapPanels:
    """Panels of maps from MNE-Python's options."""
    rows, columns = (
        None if isinstance(n, str) and n == "auto" else whole(name, n, least=1)
        for name, n in (("nrows", nrows), ("ncols", ncols))
    )
    return figures.map_panels.MapPanels(
        axes=axes, rows=rows, columns=columns, size=number("size", size, above=0), **more
    )


def checked_mask(mask: ArrayLike | None, shape: tuple[int, ...]) -> Bools | None:
    """Marks of channels, of the shape that the data have."""
    if mask is None:
        return None
    marks = np.asarray(mask)
    if marks.shape != shape:
        msg = f"mask must have the shape of the data, {shape}, got {marks.shape}"
        raise InputError(msg)
    return marks.astype(bool)


def _interpolation(options: Mapping[str, Any]) -> figures.interpolation.MapInterpolation:
    method, border = options["image_interp"], options["border"]
    one_of("image_interp", method, figures.interpolation.METHODS)
    one_of("extrapolate", options["extrapolate"], figures.interpolation.EXTRAPOLATIONS)
    if isinstance(border, str):
        one_of("border", border, ("mean",))
        border = None
    else:
        border = number("border", border)
    smoothing = number("smoothing", options["smoothing"], least=0)
    for name, used, only in (
        ("border", border is not None, method != "nearest"),
        ("smoothing", smoothing > 0, method == "cubic"),
    ):
        if used and not only:
            msg = f"{name} has no effect with image_interp={method!r}: leave it out"
            raise InputError(msg)
    return figures.interpolation.MapInterpolation(
        method=method,
        extrapolate=options["extrapolate"],
        border=border,
        smoothing=smoothing,
        resolution=whole("res", options["res"], least=8),
    )


def _limits(vlim: Any) -> tuple[Any, Any]:
    if not isinstance(vlim, tuple | list) or len(vlim) != 2:
        msg = f"vlim must be a pair of numbers, functions or None, got {vlim!r}"
        raise ArgumentTypeError(msg)
    low, high = (end if end is None or callable(end) else number("vlim", end) for end in vlim)
    return low, high


def _contours(given: Any) -> int | tuple[float, ...]:
    if isinstance(given, bool):
        return 6 if given else 0
    if isinstance(given, int | np.integer):
        return whole("contours", given)
    try:
        levels = np.asarray(given, np.float64)
    except (TypeError, ValueError):
        msg = f"contours must be a number of lines or a list of levels, got {given!r}"
        raise ArgumentTypeError(msg) from None
    if levels.ndim != 1:
        msg = f"contours must be a number of lines or a list of levels, got {given!r}"
        raise InputError(msg)
    all_finite("contours", levels, "pass levels in the unit drawn")
    return tuple(levels.tolist())


def _colormap(given: Any) -> Any:
    """A map or its name; one that is adjusted with the mouse is refused."""
    name = given
    if isinstance(given, tuple):
        name, interactive = given if len(given) == 2 else (None, True)
        if interactive:
            name = "interactive"
    if isinstance(name, str) and name == "interactive":
        msg = f"cmap must be a colour map, which no mouse adjusts here, got {given!r}: set vlim"
        raise InputError(msg)
    if isinstance(name, str):
        import matplotlib as mpl

        if name not in mpl.colormaps:
            msg = f"cmap must be a name that Matplotlib knows or a Colormap, got {name!r}"
            raise InputError(msg)
    return name


def _norm(given: Any) -> Any:
    from matplotlib.colors import Normalize

    if given is not None and not isinstance(given, Normalize):
        msg = f"cnorm must be a Normalize of Matplotlib's or None, got {given!r}"
        raise ArgumentTypeError(msg)
    return given


def _names(given: Any) -> Any:
    if callable(given):
        return given
    one_of("show_names", given, (True, False))
    return given


def _marker(name: str, given: Any) -> dict[str, Any]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        msg = f"{name} must be a dictionary of Matplotlib's options, got {given!r}"
        raise ArgumentTypeError(msg)
    return dict(given)


def _bar_format(given: Any) -> str | None:
    if given is None:
        return None
    try:
        (given % 1.0).strip()
    except (AttributeError, TypeError, ValueError):
        msg = f"cbar_fmt must be a format of one number such as '%3.1f', got {given!r}"
        raise InputError(msg) from None
    return str(given)
