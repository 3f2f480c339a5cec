"""Blinks: peaks in the signals of electrodes near the eyes."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.artefacts.channels import eog_rows, event_list
from leadfield.artefacts.event_filter import band_pass
from leadfield.artefacts.peaks import find_peaks
from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import all_finite, number, one_of, whole
from leadfield.base.errors import DataError
from leadfield.base.log import LOGGER
from leadfield.recording.raw import RawRecording
from leadfield.recording.spans import good_samples

# Between these frequencies in Hz the electrode is chosen that sees most of the eyes.
CHOICE_BAND = (2.0, 45.0)
BELOW_NYQUIST = 0.75  # Hz that the upper one stays below half the sampling rate


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class BlinkSearch:
    """How blinks are looked for.

    In ``channels`` (None: all good EOG channels), filtered to ``band`` in Hz by a filter of
    ``length``, from ``tstart`` s on; peaks stand out by ``threshold`` (None: a quarter of the
    range). With ``good_only``, bad annotations are left out. ``code`` is that of the events.
    """

    channels: str | Sequence[str] | None = None
    band: tuple[float | None, float | None] = (1.0, 10.0)
    length: str | int = "10s"
    tstart: float = 0.0
    threshold: float | None = None
    good_only: bool = False
    code: int = 998

    def __post_init__(self) -> None:
        number("tstart", self.tstart, least=0)
        one_of("reject_by_annotation", self.good_only, [True, False])
        whole("event_id", self.code)


def find_blinks(recording: RawRecording, search: BlinkSearch) -> Ints:
    """Events (n_blinks, 3) at which eyes blink."""
    info, n = recording.info, recording.n_samples
    rows = eog_rows(info, search.channels)
    eog = recording.read(0, n, rows)
    good = np.ones(n, bool)
    if search.good_only:
        good = good_samples(recording, 0, n)
        eog = eog[:, good]
    all_finite("the EOG", eog, "annotate what is missing as BAD, with reject_by_annotation=True")
    blinks = blink_samples(eog, [info.names[row] for row in rows], info.sampling_rate, search)
    return event_list(np.flatnonzero(good)[blinks] + recording.first_sample, search.code)


def blink_samples(eog: Floats, names: Sequence[str], rate: float, search: BlinkSearch) -> Ints:
    """Samples of the peaks in the strongest of the signals ``eog`` (n_channels, n_times)."""
    start = int(rate * search.tstart)
    if start >= eog.shape[1]:
        msg = (
            f"tstart must be before the end of the good data, {eog.shape[1] / rate:g} s, "
            f"got {search.tstart:g}"
        )
        raise DataError(msg)
    row = strongest_signal(eog, rate, search.length)
    LOGGER.info("Blinks are looked for in channel %s", names[row])
    signal = band_pass(eog[row : row + 1], rate, search.band, search.length)[0]
    around = signal - signal.mean()
    upright = abs(around.max()) > abs(around.min())
    found = find_peaks((signal if upright else -signal)[start:], search.threshold) + start
    LOGGER.info("%d blinks found", len(found))
    return found


def strongest_signal(eog: Floats, rate: float, length: str | int) -> int:
    """Row of the signal (n_channels, n_times) with the most power above slow drifts."""
    if len(eog) == 1:
        return 0
    low, high = CHOICE_BAND
    signals = band_pass(eog, rate, (low, min(high, rate / 2 - BELOW_NYQUIST)), length)
    return int(np.argmax(np.linalg.norm(signals, axis=1)))
