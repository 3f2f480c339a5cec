"""Statistics of each channel of a recording: extremes and quartiles."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.recording.raw import RawRecording

# Samples in memory at a time, unless one channel has more.
MOST_SAMPLES = 2**24


def channel_quartiles(raw: RawRecording) -> Floats:
    """Minimum, quartiles (three) and maximum of each channel, shape (n_channels, 5)."""
    n_channels = len(raw.info.channels)
    at_once = max(MOST_SAMPLES // raw.n_samples, 1)
    out = np.empty((n_channels, 5))
    for first in range(0, n_channels, at_once):
        rows = np.arange(first, min(first + at_once, n_channels))
        samples = raw.read(0, raw.n_samples, rows)
        out[rows, 0], out[rows, 4] = samples.min(axis=1), samples.max(axis=1)
        out[rows, 1:4] = np.percentile(samples, [25, 50, 75], axis=1).T
    return out
