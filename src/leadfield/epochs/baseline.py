"""Baseline correction and detrending."""

from collections.abc import Iterable

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import LOGGER
from leadfield.numerics.eigen import without_span

Interval = tuple[float, float]


def check_baseline(given: object, times: Floats, rate: float) -> Interval | None:
    """Start and end of the baseline in s, None for none; None for an end is the epoch's end."""
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
    if not baseline_in_times((start, end), times, rate):
        msg = (
            f"baseline must lie in the epoch, {first:g} to {last:g} s, got {start:g} to {end:g} s: "
            "choose another interval or longer epochs"
        )
        raise InputError(msg)
    return start, end


def baseline_in_times(baseline: Interval, times: Floats, rate: float) -> bool:
    """Whether a baseline lies in the time axis, to within one sample."""
    step = 1 / rate
    return bool(baseline[0] >= times[0] - step and baseline[1] <= times[-1] + step)


def describe_baseline(
    baseline: Interval | None, times: Floats, rate: float, *, digits: int = 6
) -> str:
    """The baseline as the representations of epochs and evoked responses show it.

    >>> describe_baseline((-0.1, 0.0), np.array([0.0, 0.1]), 10.0)
    'baseline -0.1 to 0 s'
    """
    if baseline is None:
        return "baseline off"
    form = f".{digits}g"
    cropped = "" if baseline_in_times(baseline, times, rate) else " (cropped since)"
    return f"baseline {baseline[0]:{form}} to {baseline[1]:{form}} s{cropped}"


def baseline_samples(baseline: Interval, times: Floats) -> slice:
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


def log_baseline(baseline: Interval | None) -> None:
    """Log which baseline is subtracted."""
    if baseline is None:
        LOGGER.info("No baseline correction applied")
    else:
        LOGGER.info("Baseline correction: the mean from %g to %g s is subtracted", *baseline)


def trend_basis(order: object, n_times: int) -> Floats:
    """Orthonormal constant (order 0), and line (order 1), over time: (n_times, order + 1).

    Data minus their projection onto these have no trend.
    """
    one_of("detrend", order, [0, 1])
    powers = np.arange(n_times)[:, np.newaxis] ** np.arange(int(order) + 1)  # type: ignore[call-overload]
    basis: Floats = np.linalg.qr(powers.astype(np.float64))[0]
    return basis


def subtract_trend(data: Floats, order: object) -> Floats:
    """Data (..., n_times) without their mean (order 0) or their least-squares line (order 1)."""
    basis = trend_basis(order, data.shape[-1])
    return without_span(data, basis)
