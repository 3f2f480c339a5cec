"""Regularisation of data: from responses, epochs, recordings and covariances to their λ²."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import final

import numpy as np

from leadfield.base.arrays import Bools, Floats, lock_arrays
from leadfield.base.checks import number
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import LOGGER, warn
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.data_channels import contiguous_rows, match_channels
from leadfield.estimates.spatial_filter import SEGMENT, check_data
from leadfield.inverse.operator import InverseModel
from leadfield.inverse.regularisation import (
    NO_SIGNAL,
    RegularisationFit,
    components_matrix,
    fit_regularisation,
    source_weights,
)

# Noise scales beyond these are warned of. Noise covariances of the baselines of the same trials
# have 0.75 to 1.2 (docs/localisation-error.md), and half as much or twice with a wrong nave.
QUIET, LOUD = 0.5, 1.5
LIKELY = 1.0  # λ² of a response that is looked for

Window = tuple[float | None, float | None]


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ResponseRegularisation:
    """λ² of a response: ``fit`` over ``window`` (start, end in s), and where that lies.

    ``power`` (n_times,) is the response's whitened power, 1 for noise, at ``times`` in s: the
    mean over components, each weighted by the share that sources would have of it at λ² = 1.
    """

    fit: RegularisationFit
    window: tuple[float, float]
    times: Floats
    power: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)


def regularise_evoked(
    model: InverseModel,
    evoked: EvokedResponse,
    *,
    window: object = None,
    method: str = "reml",
    lambda2: float | None = None,
) -> ResponseRegularisation:
    """λ² of an evoked response, where it is strongest or in a window of the user's.

    With ``lambda2`` the noise's scale for that one.
    """
    squares = np.abs(evoked_components(model, evoked)) ** 2
    power = source_weights(model.singular_values, LIKELY) @ squares
    times = evoked.times
    inside = half_maximum(power) if window is None else samples_within(window, times)
    energies = squares[:, inside].mean(axis=1)
    fit = fit_regularisation(energies, model.singular_values, method, lambda2=lambda2)
    used = times[inside]
    ends = float(used[0]), float(used[-1])
    LOGGER.info("    %.4g to %.4g s:", *ends)
    report_fit(fit, signal=fit.has_signal)
    return ResponseRegularisation(fit=fit, window=ends, times=times, power=power)


def regularise_epochs(
    model: InverseModel, average: EvokedResponse, *, nave: float
) -> RegularisationFit:
    """λ² of each of the epochs behind an average, an average of ``nave`` itself.

    The sources are those that the average shows; the noise of one epoch is that much louder.
    """
    n_epochs = average.nave
    whole = replace(average, nave=n_epochs * nave)
    fit = regularise_evoked(model, whole).fit
    LOGGER.info("    each of %g epochs: lambda2 = %.4g", n_epochs, fit.lambda2 * n_epochs)
    return replace(fit, lambda2=fit.lambda2 * n_epochs)


def regularise_segments(
    model: InverseModel,
    read: Callable[[int, int], Floats],
    span: tuple[int, int],
    *,
    nave: float,
) -> RegularisationFit:
    """λ² of the samples of a span of a recording, all of them."""
    matrix = components_matrix(model)
    total = np.zeros(len(model.singular_values))
    for start in range(*span, SEGMENT):
        data = read(start, min(start + SEGMENT, span[1]))
        check_data(data)
        total += (np.abs(matrix @ data) ** 2).sum(axis=1)
    return _fit_energies(model, total / (span[1] - span[0]), nave)


def regularise_covariance(
    model: InverseModel, covariance: Floats, *, nave: float
) -> RegularisationFit:
    """λ² of data with this covariance (n_channels, n_channels)."""
    matrix = components_matrix(model)
    return _fit_energies(model, np.vecdot(matrix @ covariance, matrix), nave)


def half_maximum(power: Floats) -> slice:
    """The samples around the peak at which the power is above the middle of peak and least.

    The least stands for the noise, which adds to a weak response and would make it wide.
    """
    peak = int(power.argmax())
    low = np.flatnonzero(power < (power[peak] + power.min()) / 2)
    before, after = low[low < peak], low[low > peak]
    start = int(before[-1]) + 1 if len(before) else 0
    return slice(start, int(after[0]) if len(after) else len(power))


def samples_within(window: object, times: Floats) -> Bools:
    """The samples of a window (start, end) in s, either None for the response's own."""
    if not isinstance(window, tuple | list) or len(window) != 2:
        msg = f"window must be (start, end) in s, either of them None, or None, got {window!r}"
        raise ArgumentTypeError(msg)
    start, end = (
        time if given is None else number("window", given)
        for given, time in zip(window, (times[0], times[-1]), strict=True)
    )
    near = 1e-9 * max(1.0, float(np.abs(times).max()))
    inside: Bools = (times >= start - near) & (times <= end + near)
    if not inside.any():
        msg = (
            "window must hold a sample of the response, which lasts from "
            f"{times[0]:.4g} to {times[-1]:.4g} s, got {start:g} to {end:g} s"
        )
        raise InputError(msg)
    return inside


def report_fit(fit: RegularisationFit, *, signal: bool) -> None:
    """Log what was found; warn where there is no signal, or noise of another loudness."""
    LOGGER.info(
        "    lambda2 = %.4g (SNR %s), noise scale %.2g",
        fit.lambda2,
        f"{fit.lambda2**-0.5:.2g}" if signal else "none",
        fit.noise_scale,
    )
    if not signal:
        warn(
            f"no signal above noise: lambda2 by the data is {fit.lambda2:.2g}, but noise alone "
            "makes such data, too; do not believe a map of them"
        )
    if not QUIET <= fit.noise_scale <= LOUD:
        more = "quieter" if fit.noise_scale < 1 else "louder"
        warn(
            f"the noise in the data has {fit.noise_scale:.2g} times the variance that the noise "
            f"covariance says, so much {more} that they hardly belong together: is the covariance "
            "of data filtered otherwise, nave not the number of averaged epochs, a unit or the "
            "rank wrong?"
        )


def evoked_components(model: InverseModel, evoked: EvokedResponse) -> Floats:
    """Components (n_components, n_times) of a response, of variance 1 in noise."""
    rows = match_channels(model.info, evoked.info)
    data = evoked.data[contiguous_rows(rows)]
    check_data(data)
    averages = evoked.nave / model.nave
    components: Floats = np.sqrt(averages) * (components_matrix(model) @ data)
    return components


def _fit_energies(model: InverseModel, squares: Floats, nave: float) -> RegularisationFit:
    energies = squares * (number("nave", nave, above=0) / model.nave)
    fit = fit_regularisation(energies, model.singular_values)
    # Of many samples: what is likelier in each is no chance.
    report_fit(fit, signal=fit.lambda2 <= NO_SIGNAL)
    return fit
