"""Filters of arrays: ``filter_data``, ``notch_filter``, ``resample``, ``create_filter``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield import filters
from leadfield.api.recording.filter_samples import check_jobs, check_spectrum_options
from leadfield.base.checks import number, whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadfield.base.arrays import Floats, Ints
    from leadfield.filters.bands import Transition
    from leadfield.filters.design import FilterMethod
    from leadfield.filters.digital_filter import DigitalFilter
    from leadfield.filters.fir_design import FirDesign, FirPhase, FirWindow
    from leadfield.filters.iir_design import IirParams
    from leadfield.filters.resampling import ResampleMethod, Window

# Channels by number, as a mask, or as a slice; None for all.
Rows = ArrayLike | slice | None


@public("leadfield.filter")
@verbose_aware
def filter_data(
    data: ArrayLike,
    sfreq: float,
    l_freq: ArrayLike | None,
    h_freq: ArrayLike | None,
    picks: Rows = None,
    filter_length: str | int = "auto",
    l_trans_bandwidth: Transition = "auto",
    h_trans_bandwidth: Transition = "auto",
    n_jobs: int | None = None,
    method: FilterMethod = "fir",
    iir_params: IirParams | None = None,
    copy: bool = True,
    phase: FirPhase | Literal["forward"] = "zero",
    fir_window: FirWindow = "hamming",
    fir_design: FirDesign = "firwin",
    pad: str = "reflect_limited",
    *,
    verbose: Verbose = None,
) -> Floats:
    """Filter an array.

    Parameters
    ----------
    data : array_like, shape (..., n_times)
        The signals.
    sfreq : float
        Sampling rate in Hz.
    l_freq, h_freq : float | array_like | None
        Edges of the pass band in Hz: a high-pass with ``l_freq`` alone, a low-pass with
        ``h_freq`` alone, a band-pass with both, and a band-stop if ``l_freq`` is the higher;
        several stop bands as arrays.
    picks : array_like | slice | None
        Channels, along the last axis but one, to filter; None for all.
    filter_length : str | int
        Length of an FIR filter in samples or as a time such as ``"10s"``; ``"auto"`` for
        what the transition bands ask for.
    l_trans_bandwidth, h_trans_bandwidth : float | "auto"
        Widths of the transition bands of an FIR filter in Hz; ``"auto"`` for a quarter of
        the frequency, but at least 2 Hz, as far as there is room.
    n_jobs : int | None
        Has no effect.
    method : "fir" | "iir"
        What to filter with.
    iir_params : dict | None
        ``order`` and ``ftype`` (and ``rp``, ``rs``, ``output``), or ``sos``, or ``b`` and
        ``a``; ``padlen``. None for a Butterworth of order 4.
    copy : bool
        Whether to leave ``data`` alone; otherwise it must be a writable array of float64.
    phase : "zero" | "zero-double" | "linear" | "minimum" | "minimum-half" | "forward"
        Phase of the filter; ``"forward"`` is for IIR filters.
    fir_window : "hamming" | "hann" | "blackman"
        Window of an FIR filter.
    fir_design : "firwin" | "firwin2"
        How the taps of an FIR filter are found: in time, or from its frequency response.
    pad : str
        How the edges are padded for an FIR filter: a mode of :func:`numpy.pad` or
        ``"reflect_limited"``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    data : ndarray, shape (..., n_times)
        The filtered signals.

    See Also
    --------
    create_filter : Design the filter alone.
    notch_filter : Filter frequencies out.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield.filter import filter_data
    >>> times = np.arange(1000) / 500
    >>> slow, fast = np.sin(2 * np.pi * np.outer([5, 90], times))
    >>> bool(np.abs(filter_data(slow + fast, 500.0, None, 40.0) - slow)[100:-100].max() < 0.01)
    True
    """
    check_jobs(n_jobs)
    signals = _signals("data", data, copy=copy)
    options = {
        "length": filter_length,
        "l_trans": l_trans_bandwidth,
        "h_trans": h_trans_bandwidth,
        "phase": phase,
        "window": fir_window,
        "design": fir_design,
        "padding": pad,
    }
    found = filters.design.design_filter(
        number("sfreq", sfreq, above=0),
        l_freq,
        h_freq,
        method=method,
        options=options,
        iir_params=iir_params,
        n_times=signals.shape[-1],
    )
    return _filtered(signals, picks, found)


@public("leadfield.filter")
@verbose_aware
def create_filter(
    data: ArrayLike | None,
    sfreq: float,
    l_freq: ArrayLike | None,
    h_freq: ArrayLike | None,
    filter_length: str | int = "auto",
    l_trans_bandwidth: Transition = "auto",
    h_trans_bandwidth: Transition = "auto",
    method: FilterMethod = "fir",
    iir_params: IirParams | None = None,
    phase: FirPhase | Literal["forward"] = "zero",
    fir_window: FirWindow = "hamming",
    fir_design: FirDesign = "firwin",
    verbose: Verbose = None,
) -> Floats | dict[str, Any]:
    """Design a filter.

    Parameters
    ----------
    data : array_like, shape (..., n_times) | None
        Signals to be filtered, which should not be shorter than the filter; None to pass
        over that test.
    sfreq : float
        Sampling rate in Hz.
    l_freq, h_freq : float | array_like | None
        Edges of the pass band in Hz, as of :func:`filter_data`.
    filter_length : str | int
        Length of an FIR filter in samples or as a time such as ``"10s"``, or ``"auto"``.
    l_trans_bandwidth, h_trans_bandwidth : float | "auto"
        Widths of the transition bands of an FIR filter in Hz.
    method : "fir" | "iir"
        Kind of the filter.
    iir_params : dict | None
        Parameters of an IIR filter, as of :func:`filter_data`.
    phase : "zero" | "zero-double" | "linear" | "minimum" | "minimum-half" | "forward"
        Phase of the filter; ``"forward"`` is for IIR filters.
    fir_window : "hamming" | "hann" | "blackman"
        Window of an FIR filter.
    fir_design : "firwin" | "firwin2"
        How the taps of an FIR filter are found.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    filt : ndarray, shape (n_taps,) | dict
        Taps of an FIR filter; for an IIR filter ``iir_params`` with ``sos``, or ``b`` and
        ``a``, and ``padlen``.

    See Also
    --------
    filter_data : Filter signals.

    Examples
    --------
    >>> from leadfield.filter import create_filter
    >>> create_filter(None, 500.0, 1.0, 40.0).shape
    (1651,)
    """
    options = {
        "length": filter_length,
        "l_trans": l_trans_bandwidth,
        "h_trans": h_trans_bandwidth,
        "phase": phase,
        "window": fir_window,
        "design": fir_design,
    }
    found = filters.design.design_filter(
        number("sfreq", sfreq, above=0),
        l_freq,
        h_freq,
        method=method,
        options=options,
        iir_params=iir_params,
        n_times=None if data is None else _signals("data", data).shape[-1],
    )
    return (
        found.taps.copy()
        if isinstance(found, filters.fir_filter.FirFilter)
        else _parameters(found, iir_params)
    )


@public("leadfield.filter")
@verbose_aware
def notch_filter(
    x: ArrayLike,
    Fs: float,
    freqs: ArrayLike | None,
    filter_length: str | int = "auto",
    notch_widths: ArrayLike | None = None,
    trans_bandwidth: float = 1,
    method: FilterMethod | Literal["spectrum_fit"] = "fir",
    iir_params: IirParams | None = None,
    mt_bandwidth: float | None = None,
    p_value: float = 0.05,
    picks: Rows = None,
    n_jobs: int | None = None,
    copy: bool = True,
    phase: FirPhase | Literal["forward"] = "zero",
    fir_window: FirWindow = "hamming",
    fir_design: FirDesign = "firwin",
    pad: str = "reflect_limited",
    *,
    verbose: Verbose = None,
) -> Floats:
    """Filter some frequencies out of an array.

    Parameters
    ----------
    x : array_like, shape (..., n_times)
        The signals.
    Fs : float
        Sampling rate in Hz.
    freqs : float | array_like
        Frequencies in Hz, such as ``np.arange(50, 251, 50)``.
    filter_length : str | int
        Length of an FIR filter in samples or as a time such as ``"10s"``, or ``"auto"``.
    notch_widths : float | array_like | None
        Widths of the stop bands in Hz; None for a 200th of the frequencies.
    trans_bandwidth : float
        Width of both transition bands of a stop band together, in Hz.
    method : "fir" | "iir"
        What to filter with; ``"spectrum_fit"`` is not supported.
    iir_params : dict | None
        Parameters of an IIR filter, as of :func:`filter_data`.
    mt_bandwidth : None
        Not supported: it belongs to ``"spectrum_fit"``.
    p_value : float
        Has no effect: it belongs to ``"spectrum_fit"``.
    picks : array_like | slice | None
        Channels, along the last axis but one, to filter; None for all.
    n_jobs : int | None
        Has no effect.
    copy : bool
        Whether to leave ``x`` alone; otherwise it must be a writable array of float64.
    phase : "zero" | "zero-double" | "linear" | "minimum" | "minimum-half" | "forward"
        Phase of the filter; ``"forward"`` is for IIR filters.
    fir_window : "hamming" | "hann" | "blackman"
        Window of an FIR filter.
    fir_design : "firwin" | "firwin2"
        How the taps of an FIR filter are found.
    pad : str
        How the edges are padded for an FIR filter.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    xf : ndarray, shape (..., n_times)
        The filtered signals.

    See Also
    --------
    filter_data : Filter signals.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield.filter import notch_filter
    >>> hum = np.sin(2 * np.pi * 50 * np.arange(10000) / 500)
    >>> bool(np.abs(notch_filter(hum, 500.0, 50.0))[3000:-3000].max() < 0.01)
    True
    """
    check_jobs(n_jobs)
    check_spectrum_options(method, mt_bandwidth, p_value)
    signals = _signals("x", x, copy=copy)
    stops = filters.design.notch_edges(freqs, notch_widths, trans_bandwidth)
    options = {
        "length": filter_length,
        "l_trans": stops.transition / 2,
        "h_trans": stops.transition / 2,
        "phase": phase,
        "window": fir_window,
        "design": fir_design,
        "padding": pad,
    }
    found = filters.design.design_filter(
        number("Fs", Fs, above=0),
        stops.high,
        stops.low,
        method=method,
        options=options,
        iir_params=iir_params,
        n_times=signals.shape[-1],
    )
    return _filtered(signals, picks, found)


@public("leadfield.filter")
@verbose_aware
def resample(
    x: ArrayLike,
    up: float = 1.0,
    down: float = 1.0,
    *,
    axis: int = -1,
    window: Window = "auto",
    n_jobs: int | None = None,
    pad: str = "auto",
    npad: int | Literal["auto"] = 100,
    method: ResampleMethod = "fft",
    verbose: Verbose = None,
) -> Floats:
    """Resample an array.

    Parameters
    ----------
    x : array_like
        The signals.
    up, down : float
        The new sampling rate and the old one, or numbers in that ratio.
    axis : int
        The axis of time.
    window : str | tuple | ndarray | callable | None
        Window in the frequency domain (``"auto"``: boxcar), or of the low-pass filter of
        ``method="polyphase"`` (``"auto"``: Kaiser's with 5).
    n_jobs : int | None
        Has no effect.
    pad : str
        How the edges are padded: a mode of :func:`numpy.pad`, ``"reflect_limited"``, or
        ``"auto"``, which reflects.
    npad : int | "auto"
        Number of samples added to either edge (``method="fft"``); ``"auto"`` for a length
        that is a power of 2.
    method : "fft" | "polyphase"
        How to resample.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    y : ndarray
        The resampled signals.

    See Also
    --------
    filter_data : Filter signals.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield.filter import resample
    >>> resample(np.zeros((3, 1000)), up=250.0, down=1000.0).shape
    (3, 250)
    """
    check_jobs(n_jobs)
    options = filters.resampling.ResampleOptions(
        method=method, n_padding=npad, window=window, padding=pad
    )
    new, old = number("up", up, above=0), number("down", down, above=0)
    signals = _signals("x", x)
    place = whole("axis", axis, least=-signals.ndim)
    if place >= signals.ndim:
        msg = f"axis must be below {signals.ndim}, the number of axes of x, got {axis}"
        raise InputError(msg)
    return np.moveaxis(
        filters.resampling.resample_rows(np.moveaxis(signals, place, -1), new, old, options),
        -1,
        place,
    )


def _signals(name: str, data: ArrayLike, *, copy: bool = True) -> Floats:
    """Real signals, in an array of one's own or in the one that is to be changed."""
    given = np.asarray(data) if isinstance(data, np.ndarray | list | tuple) else np.empty(0)
    if given.dtype.kind not in "fiu" or given.ndim < 1 or not given.size:
        msg = (
            f"{name} must be an array of real numbers with at least one sample, got "
            f"{type(data).__name__} of {given.dtype} {given.shape}: recordings, epochs and "
            "evoked responses have methods of that name"
        )
        raise ArgumentTypeError(msg)
    if copy:
        return np.array(given, np.float64)
    if given is not data or given.dtype != np.float64 or not given.flags.writeable:
        msg = f"{name} must be a writable float64 array to be changed in place: take copy=True"
        raise InputError(msg)
    return given


def _filtered(signals: Floats, picks: Rows, found: DigitalFilter) -> Floats:
    """The signals with some channels filtered, in place."""
    table = signals if signals.ndim > 1 else signals[np.newaxis]
    numbers: Ints = np.arange(table.shape[-2])
    try:
        rows = numbers if picks is None else np.atleast_1d(numbers[picks])  # type: ignore[index]
    except IndexError as error:
        msg = f"picks must be numbers of the {len(numbers)} channels, got {picks!r}"
        raise InputError(msg) from error
    filters.digital_filter.filter_channels(table, rows, found)
    return signals


def _parameters(found: DigitalFilter, given: Mapping[str, Any] | None) -> dict[str, Any]:
    """What describes an IIR filter, beside what was given."""
    out = dict(given or {})
    if not isinstance(found, filters.iir_filter.IirFilter):
        return out
    if found.sections is not None:
        out["sos"] = found.sections.copy()
    elif found.coefficients is not None:
        out["b"], out["a"] = (one.copy() for one in found.coefficients)
    return {**out, "padlen": found.n_padding}
