"""Time axis of epochs and evoked responses: sample times, cropping, decimation."""

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number, whole
from leadfield.base.errors import InputError
from leadfield.base.log import warn


def sample_range(tmin: object, tmax: object, rate: float) -> tuple[int, int]:
    """The samples nearest to tmin and tmax in s."""
    start, end = number("tmin", tmin), number("tmax", tmax)
    if start > end:
        msg = f"tmin must be at most tmax, got {start:g} and {end:g} s"
        raise InputError(msg)
    return round(start * rate), round(end * rate)


def sample_times(first: int, last: int, rate: float) -> Floats:
    """Times in s of samples ``first`` to ``last``."""
    times: Floats = np.arange(first, last + 1) / rate
    return times


def crop_slice(
    times: Floats, rate: float, tmin: object, tmax: object, *, include_tmax: bool = True
) -> slice:
    """Samples from tmin to tmax; warns if they lie outside the axis, and uses its ends."""
    start = float(times[0]) if tmin is None else number("tmin", tmin)
    end = float(times[-1]) if tmax is None else number("tmax", tmax)
    if start < times[0]:
        warn(f"tmin is before the first sample: set to {times[0]:g} s")
        start = float(times[0])
    if end > times[-1]:
        warn(f"tmax is after the last sample: set to {times[-1]:g} s")
        end = float(times[-1])
        include_tmax = True
    # half a sample to either side, so that rounding of times decides nothing
    low = round(start * rate) / rate - 0.5 / rate
    high = round(end * rate) / rate + (0.5 if include_tmax else -0.5) / rate
    samples = np.flatnonzero((times >= low) & (times <= high))
    if not len(samples):
        msg = (
            f"at least one sample must lie between tmin and tmax, got {start:g} and {end:g} s "
            f"for times from {times[0]:g} to {times[-1]:g} s"
        )
        raise InputError(msg)
    return slice(int(samples[0]), int(samples[-1]) + 1)


def times_to_samples(times: Floats, rate: float, when: object, *, rounded: bool = False) -> Ints:
    """Sample numbers, counted from the first sample, of times in s."""
    places: Floats = (np.atleast_1d(np.asarray(when, np.float64)) - times[0]) * rate
    if not np.isfinite(places).all():
        msg = f"times must be finite, got {when!r}"
        raise InputError(msg)
    indices: Ints = (np.round(places) if rounded else places).astype(np.int64)
    return indices


def time_slice(times: Floats, rate: float, tmin: object, tmax: object) -> slice:
    """Samples from tmin up to, but without, tmax; None for an end of the axis."""
    n = len(times)
    start = 0 if tmin is None else int(times_to_samples(times, rate, number("tmin", tmin))[0])
    stop = n if tmax is None else int(times_to_samples(times, rate, number("tmax", tmax))[0])
    return slice(min(max(start, 0), n), min(max(stop, 0), n))


def samples_between(times: Floats, tmin: float | None, tmax: float | None) -> slice:
    """Samples between two times in s, which must lie among them; None for the first or last."""
    first, last = float(times[0]), float(times[-1])
    start = first if tmin is None else number("tmin", tmin, least=first, most=last)
    end = last if tmax is None else number("tmax", tmax, least=first, most=last)
    inside = np.flatnonzero((times >= start) & (times <= end))
    if not len(inside):
        msg = f"at least one sample must lie between tmin and tmax, got {start:g} and {end:g} s"
        raise InputError(msg)
    return slice(int(inside[0]), int(inside[-1]) + 1)


def decimation_slice(first: int, decim: int, offset: int) -> slice:
    """Every ``decim``-th sample of an axis that starts at ``first``, so that 0 is one of them."""
    return slice(-first % decim + offset, None, decim)


def check_decimation(
    decim: object, offset: object, rate: float, lowpass: float | None
) -> tuple[int, int]:
    """Factor and offset of decimation; warns where it would alias."""
    n = whole("decim", decim, least=1)
    shift = whole("offset", offset)
    if shift >= n:
        msg = f"offset must be below decim ({n}), got {shift}"
        raise InputError(msg)
    new = rate / n
    if n > 1 and (lowpass is None or new < 3 * lowpass):
        known = "an unknown low-pass" if lowpass is None else f"a low-pass of {lowpass:g} Hz"
        warn(
            f"decim={n} gives a sampling rate of {new:g} Hz, which may alias data with {known}: "
            "filter first"
        )
    return n, shift
