"""Baseline of power: what it was before, taken off or divided by, in place."""

from collections.abc import Callable, Mapping

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import looked_up, number
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import LOGGER, warn
from leadfield.epochs.baseline import baseline_samples

# What a mode makes of power (n, n_times) with its mean (n, 1) and its slice of samples.
Rescale = Callable[[Floats, Floats, slice], None]


def _subtract(power: Floats, mean: Floats, inside: slice) -> None:  # noqa: ARG001 - the mean is enough
    power -= mean


def _divide(power: Floats, mean: Floats, inside: slice) -> None:  # noqa: ARG001
    power /= mean


def _take_change(power: Floats, mean: Floats, inside: slice) -> None:
    _subtract(power, mean, inside)
    power /= mean


def _take_logarithm(power: Floats, mean: Floats, inside: slice) -> None:  # noqa: ARG001
    power /= mean
    np.log10(power, out=power)


def _centre_logarithm(power: Floats, mean: Floats, inside: slice) -> None:
    _take_logarithm(power, mean, inside)
    power -= power[:, inside].mean(axis=1, keepdims=True)


def _standardize(power: Floats, mean: Floats, inside: slice) -> None:
    _subtract(power, mean, inside)
    power /= power[:, inside].std(axis=1, keepdims=True)


def _standardize_logarithm(power: Floats, mean: Floats, inside: slice) -> None:
    _take_logarithm(power, mean, inside)
    power /= power[:, inside].std(axis=1, keepdims=True)


MODES: Mapping[str, Rescale] = {
    "mean": _subtract,
    "ratio": _divide,
    "logratio": _take_logarithm,
    "percent": _take_change,
    "zscore": _standardize,
    "zlogratio": _standardize_logarithm,
    "meanlogratio": _centre_logarithm,
}


def choose_baseline(given: object, mode: str, times: Floats) -> slice | None:
    """Samples of the baseline (start, end) in s, None for none; the mode must exist anyway."""
    looked_up("baseline_mode", mode, MODES)
    if given is None:
        LOGGER.info("No baseline correction applied")
        return None
    if not isinstance(given, tuple | list | np.ndarray) or len(given) != 2:
        msg = f"baseline must be None or (start, end) in s, got {given!r}"
        raise ArgumentTypeError(msg)
    limits = [float(times[0]), float(times[-1])]
    for place, name in enumerate(("start", "end")):
        if given[place] is not None:
            limits[place] = number(f"the {name} of baseline", given[place])
    start, end = limits
    if start > end:
        msg = (
            f"baseline must start before it ends, got {start:g} to {end:g} s in epochs of "
            f"{times[0]:g} to {times[-1]:g} s"
        )
        raise InputError(msg)
    LOGGER.info("Baseline correction (%s) by %g to %g s", mode, start, end)
    return baseline_samples((start, end), times)


def rescale_power(power: Floats, inside: slice | None, mode: str) -> None:
    """Relate power (n, n_bands, n_times) to its mean over the baseline's samples, in place."""
    if inside is None:
        return
    rescale = MODES[mode]
    with np.errstate(divide="ignore", invalid="ignore"):
        for place in range(power.shape[1]):
            part = power[:, place]
            rescale(part, part[:, inside].mean(axis=1, keepdims=True), inside)
    n_lost = int((~np.isfinite(power[:, :, 0])).any(axis=1).sum())
    if n_lost:
        warn(
            f"power in the baseline should be above 0 and vary, for {n_lost} of {len(power)} it "
            f"does not, and {mode!r} is not finite: take another baseline or mode"
        )
