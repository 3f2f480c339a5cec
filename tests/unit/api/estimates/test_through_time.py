"""Filters of the courses of sources."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, DataError, OutOfRangeError


@pytest.fixture
def long_one(make_estimate):
    return make_estimate(n_times=400, tstep=0.005)


@pytest.fixture
def lazy_one(make_estimate):
    rng = np.random.default_rng(1)
    factors = rng.standard_normal((4, 3)), rng.standard_normal((3, 400))
    return make_estimate(data=factors, tstep=0.005)


LINEAR = {
    "filter": lambda stc: stc.filter(None, 30.0),
    "savgol_filter": lambda stc: stc.savgol_filter(20.0),
    "resample": lambda stc: stc.resample(100.0),
    "apply_hilbert": lambda stc: stc.apply_hilbert(),
}


@pytest.mark.parametrize("call", LINEAR.values(), ids=LINEAR)
def test_factors_stay_apart_if_the_sensors_are_fewer(lazy_one, call):
    call(lazy_one)
    assert lazy_one._lazy.factors is not None


@pytest.mark.parametrize("call", LINEAR.values(), ids=LINEAR)
def test_copies_keep_their_samples(lazy_one, call):
    other = lazy_one.copy()
    before = other.data.copy()
    call(lazy_one)
    np.testing.assert_array_equal(other.data, before)


def test_sensors_that_users_gave_are_left_alone(make_estimate):
    sensors = np.random.default_rng(1).standard_normal((3, 400))
    before = sensors.copy()
    make_estimate(data=(np.ones((4, 3)), sensors), tstep=0.005).filter(None, 30.0)
    np.testing.assert_array_equal(sensors, before)


@pytest.mark.parametrize("call", LINEAR.values(), ids=LINEAR)
def test_complex_values_are_refused(long_one, call):
    with pytest.raises(DataError, match="must be real"):
        call(long_one * 1j)


def test_single_precision_becomes_double(long_one):
    long_one.data = long_one.data.astype(np.float32)
    assert long_one.filter(None, 30.0).data.dtype == np.float64


@pytest.mark.parametrize(
    ("picks", "error"),
    [
        ("lh", ArgumentTypeError),
        ([0.5], ArgumentTypeError),
        ({1: 2}, ArgumentTypeError),
        ([9], OutOfRangeError),
        ([True] * 5, OutOfRangeError),
    ],
)
def test_picks_must_be_sources(long_one, picks, error):
    with pytest.raises(error, match="numbers of the 4 sources"):
        long_one.filter(None, 30.0, picks=picks)


def test_a_mask_picks_sources(long_one):
    before = long_one.data.copy()
    long_one.filter(None, 30.0, picks=[True, False, False, True])
    assert (long_one.data == before).all(axis=1).tolist() == [False, True, True, False]


def test_picked_moments_are_filtered_in_all_directions(make_estimate):
    stc = make_estimate(vector=True, n_times=400, tstep=0.005)
    alone, before = stc.copy().filter(None, 30.0), stc.data.copy()
    stc.filter(None, 30.0, picks=[2])
    np.testing.assert_array_equal(stc.data[2], alone.data[2])
    np.testing.assert_array_equal(stc.data[[0, 1, 3]], before[[0, 1, 3]])


def test_a_quantity_stays_what_it_is(long_one):
    assert long_one.filter(None, 30.0).value.axes.quantity == long_one.value.axes.quantity
