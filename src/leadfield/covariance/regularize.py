"""Regularisation by a share of each type's mean variance, on the dimensions noise has."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.errors import ChannelError
from leadfield.base.log import LOGGER
from leadfield.covariance.blocks import by_block, by_type
from leadfield.covariance.estimators import shared_amount
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank, rank_of_covariance
from leadfield.numerics.eigen import orthogonal_complement, sorted_eigh
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import merged_projections
from leadfield.recording.projector import make_projector


def regularised(
    noise: NoiseCovariance,
    info: MeasurementInfo,
    shares: Mapping[str, float],
    *,
    exclude: Collection[str] = (),
    project: bool = True,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
) -> NoiseCovariance:
    """The covariance with a share of the mean variance added in every dimension of a type.

    ``shares`` are by type. Channels in ``exclude`` or unknown to ``info`` stay as they are.
    Data that went through signal-space separation have magnetometers and gradiometers that
    depend on each other: they are one type, of one share.
    """
    known = set(info.names) - set(exclude)
    places = np.flatnonzero([name in known for name in noise.names])
    names = [noise.names[i] for i in places]
    if not names:
        msg = "the covariance and the recording must have good channels in common, got none"
        raise ChannelError(msg)
    part = info.pick(info.channels.indices(names)).with_bads(())
    if project:
        part = part.with_projections(merged_projections(part.projections, noise.projections))
    together = rank != "full" and bool(info.history)
    blocks = by_block(part) if together else by_type(part)
    out = noise.full().copy()
    for block, picks in blocks.items():
        share = shared_amount(shares) if block == "meg" else shares.get(block, 0.0)
        LOGGER.info("    regularisation of %s: %s", block, share or "none")
        if not share:
            continue
        inside = np.ix_(places[picks], places[picks])
        chosen = noise.picked([names[i] for i in picks])
        # A rank given for all of MEG says nothing about one of its types.
        own = {block: rank[block]} if isinstance(rank, Mapping) and block in rank else None
        wanted = own if isinstance(rank, Mapping) else rank
        directions = _directions(chosen, part.pick(picks), wanted, scalings, project=project)
        out[inside] = _loaded(out[inside], directions, share)
    return replace(noise, data=out)


def _loaded(covariance: Floats, directions: Floats, share: float) -> Floats:
    """The covariance seen along ``directions`` (rows), loaded there, and turned back."""
    seen = directions @ covariance @ directions.T
    seen.flat[:: len(seen) + 1] += share * np.trace(seen) / max(len(seen), 1)
    loaded: Floats = directions.T @ seen @ directions
    return loaded


def _directions(
    noise: NoiseCovariance,
    info: MeasurementInfo,
    rank: Rank,
    scalings: Mapping[str, float] | None,
    *,
    project: bool,
) -> Floats:
    """Rows that span the dimensions a type's noise has."""
    projector = make_projector(info.projections, info.names)
    if rank == "full":
        return orthogonal_complement(projector.basis) if project else np.eye(len(info.names))
    ranks = rank_of_covariance(noise, info, rank, scalings=scalings)
    (count,) = ranks.values()
    kept: Ints = np.arange(len(info.names) - count, len(info.names))
    return sorted_eigh(projector.matrix @ noise.full() @ projector.matrix)[1][kept]
