"""Noise subspace: the dimensions that a covariance is estimated in."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import DataError
from leadfield.covariance.blocks import by_block, by_type
from leadfield.covariance.moments import SampleMoments
from leadfield.covariance.rank import Rank, rank_by_block
from leadfield.numerics.eigen import orthogonal_complement, rank_of, sorted_eigh, surely_full_rank
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projector import make_projector


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NoiseSubspace:
    """An orthonormal basis (rank, n_channels), and its directions grouped by channel type."""

    basis: Floats
    groups: Mapping[str, Ints]

    def __post_init__(self) -> None:
        lock_arrays(self)


def noise_subspace(
    samples: SampleMoments, info: MeasurementInfo, factors: Floats, rank: Rank
) -> NoiseSubspace:
    """The directions that projections leave, or those of most power if there are still fewer.

    ``samples`` are of channels scaled by ``factors`` (n_channels,). A block of full rank
    has its channels as directions, grouped by type. Directions of a block of lower rank mix
    channels of both types, as projection or separation has removed patterns over both: they
    are one group.
    """

    def count(picks: Ints, basis: Floats) -> int:
        complement = orthogonal_complement(basis / factors[picks, None])
        if surely_full_rank(complement @ samples.squares[np.ix_(picks, picks)] @ complement.T):
            return len(complement)
        return rank_of(np.linalg.svdvals(complement @ samples.data[picks]), "auto")

    ranks = rank_by_block(info, rank, count)
    if not sum(ranks.values()):
        msg = f"noise must have at least one dimension, got rank {ranks}: are all channels flat?"
        raise DataError(msg)
    basis_rows, groups, at = [], {}, 0
    for block, picks in by_block(info).items():
        squares = samples.squares[np.ix_(picks, picks)]
        directions = _directions(squares, info.pick(picks), factors[picks], ranks[block])
        padded = np.zeros((len(directions), len(factors)))
        padded[:, picks] = directions
        basis_rows.append(padded)
        members = {block: np.arange(len(directions))}
        if block == "meg" and len(directions) == len(picks):
            types = by_type(info)
            members = {kind: np.searchsorted(picks, types[kind]) for kind in ("mag", "grad")}
        groups.update({name: at + rows for name, rows in members.items() if len(rows)})
        at += len(directions)
    return NoiseSubspace(basis=np.vstack(basis_rows), groups=groups)


def _directions(squares: Floats, info: MeasurementInfo, factors: Floats, rank: int) -> Floats:
    """Orthonormal rows (rank, n_channels) of a block's subspace."""
    if rank == len(squares):
        return np.eye(rank)
    # Projections are of channels as they were before scaling.
    basis = make_projector(info.projections, info.names).basis
    complement = orthogonal_complement(basis / factors[:, None])
    if rank >= len(complement):
        return complement
    strongest = sorted_eigh(complement @ squares @ complement.T)[1][len(complement) - rank :]
    return strongest @ complement
