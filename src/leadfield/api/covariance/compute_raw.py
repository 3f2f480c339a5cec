"""Noise covariance of a continuous recording: ``compute_raw_covariance``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, overload

import numpy as np

from leadfield.api.covariance.compute import MethodParams, best_or_all
from leadfield.api.recording.as_recording import as_recording
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.covariance.estimators import CovarianceMethod, choose_estimators
from leadfield.covariance.from_recording import cut_segments, segments_covariances
from leadfield.covariance.rank import Rank, checked_rank
from leadfield.epochs.rejection import Rejection
from leadfield.recording.picks import Picks, resolve_picks

if TYPE_CHECKING:
    from leadfield.api.covariance.covariance import Covariance
    from leadfield.api.recording.raw import Raw
    from leadfield.base.raise_or_warn import OnMissing
    from leadfield.covariance.cross_validation import CrossValidation


@overload
def compute_raw_covariance(
    raw: Raw,
    tmin: float | None = 0,
    tmax: float | None = None,
    tstep: float | None = 0.2,
    reject: Mapping[str, float] | None = None,
    flat: Mapping[str, float] | None = None,
    picks: Picks = None,
    *,
    on_few_samples: OnMissing = "warn",
    method: CovarianceMethod | Literal["auto"] | Sequence[CovarianceMethod] = "empirical",
    method_params: MethodParams | None = None,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: Literal[False] = False,
    reject_by_annotation: bool = True,
    rank: Rank = None,
    verbose: Verbose = None,
) -> Covariance: ...


@overload
def compute_raw_covariance(
    raw: Raw,
    tmin: float | None = 0,
    tmax: float | None = None,
    tstep: float | None = 0.2,
    reject: Mapping[str, float] | None = None,
    flat: Mapping[str, float] | None = None,
    picks: Picks = None,
    *,
    on_few_samples: OnMissing = "warn",
    method: CovarianceMethod = "empirical",
    method_params: MethodParams | None = None,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: Literal[True],
    reject_by_annotation: bool = True,
    rank: Rank = None,
    verbose: Verbose = None,
) -> Covariance: ...


@overload
def compute_raw_covariance(
    raw: Raw,
    tmin: float | None = 0,
    tmax: float | None = None,
    tstep: float | None = 0.2,
    reject: Mapping[str, float] | None = None,
    flat: Mapping[str, float] | None = None,
    picks: Picks = None,
    *,
    on_few_samples: OnMissing = "warn",
    method: Literal["auto"] | list[CovarianceMethod] | tuple[CovarianceMethod, ...],
    method_params: MethodParams | None = None,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: Literal[True],
    reject_by_annotation: bool = True,
    rank: Rank = None,
    verbose: Verbose = None,
) -> list[Covariance]: ...


@overload
def compute_raw_covariance(
    raw: Raw,
    tmin: float | None = 0,
    tmax: float | None = None,
    tstep: float | None = 0.2,
    reject: Mapping[str, float] | None = None,
    flat: Mapping[str, float] | None = None,
    picks: Picks = None,
    *,
    on_few_samples: OnMissing = "warn",
    method: CovarianceMethod | Literal["auto"] | Sequence[CovarianceMethod] = "empirical",
    method_params: MethodParams | None = None,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: bool = False,
    reject_by_annotation: bool = True,
    rank: Rank = None,
    verbose: Verbose = None,
) -> Covariance | list[Covariance]: ...


@public("leadfield")
@verbose_aware
def compute_raw_covariance(
    raw: Raw,
    tmin: float | None = 0,
    tmax: float | None = None,
    tstep: float | None = 0.2,
    reject: Mapping[str, float] | None = None,
    flat: Mapping[str, float] | None = None,
    picks: Picks = None,
    *,
    on_few_samples: OnMissing = "warn",
    method: CovarianceMethod | Literal["auto"] | Sequence[CovarianceMethod] = "empirical",
    method_params: MethodParams | None = None,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: bool = False,
    reject_by_annotation: bool = True,
    rank: Rank = None,
    verbose: Verbose = None,
) -> Covariance | list[Covariance]:
    """Estimate the noise covariance from a continuous recording, such as an empty room.

    The recording is cut into segments, bad segments are dropped, and the mean of all others
    is subtracted.

    Parameters
    ----------
    raw : Raw
        The recording.
    tmin, tmax : float | None
        Start and end in s; None for those of the recording.
    tstep : float | None
        Length of the segments in s; None for a single segment.
    reject, flat : dict | None
        Largest and smallest peak-to-peak amplitudes by channel type, as for ``Epochs``.
    picks : str | array_like | slice | None
        Channels by name, type or number; None for all good ones that measure the brain.
        Only the amplitudes of these, and without ``picks`` those of all good channels, are
        checked.
    on_few_samples : "raise" | "warn" | "ignore"
        What to do if there are fewer than about five samples per channel.
    method : str | list of str
        As for :func:`compute_covariance`.
    method_params : dict of dict | None
        As for :func:`compute_covariance`.
    cv : int | splitter of scikit-learn | list of pairs
        As for :func:`compute_covariance`.
    scalings : dict | None
        As for :func:`compute_covariance`.
    n_jobs : int | None
        Accepted for compatibility; one process is fastest.
    return_estimators : bool
        Whether to return all covariances, best first, if several methods are compared.
    reject_by_annotation : bool
        Whether to drop segments that overlap an annotation starting with "bad".
    rank : None | "info" | "full" | dict
        As for :func:`compute_covariance`; ``method="empirical"`` alone ignores it.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    cov : Covariance | list of Covariance
        The covariance; a list of all with ``return_estimators`` and more than one method.

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
    one_of("return_estimators", return_estimators, [True, False])
    recording = as_recording(raw)
    wanted = checked_rank(rank)
    estimators = choose_estimators(method, method_params, full_rank=wanted == "full")
    info = recording.info
    segments = cut_segments(
        recording,
        np.arange(len(info.channels)) if picks is None else resolve_picks(info, picks),
        tmin=tmin,
        tmax=tmax,
        tstep=tstep,
        rejection=Rejection(reject=reject or {}, flat=flat or {}),
        reject_by_annotation=reject_by_annotation,
    )
    found = segments_covariances(
        segments,
        estimators,
        every_channel=picks is not None,
        cv=cv,
        scalings=scalings,
        rank=wanted,
        on_few_samples=on_few_samples,
    )
    # All of the data's, also those of channels that were not picked.
    found = [replace(one, projections=info.projections) for one in found]
    return best_or_all(found, return_estimators=return_estimators)
