"""Events at the onsets of annotations: ``events_from_annotations``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from leadfield.api.recording.as_recording import as_recording
from leadfield.base.checks import listed, number
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.events.from_annotations import DEFAULT_PATTERN, annotated_events

if TYPE_CHECKING:
    from leadfield.api.recording.raw import Raw
    from leadfield.base.arrays import Ints


@public("leadfield")
@verbose_aware
def events_from_annotations(
    raw: Raw,
    event_id: dict[str, int] | Callable[[str], int | None] | Literal["auto"] | None = "auto",
    regexp: str | None = DEFAULT_PATTERN,
    use_rounding: bool = True,
    chunk_duration: float | None = None,
    tol: float = 1e-8,
    verbose: Verbose = None,
) -> tuple[Ints, dict[str, int]]:
    """Create events from the annotations of a recording.

    Parameters
    ----------
    raw : Raw
        The recording.
    event_id : dict | callable | "auto" | None
        Event number for each description, or a function that returns one (None to skip
        the description). ``"auto"`` and None number descriptions from 1 in alphabetical
        order.
    regexp : str | None
        Regular expression that descriptions must match; by default everything that does
        not start with "bad" or "edge".
    use_rounding : bool
        Whether to round onsets to the nearest sample; otherwise they are rounded down.
    chunk_duration : float | None
        Length in s of the chunks that each annotation is cut into, with an event at the
        start of each; None for one event at the onset of each annotation.
    tol : float
        How much shorter than ``chunk_duration``, in s, the last chunk may be.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        One event at the onset of each annotation, or of each chunk that fits into one.
    event_id : dict
        Event number for each description.

    Raises
    ------
    DataError
        If no annotation becomes an event.

    See Also
    --------
    annotations_from_events : The way back.
    """
    recording = as_recording(raw)
    events, names = annotated_events(
        recording,
        event_id,
        regexp,
        rounded=use_rounding,
        chunk=None if chunk_duration is None else number("chunk_duration", chunk_duration, above=0),
        tolerance=number("tol", tol, least=0),
    )
    LOGGER.info("Descriptions used: %s", listed(names))
    return events, names
