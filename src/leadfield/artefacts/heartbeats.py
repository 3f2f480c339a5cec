"""Heartbeats: R waves in an electrocardiogram, or in the field of the heart.

A beat starts where the rectified signal exceeds a share of its size in the first three
seconds, and lies at the maximum of the next half second.
"""

from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.artefacts.channels import ecg_row, event_list
from leadfield.artefacts.heart_signal import HeartSignal, read_heart_signal
from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import number, one_of, whole
from leadfield.base.errors import DataError, InputError
from leadfield.base.log import LOGGER
from leadfield.recording.raw import RawRecording

WINDOW = 0.5  # s, the shortest time between two beats
SECONDS_OF_SIZE = 3
SHARES = np.arange(0.3, 1.1, 0.05)  # that are tried for "auto"
# A beat whose window has more power than this many standard deviations above the mean is none.
OUTLIER = 2.5
SLOWEST, FASTEST, LIKELY = 40.0, 160.0, 80.0  # beats in a minute


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class HeartbeatSearch:
    """How heartbeats are looked for.

    In ``channel`` (None: an ECG, or the sensors' mean field), filtered to ``band`` in Hz by a
    filter of ``length``, from ``tstart`` s on; ``threshold`` is "auto" or the share of the first
    seconds' size that starts a beat. With ``good_only``, bad annotations and edges are left out.
    ``code`` is that of the events.
    """

    channel: str | None = None
    band: tuple[float | None, float | None] = (5.0, 35.0)
    length: str | int = "10s"
    tstart: float = 0.0
    threshold: str | float = "auto"
    good_only: bool = True
    code: int = 999

    def __post_init__(self) -> None:
        number("tstart", self.tstart, least=0)
        one_of("reject_by_annotation", self.good_only, [True, False])
        whole("event_id", self.code)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Heartbeats:
    """Events (n_beats, 3), beats in a minute, and the ``signal`` in which they were found.

    ``row`` is that of the channel, None for the sensors' mean field.
    """

    events: Ints
    pulse: float
    row: int | None
    signal: HeartSignal

    def __post_init__(self) -> None:
        lock_arrays(self)


def find_heartbeats(recording: RawRecording, search: HeartbeatSearch) -> Heartbeats:
    """The R waves of a recording."""
    row = ecg_row(recording.info, search.channel)
    rate = recording.info.sampling_rate
    skipped = ("edge", "bad") if search.good_only else ()
    signal = read_heart_signal(
        recording, row, skipped=skipped, band=search.band, length=search.length
    )
    beats = heartbeat_samples(
        signal.samples, rate, tstart=search.tstart, threshold=search.threshold
    )
    seconds = len(signal.samples) / rate - search.tstart
    pulse = len(beats) / (seconds / 60)
    LOGGER.info("%d heartbeats found, %.0f a minute", len(beats), pulse)
    return Heartbeats(
        events=event_list(signal.places[beats] + recording.first_sample, search.code),
        pulse=pulse,
        row=row,
        signal=signal,
    )


def heartbeat_samples(
    ecg: Floats, rate: float, *, tstart: float = 0.0, threshold: str | float = "auto"
) -> Ints:
    """Samples of the R waves in a filtered signal (n_times,), from ``tstart`` s on.

    ``threshold`` is the share of the first seconds' size that starts a beat; ``"auto"`` takes
    of several the one whose pulse is the median of those that hearts can have.
    """
    shares = _shares(threshold)
    start = int(rate * tstart)
    size = np.abs(ecg[start:])
    second = int(rate)
    if len(size) <= (SECONDS_OF_SIZE - 1) * second:
        msg = (
            f"heartbeats must have more than {SECONDS_OF_SIZE - 1} s of good data after tstart "
            f"to be found in, got {max(len(ecg) / rate - tstart, 0):g} s"
        )
        raise DataError(msg)
    firsts = [size[k * second : (k + 1) * second].max() for k in range(SECONDS_OF_SIZE)]
    strength = float(np.mean(firsts))
    width = round(rate * WINDOW)
    tries = [_beats(size, strength * share, width) + start for share in shares]
    tries = [beats for beats in tries if len(beats)]
    if not tries:
        return np.empty(0, np.int64)
    pulses = np.array([60 * len(beats) / (len(ecg) / rate) for beats in tries])
    likely = pulses[(pulses >= SLOWEST) & (pulses <= FASTEST)]
    ideal = np.median(likely) if len(likely) else LIKELY
    return tries[int(np.argmin(np.abs(pulses - ideal)))]


def _shares(threshold: str | float) -> list[float]:
    if isinstance(threshold, str):
        if threshold != "auto":
            msg = f"qrs_threshold must be 'auto' or a number, got {threshold!r}"
            raise InputError(msg)
        return [float(share) for share in SHARES]
    return [number("qrs_threshold", threshold, least=0)]


def _beats(size: Floats, limit: float, width: int) -> Ints:
    """Maxima of the windows of ``width`` samples that start above a limit, one after another."""
    above = np.flatnonzero(size[: max(len(size) - width, 0)] > limit)
    starts, i = [], 0
    while i < len(above):
        starts.append(int(above[i]))
        i = int(np.searchsorted(above, above[i] + width))
    if not starts:
        return np.empty(0, np.int64)
    windows = [size[first : first + width] for first in starts]
    powers = np.array([np.sqrt(window @ window / width) for window in windows])
    peaks = np.array([s + int(w.argmax()) for s, w in zip(starts, windows, strict=True)], np.int64)
    beats: Ints = peaks[powers < powers.mean() + OUTLIER * powers.std()]
    return beats
