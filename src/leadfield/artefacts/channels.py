"""Channels that see eyes and heart, and event lists of what is found in them."""

from collections.abc import Sequence
from types import UnionType

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.checks import listed
from leadfield.base.errors import ArgumentTypeError, ChannelError, StateError
from leadfield.base.log import LOGGER, warn
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import pick_types


def eog_rows(info: MeasurementInfo, names: str | Sequence[str] | None = None) -> Ints:
    """Rows of the channels in which to look for blinks: those named, or all good EOG channels."""
    if names is None:
        rows = pick_types(info, eog=True)
        if not len(rows):
            msg = "blinks need a good EOG channel to be found in: name another with ch_name"
            raise StateError(msg)
    else:
        _check_names(names, str | list | tuple)
        rows = info.channels.indices([names] if isinstance(names, str) else names)
    if not len(rows):
        msg = "ch_name must name a channel at least, got an empty list"
        raise ChannelError(msg)
    LOGGER.info("EOG channels: %s", ", ".join(info.names[row] for row in rows))
    return rows


def ecg_row(info: MeasurementInfo, name: str | None = None) -> int | None:
    """Row of the channel in which to look for heartbeats, None if there is no good ECG."""
    if name is not None:
        _check_names(name, str)
        return int(info.channels.indices([name])[0])
    rows = pick_types(info, ecg=True)
    if len(rows) > 1:
        found = listed(info.names[row] for row in rows)
        warn(f"there are several ECG channels, {found}: the first is taken, ch_name names another")
    return int(rows[0]) if len(rows) else None


def _check_names(given: object, kind: type | UnionType) -> None:
    if not isinstance(given, kind):
        several = "" if kind is str else ", a list of names,"
        msg = f"ch_name must be a name{several} or None, got {given!r}"
        raise ArgumentTypeError(msg)


def event_list(samples: Ints, code: int) -> Ints:
    """Events (n, 3) of one code: sample, 0, code."""
    zeros = np.zeros(len(samples), np.int64)
    return np.column_stack([samples, zeros, zeros + code]).astype(np.int64)
