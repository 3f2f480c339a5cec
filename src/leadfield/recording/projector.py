"""SSP projector: the matrix that takes known disturbances out of named channels."""

from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.errors import ChannelError, MismatchError
from leadfield.base.log import warn
from leadfield.recording.projection import AVERAGE_REFERENCE, NEGLIGIBLE, Projection

# A pattern that loses more than a tenth of its length by picking says too little.
ENOUGH = 0.9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projector:
    """I - U Uᵀ over n channels; ``basis`` is U (n, k), orthonormal, with k from 0 up."""

    basis: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def n_vectors(self) -> int:
        """How many dimensions it takes out."""
        return int(self.basis.shape[1])

    @property
    def matrix(self) -> Floats:
        """The projection matrix (n, n)."""
        return np.eye(len(self.basis)) - self.basis @ self.basis.T


def make_projector(
    projections: Sequence[Projection],
    names: Sequence[str],
    bads: Collection[str] = (),
) -> Projector:
    """The projector of what the patterns show of the channels ``names`` that are not ``bads``.

    Active or idle makes no difference.
    """
    n = len(names)
    if n == 0:
        msg = "a projector needs channels, got none"
        raise ChannelError(msg)
    row = {name: i for i, name in enumerate(names) if name not in set(bads)}
    columns = [_picked(one, row, n) for one in projections]
    stacked = np.hstack(columns) if columns else np.empty((n, 0))
    stacked = stacked[:, stacked.any(axis=0)]
    if stacked.shape[1] == 0:
        return Projector(basis=np.empty((n, 0)))
    left, s, _ = np.linalg.svd(stacked, full_matrices=False)
    basis: Floats = left[:, s > NEGLIGIBLE * s[0]]
    k = basis.shape[1]
    if k >= n:
        msg = (
            f"projections must leave something of {n} channels, they take out {k} "
            "components: pick more channels or fewer projections"
        )
        raise MismatchError(msg)
    return Projector(basis=basis)


def normalized(
    projections: Sequence[Projection],
    names: Sequence[str],
    bads: Collection[str] = (),
) -> tuple[Projection, ...]:
    """The projections over the channels ``names`` that are not ``bads``, with unit vectors.

    Those that touch none of them stay as they are.
    """
    good = [name for name in names if name not in set(bads)]
    out = []
    for one in projections:
        place = {name: i for i, name in enumerate(one.channel_names)}
        shared = [name for name in good if name in place]
        vectors = one.vectors[:, [place[name] for name in shared]]
        length = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit = vectors / np.where(length > 0, length, 1)
        out.append(replace(one, channel_names=tuple(shared), vectors=unit) if shared else one)
    return tuple(out)


def length_left(one: Projection, names: Container[str]) -> Floats:
    """Share (n_vectors,) of the length of each of its patterns that lies on channels ``names``.

    An average reference stays one over any channels but a single one: 1.
    """
    shared = [i for i, name in enumerate(one.channel_names) if name in names]
    if one.kind == AVERAGE_REFERENCE and len(shared) > 1:
        return np.ones(len(one.vectors))
    length = np.linalg.norm(one.vectors[:, shared], axis=1)
    share: Floats = length / np.maximum(np.linalg.norm(one.vectors, axis=1), np.finfo(float).tiny)
    return share


def _picked(one: Projection, row: dict[str, int], n: int) -> Floats:
    """Unit vectors (n, n_vectors) of what is left of a projection's patterns."""
    shared = [i for i, name in enumerate(one.channel_names) if name in row]
    out = np.zeros((n, len(one.vectors)))
    out[[row[one.channel_names[i]] for i in shared]] = one.vectors[:, shared].T
    length = np.linalg.norm(out, axis=0)
    left = length_left(one, row)
    short = (left > 0) & (left < ENOUGH)
    if short.any():
        full = int(one.vectors.any(axis=0).sum())
        warn(
            f"projection {one.description!r} keeps only {100 * left[short].min():.1f} % of its "
            f"length on {len(shared)} of its {full} channels: compute projections with the bad "
            "channels marked"
        )
    unit: Floats = out / np.where(length > 0, length, 1)
    return unit
