"""Linear kernel: a matrix from channels to sources, in factors until the product is needed."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import final

import numpy as np

from leadfield.estimates.precision import as_precise_as
from leadfield.estimates.source_courses import Values


@final
class LinearKernel:
    """A matrix (n_sources, n_channels) or (n_sources, 3, n_channels), or its two factors.

    ``rows`` (n_sources, ..., k) times ``inward`` (k, n_channels), if there is any.
    """

    def __init__(self, rows: Values, inward: Values | None = None) -> None:
        self._rows, self._inward = rows, inward

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the product."""
        last = self._rows if self._inward is None else self._inward
        return (*self._rows.shape[:-1], last.shape[-1])

    @property
    def matrix(self) -> Values:
        """The product, which replaces the factors once it has been computed."""
        if self._inward is not None:
            self._rows, self._inward = _product(self._rows, self._inward), None
        return self._rows

    def function_for(self, n_times: int) -> Callable[[Values], Values]:
        """What multiplies sensor data (n_channels, ...), for so many samples in all."""
        rows, inward = self._rows, self._inward
        # Beyond as many samples, multiplying the factors out costs less than both of them do.
        many = n_times > math.prod(rows.shape[:-1]) and rows.dtype != np.float32
        if inward is None or many:
            return lambda sensors: _product(self.matrix, sensors)
        return lambda sensors: _product(rows, as_precise_as(rows, inward @ sensors))

    def changed(self, change: Callable[[Values], Values]) -> LinearKernel:
        """The kernel with its rows changed by a linear function, not multiplied out."""
        return LinearKernel(change(self._rows), self._inward)

    def combine_sources(self, function: Callable[[Values], Values]) -> Values:
        """A linear function of the sources, applied to the matrix without multiplying it out."""
        rows = function(self._rows)
        if self._inward is None:
            return rows
        out: Values = rows @ self._inward
        return out


def _product(rows: Values, data: Values) -> Values:
    flat: Values = rows.reshape(-1, rows.shape[-1]) @ data
    return flat.reshape(*rows.shape[:-1], data.shape[1])
