"""The noise covariance as a value."""

from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, locked
from leadfield.base.checks import all_finite
from leadfield.base.errors import MismatchError
from leadfield.recording.projection import Projection

NOISE = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NoiseCovariance:
    """Covariance (n_channels, n_channels) of the noise, or its diagonal (n_channels,).

    Units are the squares of the channels'. ``degrees`` are the degrees of freedom of
    the estimate (samples less means taken out); ``projections`` those the data had.
    ``method`` and ``log_likelihood`` say how it was estimated, where it was.
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

    @property
    def diagonal(self) -> bool:
        """Whether only variances are kept."""
        return self.data.ndim == 1

    def full(self) -> Floats:
        """The covariance as a square matrix."""
        return np.diag(self.data) if self.diagonal else self.data

    def picked(self, names: list[str] | tuple[str, ...]) -> "NoiseCovariance":
        """Only these channels, in this order."""
        place = {name: i for i, name in enumerate(self.names)}
        missing = [name for name in names if name not in place]
        if missing:
            msg = (
                f"the noise covariance must have all channels asked for: "
                f"{', '.join(missing[:8])} are not among its {len(self.names)}"
            )
            raise MismatchError(msg)
        picked = np.array([place[name] for name in names], np.int64)
        data = self.data[picked] if self.diagonal else self.data[np.ix_(picked, picked)]
        bads = tuple(name for name in self.bads if name in set(names))
        return replace(self, names=tuple(names), data=data, bads=bads)
