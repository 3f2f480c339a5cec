"""Made-up recordings and epochs."""

import numpy as np
import pytest

from leadfield.epochs.choice import choose
from leadfield.epochs.make import Cutting, array_epochs, cut_epochs
from leadfield.epochs.rejection import Rejection
from leadfield.recording.made import make_info
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import HeldSamples, Samples

TYPES = ["mag", "mag", "eeg", "eeg", "eeg", "eog", "misc"]
NAMES = ["M1", "M2", "E1", "E2", "E3", "EOG", "X"]
SCALES = np.array([1e-12, 1e-12, 1e-5, 1e-5, 1e-5, 1e-4, 1.0])[:, None]
RATE = 100.0


class CountedSamples(Samples):
    """Samples in memory that count how often they are read."""

    def __init__(self, data):
        self._held, self.reads = HeldSamples(data), 0

    @property
    def shape(self):
        return self._held.shape

    @property
    def dtype(self):
        return self._held.dtype

    def read(self, start, stop, rows):
        self.reads += 1
        return self._held.read(start, stop, rows)


@pytest.fixture
def data():
    """Samples of seven channels over 20 s."""
    return np.random.default_rng(0).standard_normal((7, 2000)) * SCALES


@pytest.fixture
def info():
    """Two magnetometers, three electrodes, EOG and one more channel."""
    return make_info(NAMES, RATE, TYPES)


@pytest.fixture
def recording(data, info):
    """A recording whose first sample is 50."""
    return RawRecording(info=info, samples=CountedSamples(data), first_sample=50)


@pytest.fixture
def events():
    """Twelve events, numbers 1 and 2 in turn."""
    samples = np.arange(150, 1950, 150)
    return np.column_stack([samples, np.zeros(12, int), np.arange(12) % 2 + 1])


@pytest.fixture
def cut(recording, events):
    """A function that cuts epochs from the recording."""

    def make(given=None, reject=None, flat=None, projecting="off", window=(None, None), **options):
        choice = choose(events, given)
        rejection = Rejection(reject=reject or {}, flat=flat or {}, start=window[0], stop=window[1])
        return cut_epochs(
            recording,
            choice,
            np.arange(7),
            Cutting(**options),
            rejection=rejection,
            projecting=projecting,
        )

    return make


@pytest.fixture
def held(info):
    """A function that makes epochs of an array, numbers 1 and 2 in turn."""

    def make(block, names=None, **options):
        n = len(block)
        events = np.column_stack([np.arange(n) * 10, np.zeros(n, int), np.arange(n) % 2 + 1])
        choice = choose(events, names)
        return array_epochs(block, info, choice, **({"rejection": Rejection()} | options))

    return make
