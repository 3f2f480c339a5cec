"""The subspace that noise is estimated in: the dimensions its channels really have."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.errors import DataError
from leadfield.covariance.blocks import by_block, by_type
from leadfield.covariance.moments import Moments
from leadfield.covariance.rank import Rank, ranks_with
from leadfield.numerics.eigen import orthogonal_complement, rank_of, sorted_eigh, surely_full_rank
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projector import make_projector


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Subspace:
    """An orthonormal basis (rank, n_channels), and which of its directions belong together."""

    basis: Floats
    groups: dict[str, Ints]


def noise_subspace(
    samples: Moments, info: MeasurementInfo, factors: Floats, rank: Rank
) -> Subspace:
    """The directions that projections leave, or those of most power if there are still fewer.

    ``samples`` are of channels scaled by ``factors`` (n_channels,). A block of full rank
    keeps its channels, grouped by type. In one that has lost dimensions, directions are not
    channels any more: what projection or separation took out was a pattern over both types,
    so what is left belongs together.
    """

    def count(picks: Ints, basis: Floats) -> int:
        left = orthogonal_complement(basis / factors[picks, None])
        if surely_full_rank(left @ samples.squares[np.ix_(picks, picks)] @ left.T):
            return len(left)
        return rank_of(np.linalg.svdvals(left @ samples.data[picks]), "auto")

    ranks = ranks_with(info, rank, count)
    if not sum(ranks.values()):
        msg = f"noise must have at least one dimension, got rank {ranks}: are all channels flat?"
        raise DataError(msg)
    rows, groups, at = [], {}, 0
    for block, picks in by_block(info).items():
        squares = samples.squares[np.ix_(picks, picks)]
        directions = _directions(squares, info.pick(picks), factors[picks], ranks[block])
        spread = np.zeros((len(directions), len(factors)))
        spread[:, picks] = directions
        rows.append(spread)
        parts = {block: np.arange(len(directions))}
        if block == "meg" and len(directions) == len(picks):
            types = by_type(info)
            parts = {kind: np.searchsorted(picks, types[kind]) for kind in ("mag", "grad")}
        groups.update({name: at + part for name, part in parts.items() if len(part)})
        at += len(directions)
    return Subspace(basis=np.vstack(rows), groups=groups)


def _directions(squares: Floats, info: MeasurementInfo, factors: Floats, rank: int) -> Floats:
    """Orthonormal rows (rank, n_channels) of a block's subspace."""
    if rank == len(squares):
        return np.eye(rank)
    # Projections are of channels as they were before scaling.
    basis = make_projector(info.projections, info.names).basis
    left = orthogonal_complement(basis / factors[:, None])
    if rank >= len(left):
        return left
    strongest = sorted_eigh(left @ squares @ left.T)[1][len(left) - rank :]
    return strongest @ left
