"""Sums, products and powers of source estimates."""

import operator
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Self

import numpy as np

from leadfield.api.estimates.base_estimate import EstimateValues
from leadfield.base.errors import ArgumentTypeError, MismatchError


class EstimateArithmetic(EstimateValues):
    """Numbers, arrays and estimates with the same sources can be combined with an estimate."""

    def _combined(self, other: Any, operation: Callable[[Any, Any], Any]) -> Any:
        """The data of ``operation(self, other)``."""
        if isinstance(other, EstimateValues):
            self.placeholder.check_fits(other.placeholder)
            if self.shape != other.shape:
                msg = (
                    "source estimates must have as many samples as each other to be combined, "
                    f"got {self.shape[-1]} and {other.shape[-1]}: crop one of them"
                )
                raise MismatchError(msg)
            return operation(self.data, other.data)
        if not isinstance(other, int | float | complex | np.generic | np.ndarray):
            msg = f"estimates combine with numbers, arrays and estimates, got {other!r}"
            raise ArgumentTypeError(msg)
        try:
            out = operation(self.data, other)
        except ValueError as problem:
            msg = f"an array must fit the data's shape {self.shape}, got {np.shape(other)}"
            raise MismatchError(msg) from problem
        if out.shape != self.shape:
            msg = f"an array must fit the data's shape {self.shape}, got {np.shape(other)}"
            raise MismatchError(msg)
        return out

    def _new(self, data: Any) -> Self:
        return self._with(replace(self.placeholder.with_data(data), quantity=None))

    def _changed(self, data: Any) -> Self:
        self.data = data
        self._quantity = None
        return self

    # An array on the left must not take an estimate apart, element by element.
    __array_ufunc__ = None

    def __add__(self, other: Any) -> Self:
        return self._new(self._combined(other, operator.add))

    __radd__ = __add__

    def __sub__(self, other: Any) -> Self:
        return self._new(self._combined(other, operator.sub))

    def __rsub__(self, other: Any) -> Self:
        return self._new(self._combined(other, lambda own, left: left - own))

    def __mul__(self, other: Any) -> Self:
        return self._new(self._combined(other, operator.mul))

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Self:
        return self._new(self._combined(other, operator.truediv))

    def __rtruediv__(self, other: Any) -> Self:
        return self._new(self._combined(other, lambda own, left: left / own))

    def __pow__(self, other: Any) -> Self:
        return self._new(self._combined(other, operator.pow))

    def __iadd__(self, other: Any) -> Self:
        return self._changed(self._combined(other, operator.iadd))

    def __isub__(self, other: Any) -> Self:
        return self._changed(self._combined(other, operator.isub))

    def __imul__(self, other: Any) -> Self:
        return self._changed(self._combined(other, operator.imul))

    def __itruediv__(self, other: Any) -> Self:
        return self._changed(self._combined(other, operator.itruediv))

    def __ipow__(self, other: Any) -> Self:
        return self._changed(self._combined(other, operator.ipow))

    def __neg__(self) -> Self:
        return self._new(-self.data)

    def __pos__(self) -> Self:
        return self

    def __abs__(self) -> Self:
        return self._new(abs(self.data))

    def sqrt(self) -> Self:
        """Take the square root of each value.

        Returns
        -------
        stc : SourceEstimate
            A new estimate.
        """
        return self**0.5
