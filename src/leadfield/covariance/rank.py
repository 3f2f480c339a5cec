"""Rank of samples and of noise covariances, by channel block."""

from collections.abc import Callable, Mapping
from typing import Literal

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import all_finite, number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import LOGGER, warn
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.covariance.blocks import RANK_SCALES, TYPES, by_block, channel_scales
from leadfield.covariance.noise import NoiseCovariance
from leadfield.numerics.eigen import Tolerance, rank_of, surely_full_rank, without_span
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projector import make_projector

Rank = Mapping[str, int] | Literal["info", "full"] | None
Ranks = dict[str, int]
Count = Callable[[Ints, Floats], int]
KEYS = ("meg", *TYPES)
# Beyond this ratio of variances a given rank would amplify dimensions that have no noise.
MAX_VARIANCE_RATIO = 100.0


def checked_rank(rank: object) -> Rank:
    """``rank`` as None, ``"info"``, ``"full"`` or ranks by block."""
    if isinstance(rank, Mapping):
        for key, value in rank.items():
            one_of("a key of rank", key, KEYS)
            whole(f"rank[{key!r}]", value)
        return {str(key): int(value) for key, value in rank.items()}
    if rank is not None and not isinstance(rank, str):
        msg = (
            "rank must be None, 'info', 'full' or a dict such as dict(meg=64), "
            f"got {rank!r} ({type(rank).__name__})"
        )
        raise ArgumentTypeError(msg)
    one_of("rank", rank, [None, "info", "full"])
    return rank  # type: ignore[return-value]


def checked_tolerance(tol: object) -> Tolerance:
    """``tol`` as a number, ``"auto"`` or ``"float32"``."""
    if isinstance(tol, str):
        one_of("tol", tol, ["auto", "float32"])
        return tol  # type: ignore[return-value]
    return number("tol", tol, least=0)


def theoretical_rank(info: MeasurementInfo, block: str, n_channels: int) -> int:
    """Dimensions a block can have: its channels, or what signal-space separation left."""
    if block in {"meg", "mag", "grad"} and info.history:
        return min(info.history[0].degrees, n_channels)
    return n_channels


def rank_by_block(
    info: MeasurementInfo, rank: Rank, count: Count, *, project: bool = True
) -> Ranks:
    """Rank of each block of good channels, counted by ``count`` where it is not given.

    ``count`` gets a block's indices and an orthonormal basis (n_channels, k) of what
    projections take out of it.
    """
    rank = checked_rank(rank)
    blocks = by_block(info, info.bads)
    found: Ranks = {}
    for block, picks in blocks.items():
        names = [info.names[i] for i in picks]
        basis = np.empty((len(picks), 0))
        if project:
            basis = make_projector(info.projections, names).basis
        n_vectors = basis.shape[1]
        given = _given_rank(rank, block, len(picks))
        if given is not None:
            found[block] = _checked_size(given, block, picks)
        elif rank == "full":
            found[block] = len(picks)
        elif rank == "info":
            found[block] = max(theoretical_rank(info, block, len(picks)) - n_vectors, 0)
        else:
            found[block] = count(picks, basis)
            _warn_above_theory(info, block, found[block], len(picks))
        how = "given" if given is not None else rank or "estimated"
        LOGGER.info(
            "    rank of %s: %d of %d channels, %d projection vectors (%s)",
            block,
            found[block],
            len(picks),
            n_vectors,
            how,
        )
    return found


def _given_rank(rank: Rank, block: str, n_channels: int) -> int | None:
    """The rank given for a block: that of MEG may come as one number or by type."""
    if not isinstance(rank, Mapping):
        return None
    if block in rank:
        return rank[block]
    if block in {"mag", "grad"} and "meg" in rank:
        # More than one type has channels: that was meant for both.
        return rank["meg"] if rank["meg"] <= n_channels else None
    if block == "meg" and rank.keys() & {"mag", "grad"}:
        if not {"mag", "grad"} <= rank.keys():
            msg = (
                "rank must give magnetometers and gradiometers together where both are "
                f"there, got {dict(rank)!r}: give 'meg'"
            )
            raise InputError(msg)
        return rank["mag"] + rank["grad"]
    return None


def _checked_size(given: int, block: str, picks: Ints) -> int:
    if given > len(picks):
        msg = (
            f"rank[{block!r}] must be at most the {len(picks)} channels of that block, "
            f"got {given}: leave it out to have it estimated"
        )
        raise InputError(msg)
    return given


def _warn_above_theory(info: MeasurementInfo, block: str, estimated: int, n_channels: int) -> None:
    possible = theoretical_rank(info, block, n_channels)
    if estimated > possible:
        warn(
            f"the estimated rank of {block} is {estimated}, but its processing history "
            f"leaves at most {possible}: give rank='info', or dict({block}={possible})"
        )


def rank_of_samples(
    data: Floats,
    info: MeasurementInfo,
    rank: Rank = None,
    *,
    scalings: Mapping[str, float] | None = None,
    tolerance: Tolerance = "auto",
    relative: bool = False,
    project: bool = True,
) -> Ranks:
    """Rank of each block of good channels of samples ``data`` (n_channels, n_samples)."""
    factors = channel_scales(info, scalings, RANK_SCALES)

    def count(picks: Ints, basis: Floats) -> int:
        all_finite("samples", data[picks], "leave out the channels or the spans that hold them")
        block = data[picks] - basis @ (basis.T @ data[picks])
        singular = np.linalg.svdvals(block * factors[picks, None])
        return rank_of(singular, tolerance, relative=relative)

    return rank_by_block(info, rank, count, project=project)


def rank_of_covariance(
    noise: NoiseCovariance,
    info: MeasurementInfo,
    rank: Rank = None,
    *,
    scalings: Mapping[str, float] | None = None,
    tolerance: Tolerance = "auto",
    relative: bool = False,
    project: bool = True,
) -> Ranks:
    """Rank of each block of the noise's good channels that ``info`` knows.

    Bad channels are those of the covariance, not of ``info``.
    """
    noise, info = pick_shared_channels(noise, info)
    factors = channel_scales(info, scalings, RANK_SCALES)

    def count(picks: Ints, basis: Floats) -> int:
        if noise.diagonal:
            return max(int((noise.data[picks] > 0).sum()) - int(basis.shape[1]), 0)
        block = _scaled_block(noise.data, picks, basis, factors)
        if tolerance == "auto" and surely_full_rank(block):
            return len(picks)
        return rank_of(np.abs(np.linalg.eigvalsh(block)), tolerance, relative=relative)

    return rank_by_block(info, rank, count, project=project)


def _scaled_block(data: Floats, picks: Ints, basis: Floats, factors: Floats) -> Floats:
    """A block of a covariance, projected and scaled."""
    projected = without_span(without_span(data[np.ix_(picks, picks)], basis).T, basis)
    scaled = projected * np.outer(factors[picks], factors[picks])
    symmetric: Floats = (scaled + scaled.T) / 2
    return symmetric


def pick_shared_channels(
    noise: NoiseCovariance, info: MeasurementInfo
) -> tuple[NoiseCovariance, MeasurementInfo]:
    """The good channels of a covariance that ``info`` knows, none of them bad, in its order."""
    known = set(info.names)
    names = [name for name in noise.names if name in known and name not in noise.bads]
    picks = info.channels.indices(names)
    return noise.pick(names), info.pick(picks).with_bads(())


def check_given_rank(
    given: Rank, noise: NoiseCovariance, info: MeasurementInfo, on_rank_mismatch: str
) -> None:
    """Raise or warn if a given MEG rank is well above that of the covariance."""
    if noise.diagonal or not isinstance(given, Mapping) or on_rank_mismatch == "ignore":
        return
    noise, info = pick_shared_channels(noise, info)
    picks = by_block(info).get("meg")
    wanted = None if picks is None else _given_rank(given, "meg", len(picks))
    if picks is None or not wanted:
        return
    basis = make_projector(info.projections, [info.names[i] for i in picks]).basis
    block = _scaled_block(noise.data, picks, basis, channel_scales(info, None, RANK_SCALES))
    values = np.sort(np.abs(np.linalg.eigvalsh(block)))[::-1]
    estimated = rank_of(values, "auto")
    ratio = values[estimated - 1] / max(values[wanted - 1], np.finfo(float).tiny)
    if ratio > MAX_VARIANCE_RATIO:
        message = (
            f"rank['meg']={wanted} must be a rank that the noise covariance has, it has "
            f"{estimated}: whitening would make noise up to {np.sqrt(ratio):.1g} times larger"
        )
        raise_or_warn("on_rank_mismatch", on_rank_mismatch, message)


def check_sample_count(n_samples: int, needed: int, n_channels: int, on_few_samples: str) -> None:
    """Raise or warn if there are too few samples for so many channels."""
    if n_samples < needed:
        message = (
            f"{n_channels} channels need at least {needed} samples, got {n_samples}: "
            "the estimate is unreliable, take longer or more epochs"
        )
        raise_or_warn("on_few_samples", on_few_samples, message)
