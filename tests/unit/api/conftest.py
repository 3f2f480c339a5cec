"""A few magnetometers that tests of several rooms share."""

import numpy as np
import pytest

from leadfield.api.covariance.covariance import Covariance
from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.recording.info import create_info

NAMES = ["M1", "M2", "M3", "EOG"]
TYPES = ["mag", "mag", "mag", "eog"]


@pytest.fixture
def magnetometers():
    return create_info(NAMES, 100.0, TYPES)


@pytest.fixture
def cov():
    data = np.array([[2.0, 1.0, 0.0], [1.0, 3.0, 0.0], [0.0, 0.0, 4.0]])
    return Covariance(data, NAMES[:3], ["M3"], [], 50, method="shrunk", loglik=-3.0)


@pytest.fixture
def evoked(magnetometers):
    samples = 1e-13 * np.random.default_rng(0).standard_normal((4, 200))
    return EvokedArray(samples, magnetometers, tmin=-1.0, baseline=(None, None), nave=4)
