"""Annotations of the recording that epochs are from, and what of them lies in each epoch."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import final

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.recording.annotation import Annotation


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class EpochAnnotations:
    """Annotated ``spans`` on the clock of events, where sample 0 is at 0 s.

    ``counted_from`` is the date of that sample, None if it has none.
    """

    spans: tuple[Annotation, ...]
    counted_from: datetime | None = None


def spans_of_epochs(
    annotations: EpochAnnotations, events: Floats, ends: tuple[float, float]
) -> list[list[Annotation]]:
    """The spans that meet each epoch, with onsets relative to its event.

    ``events`` are in s on the annotations' clock, ``ends`` the first and last time of an epoch.
    """
    starts, stops = (events + end for end in ends)
    out: list[list[Annotation]] = [[] for _ in events]
    for one in annotations.spans:
        onset, end = one.onset, one.onset + one.duration  # NaN meets nothing
        over_start = (starts >= onset) & (starts < end)
        over_stop = (stops > onset) & (stops <= end)
        inside = (starts <= onset) & (stops >= end)
        for row in np.flatnonzero(over_start | over_stop | inside).tolist():
            out[row].append(replace(one, onset=onset - float(events[row])))
    return out
