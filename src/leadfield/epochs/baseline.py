"""Baseline correction and detrending."""

from collections.abc import Iterable

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import LOGGER

Interval = tuple[float, float]


def checked_baseline(given: object, times: Floats, rate: float) -> Interval | None:
    """Start and end of the baseline in s, None for none; its own None are the epoch's ends."""
    if given is None:
        return None
    if isinstance(given, str) or not isinstance(given, Iterable):
        msg = f"baseline must be None or (start, end) in s, got {given!r}"
        raise ArgumentTypeError(msg)
    pair = tuple(given)
    if len(pair) != 2:
        msg = f"baseline must be None or (start, end) in s, got {len(pair)} numbers"
        raise InputError(msg)
    first, last = float(times[0]), float(times[-1])
    if pair == (None, 0) and first == 0:
        msg = (
            "baseline (None, 0) must cover more than the sample at 0 s: start the epoch "
            "earlier, or pass baseline=(0, 0) or None"
        )
        raise InputError(msg)
    start = first if pair[0] is None else number("the start of baseline", pair[0])
    end = last if pair[1] is None else number("the end of baseline", pair[1])
    if start > end:
        msg = f"baseline must start before it ends, got {start:g} to {end:g} s"
        raise InputError(msg)
    if not inside((start, end), times, rate):
        msg = (
            f"baseline must lie in the epoch, {first:g} to {last:g} s, got {start:g} to {end:g} s: "
            "choose another interval or longer epochs"
        )
        raise InputError(msg)
    return start, end


def inside(baseline: Interval, times: Floats, rate: float) -> bool:
    """Whether a baseline lies in the time axis, to within one sample."""
    step = 1 / rate
    return bool(baseline[0] >= times[0] - step and baseline[1] <= times[-1] + step)


def samples_of(baseline: Interval, times: Floats) -> slice:
    """Samples whose mean is the baseline."""
    start = int(np.searchsorted(times, baseline[0], side="left"))
    stop = int(np.searchsorted(times, baseline[1], side="right"))
    if start >= stop:
        msg = (
            f"baseline must hold at least one sample, got none between {baseline[0]:g} and "
            f"{baseline[1]:g} s"
        )
        raise InputError(msg)
    return slice(start, stop)


def tell(baseline: Interval | None) -> None:
    """Log what baseline is subtracted."""
    if baseline is None:
        LOGGER.info("No baseline is subtracted")
    else:
        LOGGER.info("Subtracting the mean of the baseline, %g to %g s", *baseline)


def trends(order: object, n_times: int) -> Floats:
    """Orthonormal constant (order 0), and line (order 1), over time: (n_times, order + 1).

    Data less their share of these have no trend.
    """
    one_of("detrend", order, [0, 1])
    powers = np.arange(n_times)[:, np.newaxis] ** np.arange(int(order) + 1)  # type: ignore[call-overload]
    basis: Floats = np.linalg.qr(powers.astype(np.float64))[0]
    return basis


def detrended(data: Floats, order: object) -> Floats:
    """Data (..., n_times) without their mean (order 0) or their least-squares line (order 1)."""
    basis = trends(order, data.shape[-1])
    return data - (data @ basis) @ basis.T
