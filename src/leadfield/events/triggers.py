"""Trigger channels: the steps of their values, and the events that these make."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.base.checks import all_finite, listed, one_of
from leadfield.base.errors import DataError
from leadfield.base.log import LOGGER, warn

SAMPLE, BEFORE, AFTER = 0, 1, 2
MOST_VALUE = 2**53  # up to which floats tell whole numbers apart

MaskType = Literal["and", "not_and"]
Which = Callable[[Ints], tuple[Bools, Bools]]


def _increasing(steps: Ints) -> tuple[Bools, Bools]:
    starts = steps[:, AFTER] > steps[:, BEFORE]
    ends = (starts | (steps[:, AFTER] == 0)) & (steps[:, BEFORE] > 0)
    return starts, ends


def _every(steps: Ints) -> tuple[Bools, Bools]:
    return steps[:, AFTER] > 0, steps[:, BEFORE] > 0


def _from_zero(steps: Ints) -> tuple[Bools, Bools]:
    return steps[:, BEFORE] == 0, steps[:, AFTER] == 0


def _onsets(steps: Ints, starts: Ints, ends: Ints) -> Ints:  # noqa: ARG001 - one of a table
    return steps[starts]


def _steps(steps: Ints, starts: Ints, ends: Ints) -> Ints:
    return steps[np.union1d(starts, ends)]


def _offsets(steps: Ints, starts: Ints, ends: Ints) -> Ints:
    last = steps[ends, SAMPLE] - 1
    return np.column_stack([last, steps[ends, AFTER], steps[starts, AFTER]])


# Each says which steps start an event and which end one.
CONSECUTIVE: dict[bool | str, Which] = {"increasing": _increasing, True: _every, False: _from_zero}
OUTPUT = {"onset": _onsets, "step": _steps, "offset": _offsets}
MASK_TYPES: dict[str, Callable[[int], int]] = {"and": operator.pos, "not_and": operator.inv}


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerRules:
    """What counts as an event, and which of its ends is reported.

    ``merge`` joins steps at most this many samples apart; ``mask`` keeps (``"and"``) or
    clears (``"not_and"``) bits; ``unsigned`` reads values as 16-bit unsigned numbers;
    ``initial`` takes a first value other than zero for an event.
    """

    output: str = "onset"
    consecutive: bool | str = "increasing"
    merge: int = 0
    mask: int | None = None
    mask_type: str = "and"
    unsigned: bool = False
    initial: bool = False

    def __post_init__(self) -> None:
        one_of("output", self.output, OUTPUT)
        one_of("consecutive", self.consecutive, CONSECUTIVE)
        one_of("mask_type", self.mask_type, MASK_TYPES)


def whole_values(trigger: Floats, *, unsigned: bool = False) -> Ints:
    """Samples of a trigger channel as whole numbers of at least 0."""
    all_finite("the trigger channel", trigger, "name another stim_channel")
    if trigger.size and not np.abs(trigger).max() <= MOST_VALUE:
        msg = (
            f"the trigger channel must hold values of at most {MOST_VALUE}, got "
            f"{np.abs(trigger).max():g}: name another stim_channel"
        )
        raise DataError(msg)
    values = trigger.astype(np.int64)
    if unsigned:
        values = values.astype(np.uint16).astype(np.int64)
    if values.size and values.min() < 0:
        warn(
            "The trigger channel has negative values: their absolute values are used. "
            "If bit 16 (STI016) was in use, uint_cast=True reads it as what it is"
        )
        values = np.abs(values)
    return values


def find_steps(values: Ints, *, first_sample: int = 0, merge: int = 0) -> Ints:
    """Changes (n, 3): sample, value before, value after; the end counts as a fall to 0."""
    at = np.flatnonzero(np.diff(values)) + 1
    if not len(at):
        return np.empty((0, 3), np.int64)
    steps = np.column_stack([at + first_sample, values[at - 1], values[at]])
    if values[-1]:
        steps = np.vstack([steps, [len(values) + first_sample, values[-1], 0]])
    return merged_steps(steps, merge) if merge else steps


def merged_steps(steps: Ints, merge: int, *, at_first: bool = False) -> Ints:
    """Runs of steps at most ``merge`` samples apart as one, at the last or first one's sample."""
    follows = np.diff(steps[:, SAMPLE]) <= merge
    first = np.flatnonzero(~np.insert(follows, 0, False))
    last = np.flatnonzero(~np.append(follows, False))
    at = steps[first if at_first else last, SAMPLE]
    joined: Ints = np.column_stack([at, steps[first, BEFORE], steps[last, AFTER]])
    changes: Ints = joined[joined[:, BEFORE] != joined[:, AFTER]]
    return changes


def masked_steps(steps: Ints, mask: int | None, mask_type: str) -> Ints:
    """Steps, or events, of the bits that a mask leaves; those it hides are gone."""
    if mask is not None:
        steps = steps.copy()
        steps[:, BEFORE:] &= MASK_TYPES[mask_type](mask)
    left: Ints = steps[steps[:, BEFORE] != steps[:, AFTER]]
    return left


def find_in_trigger(trigger: Floats, rules: TriggerRules, *, first_sample: int, name: str) -> Ints:
    """Events (n, 3) of one trigger channel: sample, value before, value after."""
    values = whole_values(trigger, unsigned=rules.unsigned)
    steps = find_steps(values, first_sample=first_sample, merge=rules.merge)
    if values.size and values[0]:
        if rules.initial:
            steps = np.vstack([[first_sample, 0, values[0]], steps])
        else:
            LOGGER.info(
                "Trigger channel %s starts at %d, not at 0: initial_event=True would count it",
                name,
                values[0],
            )
    steps = masked_steps(steps, rules.mask, rules.mask_type)
    starting, ending = CONSECUTIVE[rules.consecutive](steps)
    starts, ends = np.flatnonzero(starting), np.flatnonzero(ending)
    if not len(starts) or not len(ends):
        return np.empty((0, 3), np.int64)
    # Not >, or a first step that ends one event and starts the next has its ends unpaired.
    if starts[0] >= ends[0]:
        LOGGER.info("The end of an event before the first start is left out")
        ends = ends[1:]
    if starts[-1] >= ends[-1]:
        LOGGER.info("The start of an event without an end is left out")
        starts = starts[:-1]
    events = OUTPUT[rules.output](steps, starts, ends)
    plural = "" if len(events) == 1 else "s"
    LOGGER.info("%d event%s found on trigger channel %s", len(events), plural, name)
    LOGGER.info("Event numbers: %s", listed(sorted(set(events[:, AFTER].tolist())), 40))
    return events
