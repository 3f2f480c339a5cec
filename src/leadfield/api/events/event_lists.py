"""Event lists: ``merge_events``, ``make_fixed_length_events``."""

from collections.abc import Iterable

from numpy.typing import ArrayLike

from leadfield.api.recording.raw import Raw, as_recording
from leadfield.base.arrays import Ints
from leadfield.base.checks import number, whole
from leadfield.base.errors import InputError
from leadfield.base.public import public
from leadfield.events.lists import (
    MOST,
    as_events,
    evenly_spaced,
    merge_numbers,
)


@public("leadfield")
def merge_events(
    events: ArrayLike, ids: Iterable[int], new_id: int, replace_events: bool = True
) -> Ints:
    """Put several event numbers under one.

    Parameters
    ----------
    events : array_like of int, shape (n_events, 3)
        The events.
    ids : list of int
        Numbers to put together.
    new_id : int
        The new number.
    replace_events : bool
        Whether the new events take the place of the old ones, or stand beside them.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        The new list.

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
    """Make events at even distances.

    Parameters
    ----------
    raw : Raw
        The recording.
    id : int
        Number of the events.
    start, stop : float | None
        First and last time in s from the start of the recording; None for its end.
    duration : float
        Length of what belongs to an event, in s; it must fit before ``stop``.
    first_samp : bool
        Whether samples count as in ``raw``, or from 0.
    overlap : float
        By how much an event comes before the end of the one before, in s.

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
