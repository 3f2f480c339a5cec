"""Indexing of epochs: names, tags, numbers, slices and masks."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Ints
from leadfield.base.checks import listed
from leadfield.base.errors import ArgumentTypeError, InputError, OutOfRangeError, UnknownNameError
from leadfield.base.log import LOGGER
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.event_names import match_event_names
from leadfield.epochs.metadata import rows_of_query


def find_rows_by_name(epochs: EpochSet, names: Sequence[str]) -> Ints:
    """Rows of the epochs whose event has one of these names, or all tags of one.

    A string that names no event is a query of the metadata, if there are some.
    """
    event_id, metadata = epochs.event_id, epochs.event_selection.metadata
    try:
        codes = [event_id[name] for name in match_event_names(event_id, names)]
    except UnknownNameError as unknown:
        if metadata is None or len(names) != 1:
            raise
        try:
            return rows_of_query(metadata, epochs.event_selection.selection, names[0])
        except InputError as error:
            msg = f"{unknown}; {error}"
            raise UnknownNameError(msg) from error
    return np.flatnonzero(np.isin(epochs.events[:, 2], codes))


def find_rows(epochs: EpochSet, item: object) -> Ints:
    """Rows of a name, of a list of names, of numbers, of a slice, or where a mask is True."""
    n = len(epochs)
    if isinstance(item, slice):
        return np.arange(n)[item]
    if isinstance(item, str):
        return find_rows_by_name(epochs, [item])
    if isinstance(item, Sequence) and item and all(isinstance(one, str) for one in item):
        return find_rows_by_name(epochs, list(item))
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


def select_epochs(epochs: EpochSet, item: object) -> EpochSet:
    """The epochs that ``epochs[item]`` stands for, and the names of their events."""
    selected = epochs.select(find_rows(epochs, item))
    return replace(selected, event_selection=selected.event_selection.with_present_names())


def drop_epochs(epochs: EpochSet, indices: ArrayLike, reason: str | Sequence[str]) -> EpochSet:
    """Without the epochs of these numbers, or where a mask is True."""
    return drop_rows(epochs, find_rows(epochs, np.atleast_1d(np.asarray(indices))), reason)


def drop_rows(epochs: EpochSet, rows: Ints, reason: str | Sequence[str]) -> EpochSet:
    """Without these rows; the drop log says why."""
    dropped = np.unique(rows)
    reasons = (reason,) if isinstance(reason, str) else tuple(reason)
    if not all(isinstance(one, str) for one in reasons):
        msg = f"reason must be a string or a list of strings, got {reason!r}"
        raise ArgumentTypeError(msg)
    remaining = epochs.select(np.setdiff1d(np.arange(len(epochs)), dropped), reason=reasons)
    LOGGER.info("Dropped %d epochs: %s", len(dropped), listed(dropped.tolist()))
    return remaining
