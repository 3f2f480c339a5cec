"""Trials of a recording: its events, and epochs cut around those of the conditions."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.api.epochs.epochs import Epochs
from leadfield.api.recording.raw import Raw
from leadfield.base.arrays import Ints, lock_arrays, locked
from leadfield.cli.job import Localization, find_conditions, pick_channels, read_recording


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trials:
    """Events (n_events, 3) of the conditions, why each trial was dropped, times in s."""

    events: Ints
    drop_log: tuple[tuple[str, ...], ...]
    first_sample: int
    sampling_rate: float
    duration: float

    def __post_init__(self) -> None:
        object.__setattr__(self, "events", locked(self.events, np.int64))
        lock_arrays(self)


def cut_epochs(job: Localization, raw: Raw, events: Ints, picks: Ints) -> Epochs:
    """The epochs that are good."""
    start, stop = job.window
    epochs = Epochs(
        raw,
        events,
        dict(job.events),
        start,
        stop,
        baseline=job.baseline,
        picks=picks,
        reject=dict(job.reject) or None,
        flat=dict(job.flat) or None,
    )
    with warnings.catch_warnings():
        # That none is left is an error here, and soon raised.
        warnings.filterwarnings("ignore", "at least one epoch must be left")
        epochs.drop_bad()
    return epochs


def trials_of(raw: Raw, events: Ints, drop_log: Sequence[Sequence[str]]) -> Trials:
    """The trials of epochs around events, good and dropped; others are left out."""
    counted = [i for i, entry in enumerate(drop_log) if "IGNORED" not in entry]
    return Trials(
        events=events[counted],
        drop_log=tuple(tuple(drop_log[i]) for i in counted),
        first_sample=int(raw.first_samp),
        sampling_rate=float(raw.info["sfreq"]),
        duration=raw.n_times / float(raw.info["sfreq"]),
    )


def read_trials(job: Localization) -> Trials:
    """The trials of a job, read from its recording."""
    raw = read_recording(job)
    events = find_conditions(job, raw)
    epochs = cut_epochs(job, raw, events, pick_channels(job, raw))
    return trials_of(raw, events, epochs.drop_log)
