"""A few channels of noise that tests of covariances share."""

import numpy as np
import pytest

from leadfield.base.arrays import Floats
from leadfield.recording.create import create_measurement_info
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import FIELD, Projection

STRENGTH = {"mag": 1e-13, "grad": 4e-12, "eeg": 2e-6}


def noise_of(info: MeasurementInfo, n_samples: int = 900, seed: int = 0) -> Floats:
    """Samples (n_channels, n_samples) of correlated noise as strong as each type's is."""
    rng = np.random.default_rng(seed)
    n = len(info.channels)
    mixing = np.eye(n) + 0.3 * rng.standard_normal((n, n))
    strengths = np.array([STRENGTH[kind] for kind in info.channels.types])
    samples = mixing @ rng.standard_normal((n, n_samples))
    return samples / np.linalg.norm(mixing, axis=1)[:, None] * strengths[:, None]


@pytest.fixture
def info() -> MeasurementInfo:
    """Six magnetometers, ten gradiometers, eight electrodes."""
    types = ["mag"] * 6 + ["grad"] * 10 + ["eeg"] * 8
    names = [f"{kind.upper()} {i:03d}" for i, kind in enumerate(types)]
    return create_measurement_info(names, 100.0, types)


@pytest.fixture
def pattern(info) -> Projection:
    """One disturbance over magnetometers and gradiometers."""
    names = info.names[:16]
    vector = np.random.default_rng(5).standard_normal((1, 16))
    return Projection(
        description="pattern",
        kind=FIELD,
        active=False,
        channel_names=names,
        vectors=vector / np.linalg.norm(vector),
    )


@pytest.fixture
def samples(info) -> Floats:
    """Noise of these channels."""
    return noise_of(info)
