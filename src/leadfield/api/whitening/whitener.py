"""Whitening matrices: ``compute_whitener``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from leadfield.api.covariance.covariance import Covariance, as_covariance
from leadfield.api.recording.info import Info, as_info
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.raise_or_warn import ACTIONS, OnMissing
from leadfield.covariance.rank import Rank, checked_rank
from leadfield.whitening.make import make_whitener, pick_names
from leadfield.whitening.whitener import whitening_matrices

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.recording.picks import Picks


@overload
def compute_whitener(
    noise_cov: Covariance | str | Path,
    info: Info,
    picks: Picks = None,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    return_rank: Literal[False] = False,
    pca: bool | Literal["white"] = False,
    return_colorer: Literal[False] = False,
    on_rank_mismatch: OnMissing = "warn",
    verbose: Verbose = None,
) -> tuple[Floats, list[str]]: ...


@overload
def compute_whitener(
    noise_cov: Covariance | str | Path,
    info: Info,
    picks: Picks = None,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    *,
    return_rank: Literal[True],
    pca: bool | Literal["white"] = False,
    return_colorer: Literal[False] = False,
    on_rank_mismatch: OnMissing = "warn",
    verbose: Verbose = None,
) -> tuple[Floats, list[str], int]: ...


@overload
def compute_whitener(
    noise_cov: Covariance | str | Path,
    info: Info,
    picks: Picks = None,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    *,
    return_rank: Literal[False] = False,
    pca: bool | Literal["white"] = False,
    return_colorer: Literal[True],
    on_rank_mismatch: OnMissing = "warn",
    verbose: Verbose = None,
) -> tuple[Floats, list[str], Floats]: ...


@overload
def compute_whitener(
    noise_cov: Covariance | str | Path,
    info: Info,
    picks: Picks = None,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    *,
    return_rank: Literal[True],
    pca: bool | Literal["white"] = False,
    return_colorer: Literal[True],
    on_rank_mismatch: OnMissing = "warn",
    verbose: Verbose = None,
) -> tuple[Floats, list[str], int, Floats]: ...


@overload
def compute_whitener(
    noise_cov: Covariance | str | Path,
    info: Info,
    picks: Picks = None,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    return_rank: bool = False,
    pca: bool | Literal["white"] = False,
    return_colorer: bool = False,
    on_rank_mismatch: OnMissing = "warn",
    verbose: Verbose = None,
) -> tuple[Any, ...]: ...


@public("leadfield")
@verbose_aware
def compute_whitener(
    noise_cov: Covariance | str | Path,
    info: Info,
    picks: Picks = None,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    return_rank: bool = False,
    pca: bool | Literal["white"] = False,
    return_colorer: bool = False,
    on_rank_mismatch: OnMissing = "warn",
    verbose: Verbose = None,
) -> tuple[Any, ...]:
    """Compute the whitening matrix: noise times it is uncorrelated and of unit variance.

    Parameters
    ----------
    noise_cov : Covariance | path-like
        The noise covariance.
    info : Info
        Channel types, bad channels and projections.
    picks : str | array_like | slice | None
        Channels by name, type or number; None for all good ones that measure the brain.
    rank : None | "info" | "full" | dict
        Rank of the noise, as in :func:`compute_rank`.
    scalings : dict | None
        Factors by channel type for :func:`compute_rank`.
    return_rank : bool
        Whether to return the rank as well.
    pca : bool | "white"
        True gives one row per dimension of the noise, ``"white"`` adds rows of zeros for the
        missing dimensions, False rotates back to the channels.
    return_colorer : bool
        Whether to return the matrix that undoes the whitening as well.
    on_rank_mismatch : "raise" | "warn" | "ignore"
        What to do if a given rank is well above that of the noise.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    W : array, shape (n_channels, n_channels) | (rank, n_channels)
        The whitener.
    ch_names : list of str
        The channels.
    rank : int
        Rank of the noise, if ``return_rank``.
    colorer : array, shape (n_channels, n_channels) | (n_channels, rank)
        Inverse of ``W`` on these dimensions, if ``return_colorer``.

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
    one_of("on_rank_mismatch", on_rank_mismatch, ACTIONS)
    value = as_info(info)
    whitener = make_whitener(
        as_covariance(noise_cov).value,
        value,
        names=pick_names(value, picks),
        rank=checked_rank(rank),
        scalings=scalings,
        on_rank_mismatch=on_rank_mismatch,
    )
    matrix, colorer = whitening_matrices(whitener, pca)
    out: tuple[Any, ...] = (matrix, list(whitener.names))
    if return_rank:
        out += (whitener.rank,)
    return (*out, colorer) if return_colorer else out
