"""Rank, regularisation and whitening, with MNE-Python's names and arguments."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import numpy as np

from leadfield.api.covariance.covariance import Covariance, as_covariance
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.recording.info import Info, as_info
from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.covariance.blocks import noisy_channels
from leadfield.covariance.rank import (
    Rank,
    checked_rank,
    few_samples,
    rank_of_covariance,
    rank_of_data,
)
from leadfield.covariance.regularize import regularised
from leadfield.covariance.segments import unspoilt_samples
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.good_epochs import require_some
from leadfield.numerics.eigen import Tolerance
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import resolve_picks
from leadfield.recording.raw import RawRecording
from leadfield.whitening.evoked import whiten_response
from leadfield.whitening.make import make_whitener

REACTIONS = ("raise", "warn", "ignore")


def _samples(inst: Any, channels: Ints) -> Floats:
    """Samples (n_channels, n_samples) that a Raw, Epochs or Evoked holds."""
    value = inst.value
    if isinstance(value, RawRecording):
        return unspoilt_samples(value, channels)
    if isinstance(value, EvokedResponse):
        return value.data[channels]
    data: Floats = inst.get_data(picks=channels)
    require_some(inst.value)
    samples: Floats = data.transpose(1, 0, 2).reshape(len(channels), -1)
    return samples


def _tolerance(tol: Any) -> Tolerance:
    if isinstance(tol, str):
        one_of("tol", tol, ["auto", "float32"])
        return tol  # type: ignore[return-value]
    return number("tol", tol, least=0)


@public("leadfield")
@verbose_aware
def compute_rank(
    inst: Any,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    info: Info | None = None,
    tol: float | Literal["auto", "float32"] = "auto",
    *,
    proj: bool = True,
    tol_kind: Literal["absolute", "relative"] = "absolute",
    on_few_samples: Literal["raise", "warn", "ignore"] | None = None,
    verbose: Verbose = None,
) -> dict[str, int]:
    """How many dimensions data or noise have.

    Parameters
    ----------
    inst : Raw | Epochs | Evoked | Covariance
        The data or the noise.
    rank : None | "info" | "full" | dict
        None estimates, ``"info"`` counts channels less projections, or what signal-space
        separation left, ``"full"`` counts channels. A dict gives some, such as
        ``dict(meg=64)``, and the others are estimated.
    scalings : dict | None
        Factors by channel type that replace ``dict(mag=1e12, grad=1e11, eeg=1e5)``.
    info : Info | None
        Channel types and projections; needed with a covariance only.
    tol : float | "auto" | "float32"
        What a singular value must exceed to count. ``"auto"`` is the rounding of double
        precision at that size, ``"float32"`` that of single precision.
    proj : bool
        Whether projections are applied before.
    tol_kind : "absolute" | "relative"
        Whether a number ``tol`` is to be multiplied by the largest singular value.
    on_few_samples : "raise" | "warn" | "ignore" | None
        What to do about data with fewer samples than channels; None warns where the rank is
        estimated from them.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    rank : dict
        The rank of ``"meg"`` (or ``"mag"`` or ``"grad"``, if there is but one of the two),
        ``"eeg"``, ...

    Raises
    ------
    InputError
        If a given rank exceeds the channels, or an option is unknown.

    Examples
    --------
    >>> import leadfield
    >>> info = leadfield.create_info(["Fz", "Cz"], 100.0, "eeg")
    >>> leadfield.compute_rank(leadfield.make_ad_hoc_cov(info), info=info)
    {'eeg': 2}
    """
    one_of("tol_kind", tol_kind, ["absolute", "relative"])
    one_of("proj", proj, [True, False])
    tolerance = _tolerance(tol)
    wanted = checked_rank(rank)
    options: dict[str, Any] = {"scalings": scalings, "tolerance": tolerance, "project": proj}
    options["relative"] = tol_kind == "relative"
    if isinstance(inst, Covariance):
        if info is None:
            msg = "info must come with a covariance: it has the channel types, got None"
            raise InputError(msg)
        return rank_of_covariance(inst.value, as_info(info), wanted, **options)
    if not isinstance(getattr(inst, "value", None), RawRecording | EpochSet | EvokedResponse):
        msg = f"inst must be a Raw, Epochs, Evoked or Covariance, got {type(inst).__name__}"
        raise ArgumentTypeError(msg)
    found = as_info(inst)
    channels = noisy_channels(found)
    data = np.empty((len(channels), 0))
    if not isinstance(wanted, str):
        data = _samples(inst, channels)
        how = "warn" if on_few_samples is None else on_few_samples
        few_samples(data.shape[1], len(channels), len(channels), how)
    return rank_of_data(data, found.pick(channels), wanted, **options)


@public("leadfield")
@verbose_aware
def compute_whitener(
    noise_cov: Covariance | str | Path,
    info: Info,
    picks: Any = None,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    return_rank: bool = False,
    pca: bool | Literal["white"] = False,
    return_colorer: bool = False,
    on_rank_mismatch: Literal["raise", "warn", "ignore"] = "warn",
    verbose: Verbose = None,
) -> tuple[Any, ...]:
    """The matrix that makes noise white: of unit variance, and uncorrelated.

    Parameters
    ----------
    noise_cov : Covariance | path-like
        The noise.
    info : Info
        Channel types, bad channels and projections.
    picks : str | array_like | slice | None
        Channels by name, type or number; None for all good ones that measure the brain.
    rank : None | "info" | "full" | dict
        What of the noise is real, as in :func:`compute_rank`.
    scalings : dict | None
        Factors by channel type for :func:`compute_rank`.
    return_rank : bool
        Whether to return the rank too.
    pca : bool | "white"
        True gives a row for each dimension of the noise, ``"white"`` the same with rows of
        zeros for the dimensions it lacks, False turns it back to the channels.
    return_colorer : bool
        Whether to return the matrix that undoes the whitening too.
    on_rank_mismatch : "raise" | "warn" | "ignore"
        What to do about a given rank that is well above what the noise has.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    W : array, shape (n_channels, n_channels) | (rank, n_channels)
        The whitener.
    ch_names : list of str
        The channels.
    rank : int
        Dimensions of the noise, if ``return_rank``.
    colorer : array, shape (n_channels, n_channels) | (n_channels, rank)
        What undoes ``W`` on these dimensions, if ``return_colorer``.

    Raises
    ------
    MismatchError
        If the covariance lacks a channel.

    Examples
    --------
    >>> import leadfield
    >>> info = leadfield.create_info(["M1", "M2"], 100.0, "mag")
    >>> cov = leadfield.make_ad_hoc_cov(info, dict(mag=0.5))
    >>> leadfield.compute_whitener(cov, info)[0]
    array([[2., 0.],
           [0., 2.]])
    """
    one_of("pca", pca, [True, False, "white"])
    one_of("on_rank_mismatch", on_rank_mismatch, REACTIONS)
    found = as_info(info)
    whitener = make_whitener(
        as_covariance(noise_cov).value,
        found,
        names=_picked_names(found, picks),
        rank=checked_rank(rank),
        scalings=scalings,
        on_rank_mismatch=on_rank_mismatch,
    )
    matrix, colorer = whitener.matrix, whitener.colorer
    if pca == "white":
        kept = np.flatnonzero(whitener.eigenvalues > 0)
        n = len(whitener.names)
        matrix, colorer = np.zeros((2, n, n))
        matrix[kept], colorer[:, kept] = whitener.matrix, whitener.colorer
    elif pca is False:
        matrix = whitener.square
        colorer = whitener.colorer @ (whitener.colorer / whitener.spread).T
    out: tuple[Any, ...] = (matrix, list(whitener.names))
    if return_rank:
        out += (whitener.rank,)
    return (*out, colorer) if return_colorer else out


def _picked_names(info: MeasurementInfo, picks: Any) -> list[str] | None:
    """Names of the channels that ``picks`` stand for; None for the good ones with noise."""
    if picks is None:
        return None
    return [info.names[i] for i in resolve_picks(info, picks)]


@public("leadfield")
@verbose_aware
def whiten_evoked(
    evoked: Evoked,
    noise_cov: Covariance | str | Path,
    picks: Any = None,
    diag: bool | None = None,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    verbose: Verbose = None,
) -> Evoked:
    """An evoked response in units of its noise: 1 is one standard deviation of the average.

    Parameters
    ----------
    evoked : Evoked
        The response.
    noise_cov : Covariance | path-like
        The noise of one epoch.
    picks : str | array_like | slice | None
        Channels by name, type or number; None for all good ones that measure the brain.
        Others stay as they are.
    diag : bool | None
        Whether to use only the variances.
    rank : None | "info" | "full" | dict
        What of the noise is real, as in :func:`compute_rank`.
    scalings : dict | None
        Factors by channel type for :func:`compute_rank`.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    evoked_white : Evoked
        The whitened response.

    Raises
    ------
    MismatchError
        If the covariance lacks a channel.

    Examples
    --------
    >>> white = whiten_evoked(evoked, noise_cov)
    """
    one_of("diag", diag, [None, True, False])
    value = evoked.value
    white, _ = whiten_response(
        value,
        as_covariance(noise_cov).value,
        names=_picked_names(value.info, picks),
        rank=checked_rank(rank),
        scalings=scalings,
        diagonal=bool(diag),
    )
    return Evoked.of(white)


@public("leadfield")
@verbose_aware
def regularize(
    cov: Covariance | str | Path,
    info: Info,
    mag: float = 0.1,
    grad: float = 0.1,
    eeg: float = 0.1,
    exclude: str | Sequence[str] = "bads",
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
    """A noise covariance with a share of each type's mean variance added.

    Parameters
    ----------
    cov : Covariance | path-like
        The noise.
    info : Info
        Channel types, bad channels and projections.
    mag, grad, eeg : float
        Shares of magnetometers, gradiometers and EEG. The first two must be equal after
        signal-space separation, which makes them depend on each other.
    exclude : list of str | "bads"
        Channels that stay as they are; ``"bads"`` are those of both ``info`` and ``cov``.
    proj : bool
        Whether dimensions that projections take out stay out.
    seeg, ecog, csd, dbs : float
        Shares of other channel types.
    rank : None | "info" | "full" | dict
        What of the noise is real, as in :func:`compute_rank`; only that is regularised.
    scalings : dict | None
        Factors by channel type for :func:`compute_rank`.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    reg_cov : Covariance
        The regularised noise.

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
    given = {"mag": mag, "grad": grad, "eeg": eeg, "seeg": seeg}
    given |= {"ecog": ecog, "csd": csd, "dbs": dbs}
    shares = {kind: number(kind, share, least=0) for kind, share in given.items()}
    noise, found = as_covariance(cov).value, as_info(info)
    if isinstance(exclude, str):
        one_of("exclude", exclude, ["bads"])
        exclude = [*found.bads, *noise.bads]
    return Covariance.of(
        regularised(
            noise,
            found,
            shares,
            exclude=exclude,
            project=proj,
            rank=checked_rank(rank),
            scalings=scalings,
        )
    )
