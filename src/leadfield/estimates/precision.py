"""Precision of estimates: single where that is enough, for half the memory and time.

What leads from data to components stays double: large fields that cancel there would leave their
rounding. Components have similar sizes, and what sources are made of them rounds by 1e-7 of it.
"""

from typing import Any

import numpy as np
from numpy.typing import DTypeLike

from leadfield.base.errors import InputError


def is_single(dtype: DTypeLike) -> bool:
    """Whether it is single precision that was asked for, and not double."""
    try:
        known = np.dtype(dtype)
    except TypeError:
        known = None
    if known not in (np.float32, np.float64):
        msg = f"dtype must be numpy.float32 or numpy.float64, got {dtype!r}"
        raise InputError(msg)
    return known == np.float32


def as_precise_as(matrix: Any, data: Any) -> Any:
    """Data in single precision where the matrix is so; arrays of other libraries as they are."""
    if not isinstance(data, np.ndarray) or matrix.dtype != np.float32:
        return data
    return data.astype(np.complex64 if np.iscomplexobj(data) else np.float32, copy=False)
