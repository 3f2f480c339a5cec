"""Noise covariance of epochs or an evoked response: ``compute_covariance``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

from leadfield.api.covariance.covariance import Covariance, covariance_of
from leadfield.api.covariance.measured import measured_value
from leadfield.api.epochs.epochs import Epochs
from leadfield.api.interop.origin import kind_of
from leadfield.api.recording.projection_items import ProjectionItem, as_projections
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.covariance.estimators import CovarianceMethod, choose_estimators
from leadfield.covariance.from_epochs import (
    check_sample_mean_removal,
    epochs_covariances,
    read_noise_epochs,
    warn_of_drift,
)
from leadfield.covariance.rank import Rank, checked_rank
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse

if TYPE_CHECKING:
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.base.raise_or_warn import OnMissing
    from leadfield.covariance.cross_validation import CrossValidation
    from leadfield.covariance.noise import NoiseCovariance

MethodParams = Mapping[str, Mapping[str, Any]]


@overload
def compute_covariance(
    inst: Epochs | Evoked | Sequence[Epochs],
    keep_sample_mean: bool = True,
    tmin: float | None = None,
    tmax: float | None = None,
    projs: Sequence[ProjectionItem] | None = None,
    *,
    on_few_samples: OnMissing = "warn",
    method: CovarianceMethod | Literal["auto"] | Sequence[CovarianceMethod] = "empirical",
    method_params: MethodParams | None = None,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: Literal[False] = False,
    on_mismatch: OnMissing = "raise",
    rank: Rank = None,
    verbose: Verbose = None,
) -> Covariance: ...


@overload
def compute_covariance(
    inst: Epochs | Evoked | Sequence[Epochs],
    keep_sample_mean: bool = True,
    tmin: float | None = None,
    tmax: float | None = None,
    projs: Sequence[ProjectionItem] | None = None,
    *,
    on_few_samples: OnMissing = "warn",
    method: CovarianceMethod = "empirical",
    method_params: MethodParams | None = None,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: Literal[True],
    on_mismatch: OnMissing = "raise",
    rank: Rank = None,
    verbose: Verbose = None,
) -> Covariance: ...


@overload
def compute_covariance(
    inst: Epochs | Evoked | Sequence[Epochs],
    keep_sample_mean: bool = True,
    tmin: float | None = None,
    tmax: float | None = None,
    projs: Sequence[ProjectionItem] | None = None,
    *,
    on_few_samples: OnMissing = "warn",
    method: Literal["auto"] | list[CovarianceMethod] | tuple[CovarianceMethod, ...],
    method_params: MethodParams | None = None,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: Literal[True],
    on_mismatch: OnMissing = "raise",
    rank: Rank = None,
    verbose: Verbose = None,
) -> list[Covariance]: ...


@overload
def compute_covariance(
    inst: Epochs | Evoked | Sequence[Epochs],
    keep_sample_mean: bool = True,
    tmin: float | None = None,
    tmax: float | None = None,
    projs: Sequence[ProjectionItem] | None = None,
    *,
    on_few_samples: OnMissing = "warn",
    method: CovarianceMethod | Literal["auto"] | Sequence[CovarianceMethod] = "empirical",
    method_params: MethodParams | None = None,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: bool = False,
    on_mismatch: OnMissing = "raise",
    rank: Rank = None,
    verbose: Verbose = None,
) -> Covariance | list[Covariance]: ...


@public("leadfield")
@verbose_aware
def compute_covariance(
    inst: Epochs | Evoked | Sequence[Epochs],
    keep_sample_mean: bool = True,
    tmin: float | None = None,
    tmax: float | None = None,
    projs: Sequence[ProjectionItem] | None = None,
    *,
    on_few_samples: OnMissing = "warn",
    method: CovarianceMethod | Literal["auto"] | Sequence[CovarianceMethod] = "empirical",
    method_params: MethodParams | None = None,
    cv: CrossValidation = 3,
    scalings: Mapping[str, float] | None = None,
    n_jobs: int | None = None,
    return_estimators: bool = False,
    on_mismatch: OnMissing = "raise",
    rank: Rank = None,
    verbose: Verbose = None,
) -> Covariance | list[Covariance]:
    r"""Estimate the noise covariance from epochs or an evoked response.

    Several methods are compared by the Gaussian log-likelihood of held-out samples [1]_, and
    the best estimate is returned:

    .. math:: -\frac12 \left(x^T C^{-1} x + \log\det C + n \log 2\pi\right)

    Parameters
    ----------
    inst : Epochs | Evoked | list of Epochs
        The data. They should have a baseline or be high-pass filtered. The times of an
        evoked response count as its samples.
    keep_sample_mean : bool
        False subtracts the average over each kind of event first, so that responses that
        reach into the baseline do not count as noise. For ``method="empirical"`` only.
    tmin, tmax : float | None
        First and last time in s; None for the ends of the epochs.
    projs : list of ProjectionItem | None
        Projections of the covariance; None for those of the data.
    on_few_samples : "raise" | "warn" | "ignore"
        What to do if there are fewer than about five samples per channel.
    method : str | list of str
        ``"empirical"``, the samples' own covariance; ``"shrunk"``, shrunk towards its mean
        variance by the amount under which held-out samples are most likely;
        ``"shrinkage"``, by a given amount; ``"ledoit_wolf"`` [2]_ and ``"oas"`` [3]_, by
        their analytical amounts; ``"diagonal_fixed"``, with a share of each type's mean
        variance added; ``"pca"`` and ``"factor_analysis"``, of few factors (only with
        ``rank="full"``); ``"auto"``, for ``["shrunk", "diagonal_fixed", "empirical"]``, and
        ``"factor_analysis"`` with ``rank="full"``; or a list of these.
    method_params : dict of dict | None
        Options by method: ``shrinkage`` of ``"shrinkage"`` (0.1) and of ``"shrunk"``
        (``numpy.logspace(-4, 0, 30)``); ``mag``, ``grad``, ``eeg`` of ``"diagonal_fixed"``
        (0.1); ``iter_n_components`` (5, 10, ...) and ``random_state`` (0) of ``"pca"`` and
        ``"factor_analysis"``; ``assume_centered`` (True) of all others.
    cv : int | splitter of scikit-learn | list of pairs
        Folds of the cross-validation: a number of consecutive runs of samples, or pairs of
        indices of training and held-out samples.
    scalings : dict | None
        Factors by channel type during estimation that replace
        ``dict(mag=1e15, grad=1e13, eeg=1e6)``.
    n_jobs : int | None
        Accepted for compatibility; one process is fastest.
    return_estimators : bool
        Whether to return all covariances, best first, if several methods are compared.
    on_mismatch : "raise" | "warn" | "ignore"
        What to do about epochs with different head positions.
    rank : None | "info" | "full" | dict
        Rank of the noise, as in :func:`compute_rank`; None estimates it from the data.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    cov : Covariance | list of Covariance
        The covariance; a list of all with ``return_estimators`` and more than one method.

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
    Where projections or signal-space separation have reduced the rank of MEG, its two channel
    types cannot be told apart in the remaining dimensions: MEG is shrunk as a whole.

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
    one_of("return_estimators", return_estimators, [True, False])
    insts = _as_list(inst)
    values = _values(insts)
    wanted = checked_rank(rank)
    estimators = choose_estimators(method, method_params, full_rank=wanted == "full")
    if keep_sample_mean:
        warn_of_drift(values)
    else:
        check_sample_mean_removal(values, estimators)
    epochs = read_noise_epochs(
        values,
        tmin=tmin,
        tmax=tmax,
        projections=None if projs is None else as_projections(projs),
        on_mismatch=on_mismatch,
    )
    for one, good in zip(insts, epochs.sources, strict=True):
        if isinstance(one, Epochs) and isinstance(good, EpochSet):
            one.value = good  # bad epochs are dropped once samples were read
    found = epochs_covariances(
        epochs,
        estimators,
        keep_sample_mean=keep_sample_mean,
        cv=cv,
        scalings=scalings,
        rank=wanted,
        on_few_samples=on_few_samples,
    )
    return best_or_all(found, return_estimators=return_estimators)


def _as_list(inst: Any) -> list[Any]:
    """Epochs as a list, or an evoked response as one."""
    insts = list(inst) if isinstance(inst, list | tuple) else [inst]
    if not insts:
        msg = "inst must be Epochs, a list of Epochs, or an Evoked, got an empty list"
        raise ArgumentTypeError(msg)
    return insts


def _values(insts: list[Any]) -> list[EpochSet | EvokedResponse]:
    known = EpochSet if len(insts) > 1 else EpochSet | EvokedResponse
    values: list[EpochSet | EvokedResponse] = []
    for one in insts:
        value = measured_value(one)
        if not isinstance(value, known):
            msg = f"inst must be Epochs, a list of Epochs, or an Evoked, got {kind_of(one)}"
            raise ArgumentTypeError(msg)
        values.append(value)
    return values


def best_or_all(
    found: list[NoiseCovariance], *, return_estimators: bool
) -> Covariance | list[Covariance]:
    """The best covariance, or all of several."""
    if len(found) > 1 and return_estimators:
        return [covariance_of(noise) for noise in found]
    if len(found) > 1:
        LOGGER.info("Best estimator: %s", found[0].method)
    return covariance_of(found[0])
