"""Rank of data and of noise covariances: ``compute_rank``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from leadfield.api.covariance.covariance import Covariance, as_covariance
from leadfield.api.covariance.measured import measured_value
from leadfield.api.epochs.epochs import Epochs
from leadfield.api.interop.origin import kind_of, mne_bases
from leadfield.api.recording.info import Info, as_info
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.raise_or_warn import ACTIONS, OnMissing
from leadfield.covariance.data_rank import rank_of_data
from leadfield.covariance.rank import (
    Rank,
    check_given_rank,
    checked_rank,
    checked_tolerance,
    rank_of_covariance,
)
from leadfield.epochs.epoch_set import EpochSet

if TYPE_CHECKING:
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.recording.raw import Raw


Options = dict[str, Any]


@public("leadfield")
@verbose_aware
def compute_rank(
    inst: Raw | Epochs | Evoked | Covariance,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    info: Info | None = None,
    tol: float | Literal["auto", "float32"] = "auto",
    *,
    proj: bool = True,
    tol_kind: Literal["absolute", "relative"] = "absolute",
    on_rank_mismatch: OnMissing = "ignore",
    on_few_samples: OnMissing | None = None,
    verbose: Verbose = None,
) -> dict[str, int]:
    """Compute the rank of data or of a noise covariance.

    Parameters
    ----------
    inst : Raw | Epochs | Evoked | Covariance
        The data or the covariance.
    rank : None | "info" | "full" | dict
        None estimates the rank, ``"info"`` takes it from the number of channels, projections
        and signal-space separation, ``"full"`` is the number of channels. A dict such as
        ``dict(meg=64)`` gives some ranks; the others are estimated.
    scalings : dict | None
        Factors by channel type that replace ``dict(mag=1e12, grad=1e11, eeg=1e5)``.
    info : Info | None
        Channel types and projections; needed with a covariance only.
    tol : float | "auto" | "float32"
        Singular values above this count. ``"auto"`` is the rounding error of double
        precision for a matrix of that size, ``"float32"`` that of single precision.
    proj : bool
        Whether to apply projections first.
    tol_kind : "absolute" | "relative"
        Whether a number ``tol`` is multiplied by the largest singular value.
    on_rank_mismatch : "raise" | "warn" | "ignore"
        What to do if a given MEG rank is well above that of the covariance.
    on_few_samples : "raise" | "warn" | "ignore" | None
        What to do if data have fewer samples than channels; None warns.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    rank : dict
        The rank of ``"meg"`` (or ``"mag"`` or ``"grad"``, if there is only one of the two),
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
    one_of("on_rank_mismatch", on_rank_mismatch, ACTIONS)
    wanted = checked_rank(rank)
    options: Options = {"scalings": scalings, "project": proj}
    options |= {"tolerance": checked_tolerance(tol), "relative": tol_kind == "relative"}
    if isinstance(inst, Covariance) or "Covariance" in mne_bases(inst):
        if info is None:
            msg = "info must come with a covariance: it has the channel types, got None"
            raise InputError(msg)
        noise, channels = as_covariance(inst).value, as_info(info)
        check_given_rank(wanted, noise, channels, on_rank_mismatch)
        return rank_of_covariance(noise, channels, wanted, **options)
    value = measured_value(inst)
    if value is None:
        msg = f"inst must be a Raw, Epochs, Evoked or Covariance, got {kind_of(inst)}"
        raise ArgumentTypeError(msg)
    action = "warn" if on_few_samples is None else on_few_samples
    ranks, good = rank_of_data(value, wanted, on_few_samples=action, **options)
    if isinstance(inst, Epochs) and isinstance(good, EpochSet):
        inst.value = good  # bad epochs are dropped once samples were read
    return ranks
