"""Methods ``filter``, ``savgol_filter``, ``resample`` and ``apply_hilbert`` of estimates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, Self, TypeVar

from leadfield import filters
from leadfield.api.estimates.through_time import (
    analytic_courses,
    filtered_courses,
    resampled_courses,
    smoothed_courses,
)
from leadfield.api.recording.filter_samples import check_jobs
from leadfield.base.log import Verbose, verbose_aware

if TYPE_CHECKING:
    from collections.abc import Collection

    from leadfield.api.estimates.lazy_data import LazyData
    from leadfield.api.estimates.through_time import SourcePicks
    from leadfield.estimates.source_courses import SourceAxes
    from leadfield.filters.bands import Transition
    from leadfield.filters.design import FilterMethod
    from leadfield.filters.fir_design import FirDesign, FirPhase, FirWindow
    from leadfield.filters.iir_design import IirParams
    from leadfield.filters.resampling import ResampleMethod, Window


class Courses(Protocol):
    """What has data over time, which may not be multiplied yet, and takes over others."""

    @property
    def _parts(self) -> tuple[LazyData, SourceAxes]: ...

    def _take_over(self, lazy: LazyData, axes: SourceAxes) -> Self: ...


Stc = TypeVar("Stc", bound=Courses)


@verbose_aware
def filter_estimate(
    self: Stc,
    l_freq: float | None,
    h_freq: float | None,
    picks: SourcePicks = None,
    filter_length: str | int = "auto",
    l_trans_bandwidth: Transition = "auto",
    h_trans_bandwidth: Transition = "auto",
    n_jobs: int | None = None,
    method: FilterMethod = "fir",
    iir_params: IirParams | None = None,
    phase: FirPhase | Literal["forward"] = "zero",
    fir_window: FirWindow = "hamming",
    fir_design: FirDesign = "firwin",
    skip_by_annotation: str | Collection[str] = ("edge", "bad_acq_skip"),  # noqa: ARG001 - Raw's
    pad: str = "edge",
    *,
    verbose: Verbose = None,
) -> Stc:
    """Filter the courses of sources, in place.

    Courses that are kept as a kernel and sensor data stay so: the sensor data are filtered,
    which is the same.

    Parameters
    ----------
    l_freq, h_freq : float | None
        Edges of the pass band in Hz: a high-pass with ``l_freq`` alone, a low-pass with
        ``h_freq`` alone, a band-pass with both, and a band-stop if ``l_freq`` is the higher.
    picks : array_like | slice | None
        Rows of the sources to filter, None for all.
    filter_length : str | int
        Length of an FIR filter in samples or as a time such as ``"10s"`` or ``"500ms"``;
        ``"auto"`` for what the transition bands ask for.
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
    phase : "zero" | "zero-double" | "linear" | "minimum" | "minimum-half" | "forward"
        Phase of the filter; ``"forward"`` is for IIR filters.
    fir_window : "hamming" | "hann" | "blackman"
        Window of an FIR filter.
    fir_design : "firwin" | "firwin2"
        How the taps of an FIR filter are found: in time, or from its frequency response.
    skip_by_annotation : str | list of str
        Has no effect: estimates have no annotations to skip.
    pad : str
        How the edges are padded for an FIR filter: a mode of :func:`numpy.pad` or
        ``"reflect_limited"``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate
        The estimate itself.

    Raises
    ------
    DataError
        If the values are complex.
    InputError
        If a frequency is not below half the sampling rate, or the filter is too short for
        its transition bands.
    """
    check_jobs(n_jobs)
    options = {
        "length": filter_length,
        "l_trans": l_trans_bandwidth,
        "h_trans": h_trans_bandwidth,
        "phase": phase,
        "window": fir_window,
        "design": fir_design,
        "padding": pad,
    }
    design = {"method": method, "iir_params": iir_params, "options": options}
    lazy, axes = self._parts
    return self._take_over(filtered_courses(lazy, axes, (l_freq, h_freq), picks, design), axes)


@verbose_aware
def smooth_estimate(self: Stc, h_freq: float, verbose: Verbose = None) -> Stc:
    """Smooth the courses of sources with polynomials of order 5, in place.

    Parameters
    ----------
    h_freq : float
        About the highest frequency in Hz that is left.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate
        The estimate itself.

    Raises
    ------
    DataError
        If the values are complex.
    InputError
        If ``h_freq`` is not below half the sampling rate, or the window does not fit.
    """
    lazy, axes = self._parts
    return self._take_over(smoothed_courses(lazy, axes, h_freq), axes)


@verbose_aware
def resample_estimate(
    self: Stc,
    sfreq: float,
    *,
    npad: int | Literal["auto"] = 100,
    method: ResampleMethod = "fft",
    window: Window = "auto",
    pad: str = "auto",
    n_jobs: int | None = None,
    verbose: Verbose = None,
) -> Stc:
    """Resample the courses of sources, in place.

    Parameters
    ----------
    sfreq : float
        New sampling rate in Hz. Frequencies above its half are taken out.
    npad : int | "auto"
        Number of samples added to either edge (``method="fft"``); ``"auto"`` for a length
        that is a power of 2.
    method : "fft" | "polyphase"
        How to resample.
    window : str | tuple | ndarray | callable | None
        Window in the frequency domain (``"auto"``: boxcar), or of the low-pass filter of
        ``method="polyphase"`` (``"auto"``: Kaiser's with 5).
    pad : str
        How the edges are padded: a mode of :func:`numpy.pad`, ``"reflect_limited"``, or
        ``"auto"``.
    n_jobs : int | None
        Has no effect.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate
        The estimate itself.

    Raises
    ------
    DataError
        If the values are complex.
    """
    check_jobs(n_jobs)
    options = filters.resampling.ResampleOptions(
        method=method, n_padding=npad, window=window, padding=pad
    )
    return self._take_over(*resampled_courses(*self._parts, sfreq, options))


@verbose_aware
def transform_by_hilbert(
    self: Stc,
    picks: SourcePicks = None,
    envelope: bool = False,
    n_jobs: int | None = None,
    n_fft: int | Literal["auto"] | None = "auto",
    *,
    verbose: Verbose = None,
) -> Stc:
    """Compute analytic signals of sources or their envelopes, in place.

    Parameters
    ----------
    picks : array_like | slice | None
        Rows of the sources to transform, None for all.
    envelope : bool
        Whether to take the absolute value of the analytic signal. Otherwise values become
        complex.
    n_jobs : int | None
        Has no effect.
    n_fft : int | "auto" | None
        Length of the transform, for which zeros are appended; ``"auto"`` for the next
        one that is fast, None for the number of samples.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate
        The estimate itself.

    Raises
    ------
    DataError
        If the values are complex already.
    """
    check_jobs(n_jobs)
    lazy, axes = self._parts
    return self._take_over(analytic_courses(lazy, picks, n_fft, envelope=envelope), axes)
