"""Epochs of several recordings or conditions as one set."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import starmap

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import MismatchError, RepeatedError
from leadfield.base.log import warn
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.good_epochs import collect_good_epochs
from leadfield.epochs.metadata import joined_metadata
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.samples import EpochsInMemory
from leadfield.epochs.selection import EventSelection
from leadfield.events.lists import MOST
from leadfield.recording.compatibility import check_compatible

# Seconds between the last event of one set and the first of the next, besides an epoch.
GAP = 10


def concatenated(
    sets: Sequence[EpochSet], *, add_offset: bool = True, on_mismatch: str = "raise"
) -> EpochSet:
    """The good epochs of all sets, in memory.

    With ``add_offset``, the events of each set come after those of the sets before.
    """
    for other in sets[1:]:
        _check_fits(sets[0], other, on_mismatch)
    event_id = _joint_names(sets)
    good, data = zip(*map(collect_good_epochs, sets), strict=True)
    if any(not len(one) for one in good):
        warn("one of the sets of epochs that are concatenated is empty")
    drop_log = tuple(log for one in good for log in one.drop_log)
    lengths = [len(one.drop_log) for one in good]
    starts = np.cumsum([0, *lengths[:-1]])
    selections = [one.event_selection.selection for one in good]
    selected = EventSelection(
        events=_joint_events(good, add_offset=add_offset),
        event_id=event_id,
        selection=np.concatenate(list(starmap(np.add, zip(selections, starts, strict=True)))),
        drop_log=drop_log,
        metadata=joined_metadata([one.event_selection.metadata for one in good]),
    )
    if any(one.annotations is not None and one.annotations.spans for one in sets):
        warn("annotations of epochs are dropped where sets are put together")
    return replace(
        sets[0],
        source=EpochsInMemory(data=np.concatenate(data)),
        event_selection=selected,
        rejection=Rejection(),
        unapplied_projection=None,
        projection_delayed=False,
        bad_dropped=True,
        annotations=None,
        file=None,
    )


def _check_fits(first: EpochSet, other: EpochSet, on_mismatch: str) -> None:
    check_compatible(first.info, other.info, on_mismatch)
    if first.times.shape != other.times.shape or not np.allclose(first.times, other.times):
        msg = (
            "epochs must have the same times to be put together, got "
            f"{len(first.times)} from {first.times[0]:g} s and "
            f"{len(other.times)} from {other.times[0]:g} s"
        )
        raise MismatchError(msg)
    if first.baseline != other.baseline:
        msg = (
            "epochs must have the same baseline to be put together, got "
            f"{first.baseline} and {other.baseline}"
        )
        raise MismatchError(msg)
    if first.recording_rate != other.recording_rate:
        warn(
            "epochs are from recordings of different sampling rates, "
            f"{first.recording_rate:g} and {other.recording_rate:g} Hz: be sure that they "
            "were filtered alike"
        )


def _joint_names(sets: Sequence[EpochSet]) -> dict[str, int]:
    """All names of events, once each name has one code and each code one name."""
    names: dict[str, int] = {}
    for one in sets:
        by_code = {code: name for name, code in names.items()}
        for name, code in one.event_id.items():
            if names.get(name, code) != code or by_code.get(code, name) != name:
                msg = (
                    "event_id must give a name the same code in all epochs, got "
                    f"{ {name: code} } beside {names}"
                )
                raise MismatchError(msg)
        names |= one.event_id
    return names


def _joint_events(sets: Sequence[EpochSet], *, add_offset: bool) -> Ints:
    """The events of all sets, each list moved behind those before it."""
    first = sets[0]
    shift = int((GAP + float(first.times[-1])) * first.info.sampling_rate)
    out, offset = [], 0
    for one in sets:
        events = one.events.copy()
        if len(events):
            last = int(events[:, 0].max())
            events[:, 0] += offset
            offset += last + shift
        out.append(events)
    if not add_offset:
        joint = np.concatenate([one.events for one in sets])
        if len(np.unique(joint[:, 0])) < len(joint):
            msg = (
                "events must be at different samples, several sets have one at the same: pass "
                "add_offset=True"
            )
            raise RepeatedError(msg)
        return joint
    joint = np.concatenate(out)
    if len(sets) > 1 and offset > MOST:
        warn(f"samples of events would pass {MOST}: they are numbered from 1 instead")
        joint[:, 0] = np.arange(1, len(joint) + 1)
    return joint
