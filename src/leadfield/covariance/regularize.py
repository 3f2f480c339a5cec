"""Regularization of a noise covariance: a share of each type's mean variance added."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ChannelError
from leadfield.base.log import LOGGER
from leadfield.covariance.blocks import by_block, by_type, meg_value
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank, rank_of_covariance
from leadfield.numerics.eigen import orthogonal_complement, sorted_eigh
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import merged_projections
from leadfield.recording.projector import make_projector


def regularize_noise(
    noise: NoiseCovariance,
    info: MeasurementInfo,
    shares: Mapping[str, float],
    *,
    exclude: str | Collection[str] = "bads",
    project: bool = True,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
) -> NoiseCovariance:
    """The covariance with a share of the mean variance added in all dimensions of each type.

    ``shares`` are by type. Channels in ``exclude`` (``"bads"``: those of both) or unknown to
    ``info`` stay unchanged. After signal-space separation magnetometers and gradiometers
    depend on each other: they are regularized as one type, with one share.
    """
    shares = {kind: number(kind, share, least=0) for kind, share in shares.items()}
    if isinstance(exclude, str):
        one_of("exclude", exclude, ["bads"])
        exclude = [*info.bads, *noise.bads]
    known = set(info.names) - set(exclude)
    places = np.flatnonzero([name in known for name in noise.names])
    names = [noise.names[i] for i in places]
    if not names:
        msg = "the covariance and the recording must have good channels in common, got none"
        raise ChannelError(msg)
    picked = info.pick(info.channels.indices(names)).with_bads(())
    if project:
        merged = merged_projections(picked.projections, noise.projections)
        picked = picked.with_projections(merged)
    together = rank != "full" and bool(info.history)
    blocks = by_block(picked) if together else by_type(picked)
    out = noise.full().copy()
    for block, picks in blocks.items():
        share = meg_value(shares) if block == "meg" else shares.get(block, 0.0)
        LOGGER.info("    regularization of %s: %s", block, share or "none")
        if not share:
            continue
        inside = np.ix_(places[picks], places[picks])
        block_noise = noise.pick([names[i] for i in picks])
        # A rank given for all of MEG says nothing about one of its types.
        own = {block: rank[block]} if isinstance(rank, Mapping) and block in rank else None
        wanted = own if isinstance(rank, Mapping) else rank
        directions = _directions(block_noise, picked.pick(picks), wanted, scalings, project=project)
        out[inside] = _load_diagonal(out[inside], directions, share)
    return replace(noise, data=out)


def _load_diagonal(covariance: Floats, directions: Floats, share: float) -> Floats:
    """The covariance with a share of its mean variance added along ``directions`` (rows)."""
    within = directions @ covariance @ directions.T
    within.flat[:: len(within) + 1] += share * np.trace(within) / max(len(within), 1)
    loaded: Floats = directions.T @ within @ directions
    return loaded


def _directions(
    noise: NoiseCovariance,
    info: MeasurementInfo,
    rank: Rank,
    scalings: Mapping[str, float] | None,
    *,
    project: bool,
) -> Floats:
    """Orthonormal rows that span the dimensions of a type's noise."""
    projector = make_projector(info.projections, info.names)
    if rank == "full":
        return orthogonal_complement(projector.basis) if project else np.eye(len(info.names))
    ranks = rank_of_covariance(noise, info, rank, scalings=scalings)
    (count,) = ranks.values()
    largest: Ints = np.arange(len(info.names) - count, len(info.names))
    return sorted_eigh(projector.matrix @ noise.full() @ projector.matrix)[1][largest]
