"""Linear kernel: a matrix from channels to sources, in factors until the product is needed."""

from collections.abc import Callable
from typing import final

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
            shape = self.shape
            flat = self._rows.reshape(-1, self._rows.shape[-1]) @ self._inward
            self._rows, self._inward = flat.reshape(shape), None
        return self._rows

    def combine_sources(self, function: Callable[[Values], Values]) -> Values:
        """A linear function of the sources, applied to the matrix without multiplying it out."""
        rows = function(self._rows)
        if self._inward is None:
            return rows
        out: Values = rows @ self._inward
        return out
