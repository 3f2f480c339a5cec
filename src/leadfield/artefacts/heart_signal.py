"""Heart's signal in a recording: an ECG channel, or the mean field of the magnetometers."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.artefacts.event_filter import band_pass
from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import all_finite
from leadfield.base.errors import ChannelError, DataError
from leadfield.base.log import LOGGER
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import BLOCK
from leadfield.recording.spans import segments_between


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeartSignal:
    """The filtered samples (n_times,) of good segments, and their ``places`` in the recording."""

    samples: Floats
    places: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)

    def spread(self, n_samples: int) -> Floats:
        """All samples of the recording, zero where segments were left out."""
        whole = np.zeros(n_samples)
        whole[self.places] = self.samples
        return whole


def read_heart_signal(
    recording: RawRecording,
    row: int | None,
    *,
    skipped: Collection[str],
    band: tuple[float | None, float | None],
    length: str | int,
) -> HeartSignal:
    """The signal of a channel (None: the sensors' mean field), each good segment filtered apart.

    Annotations that start with one of ``skipped`` are left out. ``band`` is in Hz, ``length``
    that of the filter.
    """
    whole = mean_field(recording) if row is None else recording.read(0, recording.n_samples, [row])
    segments = segments_between(recording, skipped)
    if not segments:
        msg = "heartbeats need good data to be found in, all of the recording is annotated as bad"
        raise DataError(msg)
    parts = [whole[:, start:stop] for start, stop in segments]
    for part in parts:
        all_finite("the heart's signal", part, "annotate what is missing as BAD")
    rate = recording.info.sampling_rate
    return HeartSignal(
        samples=np.concatenate([band_pass(part, rate, band, length)[0] for part in parts]),
        places=np.concatenate([np.arange(start, stop) for start, stop in segments]),
    )


def mean_field(recording: RawRecording) -> Floats:
    """The mean (1, n_times) over all good magnetometers, or gradiometers if there are none."""
    info = recording.info
    for kind in ("mag", "grad"):
        rows = info.channels.of_type(kind)
        if len(rows):
            break
    else:
        msg = (
            "heartbeats need an ECG or MEG channels to be found in, the recording has neither: "
            "name a channel with ch_name"
        )
        raise ChannelError(msg)
    good = [row for row in rows.tolist() if info.names[row] not in info.bads]
    if not good:
        msg = f"heartbeats need good {kind} channels to be found in, all are bad: name an ECG"
        raise ChannelError(msg)
    LOGGER.info("The heart's signal is the mean of %d %s channels", len(good), kind)
    mean = np.empty((1, recording.n_samples))
    for start in range(0, recording.n_samples, BLOCK):
        stop = min(start + BLOCK, recording.n_samples)
        mean[0, start:stop] = recording.read(start, stop, good).mean(axis=0)
    return mean
