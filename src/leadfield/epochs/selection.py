"""Selection of events for epochs: event codes, names, repeated events, drop log."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Ints, lock_arrays, locked
from leadfield.base.checks import listed, one_of
from leadfield.base.errors import DataError, InputError, MismatchError, RepeatedError
from leadfield.base.log import LOGGER, warn
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.epochs.event_names import parse_event_id
from leadfield.epochs.metadata import Metadata
from leadfield.events.lists import as_events

DropLog = tuple[tuple[str, ...], ...]
# Reasons to drop an epoch, by its row.
DropReasons = dict[int, tuple[str, ...]]


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EventSelection:
    """Events (n, 3) that epochs are cut around.

    ``event_id`` gives their codes names. ``selection`` (n,) says where each was in the list
    that they were selected from; ``drop_log`` has an entry for each event of that list: why
    it is not here, or ``()``. ``metadata`` has a row for each event that is here.
    """

    events: Ints
    event_id: Mapping[str, int]
    selection: Ints
    drop_log: DropLog
    metadata: Metadata | None = None

    def __post_init__(self) -> None:
        events = locked(self.events, np.int64, shape=(None, 3), name="events")
        selection = locked(self.selection, np.int64, shape=(len(events),), name="selection")
        object.__setattr__(self, "events", events)
        object.__setattr__(self, "selection", selection)
        object.__setattr__(self, "event_id", dict(self.event_id))
        if self.metadata is not None and self.metadata.n_rows != len(events):
            msg = (
                "metadata must have a row for each event, got "
                f"{self.metadata.n_rows} rows for {len(events)} events"
            )
            raise MismatchError(msg)
        lock_arrays(self)

    def select(self, rows: Ints, *, reason: str | tuple[str, ...] | None) -> "EventSelection":
        """Only these rows; ``reason`` goes into the drop log of the others."""
        selection = self.selection[rows]
        drop_log = list(self.drop_log)
        if reason is not None:
            reasons = (reason,) if isinstance(reason, str) else tuple(reason)
            for place in np.setdiff1d(self.selection, selection):
                drop_log[place] = reasons
        metadata = self.metadata
        return replace(
            self,
            events=self.events[rows],
            selection=selection,
            drop_log=tuple(drop_log),
            metadata=None if metadata is None else metadata.select(np.asarray(rows)),
        )

    def with_metadata(self, metadata: Metadata | None) -> "EventSelection":
        """The same events with another table beside them."""
        return replace(self, metadata=metadata)

    def renumbered(self) -> "EventSelection":
        """The same events as if they were all that there ever were."""
        n = len(self.events)
        return replace(self, selection=np.arange(n), drop_log=((),) * n)

    def with_present_names(self) -> "EventSelection":
        """Without the names that no event has."""
        present = set(self.events[:, 2].tolist())
        names = {name: code for name, code in self.event_id.items() if code in present}
        return replace(self, event_id=names)

    def with_names(self, given: object) -> "EventSelection":
        """The same events under other names, of which every code must have one."""
        names = parse_event_id(given, self.events)
        unnamed = np.setdiff1d(self.events[:, 2], list(names.values()))
        if len(unnamed):
            msg = f"event_id must name all numbers of events, {listed(unnamed.tolist())} lack one"
            raise InputError(msg)
        return replace(self, event_id=names)

    def drop(self, reasons: DropReasons) -> "EventSelection":
        """Without the rows that have reasons, which are added to the drop log."""
        drop_log = list(self.drop_log)
        for row, why in reasons.items():
            drop_log[self.selection[row]] += why
        rows = range(len(self.events))
        remaining = np.array([row for row in rows if row not in reasons], np.int64)
        return replace(self.select(remaining, reason=None), drop_log=tuple(drop_log))

    def comment(self) -> str:
        """What the average of these events is called: their name, or the share of each name."""
        if len(self.event_id) == 1:
            return next(iter(self.event_id))
        codes = self.events[:, 2]
        shares = {name: np.mean(codes == code) for name, code in self.event_id.items()}
        return " + ".join(f"{share:.2f} × {name}" for name, share in shares.items())


def share_dropped(drop_log: DropLog, ignore: Iterable[str]) -> float:
    """Share in percent of epochs that were dropped, for reasons other than those ignored."""
    ignored = set(ignore)
    dropped = [bool(log) for log in drop_log if not ignored & set(log)]
    return 100 * sum(dropped) / max(len(dropped), 1)


def count_drop_reasons(drop_log: Sequence[Sequence[str]]) -> tuple[int, int, dict[str, int]]:
    """Number of trials, of dropped ones, and of each reason, most frequent first."""
    counted = [entry for entry in drop_log if "IGNORED" not in entry]
    reasons = Counter(reason for entry in counted for reason in entry)
    dropped = sum(bool(entry) for entry in counted)
    return len(counted), dropped, dict(reasons.most_common())


def select_events(
    events: ArrayLike,
    event_id: object,
    *,
    on_missing: str = "raise",
    event_repeated: str = "error",
    metadata: Metadata | None = None,
) -> EventSelection:
    """The events with wanted codes; ``event_repeated`` decides about several at one sample.

    ``metadata`` have a row for each event, of codes that are not wanted, too.
    """
    one_of("event_repeated", event_repeated, REPEATED)
    all_events = as_events(events)
    if metadata is not None and metadata.n_rows != len(all_events):
        msg = (
            "metadata must have a row for each event, got "
            f"{metadata.n_rows} rows for {len(all_events)} events"
        )
        raise MismatchError(msg)
    codes_by_name = parse_event_id(event_id, all_events)
    codes = all_events[:, 2]
    for name, code in codes_by_name.items():
        if code not in codes:
            here = listed(np.unique(codes).tolist())
            message = f"there must be events with number {code} ({name!r}), there are {here}"
            raise_or_warn("on_missing", on_missing, message)
    wanted = np.isin(codes, list(codes_by_name.values()))
    selection = np.flatnonzero(wanted)
    if not len(selection):
        msg = (
            f"at least one of {len(codes)} events must have a number in "
            f"{codes_by_name}, got none: events with numbers {listed(np.unique(codes).tolist())}"
        )
        raise DataError(msg)
    selected = EventSelection(
        events=all_events[wanted],
        event_id=codes_by_name,
        selection=selection,
        drop_log=tuple(() if one else ("IGNORED",) for one in wanted),
        metadata=None if metadata is None else metadata.select(selection),
    )
    if len(set(selected.events[:, 0].tolist())) < len(selected.events):
        selected = REPEATED[event_repeated](selected)
    if (np.diff(selected.events[:, 0]) <= 0).any():
        warn("events are not in the order of time: their epochs will not be either")
    LOGGER.info("%d matching events found", len(selected.events))
    return selected


def _refuse_repeated(selected: EventSelection) -> EventSelection:
    samples, counts = np.unique(selected.events[:, 0], return_counts=True)
    msg = (
        f"one event a sample must come, got several at {listed(samples[counts > 1].tolist())}: "
        "choose other numbers with event_id, or pass event_repeated='drop' or 'merge'"
    )
    raise RepeatedError(msg)


def _keep_first(selected: EventSelection) -> EventSelection:
    _, first = np.unique(selected.events[:, 0], return_index=True)
    LOGGER.info("Several events at one sample: only the first of them is used")
    return _without_unused_names(selected.select(first, reason="DROP DUPLICATE"))


def _merge(selected: EventSelection) -> EventSelection:
    """Events at one sample as one, with a code of its own where theirs differ."""
    LOGGER.info("Several events at one sample: they are merged into one event")
    events, event_id = selected.events.copy(), dict(selected.event_id)
    samples, first, counts = np.unique(events[:, 0], return_index=True, return_counts=True)
    for sample, row in zip(samples[counts > 1], first[counts > 1], strict=True):
        together = selected.events[selected.events[:, 0] == sample]
        before, codes = np.unique(together[:, 1]), np.unique(together[:, 2])
        code = int(codes[0])
        if len(codes) > 1:
            code = _merged_code(codes.tolist(), event_id, selected.events)
        events[row, 1:] = before[0] if len(before) == 1 else 0, code
    rows = np.sort(first)
    merged = replace(selected.select(rows, reason="MERGE DUPLICATE"), events=events[rows])
    return _without_unused_names(replace(merged, event_id=event_id))


def _merged_code(codes: list[int], event_id: dict[str, int], events: Ints) -> int:
    """Code of the name that joins the names of ``codes``; added to ``event_id`` if new."""
    names = list(event_id)
    values = list(event_id.values())
    joined = [names[values.index(code)] for code in codes]
    for name, code in event_id.items():
        if set(name.split("/")) == set(joined):
            return code
    used = np.unique([*values, *events[:, 1:].ravel()])
    gaps = np.flatnonzero(np.diff(used) > 1)
    code = 1 if used[0] > 1 else int(used[gaps[0] if len(gaps) else -1]) + 1
    event_id["/".join(sorted(joined))] = code
    return code


def _without_unused_names(selected: EventSelection) -> EventSelection:
    used = set(selected.events[:, 1:].ravel().tolist())
    event_id = {name: code for name, code in selected.event_id.items() if code in used}
    return replace(selected, event_id=event_id)


REPEATED: dict[str, Callable[[EventSelection], EventSelection]] = {
    "error": _refuse_repeated,
    "drop": _keep_first,
    "merge": _merge,
}


def check_inside(selected: EventSelection, first: int, end: int, on_outside: str) -> None:
    """Raise or warn if events lie outside the recording's samples ``first`` to ``end``."""
    samples = selected.events[:, 0]
    outside = int(((samples < first) | (samples >= end)).sum())
    if outside:
        message = (
            f"events must lie in the recording's samples {first} to {end - 1}, got {outside} of "
            f"{len(samples)} outside, which become no epochs: were they found at another "
            "sampling rate, or counted from 0?"
        )
        raise_or_warn("on_outside", on_outside, message)
