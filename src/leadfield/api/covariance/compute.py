"""Noise covariances estimated from data, with MNE-Python's names and arguments."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np

from leadfield.api.covariance.covariance import Covariance
from leadfield.api.recording.projection_items import ProjectionItem, as_projections
from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.log import LOGGER, Verbose, verbose_aware, warn
from leadfield.base.public import public
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.covariance.blocks import noisy_channels
from leadfield.covariance.estimate import estimate, without_responses
from leadfield.covariance.estimators import Estimator
from leadfield.covariance.methods import chosen
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank, checked_rank
from leadfield.covariance.segments import cut_segments, segments_covariance, segments_samples
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.good_epochs import require_some
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.time_axis import cropped
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import resolve_picks
from leadfield.recording.raw import RawRecording

Reaction = Literal["raise", "warn", "ignore"]
# A high-pass at this frequency in Hz or above does for a baseline.
NO_DRIFT = 0.5


@public("leadfield")
@verbose_aware
def compute_covariance(
    inst: Any,
    keep_sample_mean: bool = True,
    tmin: float | None = None,
    tmax: float | None = None,
    projs: Sequence[ProjectionItem] | None = None,
    *,
    on_few_samples: Reaction = "warn",
    method: str | Sequence[str] = "empirical",
    method_params: Mapping[str, Mapping[str, Any]] | None = None,
    cv: Any = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: bool = False,
    on_mismatch: Reaction = "raise",
    rank: Rank = None,
    verbose: Verbose = None,
) -> Covariance | list[Covariance]:
    r"""Estimate the noise covariance from epochs or an evoked response.

    Where several methods are given, they are compared by the Gaussian log-likelihood of
    samples that they did not see [1]_, and the best one is returned:

    .. math:: -\frac12 \left(x^T C^{-1} x + \log\det C + n \log 2\pi\right)

    Parameters
    ----------
    inst : Epochs | Evoked | list of Epochs
        The data. They should have a baseline or be high-pass filtered. The times of an
        evoked response count as its samples.
    keep_sample_mean : bool
        False takes the average of each kind of event out first, so that responses which
        reach into the baseline are no noise. For ``method="empirical"`` only.
    tmin, tmax : float | None
        First and last time in s; None for the ends of the epochs.
    projs : list of ProjectionItem | None
        Projections that the covariance is to have; None for those of the data.
    on_few_samples : "raise" | "warn" | "ignore"
        What to do about fewer samples than about five a channel.
    method : str | list of str
        ``"empirical"``, the samples' own; ``"shrunk"``, shrunk to its mean variance as far
        as held-out samples are most likely; ``"shrinkage"``, by a given amount;
        ``"ledoit_wolf"`` [2]_ and ``"oas"`` [3]_, by what their authors found optimal;
        ``"diagonal_fixed"``, with a share of each type's mean variance added;
        ``"pca"`` and ``"factor_analysis"``, of few factors (only with ``rank="full"``);
        ``"auto"``, for ``["shrunk", "diagonal_fixed", "empirical"]``, and
        ``"factor_analysis"`` with ``rank="full"``; or a list of these.
    method_params : dict of dict | None
        Options by method: ``shrinkage`` of ``"shrinkage"`` (0.1) and of ``"shrunk"``
        (``numpy.logspace(-4, 0, 30)``); ``mag``, ``grad``, ``eeg`` of ``"diagonal_fixed"``
        (0.1); ``iter_n_components`` (5, 10, ...) and ``random_state`` (0) of ``"pca"`` and
        ``"factor_analysis"``; ``assume_centered`` (True) of all others.
    cv : int | splitter of scikit-learn | list of pairs
        Folds of the cross-validation: how many runs of samples, or pairs of sample numbers to
        learn from and to hold out.
    scalings : dict | None
        Factors by channel type while estimating that replace
        ``dict(mag=1e15, grad=1e13, eeg=1e6)``.
    n_jobs : int | None
        Accepted, as one process is fastest.
    return_estimators : bool
        Whether to return all covariances, best first, if several methods are compared.
    on_mismatch : "raise" | "warn" | "ignore"
        What to do about epochs with different head positions.
    rank : None | "info" | "full" | dict
        Dimensions that the noise has, as in :func:`compute_rank`; None estimates them from
        the data.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    cov : Covariance | list of Covariance
        The covariance, or all of them.

    Raises
    ------
    DataError
        If no samples are left, or some are NaN.
    MismatchError
        If epochs differ in channels, bad channels, projections or head position.
    InputError
        If a method or option is unknown or does not fit.

    See Also
    --------
    compute_raw_covariance : From a continuous recording.

    Notes
    -----
    Where projections or signal-space separation have taken dimensions out of the MEG
    channels, their two types cannot be told apart in what is left: MEG is shrunk as one.

    References
    ----------
    .. [1] Engemann & Gramfort 2015, NeuroImage 108, 328-342.
    .. [2] Ledoit & Wolf 2004, J. Multivar. Anal. 88, 365-411.
    .. [3] Chen et al. 2010, IEEE Trans. Signal Process. 58, 5016-5029.

    Examples
    --------
    >>> import leadfield, numpy
    >>> info = leadfield.create_info(["Fz", "Cz"], 100.0, "eeg")
    >>> noise = numpy.random.default_rng(0).normal(scale=1e-6, size=(2, 5000))
    >>> evoked = leadfield.EvokedArray(noise, info, baseline=(None, None))
    >>> cov = leadfield.compute_covariance(evoked, method=["shrunk", "empirical"])
    >>> (cov.data * 1e12).round(1)
    array([[1., 0.],
           [0., 1.]])
    """
    del n_jobs
    one_of("keep_sample_mean", keep_sample_mean, [True, False])
    insts = _as_list(inst, keep_sample_mean=keep_sample_mean)
    wanted = checked_rank(rank)
    estimators = chosen(method, method_params, full_rank=wanted == "full")
    if not keep_sample_mean and (set(estimators) != {"empirical"} or not _centred(estimators)):
        msg = (
            "keep_sample_mean=False must come with method='empirical' and assume_centered=True, "
            f"got {method!r}, {method_params!r}"
        )
        raise InputError(msg)
    _check_alike(insts, on_mismatch, with_projections=projs is None)
    if keep_sample_mean:
        _warn_of_drift(insts)
    first = insts[0].value.info
    channels = noisy_channels(first)
    info = first.pick(channels)
    if projs is not None:
        info = info.with_projections(as_projections(projs))
    groups = [group for one in insts for group in _groups(one, channels, tmin, tmax)]
    found = estimate(
        np.hstack([_in_a_row(group) for group in groups]),
        info,
        estimators,
        cv=cv,
        scalings=scalings,
        rank=wanted,
        on_few_samples=on_few_samples,
    )
    if not keep_sample_mean:
        responses = [(group.mean(axis=0), len(group)) for group in groups]
        found = [without_responses(found[0], responses)]
    return _handed_out(found, all_of_them=return_estimators)


def _as_list(inst: Any, *, keep_sample_mean: bool) -> list[Any]:
    """Epochs as a list, or an evoked response as one."""
    insts = list(inst) if isinstance(inst, list | tuple) else [inst]
    known: tuple[type, ...] = (EpochSet,) if len(insts) > 1 else (EpochSet, EvokedResponse)
    wrong = [one for one in insts if not isinstance(getattr(one, "value", None), known)]
    if wrong or not insts:
        came = type(wrong[0]).__name__ if wrong else "an empty list"
        msg = f"inst must be Epochs, a list of Epochs, or an Evoked, got {came}"
        raise ArgumentTypeError(msg)
    if isinstance(insts[0].value, EvokedResponse) and not keep_sample_mean:
        msg = "keep_sample_mean=False needs epochs to take an average of, got an Evoked"
        raise InputError(msg)
    return insts


def _centred(estimators: Mapping[str, Estimator]) -> bool:
    return all(estimator.centred for estimator in estimators.values())


def _check_alike(insts: list[Any], on_mismatch: str, *, with_projections: bool) -> None:
    """Raise unless all epochs have the same channels, bads, projections and head position."""
    one_of("on_mismatch", on_mismatch, ["raise", "warn", "ignore"])
    first: MeasurementInfo = insts[0].value.info
    for inst in insts[1:]:
        other: MeasurementInfo = inst.value.info
        differing = {
            "channels": other.names != first.names,
            "bad channels": set(other.bads) != set(first.bads),
            "projections": with_projections and not _same_projections(first, other),
        }
        for what, differs in differing.items():
            if differs:
                msg = f"epochs must all have the same {what}: make them alike before"
                raise MismatchError(msg)
        if not _same_position(first, other):
            message = (
                "epochs must all be of one head position, their device to head transforms "
                "differ: map them to one position, or take epochs of one"
            )
            raise_or_warn("on_mismatch", on_mismatch, message, MismatchError)


def _same_projections(one: MeasurementInfo, other: MeasurementInfo) -> bool:
    pairs = zip(one.projections, other.projections, strict=False)
    return len(one.projections) == len(other.projections) and all(a.same_as(b) for a, b in pairs)


def _same_position(one: MeasurementInfo, other: MeasurementInfo) -> bool:
    if one.device_to_head is None:
        return other.device_to_head is None
    return one.device_to_head.same_as(other.device_to_head)


def _warn_of_drift(insts: list[Any]) -> None:
    if any(i.value.baseline is None and i.value.info.highpass < NO_DRIFT for i in insts):
        warn(
            "data for a covariance must have a mean of 0, these have neither a baseline nor a "
            f"high-pass of {NO_DRIFT} Hz: their drifts will count as noise"
        )


def _groups(inst: Any, channels: Ints, tmin: float | None, tmax: float | None) -> list[Floats]:
    """Samples (n_epochs, n_channels, n_times) of each kind of event."""
    value: EpochSet | EvokedResponse = inst.value
    span = cropped(value.times, value.info.sampling_rate, tmin, tmax)
    if isinstance(value, EvokedResponse):
        return [value.data[np.newaxis, channels, span]]
    # Half a sample off the grid, so that rounding of times decides nothing.
    half = 0.5 / value.info.sampling_rate
    ends = value.times[span.start] + half, value.times[span.stop - 1] + 3 * half
    data = inst.get_data(picks=channels, tmin=ends[0], tmax=ends[1])
    require_some(inst.value)
    groups = [data[inst.events[:, 2] == number] for number in inst.event_id.values()]
    return [group for group in groups if len(group)]


def _in_a_row(group: Floats) -> Floats:
    """Samples (n_channels, n_samples) of epochs, one after the other."""
    row: Floats = group.transpose(1, 0, 2).reshape(group.shape[1], -1)
    return row


def _handed_out(
    found: list[NoiseCovariance], *, all_of_them: bool
) -> Covariance | list[Covariance]:
    one_of("return_estimators", all_of_them, [True, False])
    if len(found) > 1 and all_of_them:
        return [Covariance.of(noise) for noise in found]
    if len(found) > 1:
        LOGGER.info("best estimator: %s", found[0].method)
    return Covariance.of(found[0])


@public("leadfield")
@verbose_aware
def compute_raw_covariance(
    raw: Any,
    tmin: float | None = 0,
    tmax: float | None = None,
    tstep: float | None = 0.2,
    reject: Mapping[str, float] | None = None,
    flat: Mapping[str, float] | None = None,
    picks: Any = None,
    *,
    on_few_samples: Reaction = "warn",
    method: str | Sequence[str] = "empirical",
    method_params: Mapping[str, Mapping[str, Any]] | None = None,
    cv: Any = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: bool = False,
    reject_by_annotation: bool = True,
    rank: Rank = None,
    verbose: Verbose = None,
) -> Covariance | list[Covariance]:
    """Estimate the noise covariance from a continuous recording, such as an empty room.

    The recording is cut into segments, bad ones are dropped, the mean of all that are left
    is taken out.

    Parameters
    ----------
    raw : Raw
        The recording.
    tmin, tmax : float | None
        Start and end in s; None for those of the recording.
    tstep : float | None
        Length of the segments in s; None for one of all.
    reject, flat : dict | None
        Largest and smallest peak-to-peak amplitudes by channel type, as for ``Epochs``.
    picks : str | array_like | slice | None
        Channels by name, type or number; None for all good ones that measure the brain.
        Only theirs, and without ``picks`` all good channels' amplitudes are judged.
    on_few_samples : "raise" | "warn" | "ignore"
        What to do about fewer samples than about five a channel.
    method : str | list of str
        As for :func:`compute_covariance`.
    method_params : dict of dict | None
        As for :func:`compute_covariance`.
    cv : int | splitter of scikit-learn | list of pairs
        As for :func:`compute_covariance`.
    scalings : dict | None
        As for :func:`compute_covariance`.
    n_jobs : int | None
        Accepted, as one process is fastest.
    return_estimators : bool
        Whether to return all covariances, best first, if several methods are compared.
    reject_by_annotation : bool
        Whether segments that meet an annotation starting with "bad" are dropped.
    rank : None | "info" | "full" | dict
        As for :func:`compute_covariance`; ``method="empirical"`` alone keeps what is there.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    cov : Covariance | list of Covariance
        The covariance, or all of them.

    Raises
    ------
    DataError
        If no segment fits or is left, or samples are NaN.

    See Also
    --------
    compute_covariance : From epochs.

    Examples
    --------
    >>> compute_raw_covariance(raw, tmax=10).ch_names == evoked.ch_names
    True
    """
    del n_jobs
    one_of("reject_by_annotation", reject_by_annotation, [True, False])
    recording = getattr(raw, "value", None)
    if not isinstance(recording, RawRecording):
        msg = f"raw must be a Raw, got {type(raw).__name__}"
        raise ArgumentTypeError(msg)
    wanted = checked_rank(rank)
    estimators = chosen(method, method_params, full_rank=wanted == "full")
    info = recording.info
    read = np.arange(len(info.channels)) if picks is None else resolve_picks(info, picks)
    rate = info.sampling_rate
    start = 0.0 if tmin is None else number("tmin", tmin, least=0)
    end = recording.n_samples / rate if tmax is None else number("tmax", tmax, above=start)
    segments = cut_segments(
        recording,
        (start, end),
        end - start if tstep is None else number("tstep", tstep, above=0),
        read,
        rejection=Rejection(reject=reject or {}, flat=flat or {}),
        spare_bad_times=reject_by_annotation,
    )
    channels = noisy_channels(segments.info)
    if set(estimators) == {"empirical"}:
        channels = channels if picks is None else np.arange(len(read))
        found = [segments_covariance(segments, channels, on_few_samples=on_few_samples)]
    else:
        found = estimate(
            segments_samples(segments, channels),
            segments.info.pick(channels),
            estimators,
            cv=cv,
            scalings=scalings,
            rank=wanted,
            on_few_samples=on_few_samples,
        )
    return _handed_out(found, all_of_them=return_estimators)
