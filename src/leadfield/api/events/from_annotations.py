"""Events at the onsets of annotations: ``events_from_annotations``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from leadfield.api.recording.raw import Raw, as_recording
from leadfield.base.checks import listed
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.events.from_annotations import DEFAULT_PATTERN, annotated_events

if TYPE_CHECKING:
    from leadfield.base.arrays import Ints


@public("leadfield")
@verbose_aware
def events_from_annotations(
    raw: Raw,
    event_id: dict[str, int] | Callable[[str], int | None] | Literal["auto"] | None = "auto",
    regexp: str | None = DEFAULT_PATTERN,
    use_rounding: bool = True,
    *,
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
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        One event at the onset of each annotation.
    event_id : dict
        Event number for each description.

    Raises
    ------
    DataError
        If no annotation becomes an event.
    """
    recording = as_recording(raw)
    events, names = annotated_events(recording, event_id, regexp, rounded=use_rounding)
    LOGGER.info("Descriptions used: %s", listed(names))
    return events, names
