"""The subspace that noise is estimated in: the dimensions its channels really have."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.covariance.blocks import by_block, by_type
from leadfield.covariance.rank import Ranks
from leadfield.numerics.eigen import ascending
from leadfield.recording.info import MeasurementInfo


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Subspace:
    """An orthonormal basis (rank, n_channels), and which of its directions belong together."""

    basis: Floats
    groups: dict[str, Ints]


def noise_subspace(moment: Floats, info: MeasurementInfo, ranks: Ranks) -> Subspace:
    """The directions of most power, as many as each block has dimensions.

    A block of full rank keeps its channels, grouped by type. In one that has lost dimensions,
    directions are not channels any more: what projection or separation took out was a
    pattern over both types, so what is left belongs together.
    """
    rows, groups, at = [], {}, 0
    n_channels = len(info.channels)
    for block, picks in by_block(info).items():
        rank = ranks[block]
        directions = np.eye(len(picks))
        parts = {block: np.arange(rank)}
        if rank < len(picks):
            directions = ascending(moment[np.ix_(picks, picks)])[1][len(picks) - rank :]
        elif block == "meg":
            types = by_type(info)
            parts = {kind: np.searchsorted(picks, types[kind]) for kind in ("mag", "grad")}
        spread = np.zeros((rank, n_channels))
        spread[:, picks] = directions
        rows.append(spread)
        groups.update({name: at + part for name, part in parts.items() if len(part)})
        at += rank
    return Subspace(basis=np.vstack(rows), groups=groups)
