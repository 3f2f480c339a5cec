"""Samples of epochs: ``Epochs.get_data``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.base.log import warn
from leadfield.epochs.good_epochs import collect_good_epochs, drop_bad, no_epochs_left
from leadfield.epochs.indexing import find_rows
from leadfield.epochs.time_axis import time_slice
from leadfield.recording.picks import Picks, resolve_picks
from leadfield.recording.units import factors

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.epochs.epoch_set import EpochSet


def read_epoch_data(
    epochs: EpochSet,
    picks: Picks,
    item: Any,
    window: tuple[float | None, float | None],
    *,
    units: str | Mapping[str, str] | None,
    exclude: str | Collection[str],
    copy: bool,
) -> tuple[EpochSet, Floats]:
    """The good epochs, and samples (n_epochs, n_channels, n_times) of some of them.

    Without ``copy``, samples in memory are a read-only view where nothing is computed.
    """
    info = epochs.info
    samples = time_slice(epochs.times, info.sampling_rate, *window)
    rows = resolve_picks(info, picks, none="all", exclude=exclude if picks is None else "bads")
    all_channels = len(rows) == len(info.channels) and bool((np.diff(rows) == 1).all())
    if item is not None:
        epochs = drop_bad(epochs)
    asked = epochs if item is None else epochs.select(find_rows(epochs, item))
    if asked.loaded and asked.bad_dropped and all_channels and not copy and units is None:
        view: Floats = asked.require_data("showing samples")[:, :, samples]
        return epochs, view
    channels = None if all_channels else rows
    good, data = collect_good_epochs(asked, channels=channels, samples=samples)
    if not len(good):
        warn(no_epochs_left(good))
    if units is not None:
        types = info.channels.types
        data *= factors(units, [types[i] for i in rows])[:, np.newaxis]
    return (good if item is None else epochs), data
