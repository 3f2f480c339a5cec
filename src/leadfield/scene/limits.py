"""Colour limits: the values that a colour map spans, by number or percentile, signed or not."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.base.checks import known_options, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import LOGGER, warn

FIRST_SHARE, LEAST_PERCENTILE = 0.4, 96.0
"""Colours begin at this share of the largest value, and at no less than this percentile."""
MIDDLE = 1 / 3
"""How far the middle is on the way from there to the largest value."""
# Times the largest value: conditions that share limits differ by less.
FAR_ABOVE = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Where colours begin, reach the map's middle, and end.

    ``signed`` maps are symmetric: they do the same for the size of values below 0.
    """

    low: float
    middle: float
    high: float
    signed: bool = False

    def __post_init__(self) -> None:
        if not (np.isfinite([self.low, self.high]).all() and self.low <= self.middle <= self.high):
            msg = (
                "colour limits must be finite and grow from low to high, "
                f"got {self.low:g}, {self.middle:g}, {self.high:g}"
            )
            raise InputError(msg)
        if self.low == self.high:
            msg = f"colour limits must differ, got {self.low:g} three times"
            raise InputError(msg)
        if self.signed and self.low < 0:
            msg = f"limits of a signed map must be 0 or more, got {self.low:g}: they are mirrored"
            raise InputError(msg)

    @property
    def bounds(self) -> tuple[float, float]:
        """The smallest and the largest value that have their own colour."""
        return (-self.high, self.high) if self.signed else (self.low, self.high)


def make_limits(
    clim: object, values: NDArray[np.floating], *, signed: bool, may_be_signed: bool = True
) -> Limits:
    """Limits that a ``clim`` argument asks for.

    Parameters
    ----------
    clim
        ``"auto"``, or a dict with ``kind`` (``"value"`` or ``"percent"``) and three
        growing numbers: ``lims``, or ``pos_lims`` for a map of both signs.
    values
        All that may be drawn: percentiles are theirs.
    signed
        Whether ``"auto"`` means a map of both signs.
    may_be_signed
        Whether ``pos_lims`` may be given.
    """
    if isinstance(clim, str):
        one_of("clim", clim, ["auto"])
        return _limits_that_differ(_automatic_points(values, signed=signed), signed=signed)
    if not isinstance(clim, Mapping):
        msg = f"clim must be 'auto' or a dict, got {clim!r} ({type(clim).__name__})"
        raise ArgumentTypeError(msg)
    known_options("clim", clim, ["kind", "lims", "pos_lims"])
    if ("lims" in clim) == ("pos_lims" in clim):
        msg = f"clim must hold either lims or pos_lims, got {', '.join(map(repr, clim))}"
        raise InputError(msg)
    signed = "pos_lims" in clim
    if signed and not may_be_signed:
        msg = "clim must hold lims, not pos_lims: lengths of vectors have no sign"
        raise InputError(msg)
    points = _check_points(clim["pos_lims" if signed else "lims"])
    kind = clim.get("kind", "percent")
    one_of("clim['kind']", kind, ["value", "values", "percent"])
    if kind == "percent":
        if points.min() < 0 or points.max() > 100:
            msg = f"percentiles in clim must be from 0 to 100, got {points.tolist()}"
            raise InputError(msg)
        points = np.percentile(np.abs(values) if signed else values, points)
        LOGGER.info("Colour limits %g, %g, %g", *points)
    else:
        _warn_if_above_all(points, values, signed=signed)
    return _limits_that_differ(points, signed=signed)


def _automatic_points(values: NDArray[np.floating], *, signed: bool) -> NDArray[np.float64]:
    """Points up to the largest value, that leave noise and most of the cortex without colour."""
    sizes = np.abs(values) if signed else values
    if not sizes.size:
        return np.zeros(3)
    high, low = float(sizes.max()), float(np.percentile(sizes, LEAST_PERCENTILE))
    if high > 0:
        low = max(low, FIRST_SHARE * high)
    points = np.array([low, low + MIDDLE * (high - low), high])
    LOGGER.info("Colour limits %g, %g, %g", *points)
    return points


def _warn_if_above_all(
    points: NDArray[np.float64], values: NDArray[np.floating], *, signed: bool
) -> None:
    """Warn of limits by value that no value reaches, so that nothing has a colour."""
    finite = values[np.isfinite(values)]
    if not finite.size or not finite.any():
        return
    low, high = float(finite.min()), float(finite.max())
    reach = max(abs(low), abs(high)) if signed else high
    if FAR_ABOVE * reach < points[0]:
        warn(
            f"colour limits start at {points[0]:g}, far above all values ({low:.3g} to "
            f"{high:.3g}), so that nothing is shown: take clim='auto' or limits in this range"
        )


def _check_points(given: ArrayLike) -> NDArray[np.float64]:
    try:
        points = np.asarray(given, float)
    except (TypeError, ValueError) as problem:
        msg = f"colour limits must be three numbers, got {given!r}"
        raise ArgumentTypeError(msg) from problem
    if points.shape != (3,):
        msg = f"colour limits must be three numbers, got {given!r}"
        raise InputError(msg)
    if (np.diff(points) < 0).any():
        msg = f"colour limits must grow, got {points.tolist()}"
        raise InputError(msg)
    return points


def _limits_that_differ(points: NDArray[np.float64], *, signed: bool) -> Limits:
    """Limits that differ, whatever the data: a constant map gets a span."""
    low, middle, high = points.tolist()
    if low == high == 0:
        warn("all values are 0, or the percentiles of clim are: the colours span 0 to 2")
        low, middle, high = 0.0, 1.0, 2.0
    elif low == high:
        low, middle, high = min(low, 0.0), low / 2, max(high, 0.0)
    return Limits(low=low, middle=middle, high=high, signed=signed)
