"""Whitened evoked responses: ``whiten_evoked``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from leadfield.api.covariance.covariance import Covariance, as_covariance
from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.epochs.evoked import Evoked, evoked_of
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.covariance.rank import Rank, checked_rank
from leadfield.whitening.evoked import whiten_response
from leadfield.whitening.make import pick_names

if TYPE_CHECKING:
    from leadfield.recording.picks import Picks


@public("leadfield")
@verbose_aware
def whiten_evoked(
    evoked: Evoked,
    noise_cov: Covariance | str | Path,
    picks: Picks = None,
    diag: bool | None = None,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    verbose: Verbose = None,
) -> Evoked:
    """Whiten an evoked response: its unit becomes one standard deviation of its noise.

    Parameters
    ----------
    evoked : Evoked
        The response.
    noise_cov : Covariance | path-like
        The noise covariance of single epochs.
    picks : str | array_like | slice | None
        Channels by name, type or number; None for all good ones that measure the brain.
        Others stay unchanged.
    diag : bool | None
        Whether to use only the variances.
    rank : None | "info" | "full" | dict
        Rank of the noise, as in :func:`compute_rank`.
    scalings : dict | None
        Factors by channel type for :func:`compute_rank`.
    verbose : bool | str | int | None
        Verbosity.

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
    value = as_evoked(evoked)
    white, _ = whiten_response(
        value,
        as_covariance(noise_cov).value,
        names=pick_names(value.info, picks),
        rank=checked_rank(rank),
        scalings=scalings,
        diagonal=bool(diag),
    )
    return evoked_of(white)
