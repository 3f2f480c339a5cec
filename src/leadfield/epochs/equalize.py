"""Which epochs to drop so that conditions have equally many."""

from collections.abc import Callable, Sequence

import numpy as np

from leadfield.base.arrays import Bools, Ints
from leadfield.base.checks import looked_up
from leadfield.base.errors import InputError, UnknownNameError
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.event_names import matching

Method = Callable[[Ints, Ints, "np.random.Generator"], Bools]


def _nearest_in_time(shorter: Ints, longer: Ints, rng: "np.random.Generator") -> Bools:  # noqa: ARG001
    """Which of the longer list to keep: one by one, the one goes that hurts most.

    What hurts is the summed distance between the two lists, the shorter one going on
    with its last sample: ``stay`` if the items before stay in place, ``move`` if those
    after move up.
    """
    kept = np.arange(len(longer))
    if len(shorter) < 2:
        chosen = np.zeros(len(longer), bool)
        if len(shorter):
            chosen[np.argmin(np.abs(longer - shorter[0]))] = True
        return chosen
    while len(kept) > len(shorter):
        n = len(kept) - 1
        target = np.append(shorter, np.full(n - len(shorter), shorter[-1]))
        weight = np.where(np.arange(n) < len(shorter), 2, 1)
        stay = weight * np.abs(longer[kept[:-1]] - target)
        move = weight * np.abs(longer[kept[1:]] - target)
        before = np.append(0, np.cumsum(stay))
        after = np.append(np.cumsum(move[::-1])[::-1], 0)
        kept = np.delete(kept, np.argmin(before + after))
    chosen = np.zeros(len(longer), bool)
    chosen[kept] = True
    return chosen


def _first(shorter: Ints, longer: Ints, rng: "np.random.Generator") -> Bools:  # noqa: ARG001
    return np.arange(len(longer)) < len(shorter)


def _random(shorter: Ints, longer: Ints, rng: "np.random.Generator") -> Bools:
    chosen = np.zeros(len(longer), bool)
    chosen[rng.choice(np.arange(len(longer)), size=len(shorter), replace=False)] = True
    return chosen


METHODS: dict[str, Method] = {
    "mintime": _nearest_in_time,
    "truncate": _first,
    "random": _random,
}


def surplus(
    epochs: EpochSet,
    conditions: Sequence[str | Sequence[str]],
    method: str,
    rng: "np.random.Generator",
) -> Ints:
    """Rows to drop so that each condition has as many epochs as the smallest."""
    choose = looked_up("method", method, METHODS)
    rows = [rows_named(epochs, names) for names in _conditions(epochs, conditions)]
    together = np.concatenate(rows)
    if len(np.unique(together)) < len(together):
        msg = f"conditions must not share epochs, got {list(conditions)}: choose other names"
        raise InputError(msg)
    samples = [epochs.choice.events[one, 0] for one in rows]
    smallest = min(samples, key=len)
    kept = [choose(smallest, one, rng) for one in samples]
    return np.concatenate([one[~keep] for one, keep in zip(rows, kept, strict=True)])


def rows_named(epochs: EpochSet, names: Sequence[str]) -> Ints:
    """Rows of the epochs that have one of these names, or all parts of one."""
    event_id = epochs.choice.event_id
    numbers = [event_id[name] for name in matching(event_id, names)]
    return np.flatnonzero(np.isin(epochs.choice.events[:, 2], numbers))


def _conditions(epochs: EpochSet, conditions: Sequence[str | Sequence[str]]) -> list[list[str]]:
    """Names of the events of each condition; several parts of names must all be there."""
    event_id = epochs.choice.event_id
    out = []
    for one in conditions:
        words = [one] if isinstance(one, str) else list(one)
        known = [word in event_id for word in words]
        if not any(known):
            parts = [name for name in event_id if set(words) <= set(name.split("/"))]
            if not parts:
                msg = f"event_ids must name epochs, {words} match none of {list(event_id)}"
                raise UnknownNameError(msg)
            words = parts
        elif not all(known):
            msg = f"event_ids must not mix whole names and parts of names, got {words}"
            raise InputError(msg)
        out.append(words)
    return out
