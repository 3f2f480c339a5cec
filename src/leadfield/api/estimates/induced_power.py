"""Induced power and phase locking of sources: of frequencies, and of bands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, overload

import numpy as np

from leadfield.api.epochs.epochs import as_epochs
from leadfield.api.estimates.apply_epochs import average_of, good_samples
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.estimates.power_arguments import power_filter_of
from leadfield.api.inverse.inverse_operator import as_inverse, prepared_kernel
from leadfield.api.recording.filter_samples import check_jobs
from leadfield.base.checks import number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, DataError, InputError, RepeatedError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.good_epochs import no_epochs_left, require_epochs
from leadfield.estimates.data_channels import contiguous_rows, match_channels
from leadfield.estimates.folded_filter import fold_filter
from leadfield.estimates.induced_power import PhaseLocking, WaveletPlan, sum_induced_power
from leadfield.estimates.power_baseline import choose_baseline, rescale_power
from leadfield.estimates.power_forms import power_of_labels, power_of_sources
from leadfield.estimates.regularisation import regularise_epochs
from leadfield.spectra.wavelets import check_frequencies, morlet_wavelets

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from leadfield.api.epochs.arguments import Baseline
    from leadfield.api.epochs.epochs import Epochs
    from leadfield.api.inverse.arguments import Lambda2, MethodParams
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.base.arrays import Floats, Ints
    from leadfield.estimates.spatial_filter import SpatialFilter
    from leadfield.inverse.methods import InverseMethod

BaselineMode = Literal[
    "mean", "ratio", "logratio", "percent", "zscore", "zlogratio", "meanlogratio"
]


@overload
def source_induced_power(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    freqs: ArrayLike,
    label: Label | BiHemiLabel | Sequence[Label | BiHemiLabel] | None = None,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    nave: float = 1,
    n_cycles: ArrayLike = 5,
    decim: int = 1,
    use_fft: bool = False,
    pick_ori: Literal["normal"] | None = None,
    baseline: Baseline = None,
    baseline_mode: BaselineMode = "logratio",
    pca: bool = True,
    n_jobs: int | None = None,
    *,
    return_plv: Literal[True] = True,
    zero_mean: bool = False,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> tuple[Floats, Floats]: ...


@overload
def source_induced_power(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    freqs: ArrayLike,
    label: Label | BiHemiLabel | Sequence[Label | BiHemiLabel] | None = None,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    nave: float = 1,
    n_cycles: ArrayLike = 5,
    decim: int = 1,
    use_fft: bool = False,
    pick_ori: Literal["normal"] | None = None,
    baseline: Baseline = None,
    baseline_mode: BaselineMode = "logratio",
    pca: bool = True,
    n_jobs: int | None = None,
    *,
    return_plv: Literal[False],
    zero_mean: bool = False,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> Floats: ...


@public("leadfield.minimum_norm")
@verbose_aware
def source_induced_power(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    freqs: ArrayLike,
    label: Label | BiHemiLabel | Sequence[Label | BiHemiLabel] | None = None,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    nave: float = 1,
    n_cycles: ArrayLike = 5,
    decim: int = 1,
    use_fft: bool = False,
    pick_ori: Literal["normal"] | None = None,
    baseline: Baseline = None,
    baseline_mode: BaselineMode = "logratio",
    pca: bool = True,
    n_jobs: int | None = None,
    *,
    return_plv: bool = True,
    zero_mean: bool = False,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> Any:
    """Compute the power of sources over time and frequency, and how their phases agree.

    The power of each epoch is averaged, so it also holds what is not locked to the events.

    Parameters
    ----------
    epochs : Epochs
        Epochs. They must have all channels of the operator.
    inverse_operator : InverseOperator
        Inverse operator.
    freqs : array_like of float, shape (n_freqs,)
        Frequencies in Hz, up to half the sampling rate.
    label : Label | BiHemiLabel | list of Label | None
        Restrict the answer to the sources in this label. For a list of labels the answer is the
        mean power of the sources in each, which takes a fraction of the time and memory.
    lambda2 : float | "auto" | Regularisation
        Regularisation parameter, as for :func:`apply_inverse_epochs`.
    method : str
        The inverse method, see :func:`apply_inverse`.
    nave : float
        Number of averages behind each epoch, which scales the noise covariance.
    n_cycles : float | array_like of float, shape (n_freqs,)
        Cycles of the Morlet wavelets, of all or of each frequency: the standard deviation of
        a wavelet's Gaussian is ``n_cycles`` / 2π periods, and it ends at five of these.
    decim : int
        Take every ``decim``-th sample of power.
    use_fft : bool
        Whether to convolve in the frequency domain, best if wavelets have thousands of samples.
    pick_ori : None | "normal"
        Power of a source's components added up, or of that along the surface normal.
    baseline : tuple of float | None
        Start and end in s of the interval that power is related to; None for an end is that
        of the epochs.
    baseline_mode : str
        With the mean power m of the baseline and power p: ``"mean"`` p - m, ``"ratio"``
        p / m, ``"logratio"`` log10(p / m), ``"percent"`` (p - m) / m, ``"zscore"``
        (p - m) / s, ``"zlogratio"`` log10(p / m) / s, ``"meanlogratio"`` log10(p / m) less
        its mean in the baseline; s is the standard deviation of the numerator there.
    pca : bool
        Has no effect: everything is computed in as many components as the operator sees.
    n_jobs : int | None
        Has no effect: matrix products use all cores.
    return_plv : bool
        Whether to return phase locking as well. Several labels have none.
    zero_mean : bool
        Whether to take out what wavelets of few cycles have at 0 Hz.
    prepared : bool
        Whether the operator was prepared with :func:`prepare_inverse_operator`.
    method_params : dict | None
        Options of eLORETA, as for :func:`apply_inverse`.
    use_cps : bool
        Whether to use the mean normals of cortical patches.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    power : ndarray of float, shape (n_sources, n_freqs, n_times)
        Power, in A²·m² for MNE and eLORETA, without unit for dSPM and sLORETA. For a list of
        labels (n_labels, n_freqs, n_times).
    plv : ndarray of float, shape (n_sources, n_freqs, n_times)
        Phase locking value: the length of the mean over epochs of unit vectors with the phase
        of a source's last component, which is along the surface normal for loose orientations
        and ``pick_ori="normal"``, else along z. Only returned if ``return_plv`` is True.

    Raises
    ------
    InputError
        If a frequency is above half the sampling rate, a wavelet is longer than the epochs, the
        baseline has no sample, or a label no source; else as for :func:`apply_inverse`.

    See Also
    --------
    source_band_induced_power : The mean over the frequencies of bands, as source estimates.

    References
    ----------
    Tallon-Baudry & Bertrand (1999). Oscillatory gamma activity in humans and its role in object
    representation. Trends Cogn Sci 3:151-162.

    Examples
    --------
    >>> power = source_induced_power(epochs, inverse_operator, [20.0, 30.0], return_plv=False)
    >>> power.shape
    (84, 2, 71)
    """
    one_of("return_plv", return_plv, (True, False))
    given = as_epochs(epochs)
    if return_plv and isinstance(label, Sequence) and len(label) > 1:
        msg = (
            f"phase locking is of sources, not of the mean of each of {len(label)} labels: pass "
            "return_plv=False, or one label"
        )
        raise RepeatedError(msg)
    rate = given.info.value.sampling_rate
    frequencies = check_frequencies(freqs, rate)
    plan = _plan(given, frequencies, n_cycles, decim, use_fft, zero_mean)
    inside = choose_baseline(baseline, baseline_mode, given.times[:: plan.samples.step])
    _check_effectless(pca, n_jobs)
    spatial_filter, rows = power_filter_of(
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
    )
    n_rows = spatial_filter.kernel.n_sources if rows is None else len(rows)
    power = np.zeros((n_rows, len(frequencies), len(plan.samples)))
    plv = _add_power(given, spatial_filter, rows, plan, power, with_locking=return_plv)
    rescale_power(power, inside, baseline_mode)
    return (power, plv) if return_plv else power


@public("leadfield.minimum_norm")
@verbose_aware
def source_band_induced_power(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    bands: Mapping[str, Sequence[float]],
    label: Label | BiHemiLabel | Sequence[Label | BiHemiLabel] | None = None,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    nave: float = 1,
    n_cycles: ArrayLike = 5,
    df: float = 1,
    use_fft: bool = False,
    decim: int = 1,
    baseline: Baseline = None,
    baseline_mode: BaselineMode = "logratio",
    pca: bool = True,
    n_jobs: int | None = None,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    *,
    verbose: Verbose = None,
) -> dict[str, Any]:
    """Compute the power of sources over time in bands of frequencies.

    Parameters
    ----------
    epochs : Epochs
        Epochs. They must have all channels of the operator.
    inverse_operator : InverseOperator
        Inverse operator. Power is that along the surface normals where all sources have one,
        else of all components of a source.
    bands : dict of tuple of float
        Lowest and highest frequency in Hz of each band, by name, such as
        ``dict(alpha=(8, 12))``. A frequency at which two bands meet counts twice in both.
    label : Label | BiHemiLabel | list of Label | None
        Restrict the answer to the sources in this label. For a list of labels the answer is the
        mean power of the sources in each.
    lambda2 : float | "auto" | Regularisation
        Regularisation parameter, as for :func:`apply_inverse_epochs`.
    method : str
        The inverse method, see :func:`apply_inverse`.
    nave : float
        Number of averages behind each epoch, which scales the noise covariance.
    n_cycles : float | array_like of float
        Cycles of the Morlet wavelets, of all or of each frequency of each band, band after band.
    df : float
        Step in Hz between the frequencies of a band.
    use_fft : bool
        Whether to convolve in the frequency domain, best if wavelets have thousands of samples.
    decim : int
        Take every ``decim``-th sample of power.
    baseline : tuple of float | None
        Start and end in s of the interval that power is related to.
    baseline_mode : str
        How it is, see :func:`source_induced_power`.
    pca : bool
        Has no effect: everything is computed in as many components as the operator sees.
    n_jobs : int | None
        Has no effect: matrix products use all cores.
    prepared : bool
        Whether the operator was prepared with :func:`prepare_inverse_operator`.
    method_params : dict | None
        Options of eLORETA, as for :func:`apply_inverse`.
    use_cps : bool
        Whether to use the mean normals of cortical patches.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stcs : dict of SourceEstimate | VolSourceEstimate | ...
        Mean power over the frequencies of each band, and over epochs. For a list of labels dict
        of ndarray of float, shape (n_labels, n_times).

    Raises
    ------
    InputError
        If a band holds no frequency; else as for :func:`source_induced_power`.

    See Also
    --------
    source_induced_power : Power of each frequency, and phase locking.

    Examples
    --------
    >>> bands = dict(alpha=(8, 12), beta=(13, 30))
    >>> stcs = source_band_induced_power(epochs, inverse_operator, bands, n_cycles=2)
    >>> stcs["alpha"].shape
    (84, 71)
    """
    given = as_epochs(epochs)
    rate = given.info.value.sampling_rate
    frequencies, members = _frequencies_of(bands, number("df", df, above=0), rate)
    plan = _plan(given, frequencies, n_cycles, decim, use_fft)
    plan = replace(plan, bands=tuple(tuple(plan.bands[i][0] for i in one) for one in members))
    inside = choose_baseline(baseline, baseline_mode, given.times[:: plan.samples.step])
    _check_effectless(pca, n_jobs)
    spatial_filter, rows = power_filter_of(
        inverse_operator,
        prepared,
        label,
        pick_ori=_normal_if_any(inverse_operator, prepared),
        nave=nave,
        lambda2=lambda2,
        method=method,
        method_params=method_params,
        use_cps=use_cps,
        regularise=lambda model: regularise_epochs(model, average_of([given]), nave=nave),
    )
    n_rows = spatial_filter.kernel.n_sources if rows is None else len(rows)
    # Each band's power lies together in memory, as its estimate holds it alone.
    power = np.zeros((len(bands), n_rows, len(plan.samples))).transpose(1, 0, 2)
    _add_power(given, spatial_filter, rows, plan, power, with_locking=False)
    rescale_power(power, inside, baseline_mode)
    if rows is not None:
        return {name: power[:, place] for place, name in enumerate(bands)}
    axes = spatial_filter.axes(tmin=given.tmin, tstep=plan.samples.step / rate)
    axes = replace(axes, vector=False, quantity=None)
    return {name: estimate_of(power[:, place], axes) for place, name in enumerate(bands)}


def _plan(
    epochs: Epochs,
    frequencies: Floats,
    n_cycles: ArrayLike,
    decim: int,
    use_fft: bool,
    zero_mean: bool = False,
) -> WaveletPlan:
    """A wavelet of each frequency, for these epochs."""
    one_of("use_fft", use_fft, (True, False))
    one_of("zero_mean", zero_mean, (True, False))
    require_epochs(epochs.value)
    n_times, rate = len(epochs.times), epochs.info.value.sampling_rate
    wavelets = morlet_wavelets(rate, frequencies, n_cycles, zero_mean=zero_mean, n_times=n_times)
    return WaveletPlan(
        bands=tuple((wavelet,) for wavelet in wavelets),
        samples=range(0, n_times, whole("decim", decim, least=1)),
        n_times=n_times,
        n_epochs=len(epochs.value),
        use_fft=use_fft,
    )


def _frequencies_of(bands: object, step: float, rate: float) -> tuple[Floats, list[Ints]]:
    """Frequencies of all bands, one band after the other, and which of them lie in each."""
    if not isinstance(bands, Mapping) or not bands:
        msg = f"bands must be a dict such as dict(alpha=(8, 12)), got {bands!r}"
        raise ArgumentTypeError(msg)
    ends = []
    for name, band in bands.items():
        if not isinstance(band, Sequence | np.ndarray) or isinstance(band, str) or len(band) < 2:
            msg = f"band {name!r} must be its lowest and highest frequency in Hz, got {band!r}"
            raise ArgumentTypeError(msg)
        low, high = (number(f"the ends of band {name!r}", one) for one in band[:2])
        if low > high:
            msg = f"band {name!r} must hold a frequency, got {low:g} to {high:g} Hz"
            raise InputError(msg)
        ends.append((low, high))
    everything = [np.arange(low, high + step / 2, step) for low, high in ends]
    frequencies = check_frequencies(np.concatenate(everything), rate)
    inside = [(frequencies >= low) & (frequencies <= high) for low, high in ends]
    return frequencies, [np.flatnonzero(one) for one in inside]


def _normal_if_any(inverse_operator: InverseOperator, prepared: bool) -> Literal["normal"] | None:
    """The component along surface normals, if all sources have one among others."""
    kernel = prepared_kernel(inverse_operator) if prepared else None
    model = as_inverse(inverse_operator) if kernel is None else kernel.model
    return "normal" if model.free and model.sources.kind == "surface" else None


def _check_effectless(pca: bool, n_jobs: int | None) -> None:
    one_of("pca", pca, (True, False))
    check_jobs(n_jobs)


def _add_power(
    epochs: Epochs,
    spatial_filter: SpatialFilter,
    rows: list[Ints] | None,
    plan: WaveletPlan,
    power: Floats,
    *,
    with_locking: bool,
) -> Floats | None:
    """Write mean power over epochs to ``power`` (n, n_bands, n_samples); return phase locking."""
    channels = contiguous_rows(match_channels(spatial_filter.info, epochs.info.value))
    kernel, inward = fold_filter(spatial_filter)
    add = power_of_sources(kernel) if rows is None else power_of_labels(kernel, rows)
    locking = PhaseLocking(kernel, plan) if with_locking else None
    components = (inward @ epoch[channels] for epoch in good_samples(epochs))
    n_epochs = sum_induced_power(components, plan, add, power, locking=locking)
    if not n_epochs:
        raise DataError(no_epochs_left(epochs.value))
    power /= n_epochs
    return None if locking is None else locking.values(n_epochs)
