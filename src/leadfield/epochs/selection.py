"""Which events become epochs, under which names, and why the others do not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Ints, locked
from leadfield.base.checks import listed, one_of
from leadfield.base.errors import DataError, InputError
from leadfield.base.log import LOGGER, warn
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.epochs.event_names import named_numbers
from leadfield.events.lists import as_events

DropLog = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EventSelection:
    """Events (n, 3) that stand for epochs.

    ``event_id`` gives their numbers names. ``selection`` (n,) says where each was in the
    list it comes from; ``drop_log`` has an entry for all of that list: why it is not
    here, or nothing.
    """

    events: Ints
    event_id: Mapping[str, int]
    selection: Ints
    drop_log: DropLog

    def __post_init__(self) -> None:
        events = locked(self.events, np.int64, shape=(None, 3), name="events")
        selection = locked(self.selection, np.int64, shape=(len(events),), name="selection")
        object.__setattr__(self, "events", events)
        object.__setattr__(self, "selection", selection)
        object.__setattr__(self, "event_id", dict(self.event_id))

    def taken(self, rows: Ints, *, reason: str | tuple[str, ...] | None) -> "EventSelection":
        """Only these rows; ``reason`` goes into the drop log of the others."""
        selection = self.selection[rows]
        drop_log = list(self.drop_log)
        if reason is not None:
            reasons = (reason,) if isinstance(reason, str) else tuple(reason)
            for place in np.setdiff1d(self.selection, selection):
                drop_log[place] = reasons
        events = self.events[rows]
        return replace(self, events=events, selection=selection, drop_log=tuple(drop_log))

    def with_present_names(self) -> "EventSelection":
        """Without the names that no event has."""
        present = set(self.events[:, 2].tolist())
        names = {name: n for name, n in self.event_id.items() if n in present}
        return replace(self, event_id=names)

    def blamed(self, reasons: Mapping[int, tuple[str, ...]]) -> "EventSelection":
        """Without the rows that have reasons to go, which are added to the drop log."""
        drop_log = list(self.drop_log)
        for row, why in reasons.items():
            drop_log[self.selection[row]] += why
        kept = np.setdiff1d(np.arange(len(self.events)), np.array(list(reasons), np.int64))
        chosen = self.taken(kept, reason=None)
        return replace(chosen, drop_log=tuple(drop_log))

    def comment(self) -> str:
        """What an average of these is called: the name, or the share of each name."""
        if len(self.event_id) == 1:
            return next(iter(self.event_id))
        numbers = self.events[:, 2]
        shares = {name: np.mean(numbers == n) for name, n in self.event_id.items()}
        return " + ".join(f"{share:.2f} × {name}" for name, share in shares.items())


def choose(
    events: ArrayLike, given: object, *, on_missing: str = "raise", repeated: str = "error"
) -> EventSelection:
    """The events with wanted numbers; what happens at one sample twice is settled."""
    one_of("event_repeated", repeated, REPEATED)
    listed_events = as_events(events)
    event_id = named_numbers(given, listed_events)
    numbers = listed_events[:, 2]
    for name, number in event_id.items():
        if number not in numbers:
            here = listed(np.unique(numbers).tolist())
            message = f"there must be events with number {number} ({name!r}), there are {here}"
            raise_or_warn("on_missing", on_missing, message)
    wanted = np.isin(numbers, list(event_id.values()))
    selection = np.flatnonzero(wanted)
    if not len(selection):
        msg = (
            f"at least one of {len(numbers)} events must have a number in "
            f"{event_id}, got none: events with numbers {listed(np.unique(numbers).tolist())}"
        )
        raise DataError(msg)
    drop_log = tuple(() if one else ("IGNORED",) for one in wanted)
    choice = EventSelection(
        events=listed_events[wanted], event_id=event_id, selection=selection, drop_log=drop_log
    )
    if len(np.unique(choice.events[:, 0])) < len(choice.events):
        choice = REPEATED[repeated](choice)
    if (np.diff(choice.events[:, 0]) <= 0).any():
        warn("events are not in the order of time: their epochs will not be either")
    LOGGER.info("%d matching events found", len(choice.events))
    return choice


def _refuse(choice: EventSelection) -> EventSelection:
    samples, counts = np.unique(choice.events[:, 0], return_counts=True)
    msg = (
        f"one event a sample must come, got several at {listed(samples[counts > 1].tolist())}: "
        "choose other numbers with event_id, or pass event_repeated='drop' or 'merge'"
    )
    raise InputError(msg)


def _keep_first(choice: EventSelection) -> EventSelection:
    _, first = np.unique(choice.events[:, 0], return_index=True)
    LOGGER.info("Several events at one sample: only the first of them is kept")
    return _without_idle_names(choice.taken(first, reason="DROP DUPLICATE"))


def _merge(choice: EventSelection) -> EventSelection:
    """Events at one sample as one, under a number of their own where theirs differ."""
    LOGGER.info("Several events at one sample: each such set becomes one event")
    events, event_id = choice.events.copy(), dict(choice.event_id)
    samples, first, counts = np.unique(events[:, 0], return_index=True, return_counts=True)
    for sample, row in zip(samples[counts > 1], first[counts > 1], strict=True):
        together = choice.events[choice.events[:, 0] == sample]
        before, numbers = np.unique(together[:, 1]), np.unique(together[:, 2])
        number = int(numbers[0])
        if len(numbers) > 1:
            number = _common_number(numbers.tolist(), event_id, choice.events)
        events[row, 1:] = before[0] if len(before) == 1 else 0, number
    kept = np.sort(first)
    merged = replace(choice.taken(kept, reason="MERGE DUPLICATE"), events=events[kept])
    return _without_idle_names(replace(merged, event_id=event_id))


def _common_number(numbers: list[int], event_id: dict[str, int], events: Ints) -> int:
    """Number of the name that joins the names of ``numbers``; entered if it is new."""
    names = list(event_id)
    values = list(event_id.values())
    parts = [names[values.index(n)] for n in numbers]
    for name, number in event_id.items():
        if set(name.split("/")) == set(parts):
            return number
    used = np.unique([*values, *events[:, 1:].ravel()])
    gaps = np.flatnonzero(np.diff(used) > 1)
    number = 1 if used[0] > 1 else int(used[gaps[0] if len(gaps) else -1]) + 1
    event_id["/".join(sorted(parts))] = number
    return number


def _without_idle_names(choice: EventSelection) -> EventSelection:
    used = set(choice.events[:, 1:].ravel().tolist())
    event_id = {name: n for name, n in choice.event_id.items() if n in used}
    return replace(choice, event_id=event_id)


REPEATED: dict[str, Callable[[EventSelection], EventSelection]] = {
    "error": _refuse,
    "drop": _keep_first,
    "merge": _merge,
}


def check_inside(choice: EventSelection, first: int, end: int, on_outside: str) -> None:
    """Say so if events lie outside the recording's samples ``first`` to ``end``."""
    samples = choice.events[:, 0]
    outside = int(((samples < first) | (samples >= end)).sum())
    if outside:
        message = (
            f"events must lie in the recording's samples {first} to {end - 1}, got {outside} of "
            f"{len(samples)} outside, which become no epochs: were they found at another "
            "sampling rate, or counted from 0?"
        )
        raise_or_warn("on_outside", on_outside, message)
