"""Values of the stage ``artefacts``."""

import numpy as np

from leadfield.artefacts.blinks import BlinkSearch
from leadfield.artefacts.heartbeats import HeartbeatSearch, find_heartbeats
from leadfield.artefacts.patterns import PatternCounts, pattern_groups
from leadfield.recording.create import create_measurement_info
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples


def values():
    info = create_measurement_info(["M1", "M2", "ECG"], 100.0, ["mag", "mag", "ecg"])
    beat = np.zeros((3, 3000))
    for i, start in enumerate(range(100, 2900, 90)):
        beat[:, start : start + 10] = (1 + 0.1 * (i % 3)) * np.hanning(10)
    raw = RawRecording(info=info, samples=ArraySamples(beat))
    found = find_heartbeats(raw, HeartbeatSearch())
    yield from (found, found.signal, BlinkSearch(), HeartbeatSearch())
    yield from pattern_groups(info, PatternCounts())
