"""Dropping and renaming channels: the checks behind ``drop_channels`` and ``rename_channels``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError
from leadfield.base.raise_or_warn import raise_or_warn

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
    mapping: Mapping[str, str] | Callable[[str], str],
    on_missing: str,
) -> Mapping[str, str]:
    """New names by the old ones, from a mapping or a function."""
    if callable(mapping):
        return {name: mapping(name) for name in info.names}
    _check_names(info, mapping, on_missing)
    return mapping


def _check_names(info: MeasurementInfo, names: Iterable[str], on_missing: str) -> None:
    unknown = [name for name in names if name not in info.names]
    if unknown:
        message = f"channels must be in the data, {listed(unknown)} are not"
        raise_or_warn("on_missing", on_missing, message, ChannelError)
