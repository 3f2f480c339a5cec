"""Blocks of places with all their steps: what is worked on at once, and how it lies in memory."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Ints
from leadfield.statistics.neighbours import Neighbours, Numbers, Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceBlock:
    """Places from ``first`` to before ``stop``, each with ``n_steps`` steps.

    Where steps are ``joined`` each place has one more that holds nothing: what is found at
    numbers that follow each other is then at one place.
    """

    first: int
    stop: int
    n_steps: int
    joined: bool

    @property
    def places(self) -> slice:
        """Which places."""
        return slice(self.first, self.stop)

    @property
    def shape(self) -> tuple[int, int]:
        """How many places, and numbers at each."""
        return self.stop - self.first, self.n_steps + self.joined

    @property
    def size(self) -> int:
        """How many numbers a map has."""
        n_places, width = self.shape
        return n_places * width

    def inside(self, values: NDArray[Scalar]) -> NDArray[Scalar]:
        """The steps (n_maps, n_places, n_steps) of values (n_maps, n_places * width)."""
        return values.reshape(-1, *self.shape)[:, :, : self.n_steps]

    def maps_and_positions(self, found: Ints) -> tuple[Numbers, Numbers]:
        """Of numbers in values (n_maps, n_places * width): map, and ``place * n_steps + step``."""
        numbers = found.astype(np.int32)  # fast to divide
        maps = numbers // np.int32(self.size)
        numbers -= maps * np.int32(self.size)
        if self.joined:
            numbers -= numbers // np.int32(self.shape[1])
        return maps, numbers + np.int32(self.first * self.n_steps)


def place_blocks(neighbours: Neighbours, size: int) -> list[PlaceBlock]:
    """All places in blocks of up to ``size`` tests, or of one place."""
    n_places = neighbours.n_places
    count = max(size // (neighbours.n_steps + neighbours.joined), 1)
    return [
        PlaceBlock(
            first=first,
            stop=min(first + count, n_places),
            n_steps=neighbours.n_steps,
            joined=neighbours.joined,
        )
        for first in range(0, n_places, count)
    ]
