"""Saving a recording: ``Raw.save``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np

from leadfield.api.recording.split_size import as_bytes
from leadfield.base.checks import number
from leadfield.recording.fif.write_raw import RawOptions, write_raw
from leadfield.recording.picks import Picks, resolve_picks
from leadfield.recording.spans import span_to_save

if TYPE_CHECKING:
    from leadfield.recording.raw import RawRecording

RawFormat = Literal["single", "double", "int", "short"]
SplitNaming = Literal["neuromag", "bids"]


def save_raw(
    raw: RawRecording,
    fname: str | Path,
    *,
    picks: Picks,
    tmin: float,
    tmax: float | None,
    buffer_size_sec: float | None,
    drop_small_buffer: bool,
    proj: bool,
    fmt: RawFormat,
    overwrite: bool,
    split_size: str | int,
    split_naming: SplitNaming,
) -> list[Path]:
    """Write a part of a recording, projected if ``proj``; the files it went to."""
    rate = raw.info.sampling_rate
    raw = raw.cropped(*span_to_save(rate, raw.n_samples, tmin, tmax))
    if proj:
        raw = raw.projected()
    if picks is not None:
        raw = raw.picked(resolve_picks(raw.info, picks, none="all", exclude=()))
    length = raw.buffer_size or round(rate)
    if buffer_size_sec is not None:
        length = int(np.ceil(number("buffer_size_sec", buffer_size_sec, above=0) * rate))
    options = RawOptions(
        fmt=fmt,
        buffer_size=max(length, 1),
        split_size=as_bytes("split_size", split_size),
        split_naming=split_naming,
        drop_small_buffer=drop_small_buffer,
        overwrite=overwrite,
    )
    return write_raw(fname, raw, options)
