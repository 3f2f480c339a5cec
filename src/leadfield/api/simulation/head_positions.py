"""Positions of a moving head, as users give them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.interop.origin import kind_of
from leadfield.base.checks import all_finite, one_of
from leadfield.base.errors import ArgumentTypeError, FormatError, InputError
from leadfield.base.files import as_path, existing
from leadfield.simulation.head_positions import FADES, head_positions, rotations

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.recording.info import MeasurementInfo
    from leadfield.simulation.head_positions import HeadPositions

COLUMNS = 10  # time, three parts of a quaternion, place, and three measures of the fit


def as_head_positions(
    head_pos: Any,
    info: MeasurementInfo,
    *,
    first_sample: int,
    interp: str,
    end: float | None = None,
) -> HeadPositions:
    """Positions in a dict of matrices by time, in a table or its file; None is that of ``info``.

    None may be after ``end``, in s.
    """
    one_of("interp", interp, FADES)
    times, matrices = np.empty(0), np.empty((0, 4, 4))
    if isinstance(head_pos, str | Path):
        head_pos = _read_table(as_path(head_pos))
    if isinstance(head_pos, Mapping):
        times = np.array(sorted(head_pos), np.float64)
        matrices = np.array([head_pos[time] for time in sorted(head_pos)], np.float64)
    elif isinstance(head_pos, np.ndarray):
        times, matrices = _of_table(head_pos)
        times = times - first_sample / info.sampling_rate
    elif head_pos is not None:
        msg = (
            "head_pos must be a dict of matrices by time, an array of quaternions, a file of them, "
            f"or None, got {kind_of(head_pos)}"
        )
        raise ArgumentTypeError(msg)
    all_finite("head_pos", matrices, "give each time a position")
    if end is not None and len(times) and times[-1] > end:
        msg = f"times of head_pos must be at most {end:g} s, the recording's end, got {times[-1]:g}"
        raise InputError(msg)
    return head_positions(
        times,
        matrices,
        first=info.device_to_head,
        sampling_rate=info.sampling_rate,
        fade=interp,
    )


def _of_table(table: Floats) -> tuple[Floats, Floats]:
    """Times in s, and matrices (n, 4, 4) from the device to the head."""
    rows = np.atleast_2d(table)
    if rows.ndim != 2 or rows.shape[1] != COLUMNS or rows.dtype.kind not in "iuf":
        msg = f"head_pos must be numbers (n, {COLUMNS}), got {rows.dtype} of shape {table.shape}"
        raise InputError(msg)
    matrices = np.tile(np.eye(4), (len(rows), 1, 1))
    matrices[:, :3, :3] = rotations(rows[:, 1:4])
    matrices[:, :3, 3] = rows[:, 4:7]
    return rows[:, 0], matrices


def _read_table(path: Path) -> Floats:
    """The rows of a file of head positions, below its line of names."""
    try:
        return np.loadtxt(existing(path), skiprows=1, ndmin=2)
    except (ValueError, UnicodeDecodeError) as error:
        msg = f"it must be a line of names, and then lines of {COLUMNS} numbers: {error}"
        raise FormatError(path, msg) from error
