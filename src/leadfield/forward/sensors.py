"""Integration points of MEG coils and EEG electrodes, with directions and weights."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.recording.frames import Transform


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sensors:
    """Integration points of coils, or electrodes, one sensor after another.

    A sensor's signal is the sum over its points of ``weights`` times the field along
    ``normals`` (for an electrode: times the potential). ``owner`` (n_points,) is the
    index of each point's sensor, never falling. Positions are in m.
    """

    names: tuple[str, ...]
    points: Floats
    normals: Floats
    weights: Floats
    owner: Ints
    centres: Floats

    def __post_init__(self) -> None:
        n = len(self.owner)
        for name in ("points", "normals"):
            value = locked(getattr(self, name), shape=(n, 3), name=name)
            object.__setattr__(self, name, value)
        value = locked(self.weights, shape=(n,), name="weights")
        object.__setattr__(self, "weights", value)
        value = locked(self.centres, shape=(len(self.names), 3), name="centres")
        object.__setattr__(self, "centres", value)
        lock_arrays(self)

    def __len__(self) -> int:
        return len(self.names)

    def moved(self, transform: Transform) -> "Sensors":
        """The same sensors in the transform's target frame."""
        return replace(
            self,
            points=transform.points(self.points),
            normals=transform.directions(self.normals),
            centres=transform.points(self.centres),
        )

    @property
    def summed(self) -> "scipy.sparse.csr_array":
        """Matrix (n_sensors, n_points) that turns values at points into signals."""
        columns = np.arange(len(self.owner))
        shape = (len(self), len(self.owner))
        return scipy.sparse.csr_array((self.weights, (self.owner, columns)), shape=shape)

    def alike(self) -> Iterator[tuple[Ints, Ints]]:
        """Sensors of as many points each: their indices (n,), and their points' (n, n_points)."""
        counts = np.bincount(self.owner, minlength=len(self))
        firsts = np.cumsum(counts) - counts
        for n_points in np.unique(counts):
            sensors = np.flatnonzero(counts == n_points)
            yield sensors, firsts[sensors][:, None] + np.arange(n_points)
