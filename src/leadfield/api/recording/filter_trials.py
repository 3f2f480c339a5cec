"""Methods ``filter`` and ``resample`` of epochs and evoked responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from leadfield import filters
from leadfield.api.recording.channel_data import ChannelData
from leadfield.api.recording.filter_samples import check_jobs, filtered, has_rate, resampled
from leadfield.base.log import Verbose, verbose_aware

if TYPE_CHECKING:
    from collections.abc import Collection

    from leadfield.filters.bands import Transition
    from leadfield.filters.design import FilterMethod
    from leadfield.filters.fir_design import FirDesign, FirPhase, FirWindow
    from leadfield.filters.iir_design import IirParams
    from leadfield.filters.resampling import ResampleMethod, Window
    from leadfield.recording.picks import Picks

Trials = TypeVar("Trials", bound=ChannelData)


@verbose_aware
def filter_trials(
    self: Trials,
    l_freq: float | None,
    h_freq: float | None,
    picks: Picks = None,
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
) -> Trials:
    """Filter some channels, in place; epochs are loaded into memory first.

    Parameters
    ----------
    l_freq, h_freq : float | None
        Edges of the pass band in Hz: a high-pass with ``l_freq`` alone, a low-pass with
        ``h_freq`` alone, a band-pass with both, and a band-stop if ``l_freq`` is the higher.
    picks : str | array_like | slice | None
        Channels by name, type or number; None for all data channels, bad ones included.
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
        Has no effect: epochs and evoked responses have no annotations to skip.
    pad : str
        How the edges are padded for an FIR filter: a mode of :func:`numpy.pad` or
        ``"reflect_limited"``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    self : same type
        The object itself.

    Raises
    ------
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
    data = self._copy_samples()
    segments = [(0, data.shape[-1])]
    design = {"method": method, "iir_params": iir_params, "options": options}
    self._set_samples(*filtered(data, self.info.value, l_freq, h_freq, picks, segments, design))
    return self


@verbose_aware
def resample_trials(
    self: Trials,
    sfreq: float,
    *,
    npad: int | Literal["auto"] = "auto",
    window: Window = "auto",
    n_jobs: int | None = None,
    pad: str = "edge",
    method: ResampleMethod = "fft",
    verbose: Verbose = None,
) -> Trials:
    """Resample all channels, in place; epochs are loaded into memory first.

    Parameters
    ----------
    sfreq : float
        New sampling rate in Hz. Frequencies above its half are taken out.
    npad : int | "auto"
        Number of samples added to either edge (``method="fft"``); ``"auto"`` for a length
        that is a power of 2.
    window : str | tuple | ndarray | callable | None
        Window in the frequency domain (``"auto"``: boxcar), or of the low-pass filter of
        ``method="polyphase"`` (``"auto"``: Kaiser's with 5).
    n_jobs : int | None
        Has no effect.
    pad : str
        How the edges are padded: a mode of :func:`numpy.pad`, ``"reflect_limited"``, or
        ``"auto"``.
    method : "fft" | "polyphase"
        How to resample.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    self : same type
        The object itself.
    """
    check_jobs(n_jobs)
    options = filters.resampling.ResampleOptions(
        method=method, n_padding=npad, window=window, padding=pad
    )
    if not has_rate(self.info.value, sfreq):
        self._set_samples(*resampled(self._copy_samples(), self.info.value, sfreq, options))
    return self
