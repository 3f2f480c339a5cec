"""Event lists: picked, merged, concatenated, made at equal spaces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.recording.as_recording import as_recording
from leadfield.base.checks import number, whole
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.events.lists import (
    MOST,
    as_events,
    concatenated,
    evenly_spaced,
    merge_numbers,
    select_events,
)

if TYPE_CHECKING:
    from leadfield.api.recording.raw import Raw
    from leadfield.base.arrays import Ints


@public("leadfield")
def pick_events(
    events: ArrayLike,
    include: int | Iterable[int] | None = None,
    exclude: int | Iterable[int] | None = None,
    step: bool = False,
) -> Ints:
    """Pick events by number.

    Parameters
    ----------
    events : array_like of int, shape (n_events, 3)
        The events.
    include : int | list of int | None
        Event numbers to keep; None for all.
    exclude : int | list of int | None
        Event numbers to leave out if ``include`` is None.
    step : bool
        Whether the value before an event counts as well, as for
        ``find_events(output="step")``.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        The events that are left.

    Raises
    ------
    DataError
        If no event is left.

    Examples
    --------
    >>> pick_events([[134, 0, 1], [341, 0, 2], [502, 0, 3]], exclude=2)
    array([[134,   0,   1],
           [502,   0,   3]])
    """
    return select_events(as_events(events), include=include, exclude=exclude, step=step)


@public("leadfield")
def concatenate_events(
    events: Sequence[ArrayLike], first_samps: Sequence[int], last_samps: Sequence[int]
) -> Ints:
    """Concatenate events of recordings as :func:`concatenate_raws` concatenates these.

    Parameters
    ----------
    events : list of array_like of int, shape (n_events, 3)
        The events of each recording.
    first_samps, last_samps : list of int
        Numbers of the first and of the last sample of each recording.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        All events, with sample numbers in the joint recording.

    Raises
    ------
    MismatchError
        If the lists have different lengths.

    Examples
    --------
    >>> concatenate_events([[[5, 0, 1]], [[205, 0, 1]]], [0, 200], [99, 299])
    array([[  5,   0,   1],
           [105,   0,   1]])
    """
    n = len(events)
    if not (n and n == len(first_samps) == len(last_samps)):
        msg = (
            "each recording needs its events, its first and its last sample, got "
            f"{n}, {len(first_samps)} and {len(last_samps)}"
        )
        raise MismatchError(msg)
    spans = [
        (whole("first_samps", first), whole("last_samps", last) + 1)
        for first, last in zip(first_samps, last_samps, strict=True)
    ]
    return concatenated([as_events(one) for one in events], spans)


@public("leadfield")
def merge_events(
    events: ArrayLike, ids: Iterable[int], new_id: int, replace_events: bool = True
) -> Ints:
    """Merge several event numbers into one.

    Parameters
    ----------
    events : array_like of int, shape (n_events, 3)
        The events.
    ids : list of int
        Event numbers to merge.
    new_id : int
        Number of the merged events.
    replace_events : bool
        Whether to replace the old events, or to add the merged ones.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        The new event list.

    Examples
    --------
    >>> merge_events([[134, 0, 1], [341, 0, 2], [502, 0, 3]], [1, 2], 12)
    array([[134,   0,  12],
           [341,   0,  12],
           [502,   0,   3]])
    """
    return merge_numbers(as_events(events), ids, new_id, replace=replace_events)


@public("leadfield")
def make_fixed_length_events(
    raw: Raw,
    id: int = 1,
    start: float = 0,
    stop: float | None = None,
    duration: float = 1.0,
    first_samp: bool = True,
    overlap: float = 0.0,
) -> Ints:
    """Create equally spaced events.

    Parameters
    ----------
    raw : Raw
        The recording.
    id : int
        Event number.
    start, stop : float | None
        Time window in s after the start of the recording; None for its end.
    duration : float
        Length in s of the segment that starts at each event; it must end by ``stop``.
    first_samp : bool
        Whether to add ``raw.first_samp`` to the sample numbers.
    overlap : float
        Overlap of consecutive segments in s.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        The events.

    Raises
    ------
    DataError
        If no event fits.
    """
    recording = as_recording(raw)
    rate, n = recording.info.sampling_rate, recording.n_samples
    length = number("duration", duration, above=0)
    shared = number("overlap", overlap, least=0)
    if shared >= length:
        msg = f"overlap must be below duration ({length:g} s), got {shared:g} s"
        raise InputError(msg)
    first = round(number("start", start) * rate)
    end = n if stop is None else min(round(number("stop", stop) * rate), n)
    shift = recording.first_sample if first_samp else 0
    return evenly_spaced(
        (first + shift, end + shift),
        step=rate * (length - shared),
        length=round(rate * length),
        event_number=whole("id", id, least=-MOST),
    )


@public("leadfield")
def count_events(events: ArrayLike, ids: Sequence[int] | None = None) -> dict[int, int]:
    """Count the events of each code.

    Parameters
    ----------
    events : array_like of int, shape (n_events, 3)
        The events.
    ids : list of int | None
        The codes to count; None for all there are.

    Returns
    -------
    counts : dict of int
        By code, 0 for codes of ``ids`` that no event has.

    Examples
    --------
    >>> count_events([[0, 0, 1], [5, 0, 1], [9, 0, 5]], ids=[1, 11])
    {1: 2, 11: 0}
    """
    codes, counts = np.unique(as_events(events)[:, 2], return_counts=True)
    found = dict(zip(codes.tolist(), counts.tolist(), strict=True))
    return found if ids is None else {one: found.get(one, 0) for one in ids}
