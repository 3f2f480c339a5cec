"""Dropping, renaming, ordering and adding channels, and their types: what users asked, checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from leadfield.api.interop.origin import kind_of, mne_bases
from leadfield.base.checks import listed, one_of
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    FormatError,
    InputError,
    MismatchError,
)
from leadfield.base.files import existing
from leadfield.base.log import LOGGER, warn
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.recording.channels import numbered_names
from leadfield.recording.create import retyped

if TYPE_CHECKING:
    from leadfield.base.arrays import Ints
    from leadfield.recording.info import MeasurementInfo


def kept_rows(info: MeasurementInfo, dropped: str | Iterable[str], on_missing: str) -> Ints:
    """Indices of all channels but those dropped, at least one."""
    names = [dropped] if isinstance(dropped, str) else list(dropped)
    _check_names(info, names, on_missing)
    rows = np.flatnonzero([name not in names for name in info.names])
    if not len(rows):
        msg = "at least one channel must be left, all would be dropped"
        raise ChannelError(msg)
    return rows


def new_names(
    info: MeasurementInfo,
    mapping: object,
    on_missing: str,
    *,
    allow_duplicates: bool = False,
) -> Mapping[str, str]:
    """New names by the old ones, from a mapping or a function, unique."""
    found: dict[str, Any]
    if callable(mapping):
        found = {name: mapping(name) for name in info.names}
    elif isinstance(mapping, Mapping):
        _check_names(info, mapping, on_missing)
        found = {name: mapping.get(name, name) for name in info.names}
    else:
        msg = f"mapping must be a dict or a function of names, got {mapping!r}"
        raise InputError(msg)
    odd = [name for name in found.values() if not isinstance(name, str)]
    if odd:
        msg = f"new names must be strings, got {listed(odd)}"
        raise ArgumentTypeError(msg)
    if len(set(found.values())) == len(found):
        return found
    if not allow_duplicates:
        names = list(found.values())
        twice = sorted({name for name in names if names.count(name) > 1})
        msg = (
            f"new names must be unique, {listed(twice)} would not be: pass allow_duplicates=True "
            "to number them"
        )
        raise ChannelError(msg)
    return dict(zip(found, numbered_names(list(found.values())), strict=True))


def _check_names(info: MeasurementInfo, names: Iterable[str], on_missing: str) -> None:
    unknown = [name for name in names if name not in info.names]
    if unknown:
        message = f"channels must be in the data, {listed(unknown)} are not"
        raise_or_warn("on_missing", on_missing, message, ChannelError)


def listed_bads(info: MeasurementInfo, path: str | Path | None, *, force: bool) -> list[str]:
    """Names of channels that a text file lists, one a line; none for no file."""
    if path is None:
        return []
    file = existing(path)
    try:
        names = [line for line in file.read_text("utf-8").splitlines() if line]
    except UnicodeDecodeError as error:
        raise FormatError(file, "a list of bad channels must be text in UTF-8") from error
    unknown = [name for name in names if name not in info.names]
    if unknown:
        msg = f"bad channels of {path} must be in the data, {listed(unknown)} are not"
        if not force:
            raise ChannelError(msg)
        warn(f"{msg}: left out")
    return [name for name in names if name in info.names]


def with_current_coils(info: MeasurementInfo) -> MeasurementInfo:
    """The info with magnetometers of older types as those that most systems have."""
    channels = info.channels
    rows = channels.of_type("mag")
    old = rows[np.isin(channels.coil_types[rows], OLD_MAGNETOMETERS)]
    coil_types = channels.coil_types.copy()
    coil_types[old] = MAGNETOMETER
    LOGGER.info("%d of %d magnetometers get coil type T3", len(old), len(rows))
    return replace(info, channels=replace(channels, coil_types=coil_types))


def ordered_rows(info: MeasurementInfo, ch_names: Iterable[str]) -> Ints:
    """Indices of channels in another order."""
    names = [ch_names] if isinstance(ch_names, str) else list(ch_names)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice or not names:
        msg = f"ch_names must name at least one channel, each once, got {listed(twice or names)}"
        raise ChannelError(msg)
    return info.channels.indices(names)


# Neuromag's magnetometers T1 and T2, and T3, as FIF numbers coils.
OLD_MAGNETOMETERS, MAGNETOMETER = (3022, 3023), 3024
UNIT_NAMES = {
    107: "V",
    112: "T",
    201: "T/m",
    6: "M",
    -1: "NA",
    114: "C",
    110: "S",
    3: "s",
    210: "px",
}


def with_types(
    info: MeasurementInfo, mapping: Mapping[str, str], on_unit_change: str
) -> MeasurementInfo:
    """The info with other types for some channels."""
    one_of("on_unit_change", on_unit_change, ["raise", "warn", "ignore"])
    after = retyped(info, mapping)
    units: dict[tuple[int, int], list[str]] = {}
    for row in info.channels.indices(mapping):
        change = int(info.channels.units[row]), int(after.channels.units[row])
        units.setdefault(change, []).append(info.names[row])
    for (old, new), names in units.items():
        if old != new:
            message = (
                f"the unit of channels {listed(sorted(names))} changes from "
                f"{UNIT_NAMES.get(old, old)} to {UNIT_NAMES.get(new, new)}"
            )
            raise_or_warn("on_unit_change", on_unit_change, message)
    return after


def check_joinable(kind: type, others: object) -> list[Any]:
    """The objects whose channels are added; all of one class, ours or MNE-Python's."""
    if not isinstance(others, list | tuple):
        msg = f"add_list must be a list of {kind.__name__} objects, got {kind_of(others)}"
        raise ArgumentTypeError(msg)
    theirs = {kind.__name__, f"Base{kind.__name__}"}
    fits = [isinstance(one, kind) or not theirs.isdisjoint(mne_bases(one)) for one in others]
    odd = sorted({kind_of(one) for one, fit in zip(others, fits, strict=True) if not fit})
    if odd:
        msg = f"all objects must be {kind.__name__} to add their channels, got {listed(odd)}"
        raise ArgumentTypeError(msg)
    return list(others)


def with_rows_of(others: Sequence[NDArray[Any]], data: NDArray[Any]) -> NDArray[Any]:
    """Data (..., n_channels, n_times) and below them the channels of others."""
    shapes = {(*one.shape[:-2], one.shape[-1]) for one in (data, *others)}
    if len(shapes) > 1:
        msg = f"data must have the same epochs and times, got {listed(sorted(shapes))}"
        raise MismatchError(msg)
    return np.concatenate([data, *others], axis=-2)
