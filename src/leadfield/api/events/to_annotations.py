"""Annotations at events: ``annotations_from_events``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from numpy.typing import ArrayLike

from leadfield.api.recording.annotations import Annotations, Date, annotations_of
from leadfield.api.recording.edit_annotations import as_date
from leadfield.base.checks import number, whole
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.events.lists import MOST, as_events
from leadfield.events.to_annotations import annotations_at


@public("leadfield")
@verbose_aware
def annotations_from_events(
    events: ArrayLike,
    sfreq: float,
    event_desc: Mapping[int, str] | Iterable[int] | Callable[[int], str | None] | None = None,
    first_samp: int = 0,
    orig_time: Date = None,
    verbose: Verbose = None,
) -> Annotations:
    """Create annotations, without duration, from events.

    Parameters
    ----------
    events : array_like of int, shape (n_events, 3)
        The events.
    sfreq : float
        Sampling rate in Hz.
    event_desc : dict of str | list of int | callable | None
        Description for each event number; or the numbers that count, described by their
        digits; or a function that returns a description (None to skip the number). None
        for all, described by their digits.
    first_samp : int
        Sample that is time 0, such as ``raw.first_samp``.
    orig_time : datetime | str | float | tuple of int | None
        The date that onsets count from.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    annotations : Annotations
        An annotation at each event.

    Raises
    ------
    DataError
        If no event becomes an annotation.

    See Also
    --------
    events_from_annotations : The way back.

    Examples
    --------
    >>> annotations_from_events([[100, 0, 1], [250, 0, 2]], 100.0, {1: "tone", 2: "flash"})
    <Annotations | 2 spans: flash (1), tone (1)>
    """
    first = whole("first_samp", first_samp, least=-MOST)
    rate = number("sfreq", sfreq, above=0)
    spans = annotations_at(as_events(events), rate, event_desc, first)
    return annotations_of(spans, as_date(orig_time))
