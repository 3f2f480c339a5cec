"""Small estimates of every kind."""

from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.api.estimates.kinds import estimate_class

VERTICES = {
    "surface": [[1, 5], [2, 9]],
    "volume": [[1, 2, 5, 9]],
    "mixed": [[1], [5], [2, 9]],
}


@pytest.fixture(scope="session")
def make_estimate():
    """Function that makes an estimate of four sources of random numbers."""

    def make(kind="surface", vector=False, n_times=4, **changes):
        shape = (4, 3, n_times) if vector else (4, n_times)
        data = np.random.default_rng(0).standard_normal(shape)
        fields = {"data": data, "vertices": VERTICES[kind], "tmin": -0.1, "tstep": 0.1}
        return estimate_class(kind, vector=vector)(**{**fields, **changes})

    return make


@pytest.fixture(scope="session")
def make_lazy(make_estimate):
    """Function that makes an estimate of a kernel and sensor data."""

    def make(vector=False, n_channels=6):
        rng = np.random.default_rng(1)
        kernel = rng.standard_normal((4, 3, n_channels) if vector else (4, n_channels))
        sensors = rng.standard_normal((n_channels, 5))
        return make_estimate(vector=vector, data=(kernel, sensors))

    return make


@pytest.fixture(scope="session")
def make_label():
    """Function that makes what has a label's hemisphere and vertices."""

    def make(hemi, vertices):
        return SimpleNamespace(hemi=hemi, vertices=np.array(vertices), name="some", subject=None)

    return make
