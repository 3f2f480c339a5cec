"""Event lists (n, 3) of sample, value before, event number: checks, selection, merging."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Ints
from leadfield.base.checks import number, whole
from leadfield.base.errors import ArgumentTypeError, DataError, InputError
from leadfield.base.log import warn

MOST = 2**31 - 1


def as_events(events: ArrayLike, name: str = "events") -> Ints:
    """An event list with its shape, its type and its range checked."""
    try:
        found = np.asarray(events)
    except ValueError as error:
        msg = f"{name} must be an (n, 3) array of whole numbers, got rows of unlike lengths"
        raise ArgumentTypeError(msg) from error
    if found.size and found.dtype.kind not in "iu":
        msg = f"{name} must be whole numbers, got values of type {found.dtype}"
        raise ArgumentTypeError(msg)
    if found.ndim != 2 or found.shape[1] != 3:
        msg = f"{name} must have shape (n, 3), got {found.shape}"
        raise InputError(msg)
    if found.size and found.max() > MOST:
        msg = f"{name} must hold numbers of at most {MOST}, got {found.max()}"
        raise InputError(msg)
    return found.astype(np.int64)


def numbers_of(name: str, value: int | Iterable[int]) -> list[int]:
    """Event numbers, given as one or several."""
    given = value if isinstance(value, Iterable) else [value]
    return [whole(name, v, least=-MOST) for v in given]


def select_events(
    events: Ints,
    *,
    include: int | Iterable[int] | None = None,
    exclude: int | Iterable[int] | None = None,
    step: bool = False,
) -> Ints:
    """Only events with numbers in ``include``, or without those in ``exclude``.

    With ``step``, the value before an event counts as well.
    """
    numbers = events[:, 1:] if step else events[:, 2:]
    if include is not None:
        selected = events[np.isin(numbers, numbers_of("include", include)).any(axis=1)]
    elif exclude is not None:
        selected = events[~np.isin(numbers, numbers_of("exclude", exclude)).any(axis=1)]
    else:
        selected = events.copy()
    if not len(selected):
        msg = (
            f"at least one event must be left, got none of {len(events)} with "
            f"include={include!r}, exclude={exclude!r}"
        )
        raise DataError(msg)
    return selected


def union(lists: Sequence[Ints]) -> Ints:
    """The events of several lists in time order, each once."""
    stacked = np.vstack([np.empty((0, 3), np.int64), *lists])
    stacked = stacked[np.lexsort(stacked.T[::-1])]
    again = np.zeros(len(stacked), bool)
    again[1:] = (stacked[1:] == stacked[:-1]).all(axis=1)
    events = stacked[~again]
    lost = len(stacked) - len(events)
    if lost:
        warn(f"{lost} events were on several trigger channels: each is kept once")
    return events


def merge_numbers(events: Ints, numbers: Iterable[int], new: int, *, replace: bool) -> Ints:
    """Events with several numbers under one ``new`` number, in place of them or as well."""
    touched = np.isin(events[:, 1:], numbers_of("ids", numbers))
    out = events.copy()
    out[:, 1:][touched] = whole("new_id", new, least=-MOST)
    if replace:
        return out
    out = np.vstack([out, events[touched.any(axis=1)]])
    return out[np.lexsort(out.T[::-1])]


def concatenated(lists: Sequence[Ints], spans: Sequence[tuple[int, int]]) -> Ints:
    """Events of recordings that are joined, on the clock of the first.

    ``spans`` are the numbers of the first sample and of the one after the last of each
    recording.
    """
    out, end = [], spans[0][0]
    for events, (first, stop) in zip(lists, spans, strict=True):
        moved = events.copy()
        moved[:, 0] += end - first
        out.append(moved)
        end += stop - first
    return np.vstack(out)


def evenly_spaced(
    span: tuple[int, int], *, step: float, length: int, event_number: int = 1
) -> Ints:
    """Events every ``step`` samples of ``span`` (first, end), each ``length`` samples before it."""
    first, end = span
    number("the spacing of events in samples", step, least=1)
    samples = np.arange(first, end - length + 1, step).astype(np.int64)
    if not len(samples):
        msg = (
            f"at least one event must fit between start and stop, got none: {length} samples "
            f"do not fit into {max(end - first, 0)}"
        )
        raise DataError(msg)
    zeros = np.zeros_like(samples)
    return np.column_stack([samples, zeros, np.full_like(samples, event_number)])
