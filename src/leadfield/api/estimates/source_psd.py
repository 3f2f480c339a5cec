"""Power spectral density of sources: of a recording, and of each epoch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, final

import numpy as np

from leadfield.api.epochs.epochs import Epochs, as_epochs
from leadfield.api.epochs.evoked import evoked_of
from leadfield.api.estimates.apply_epochs import average_of, good_samples
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.estimates.power_arguments import power_filter_of
from leadfield.api.events.event_lists import make_fixed_length_events
from leadfield.api.recording.as_recording import as_recording
from leadfield.api.recording.filter_samples import check_jobs
from leadfield.base.checks import number, one_of, whole
from leadfield.base.errors import DataError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.progress import tracked
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.good_epochs import no_epochs_left, require_epochs
from leadfield.epochs.projections import activate_projections
from leadfield.estimates.data_channels import contiguous_rows, match_channels
from leadfield.estimates.folded_filter import fold_filter
from leadfield.estimates.recording_windows import RecordingWindows, projected_matrix
from leadfield.estimates.regularisation import regularise_epochs, regularise_segments
from leadfield.estimates.spectral_density import SourceDensity, plan_spectrum
from leadfield.spectra.tapers import make_tapers

if TYPE_CHECKING:
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.inverse.arguments import Lambda2, MethodParams
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.api.recording.raw import Raw
    from leadfield.base.arrays import Floats, Ints
    from leadfield.epochs.epoch_set import EpochSet
    from leadfield.estimates.spatial_filter import SpatialFilter
    from leadfield.estimates.spectral_density import Run, SpectrumPlan
    from leadfield.inverse.methods import InverseMethod
    from leadfield.inverse.operator import InverseModel
    from leadfield.inverse.regularisation import RegularisationFit
    from leadfield.recording.info import MeasurementInfo


@public("leadfield.minimum_norm")
@verbose_aware
def compute_source_psd(
    raw: Raw,
    inverse_operator: InverseOperator,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    tmin: float | None = 0.0,
    tmax: float | None = None,
    fmin: float = 0.0,
    fmax: float = 200.0,
    n_fft: int = 2048,
    overlap: float = 0.5,
    pick_ori: Literal["normal"] | None = None,
    label: Label | BiHemiLabel | Sequence[Label | BiHemiLabel] | None = None,
    nave: float = 1,
    pca: bool = True,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    inv_split: int | None = None,
    bandwidth: float | str | None = "hann",
    adaptive: bool = False,
    low_bias: bool = False,
    n_jobs: int | None = None,
    return_sensor: bool = False,
    dB: bool = False,
    *,
    verbose: Verbose = None,
) -> Any:
    """Compute the power spectral density of sources in a recording (Welch's method).

    Spectra of windows that overlap are averaged; windows that meet an annotation starting
    with "bad" are left out.

    Parameters
    ----------
    raw : Raw
        Raw data. They must have all channels of the operator.
    inverse_operator : InverseOperator
        Inverse operator.
    lambda2 : float | "auto" | Regularisation
        Regularisation parameter, as for :func:`apply_inverse_raw`.
    method : str
        The inverse method, see :func:`apply_inverse`.
    tmin, tmax : float | None
        Time window in s after the first sample; None for the start or the end.
    fmin, fmax : float
        Lowest and highest frequency in Hz.
    n_fft : int
        Samples of a window.
    overlap : float
        Share of a window that the next one overlaps, from 0 to below 1.
    pick_ori : None | "normal"
        The norm of the densities of a source's components, which depends on the directions of
        these, or the density of the component along the surface normal.
    label : Label | BiHemiLabel | list of Label | None
        Restrict the answer to the sources in this label. For a list of labels the answer is the
        mean in each over its sources of their density, that of components added up; it takes a
        fraction of the time and memory.
    nave : float
        Number of averages, which scales the noise covariance.
    pca : bool
        Whether densities of sensors are those of what the operator sees. Sources are the same.
    prepared : bool
        Whether the operator was prepared with :func:`prepare_inverse_operator`.
    method_params : dict | None
        Options of eLORETA, as for :func:`apply_inverse`.
    inv_split : int | None
        Has no effect: sources are computed in blocks.
    bandwidth : float | str | None
        The name of a window, or the bandwidth in Hz of orthogonal tapers; None for eight steps
        of frequency.
    adaptive : bool
        Whether tapers count less where power leaks into them, source by source.
    low_bias : bool
        Whether to take only tapers with more than 90 % of their energy within the bandwidth.
    n_jobs : int | None
        Has no effect: matrix products use all cores.
    return_sensor : bool
        Whether to return the density of the sensors as well.
    dB : bool
        Whether to return ten times the logarithm to base ten.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc_psd : SourceEstimate | VolSourceEstimate | ...
        Density, with frequencies in Hz where other estimates have times. It is not divided by
        the sampling rate or the window's power. For a list of labels ndarray of float, shape
        (n_labels, n_frequencies), at the frequencies ``i * sfreq / n_fft`` from ``fmin`` to
        ``fmax``.
    sensor_psd : Evoked
        Density of the sensors. Only returned if ``return_sensor`` is True.

    Raises
    ------
    DataError
        If the data are shorter than a window, or all windows are bad.
    InputError
        If no frequency is asked for, or a label has no source; else as for
        :func:`apply_inverse`.

    See Also
    --------
    compute_source_psd_epochs : Densities of single epochs.

    References
    ----------
    Welch (1967). The use of fast Fourier transform for the estimation of power spectra. IEEE
    Trans Audio Electroacoust 15:70-73.

    Examples
    --------
    >>> psd = compute_source_psd(raw, inverse_operator, fmin=1, fmax=20, n_fft=200)
    >>> psd.shape
    (84, 39)
    """
    one_of("dB", dB, (True, False))
    one_of("return_sensor", return_sensor, (True, False))
    n_times = whole("n_fft", n_fft, least=2)
    recording, epochs = as_recording(raw), _windows_of(raw, n_times, overlap, tmin, tmax)
    starts = epochs.events[:, 0] - recording.first_sample
    span = int(starts[0]), int(starts[-1]) + n_times
    plan = _plan(epochs, bandwidth, fmin, fmax, adaptive=adaptive, low_bias=low_bias)

    def regularise(model: InverseModel) -> RegularisationFit:
        channels = match_channels(model.info, recording.info)
        return regularise_segments(
            model, lambda a, b: recording.read(a, b, channels), span, nave=nave
        )

    sensors = _shown_sensors(pca, inv_split, n_jobs)
    density = _SourceDensities(
        epochs.info,
        power_filter_of(
            inverse_operator,
            prepared,
            label,
            pick_ori=pick_ori,
            nave=nave,
            lambda2=lambda2,
            method=method,
            method_params=method_params,
            use_cps=True,
            regularise=regularise,
        ),
        plan,
        sensors=sensors if return_sensor else None,
    )
    matrix, channels = projected_matrix(epochs, density.matrix, density.channels)
    most = plan.count_windows(*matrix.shape)
    places = recording.info.channels.indices([epochs.info.names[i] for i in channels])
    runs = RecordingWindows(
        recording=recording,
        channels=places,
        matrix=matrix,
        starts=starts,
        n_times=n_times,
        most=most,
    )
    out, shown = density.sums(runs, len(starts))
    _average(out, len(starts), in_decibels=dB)
    _average(shown, len(starts), in_decibels=dB)
    stc = density.answer(out)
    if not return_sensor:
        return stc
    return stc, density.sensor_answer(shown, len(starts) - 1, nave=len(starts))


@public("leadfield.minimum_norm")
@verbose_aware
def compute_source_psd_epochs(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    fmin: float = 0.0,
    fmax: float = 200.0,
    pick_ori: Literal["normal"] | None = None,
    label: Label | BiHemiLabel | Sequence[Label | BiHemiLabel] | None = None,
    nave: float = 1,
    pca: bool = True,
    inv_split: int | None = None,
    bandwidth: float | str | None = 4.0,
    adaptive: bool = False,
    low_bias: bool = True,
    return_generator: bool = False,
    n_jobs: int | None = None,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    return_sensor: bool = False,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> Any:
    """Compute the power spectral density of sources in each epoch.

    Parameters
    ----------
    epochs : Epochs
        Epochs. They must have all channels of the operator.
    inverse_operator : InverseOperator
        Inverse operator.
    lambda2 : float | "auto" | Regularisation
        Regularisation parameter, as for :func:`apply_inverse_epochs`.
    method : str
        The inverse method, see :func:`apply_inverse`.
    fmin, fmax : float
        Lowest and highest frequency in Hz.
    pick_ori : None | "normal"
        The norm of the densities of a source's components, or the density of the component
        along the surface normal, see :func:`compute_source_psd`.
    label : Label | BiHemiLabel | list of Label | None
        Restrict the answer to the sources in this label. For a list of labels the answer is the
        mean in each, see :func:`compute_source_psd`.
    nave : float
        Number of averages behind each epoch, which scales the noise covariance.
    pca : bool
        Whether densities of sensors are those of what the operator sees. Sources are the same.
    inv_split : int | None
        Has no effect: sources are computed in blocks.
    bandwidth : float | str | None
        The bandwidth in Hz of orthogonal tapers (Slepian 1978), or the name of a window; None
        for eight steps of frequency.
    adaptive : bool
        Whether tapers count less where power leaks into them (Thomson 1982), source by source.
    low_bias : bool
        Whether to take only tapers with more than 90 % of their energy within the bandwidth.
    return_generator : bool
        Whether to return a generator, which computes one epoch at a time.
    n_jobs : int | None
        Has no effect: matrix products use all cores.
    prepared : bool
        Whether the operator was prepared with :func:`prepare_inverse_operator`.
    method_params : dict | None
        Options of eLORETA, as for :func:`apply_inverse`.
    return_sensor : bool
        Whether to return the density of the sensors as well.
    use_cps : bool
        Whether to use the mean normals of cortical patches.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    out : list or generator of SourceEstimate | VolSourceEstimate | ...
        The density of each epoch, with frequencies in Hz where other estimates have times; for
        a list of labels ndarray of float, shape (n_labels, n_frequencies). With
        ``return_sensor`` tuples of that and an Evoked.

    Raises
    ------
    InputError
        If no frequency is asked for, the bandwidth is too narrow, or a label has no source;
        else as for :func:`apply_inverse`.

    See Also
    --------
    compute_source_psd : The mean density of windows of a recording.

    References
    ----------
    Slepian (1978). Prolate spheroidal wave functions, Fourier analysis, and uncertainty V. Bell
    Syst Tech J 57:1371-1430.

    Thomson (1982). Spectrum estimation and harmonic analysis. Proc IEEE 70:1055-1096.

    Examples
    --------
    >>> psds = compute_source_psd_epochs(epochs, inverse_operator, fmax=30, bandwidth=10)
    >>> psds[0].shape
    (84, 22)
    """
    one_of("return_generator", return_generator, (True, False))
    one_of("return_sensor", return_sensor, (True, False))
    given = as_epochs(epochs)
    require_epochs(given.value)
    plan = _plan(given.value, bandwidth, fmin, fmax, adaptive=adaptive, low_bias=low_bias)
    sensors = _shown_sensors(pca, inv_split, n_jobs)
    density = _SourceDensities(
        given.info.value,
        power_filter_of(
            inverse_operator,
            prepared,
            label,
            pick_ori=pick_ori,
            nave=nave,
            lambda2=lambda2,
            method=method,
            method_params=method_params,
            use_cps=use_cps,
            regularise=lambda model: regularise_epochs(model, average_of([given]), nave=nave),
        ),
        plan,
        sensors=sensors if return_sensor else None,
    )
    each = _densities_of(given, density, nave)
    return each if return_generator else list(each)


@final
class _SourceDensities:
    """What turns windows of data into densities of sources, and of sensors if asked for.

    ``sensors`` is None, ``"whole"``, or ``"seen"`` for what the operator sees of them.
    """

    def __init__(
        self,
        info: MeasurementInfo,
        chosen: tuple[SpatialFilter, list[Ints] | None],
        plan: SpectrumPlan,
        *,
        sensors: Literal["whole", "seen"] | None,
    ) -> None:
        self.spatial_filter, self.labels = chosen
        self.plan = plan
        self.channels = match_channels(self.spatial_filter.info, info)
        self.info = info.pick(self.channels)
        kernel, self.matrix = fold_filter(self.spatial_filter)
        self.density = SourceDensity(kernel, plan, self.labels)
        self.n_sensors = 0
        if sensors is not None:
            self.n_sensors = len(self.channels)
            shown = np.eye(self.n_sensors)
            if sensors == "seen":
                basis = np.linalg.qr(self.spatial_filter.inward_matrix().T)[0]
                shown = basis @ basis.T
            self.matrix = np.concatenate([self.matrix, shown])

    def sums(self, runs: Iterable[Run], n_windows: int) -> tuple[Floats, Floats]:
        """Sums of densities (n, n_frequencies) over windows, of sources or labels, and sensors."""
        n = self.plan.n_frequencies
        out, sensors = np.zeros((self.density.n_rows, n)), np.zeros((self.n_sensors, n))
        self.density.add(runs, n_windows, out, sensors if self.n_sensors else None)
        return out, sensors

    def answer(self, values: Floats) -> Any:
        """The estimate of these densities, or the densities of labels."""
        if self.labels is not None:
            return values
        axes = self.spatial_filter.axes(tmin=self.plan.first, tstep=self.plan.step)
        return estimate_of(values, replace(axes, vector=False, quantity=None))

    def sensor_answer(self, values: Floats, place: int, *, nave: float) -> Evoked:
        """Densities of sensors as an average, with frequencies where others have times."""
        info = replace(activate_projections(self.info), sampling_rate=1 / self.plan.step)
        density = EvokedResponse(
            info=info, data=values, first=0, nave=nave, comment=f"Epoch {place} PSD"
        )
        return evoked_of(density.with_tmin(self.plan.first))


def _densities_of(epochs: Epochs, density: _SourceDensities, nave: float) -> Iterator[Any]:
    """The density of each good epoch, with that of the sensors if it was asked for."""
    channels = contiguous_rows(density.channels)
    place = -1
    for place, epoch in enumerate(tracked(good_samples(epochs), "Spectra", len(epochs.value))):
        out, sensors = density.sums([(density.matrix @ epoch[channels], [0])], 1)
        stc = density.answer(out)
        yield (stc, density.sensor_answer(sensors, place, nave=nave)) if len(sensors) else stc
    if place < 0:
        raise DataError(no_epochs_left(epochs.value))


def _average(sums: Floats, count: int, *, in_decibels: bool) -> None:
    """Means of sums, in place, maybe in decibels, where nothing is minus infinity."""
    sums /= count
    if in_decibels:
        with np.errstate(divide="ignore"):
            np.log10(sums, out=sums)
        sums *= 10


def _windows_of(
    raw: Raw, n_times: int, overlap: float, tmin: float | None, tmax: float | None
) -> EpochSet:
    """Windows of a recording as epochs, of which those are left out that meet bad segments."""
    recording = as_recording(raw)
    rate, available = recording.info.sampling_rate, recording.n_samples
    share = number("overlap", overlap, least=0)
    if share >= 1 or round((1 - share) * n_times) < 1:
        msg = f"overlap must leave at least a sample of {n_times} to the next window, got {share:g}"
        raise InputError(msg)
    if n_times > available:
        msg = (
            f"n_fft must be at most the length of the recording, {available} samples, got "
            f"{n_times}: take shorter windows"
        )
        raise DataError(msg)
    events = make_fixed_length_events(
        raw, 1, 0.0 if tmin is None else tmin, tmax, (1 - share) * n_times / rate
    )
    windows = Epochs(raw, events, 1, 0.0, (n_times - 1) / rate, baseline=None).value
    found = ((row, windows.source.drop_reason(row, at)) for row, at in enumerate(events[:, 0]))
    good = windows.drop({row: (reason,) for row, reason in found if reason is not None})
    require_epochs(good)
    return good


def _plan(
    epochs: EpochSet,
    bandwidth: object,
    fmin: float,
    fmax: float,
    *,
    adaptive: bool,
    low_bias: bool,
) -> SpectrumPlan:
    one_of("adaptive", adaptive, (True, False))
    one_of("low_bias", low_bias, (True, False))
    n_times, rate = len(epochs.times), epochs.info.sampling_rate
    tapers = make_tapers(n_times, rate, bandwidth, low_bias=low_bias, adaptive=adaptive)
    return plan_spectrum(tapers, rate, fmin, fmax)


def _shown_sensors(
    pca: bool, inv_split: int | None, n_jobs: int | None
) -> Literal["whole", "seen"]:
    """How sensors are shown; the other arguments have no effect."""
    one_of("pca", pca, (True, False))
    if inv_split is not None:
        whole("inv_split", inv_split, least=1)
    check_jobs(n_jobs)
    return "seen" if pca else "whole"
