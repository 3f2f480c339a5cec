"""Noise covariance: the value."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays, locked
from leadfield.base.checks import all_finite
from leadfield.base.errors import MismatchError
from leadfield.recording.projection import Projection

NOISE = 1


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NoiseCovariance:
    """Covariance (n_channels, n_channels) of the noise, or its diagonal (n_channels,).

    Units are the squares of the channels'. ``degrees`` are the degrees of freedom of
    the estimate (samples less means taken out); ``projections`` those the data had.
    ``method`` names the estimator, and ``log_likelihood`` is that of held-out samples.
    """

    names: tuple[str, ...]
    data: Floats
    degrees: int
    bads: tuple[str, ...] = ()
    projections: tuple[Projection, ...] = ()
    kind: int = NOISE
    method: str | None = None
    log_likelihood: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(self.names))
        n = len(self.names)
        shape: tuple[int, ...] = (n,) if np.ndim(self.data) == 1 else (n, n)
        value = locked(self.data, shape=shape, name="covariance")
        all_finite("noise covariance", value, "estimate it from data without NaN")
        object.__setattr__(self, "data", value)
        lock_arrays(self)

    @property
    def diagonal(self) -> bool:
        """Whether it has only variances."""
        return self.data.ndim == 1

    def full(self) -> Floats:
        """The covariance as a square matrix."""
        return np.diag(self.data) if self.diagonal else self.data

    def variances(self) -> "NoiseCovariance":
        """Only the variances, as a diagonal covariance."""
        return self if self.diagonal else replace(self, data=np.diag(self.data).copy())

    def renamed(self, names: Sequence[str]) -> "NoiseCovariance":
        """The covariance with other names for its channels, one for each."""
        if len(names) != len(self.names) or len(set(names)) < len(names):
            msg = f"each of the {len(self.names)} channels must keep a name of its own, got {names}"
            raise MismatchError(msg)
        new = dict(zip(self.names, names, strict=True))
        bads = tuple(new.get(name, name) for name in self.bads)
        projections = tuple(one.renamed(new) for one in self.projections)
        return replace(self, names=tuple(names), bads=bads, projections=projections)

    def pick(self, names: Sequence[str]) -> "NoiseCovariance":
        """The covariance of these channels, in this order."""
        place = {name: i for i, name in enumerate(self.names)}
        unknown = [name for name in names if name not in place]
        if unknown:
            msg = (
                f"the noise covariance must have all channels asked for: "
                f"{', '.join(unknown[:8])} are not among its {len(self.names)}"
            )
            raise MismatchError(msg)
        picked = np.array([place[name] for name in names], np.int64)
        data = self.data[picked] if self.diagonal else self.data[np.ix_(picked, picked)]
        bads = tuple(name for name in self.bads if name in set(names))
        return replace(self, names=tuple(names), data=data, bads=bads)


def same_projections(one: Sequence[Projection], other: Sequence[Projection]) -> bool:
    """Whether both are the same projections, in the same order."""
    pairs = zip(one, other, strict=False)
    return len(one) == len(other) and all(a.same_as(b) for a, b in pairs)
