"""Data frames of epochs: ``to_data_frame``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from leadfield.api.recording.data_frames import (
    FrameForm,
    Scalings,
    channel_scales,
    frame_form,
    make_frame,
)
from leadfield.epochs.good_epochs import collect_good_epochs, require_epochs
from leadfield.recording.picks import Picks, resolve_picks

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.epochs.epoch_set import EpochSet

FrameLevel = Literal["time", "epoch", "condition"]


def epochs_form(index: object, time_format: object, *, long_format: bool) -> FrameForm:
    """The form of the data frame of epochs."""
    levels = ["time", "epoch", "condition"]
    return frame_form(index, time_format, long_format=long_format, levels=levels)


def frame_of_epochs(
    epochs: EpochSet, picks: Picks, scalings: Scalings, form: FrameForm
) -> tuple[EpochSet, DataFrame]:
    """The good epochs, and their samples, epoch after epoch."""
    info = epochs.info
    rows = resolve_picks(info, picks, none="all", exclude=())
    good, data = collect_good_epochs(epochs, channels=rows)
    require_epochs(good)
    n_epochs, _, n_times = data.shape
    types = [info.channels.types[i] for i in rows]
    samples = data.transpose(0, 2, 1).reshape(n_epochs * n_times, len(rows))
    samples *= channel_scales(types, scalings)
    names = {code: name for name, code in good.event_id.items()}
    conditions = [names[code] for code in good.events[:, 2].tolist()]
    frame = make_frame(
        samples,
        [info.names[i] for i in rows],
        {
            "time": form.times(np.tile(good.times, n_epochs)),
            "condition": np.repeat(conditions, n_times),
            "epoch": np.repeat(good.event_selection.selection, n_times),
        },
        form,
        order=["condition", "epoch", "time"],
        types=types,
    )
    return good, frame
