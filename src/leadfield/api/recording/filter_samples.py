"""What ``filter``, ``resample`` and their kin do with the samples of channels."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from leadfield import filters
from leadfield.base.checks import number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, DataError, InputError, MismatchError
from leadfield.base.log import LOGGER
from leadfield.recording.passband import (
    at_rate,
    filtered_channels,
    transformed_channels,
    with_passband,
)

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from leadfield.base.arrays import Floats
    from leadfield.recording.info import MeasurementInfo
    from leadfield.recording.picks import Picks

Samples = NDArray[Any]
Segments = Sequence[tuple[int, int]]
# What the two methods of a change give: samples and the information on their channels.
Changed = tuple[Samples, "MeasurementInfo"]


def check_jobs(n_jobs: object) -> None:
    """Raise unless ``n_jobs`` is a number of jobs or None; it has no effect."""
    if n_jobs is not None:
        whole("n_jobs", n_jobs, least=-(2**31))


def require_real(data: Samples, purpose: str) -> Floats:
    """The samples, or an error that says that they must be real."""
    if data.dtype != np.float64:
        msg = f"samples must be real for {purpose}, these are complex"
        raise DataError(msg)
    return data


def filtered(
    data: Samples,
    info: MeasurementInfo,
    l_freq: float | None,
    h_freq: float | None,
    picks: Picks,
    segments: Segments,
    design: Mapping[str, Any],
) -> Changed:
    """Samples (..., n_channels, n_times) with some channels filtered in each segment, in place."""
    rows = filtered_channels(info, picks)
    for name, freq in (("l_freq", l_freq), ("h_freq", h_freq)):
        if freq is not None:
            number(name, freq, least=0)
    _filter_segments(data, info, rows, l_freq, h_freq, segments, design)
    return data, with_passband(info, rows, l_freq or None, h_freq)


def check_spectrum_options(method: str, bandwidth: object, p_value: object) -> None:
    """Raise if frequencies are to be fitted in the spectrum, which is not supported."""
    number("p_value", p_value)
    if method == "spectrum_fit":
        msg = "method 'spectrum_fit' is not supported: take 'fir' or 'iir', and name the freqs"
        raise InputError(msg)
    if bandwidth is not None:
        msg = f"mt_bandwidth belongs to method 'spectrum_fit', which is not here, got {bandwidth!r}"
        raise InputError(msg)


def notched(
    data: Samples,
    info: MeasurementInfo,
    stops: filters.design.StopBands,
    picks: Picks,
    segments: Segments,
    design: Mapping[str, Any],
) -> Changed:
    """Samples with some frequencies taken out of some channels, in place."""
    half = stops.transition / 2
    options = {**design["options"], "l_trans": half, "h_trans": half}
    rows = filtered_channels(info, picks)
    full = {**design, "options": options}
    _filter_segments(data, info, rows, stops.high, stops.low, segments, full)
    return data, info


def _filter_segments(
    data: Samples,
    info: MeasurementInfo,
    rows: NDArray[np.int64],
    l_freq: ArrayLike | None,
    h_freq: ArrayLike | None,
    segments: Segments,
    design: Mapping[str, Any],
) -> None:
    real = require_real(data, "filtering")
    longest = max((stop - start for start, stop in segments), default=None)
    found = filters.design.design_filter(
        info.sampling_rate, l_freq, h_freq, n_times=longest, **design
    )
    if len(segments) > 1:
        LOGGER.info("Filtering %d segments of the recording apart", len(segments))
    for start, stop in segments:
        filters.digital_filter.filter_channels(real[..., start:stop], rows, found)


def resampled(
    data: Samples, info: MeasurementInfo, sfreq: float, options: filters.resampling.ResampleOptions
) -> Changed:
    """Samples of all channels at another rate in Hz."""
    rate = number("sfreq", sfreq, above=0)
    real = require_real(data, "resampling")
    return filters.resampling.resample_rows(real, rate, info.sampling_rate, options), at_rate(
        info, rate
    )


def has_rate(info: MeasurementInfo, sfreq: float) -> bool:
    """Whether samples have this rate in Hz already."""
    same = bool(np.isclose(number("sfreq", sfreq, above=0), info.sampling_rate, atol=0, rtol=1e-6))
    if same:
        LOGGER.info("The sampling rate is %g Hz already: nothing to do", info.sampling_rate)
    return same


def smoothed(data: Samples, info: MeasurementInfo, h_freq: float) -> Changed:
    """Samples of all channels, smoothed by polynomials."""
    return filters.savitzky_golay.smooth(
        require_real(data, "smoothing"), info.sampling_rate, h_freq
    ), info


def with_analytic_signals(
    data: Samples, info: MeasurementInfo, picks: Picks, n_fft: int | str | None, *, envelope: bool
) -> Changed:
    """Samples with the analytic signals, or envelopes, of some channels."""
    rows = transformed_channels(info, picks)
    length = filters.analytic_signal.transform_length(data.shape[-1], n_fft)
    real = require_real(data, "Hilbert's transform")
    out = real if envelope else real.astype(np.complex128)
    for row in rows:
        out[..., row, :] = filters.analytic_signal.analytic_signal(
            real[..., row, :], length, envelope=envelope
        )
    return out, info


def with_function_applied(
    data: Samples,
    info: MeasurementInfo,
    fun: Callable[..., Samples],
    picks: Picks,
    dtype: DTypeLike | None,
    arguments: Mapping[str, Any],
    *,
    channel_wise: bool,
) -> Changed:
    """Samples with a function applied to some channels, one by one or all at once."""
    require_function(fun)
    rows = transformed_channels(info, picks)
    if dtype is not None:
        one_of("dtype", np.dtype(dtype).name, ["float64", "complex128"])
        data = data.astype(np.promote_types(data.dtype, dtype))
    asked = {"ch_idx", "ch_name"} & _argument_names(fun)
    if not channel_wise:
        if asked:
            msg = f"fun may take {sorted(asked)} only if it is called for each channel"
            raise InputError(msg)
        data[..., rows, :] = result_of(fun, data[..., rows, :], arguments, data.dtype)
        return data, info
    for row in rows.tolist():
        known = {"ch_idx": row, "ch_name": info.names[row]}
        given = {**arguments, **{name: known[name] for name in asked}}
        for place in np.ndindex(data.shape[:-2]):
            data[(*place, row)] = result_of(fun, data[(*place, row)], given, data.dtype)
    return data, info


def require_function(fun: object) -> None:
    """Raise unless something can be called."""
    if not callable(fun):
        msg = f"fun must be a function of samples, got {fun!r}"
        raise ArgumentTypeError(msg)


def _argument_names(fun: Callable[..., Any]) -> set[str]:
    try:
        return set(inspect.signature(fun).parameters)
    except ValueError:  # compiled functions need not say
        return set()


def result_of(
    fun: Callable[..., Samples], x: Samples, arguments: Mapping[str, Any], dtype: np.dtype[Any]
) -> Samples:
    """What a function makes of samples, of the same shape."""
    result: object = fun(x, **arguments)
    if not isinstance(result, np.ndarray):
        msg = f"fun must return an array, got {type(result).__name__}"
        raise ArgumentTypeError(msg)
    if result.shape != x.shape:
        msg = f"fun must return an array of shape {x.shape}, as it was given, got {result.shape}"
        raise MismatchError(msg)
    if not np.can_cast(result.dtype, dtype, "same_kind"):
        msg = f"fun must return {dtype} samples, got {result.dtype}: give dtype={result.dtype!s}"
        raise ArgumentTypeError(msg)
    return result
