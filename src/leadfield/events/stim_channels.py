"""Stimulus channels: which channels of a recording hold its triggers, and the events in them."""

import os
from collections.abc import Sequence

from leadfield.base.arrays import Ints
from leadfield.base.errors import ArgumentTypeError, ChannelError
from leadfield.base.log import LOGGER
from leadfield.events.triggers import TriggerRules, find_in_trigger
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import pick_channels, pick_types
from leadfield.recording.raw import RawRecording

VARIABLE = "MNE_STIM_CHANNEL"
# Where most recordings have their triggers; the newer name first.
USUAL = ("STI101", "STI 014")


def trigger_channels(given: object, info: MeasurementInfo) -> list[str]:
    """Channels to look at: those given, those of the environment, or the usual ones."""
    if isinstance(given, str):
        return [given]
    if given is not None:
        if not isinstance(given, Sequence) or not all(isinstance(one, str) for one in given):
            msg = f"stim_channel must be a name or a list of names, got {given!r}"
            raise ArgumentTypeError(msg)
        return list(given)
    found: list[str] = []
    name = os.environ.get(VARIABLE)
    while name is not None and name in info.names:
        found.append(name)
        name = os.environ.get(f"{VARIABLE}_{len(found)}")
    if found:
        return found
    for usual in USUAL:
        if usual in info.names:
            return [usual]
    return [info.names[i] for i in pick_types(info, stim=True)]


def find_in_channels(raw: RawRecording, names: Sequence[str], rules: TriggerRules) -> list[Ints]:
    """The events (n, 3) of each of these channels, at least one."""
    if not names:
        hint = ": events_from_annotations takes its annotations" if raw.annotations else ""
        msg = f"there must be a trigger channel to find events in, the data have none{hint}"
        raise ChannelError(msg)
    rows = pick_channels(raw.info.names, names)
    LOGGER.info("Looking for events on %s", ", ".join(names))
    triggers = raw.read(0, raw.n_samples, rows)
    return [
        find_in_trigger(trigger, rules, first_sample=raw.first_sample, name=name)
        for trigger, name in zip(triggers, names, strict=True)
    ]
