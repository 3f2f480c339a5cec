"""Epochs chosen by what users write between brackets."""

from collections.abc import Sequence

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import ArgumentTypeError, OutOfRangeError
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.equalize import rows_named


def chosen_rows(epochs: EpochSet, item: object) -> Ints:
    """Rows of a name, of a list of names, of numbers, of a slice, or where a mask is True."""
    n = len(epochs)
    if isinstance(item, slice):
        return np.arange(n)[item]
    if isinstance(item, str):
        return rows_named(epochs, [item])
    if isinstance(item, Sequence) and item and all(isinstance(one, str) for one in item):
        return rows_named(epochs, list(item))
    rows = np.atleast_1d(np.asarray(item))
    if not rows.size:
        return np.empty(0, np.int64)
    if rows.ndim != 1 or rows.dtype.kind not in "iub":
        msg = f"epochs are chosen by names, numbers, a slice or a mask, got {item!r}"
        raise ArgumentTypeError(msg)
    if rows.dtype.kind == "b":
        if len(rows) != n:
            msg = f"a mask must have one entry an epoch, got {len(rows)} for {n}"
            raise OutOfRangeError(msg)
        return np.flatnonzero(rows)
    if rows.min() < -n or rows.max() >= n:
        msg = f"epochs are numbered from 0 to {n - 1}, got {item!r}"
        raise OutOfRangeError(msg)
    return rows.astype(np.int64) % max(n, 1)
