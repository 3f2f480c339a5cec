"""Digital filter: what turns rows of samples into as many rows, as long."""

from abc import ABC, abstractmethod

import numpy as np

from leadfield.base.arrays import Floats, Ints

# Samples filtered at a time, so that filtering needs little memory of its own.
BLOCK = 2**20


class DigitalFilter(ABC):
    """A linear filter that does not change with time."""

    __slots__ = ()

    @abstractmethod
    def apply(self, x: Floats) -> Floats:
        """Filtered signals, of the same shape (n_signals, n_times)."""


def filter_channels(data: Floats, rows: Ints, filters: DigitalFilter) -> None:
    """Filter some channels of ``data`` (..., n_channels, n_times), in place."""
    n_times = data.shape[-1]
    at_once = max(1, BLOCK // max(1, data.size // data.shape[-2]))
    for start in range(0, len(rows), at_once):
        some = rows[start : start + at_once]
        x = data[..., some, :]
        data[..., some, :] = filters.apply(x.reshape(-1, n_times)).reshape(np.shape(x))
