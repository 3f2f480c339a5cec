"""Noise that tests of whiteners share."""

import numpy as np
import pytest

from leadfield.covariance.noise import NoiseCovariance
from leadfield.recording.create import average_reference, create_measurement_info
from leadfield.recording.info import MeasurementInfo


@pytest.fixture
def info() -> MeasurementInfo:
    """Four magnetometers, six electrodes on their average."""
    types = ["mag"] * 4 + ["eeg"] * 6 + ["eog"]
    info = create_measurement_info([f"{kind} {i}" for i, kind in enumerate(types)], 100.0, types)
    return info.with_projections([average_reference(info, active=True)])


@pytest.fixture
def noise(info) -> NoiseCovariance:
    """Noise of all channels."""
    half = np.random.default_rng(0).standard_normal((11, 30))
    half *= np.array([1e-13] * 4 + [1e-6] * 7)[:, None]
    return NoiseCovariance(names=info.names, data=half @ half.T / 30, degrees=30)
