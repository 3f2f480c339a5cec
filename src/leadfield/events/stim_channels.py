"""Stimulus channels: which channels of a recording hold its triggers."""

import os
from collections.abc import Sequence

from leadfield.base.errors import ArgumentTypeError
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import pick_types

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
