"""Adjacency along several dimensions at once, such as times, frequencies and sensors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from scipy.sparse import coo_array


def path(n: int) -> coo_array:
    """Ones (n, n) where numbers follow each other."""
    import scipy  # slow to load, and seldom needed

    before = np.arange(n - 1)
    ends = np.concatenate([before, before + 1]), np.concatenate([before + 1, before])
    return scipy.sparse.coo_array((np.ones(len(ends[0])), ends), shape=(n, n))


def combined(dimensions: Sequence[Any]) -> coo_array:
    """Ones where elements are adjacent along one dimension and equal in the others.

    So they are on the diagonal. Elements are ordered as those of an array, the last dimension
    fastest.
    """
    import scipy

    sizes = [one.shape[0] for one in dimensions]
    numbers = np.arange(int(np.prod(sizes))).reshape(sizes)
    rows, columns = [], []
    for axis, one in enumerate(dimensions):
        entries = scipy.sparse.coo_array(one)
        apart = (entries.row != entries.col) & (entries.data != 0)
        rows.append(numbers.take(entries.row[apart], axis).ravel())
        columns.append(numbers.take(entries.col[apart], axis).ravel())
    ends = np.concatenate([*rows, numbers.ravel()]), np.concatenate([*columns, numbers.ravel()])
    return scipy.sparse.coo_array((np.ones(len(ends[0])), ends), shape=(numbers.size,) * 2)
