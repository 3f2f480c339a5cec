"""Samples of a recording that users scale, and events that they write into them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.base.checks import listed, number
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError, OutOfRangeError
from leadfield.events.stim_channels import trigger_channels

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.recording.info import MeasurementInfo
    from leadfield.recording.raw import RawRecording


def factors_by_channel(info: MeasurementInfo, scalings: object) -> Floats:
    """A factor (n_channels, 1) for each channel, from one for all or those of types."""
    types = info.channels.types
    if isinstance(scalings, Mapping):
        unknown = [kind for kind in scalings if kind not in types]
        if unknown:
            msg = f"scalings must be for types in the data, {listed(unknown)} are not"
            raise InputError(msg)
        table = {kind: number(f"scalings[{kind!r}]", one) for kind, one in scalings.items()}
    elif isinstance(scalings, int | float | np.integer | np.floating):
        if len(set(types)) > 1:
            msg = (
                f"scalings must be a dict for channels of several types, "
                f"{listed(dict.fromkeys(types))}, got {scalings!r}"
            )
            raise InputError(msg)
        table = {types[0]: number("scalings", scalings)}
    else:
        msg = f"scalings must be a number or a dict of numbers, got {scalings!r}"
        raise ArgumentTypeError(msg)
    return np.array([[table.get(kind, 1.0)] for kind in types])


def event_writer(
    raw: RawRecording, events: ArrayLike, stim_channel: str | None, *, replace: bool
) -> Callable[[NDArray[Any]], NDArray[Any]]:
    """What adds event codes to a trigger channel of samples (n_channels, n_times)."""
    given = np.asarray(events)
    if given.ndim != 2 or given.shape[1] != 3:
        msg = f"events must have shape (n_events, 3), got {given.shape}"
        raise InputError(msg)
    places = given[:, 0].astype(np.int64)
    if (places != given[:, 0]).any():
        msg = "samples of events must be whole numbers"
        raise InputError(msg)
    last = raw.first_sample + raw.n_samples - 1
    if len(places) and not raw.first_sample <= places.min() <= places.max() <= last:
        msg = (
            f"events must be from sample {raw.first_sample} to {last}, got "
            f"{places.min()} to {places.max()}"
        )
        raise OutOfRangeError(msg)
    names = [name for name in raw.info.names if name in trigger_channels(stim_channel, raw.info)]
    if not names:
        msg = f"stim_channel must be in the data, got {stim_channel!r}"
        raise ChannelError(msg)
    row = raw.info.names.index(names[0])

    def write(data: NDArray[Any]) -> NDArray[Any]:
        out = data.copy()
        if replace:
            out[row] = 0
        out[row, places - raw.first_sample] += given[:, 2]
        return out

    return write
