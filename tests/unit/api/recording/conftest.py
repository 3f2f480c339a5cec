"""A recording of six channels, in memory and in a file."""

import numpy as np
import pytest

from leadfield.api.recording.info import create_info
from leadfield.api.recording.raw_array import RawArray
from leadfield.api.recording.read_raw import read_raw_fif

NAMES = ["M1", "M2", "E1", "E2", "E3", "STI"]


@pytest.fixture
def samples():
    return np.random.default_rng(3).standard_normal((6, 100))


@pytest.fixture
def raw(samples):
    info = create_info(NAMES, 50.0, ["mag", "mag", "eeg", "eeg", "eeg", "stim"])
    return RawArray(samples, info, first_samp=25)


@pytest.fixture
def opened(raw, tmp_path):
    """The same from a file."""
    raw.save(tmp_path / "x_raw.fif", fmt="double", buffer_size_sec=0.3, verbose=False)
    return read_raw_fif(tmp_path / "x_raw.fif", verbose=False)
