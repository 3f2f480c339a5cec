"""Signal-space projections: known disturbances, and the projector that removes them.

Uusitalo & Ilmoniemi 1997.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays, locked

FIELD = 1
AVERAGE_REFERENCE = 10
# Less of a vector's length than this left after picking channels: it says nothing about them.
NEGLIGIBLE = 1e-2


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projection:
    """Disturbance patterns (n_vectors, n_channels) over named channels.

    ``active`` says whether the data at hand have been projected already.
    ``explained_variance`` is the share of the disturbance they hold, if known.
    """

    description: str
    kind: int
    active: bool
    channel_names: tuple[str, ...]
    vectors: Floats
    explained_variance: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "channel_names", tuple(self.channel_names))
        shape = (None, len(self.channel_names))
        value = locked(self.vectors, shape=shape, name="projection vectors")
        object.__setattr__(self, "vectors", value)
        lock_arrays(self)

    def activated(self, *, active: bool = True) -> "Projection":
        """The same projection, applied or not."""
        return replace(self, active=active)

    def renamed(self, new: Mapping[str, str]) -> "Projection":
        """The same with other names for some channels."""
        names = tuple(new.get(name, name) for name in self.channel_names)
        return replace(self, channel_names=names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Projection) and self.same_as(other)

    __hash__ = None  # type: ignore[assignment]

    def same_as(self, other: "Projection", *, ignore_active: bool = False) -> bool:
        """Whether both take the same out of the same channels."""
        return (
            self.description == other.description
            and self.kind == other.kind
            and (ignore_active or self.active == other.active)
            and self.channel_names == other.channel_names
            and self.vectors.shape == other.vectors.shape
            and bool(np.allclose(self.vectors, other.vectors, rtol=1e-6, atol=1e-8))
        )


def merged_projections(
    first: Sequence[Projection], second: Sequence[Projection]
) -> tuple[Projection, ...]:
    """Projections of both, those that say the same only once, whether applied or not."""
    merged = list(first)
    for new in second:
        if not any(new.same_as(old, ignore_active=True) for old in merged):
            merged.append(new)
    return tuple(merged)
