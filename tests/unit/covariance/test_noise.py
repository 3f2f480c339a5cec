"""The noise covariance as a value."""

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.covariance.noise import NoiseCovariance

NAMES = ("a", "b", "c")
FULL = np.arange(9.0).reshape(3, 3)


def test_channels_are_picked_in_the_order_asked_for():
    noise = NoiseCovariance(names=NAMES, data=FULL, degrees=5, bads=("a", "b"))
    picked = noise.pick(["c", "a"])
    assert picked.data.tolist() == [[8, 6], [2, 0]]
    assert picked.bads == ("a",)


def test_variances_are_picked_too():
    noise = NoiseCovariance(names=NAMES, data=np.array([1.0, 2.0, 3.0]), degrees=5)
    assert noise.pick(["c", "a"]).data.tolist() == [3, 1]
    assert noise.full()[2, 2] == 3


def test_missing_channels_are_named():
    noise = NoiseCovariance(names=NAMES, data=FULL, degrees=5)
    with pytest.raises(MismatchError, match="x"):
        noise.pick(["a", "x"])


def test_nan_is_refused():
    with pytest.raises(DataError, match="finite"):
        NoiseCovariance(names=NAMES, data=np.full((3, 3), np.nan), degrees=5)


def test_names_must_fit_the_data():
    with pytest.raises(InputError, match="shape"):
        NoiseCovariance(names=NAMES, data=np.eye(4), degrees=5)
