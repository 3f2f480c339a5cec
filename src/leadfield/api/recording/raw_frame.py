"""Data frame of a recording: ``Raw.to_data_frame``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from leadfield.api.recording.data_frames import (
    FrameForm,
    Scalings,
    channel_scales,
    frame_form,
    make_frame,
)
from leadfield.recording.picks import Picks, resolve_picks

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.recording.raw import RawRecording


def raw_form(
    raw: RawRecording, index: object, time_format: object, *, long_format: bool
) -> FrameForm:
    """The form of a recording's data frame."""
    dated = raw.info.measured_at is not None
    return frame_form(index, time_format, long_format=long_format, levels=["time"], dated=dated)


def frame_of_raw(
    raw: RawRecording,
    picks: Picks,
    scalings: Scalings,
    span: tuple[int | None, int | None],
    form: FrameForm,
) -> DataFrame:
    """Samples of some channels, from the first to the second number of ``span``."""
    rows = resolve_picks(raw.info, picks, none="all", exclude=())
    start, stop, _ = slice(*span).indices(raw.n_samples)
    types = [raw.info.channels.types[i] for i in rows]
    data = raw.values(start, max(start, stop), rows).T * channel_scales(types, scalings)
    times = np.arange(start, start + len(data)) / raw.info.sampling_rate
    return make_frame(
        data,
        [raw.info.names[i] for i in rows],
        {"time": form.times(times, raw.info.measured_at, raw.first_time)},
        form,
        order=["time"],
        types=types,
    )
