"""A kernel that combines nothing, multiplied out only where all of it is wanted."""

from collections.abc import Callable
from typing import final

from leadfield.estimates.source_courses import Values


@final
class LinearKernel:
    """A matrix (n_sources, n_channels) or (n_sources, 3, n_channels), perhaps as two factors.

    ``lines`` (n_sources, ..., k) times ``inward`` (k, n_channels), if there is any.
    """

    def __init__(self, lines: Values, inward: Values | None = None) -> None:
        self._lines, self._inward = lines, inward

    @property
    def shape(self) -> tuple[int, ...]:
        """Shape of the product."""
        last = self._lines if self._inward is None else self._inward
        return (*self._lines.shape[:-1], last.shape[-1])

    @property
    def whole(self) -> Values:
        """The product, which from now on takes the factors' place."""
        if self._inward is not None:
            shape = self.shape
            flat = self._lines.reshape(-1, self._lines.shape[-1]) @ self._inward
            self._lines, self._inward = flat.reshape(shape), None
        return self._lines

    def folded(self, fold: Callable[[Values], Values]) -> Values:
        """What a linear function of the sources makes of the matrix; nothing as large is made."""
        lines = fold(self._lines)
        if self._inward is None:
            return lines
        out: Values = lines @ self._inward
        return out
