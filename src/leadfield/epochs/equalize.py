"""Equal event counts: which epochs to drop so that conditions have equally many."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from leadfield.base.arrays import Bools, Ints
from leadfield.base.checks import looked_up
from leadfield.base.errors import ArgumentTypeError, InputError, UnknownNameError
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.good_epochs import drop_bad
from leadfield.epochs.indexing import drop_rows, find_rows_by_name
from leadfield.numerics.chance import Random, as_random

Chance = Callable[[], Random]
Method = Callable[[Ints, Ints, Random], Bools]


def _nearest_in_time(shorter: Ints, longer: Ints, rng: Random) -> Bools:  # noqa: ARG001
    """Which of the longer list to keep: one by one, the one is dropped that costs least.

    The cost is the summed distance between the two lists, the shorter one repeating its
    last sample: ``stay`` for the items before the dropped one, which stay in place, and
    ``move`` for those after it, which move up.
    """
    rows = np.arange(len(longer))
    if len(shorter) < 2:
        mask = np.zeros(len(longer), bool)
        if len(shorter):
            mask[np.argmin(np.abs(longer - shorter[0]))] = True
        return mask
    while len(rows) > len(shorter):
        n = len(rows) - 1
        target = np.append(shorter, np.full(n - len(shorter), shorter[-1]))
        weight = np.where(np.arange(n) < len(shorter), 2, 1)
        stay = weight * np.abs(longer[rows[:-1]] - target)
        move = weight * np.abs(longer[rows[1:]] - target)
        before = np.append(0, np.cumsum(stay))
        after = np.append(np.cumsum(move[::-1])[::-1], 0)
        rows = np.delete(rows, np.argmin(before + after))
    mask = np.zeros(len(longer), bool)
    mask[rows] = True
    return mask


def _first(shorter: Ints, longer: Ints, rng: Random) -> Bools:  # noqa: ARG001
    return np.arange(len(longer)) < len(shorter)


def _random(shorter: Ints, longer: Ints, rng: Random) -> Bools:
    mask = np.zeros(len(longer), bool)
    mask[rng.choice(np.arange(len(longer)), size=len(shorter), replace=False)] = True
    return mask


METHODS: dict[str, Method] = {
    "mintime": _nearest_in_time,
    "truncate": _first,
    "random": _random,
}


def find_surplus_epochs(
    epochs: EpochSet,
    conditions: Sequence[str | Sequence[str]],
    method: str,
    chance: Chance,
) -> Ints:
    """Rows to drop so that each condition has as many epochs as the smallest."""
    mask_of_kept = looked_up("method", method, METHODS)
    rows = [find_rows_by_name(epochs, names) for names in _conditions(epochs, conditions)]
    together = np.concatenate(rows)
    if len(np.unique(together)) < len(together):
        msg = f"conditions must not share epochs, got {list(conditions)}: choose other names"
        raise InputError(msg)
    samples = [epochs.events[one, 0] for one in rows]
    smallest = min(samples, key=len)
    masks = [mask_of_kept(smallest, one, chance()) for one in samples]
    return np.concatenate([one[~keep] for one, keep in zip(rows, masks, strict=True)])


def equalize_event_counts(
    epochs: EpochSet,
    event_ids: Iterable[str | Sequence[str]] | None,
    method: str,
    chance: Chance,
) -> tuple[EpochSet, Ints]:
    """Good epochs with equally many of each condition, and the rows that were dropped."""
    if isinstance(event_ids, str):
        msg = f"event_ids must be a list of names, got {event_ids!r}"
        raise ArgumentTypeError(msg)
    conditions = list(epochs.event_id) if event_ids is None else list(event_ids)
    if not conditions:
        msg = "event_ids must name at least one condition, got none"
        raise InputError(msg)
    epochs = drop_bad(epochs)
    rows = find_surplus_epochs(epochs, conditions, method, chance)
    return drop_rows(epochs, rows, "EQUALIZED_COUNT") if len(rows) else epochs, rows


def one_source_of_chance(rng: Random | int | None, random_state: Random | int | None) -> Chance:
    """What gives the generator for each condition: ``rng``, or an older ``random_state``.

    A number as ``random_state`` seeds one for each condition anew, as in MNE-Python.
    """
    if random_state is None or isinstance(
        random_state, np.random.Generator | np.random.RandomState
    ):
        one = as_random(rng, random_state)
        return lambda: one
    as_random(rng, random_state)  # refuses what is no seed
    return lambda: as_random(None, random_state)


def _conditions(epochs: EpochSet, conditions: Sequence[str | Sequence[str]]) -> list[list[str]]:
    """Names of the events of each condition; several tags must all be in a name."""
    event_id = epochs.event_id
    out = []
    for one in conditions:
        names = [one] if isinstance(one, str) else list(one)
        known = [name in event_id for name in names]
        if not any(known):
            tagged = [name for name in event_id if set(names) <= set(name.split("/"))]
            if not tagged:
                msg = f"event_ids must name epochs, {names} match none of {list(event_id)}"
                raise UnknownNameError(msg)
            names = tagged
        elif not all(known):
            msg = f"event_ids must not mix whole names and parts of names, got {names}"
            raise InputError(msg)
        out.append(names)
    return out
