"""Arithmetic of source estimates: sums, products and powers with numbers, arrays, estimates."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.base.errors import ArgumentTypeError, MismatchError

if TYPE_CHECKING:
    from leadfield.api.estimates.lazy_data import Data, LazyData
    from leadfield.estimates.source_courses import SourceAxes

Operation = Callable[[Any, Any], Any]


def combine_estimates(
    operation: Operation, own: tuple[LazyData, SourceAxes], other: tuple[LazyData, SourceAxes]
) -> Data:
    """``operation`` on the data of two estimates with the same sources and number of samples."""
    own[1].check_fits(other[1])
    shapes = own[0].shape, other[0].shape
    if shapes[0] != shapes[1]:
        msg = (
            "source estimates must have as many samples as each other to be combined, "
            f"got {shapes[0][-1]} and {shapes[1][-1]}: crop one of them"
        )
        raise MismatchError(msg)
    combined: Data = operation(own[0].array, other[0].array)
    return combined


def combine_with_array(operation: Operation, data: Data, other: object) -> Data:
    """``operation`` on data and a number, or an array that fits them."""
    if not isinstance(other, int | float | complex | np.generic | np.ndarray):
        msg = f"estimates combine with numbers, arrays and estimates, got {other!r}"
        raise ArgumentTypeError(msg)
    msg = f"an array must fit the data's shape {data.shape}, got {np.shape(other)}"
    try:
        combined: Data = operation(data, other)
    except ValueError as problem:
        raise MismatchError(msg) from problem
    if combined.shape != data.shape:
        raise MismatchError(msg)
    return combined


def reverse_subtract(data: Any, other: Any) -> Any:
    """``other - data``."""
    return other - data


def reverse_divide(data: Any, other: Any) -> Any:
    """``other / data``."""
    return other / data
