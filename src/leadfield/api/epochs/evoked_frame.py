"""Data frames of evoked responses: ``to_data_frame``."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

    from leadfield.epochs.evoked import EvokedResponse


def evoked_form(index: object, time_format: object, *, long_format: bool) -> FrameForm:
    """The form of the data frame of an evoked response."""
    return frame_form(index, time_format, long_format=long_format, levels=["time"])


def frame_of_evoked(
    evoked: EvokedResponse, picks: Picks, scalings: Scalings, form: FrameForm
) -> DataFrame:
    """Samples of some channels."""
    rows = resolve_picks(evoked.info, picks, none="all", exclude=())
    types = [evoked.info.channels.types[i] for i in rows]
    return make_frame(
        evoked.data[rows].T * channel_scales(types, scalings),
        [evoked.info.names[i] for i in rows],
        {"time": form.times(evoked.times)},
        form,
        order=["time"],
        types=types,
    )
