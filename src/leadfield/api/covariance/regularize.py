"""Regularization of noise covariances: ``regularize``."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from leadfield.api.covariance.covariance import Covariance, as_covariance, covariance_of
from leadfield.api.recording.info import Info, as_info
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.covariance.rank import Rank, checked_rank
from leadfield.covariance.regularize import regularize_noise


@public("leadfield")
@verbose_aware
def regularize(
    cov: Covariance | str | Path,
    info: Info,
    mag: float = 0.1,
    grad: float = 0.1,
    eeg: float = 0.1,
    exclude: Literal["bads"] | Sequence[str] = "bads",
    proj: bool = True,
    *,
    seeg: float = 0.1,
    ecog: float = 0.1,
    csd: float = 0.1,
    dbs: float = 0.1,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    verbose: Verbose = None,
) -> Covariance:
    """Regularize a noise covariance: add a share of each type's mean variance.

    Parameters
    ----------
    cov : Covariance | path-like
        The covariance.
    info : Info
        Channel types, bad channels and projections.
    mag, grad, eeg : float
        Shares for magnetometers, gradiometers and EEG. The first two must be equal after
        signal-space separation, which makes them depend on each other.
    exclude : list of str | "bads"
        Channels to leave unchanged; ``"bads"`` are the bad ones of ``info`` and ``cov``.
    proj : bool
        Whether to leave out the dimensions that projections remove.
    seeg, ecog, csd, dbs : float
        Shares for other channel types.
    rank : None | "info" | "full" | dict
        Rank of the noise, as in :func:`compute_rank`; only these dimensions are regularized.
    scalings : dict | None
        Factors by channel type for :func:`compute_rank`.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    reg_cov : Covariance
        The regularized covariance.

    Raises
    ------
    ChannelError
        If ``cov`` and ``info`` have no good channel in common.

    Examples
    --------
    >>> regularize(noise_cov, evoked.info, mag=0.1)
    <Covariance | full, 32 x 32, n_samples : 587>
    """
    one_of("proj", proj, [True, False])
    shares = {"mag": mag, "grad": grad, "eeg": eeg, "seeg": seeg}
    shares |= {"ecog": ecog, "csd": csd, "dbs": dbs}
    regularized = regularize_noise(
        as_covariance(cov).value,
        as_info(info),
        shares,
        exclude=exclude,
        project=proj,
        rank=checked_rank(rank),
        scalings=scalings,
    )
    return covariance_of(regularized)
