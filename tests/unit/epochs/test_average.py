"""Averages of epochs, and sums of averages."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    DataError,
    InputError,
    MismatchError,
)
from leadfield.epochs.average import average
from leadfield.epochs.combine import combine_evoked, grand_average
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.peak import find_peak
from leadfield.epochs.rejection import Rejection
from leadfield.recording.units import factor_to, factors


@pytest.fixture
def evoked(info):
    """A response over 0.3 s."""
    data = np.random.default_rng(1).standard_normal((7, 30))
    return EvokedResponse(info=info, data=data, first=-10, nave=20, comment="left")


def test_standard_error_survives_a_large_offset(held):
    noise = np.random.default_rng(0).standard_normal((50, 7, 3))
    _, (error,) = average(held(noise + 1e8), "std")
    np.testing.assert_allclose(error.data, noise.std(axis=0) / np.sqrt(50), rtol=1e-6)


def test_names_that_lost_all_epochs_cannot_be_averaged(held):
    block = np.zeros((4, 7, 5))
    block[1::2, 5, 2] = 1.0
    epochs = held(block, {"a": 1, "b": 2}, rejection=Rejection(reject={"eog": 0.5}))
    with pytest.raises(DataError, match="of 'b' must be left to average"):
        average(epochs, by_event_type=True)


NO_EPOCH = {
    "all": lambda x: x,
    "too few times": lambda x: x[0, :, :2],
    "complex": lambda x: x[0] + 0j,
    "a number": lambda x: x.mean(),
}


@pytest.mark.parametrize("method", NO_EPOCH.values(), ids=NO_EPOCH)
def test_a_function_must_give_one_epoch(held, method):
    with pytest.raises(InputError, match="method must turn"):
        average(held(np.ones((3, 7, 5))), method)


def test_an_unknown_method_is_refused(held):
    with pytest.raises(InputError, match="method must be one of"):
        average(held(np.ones((3, 7, 5))), "mode")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (np.ones((3, 6, 5)), MismatchError),
        (np.ones((7, 5)), MismatchError),
        (np.ones((3, 7, 0)), MismatchError),
        (np.full((3, 7, 5), np.nan), DataError),
        (np.ones((3, 7, 5), complex), ArgumentTypeError),
        (np.full((3, 7, 5), "x"), ArgumentTypeError),
    ],
)
def test_arrays_that_are_no_epochs_are_refused(held, data, error):
    with pytest.raises(error, match="epochs must"):
        held(data)


def test_a_sum_has_the_noise_of_that_many_epochs(evoked):
    other = replace(evoked, nave=30)
    assert combine_evoked([evoked, other], [1, -1]).nave == pytest.approx(12)
    assert combine_evoked([evoked, other], "nave").nave == pytest.approx(50)


def test_channels_in_another_order_are_put_in_order(evoked):
    turned = evoked.pick(np.arange(7)[::-1])
    with pytest.warns(RuntimeWarning, match="different orders"):
        out = combine_evoked([evoked, turned], [1, -1])
    np.testing.assert_array_equal(out.data, 0)


def test_responses_that_do_not_fit_are_refused(evoked):
    with pytest.raises(MismatchError, match="'X' are in one"):
        combine_evoked([evoked, evoked.pick(np.arange(6))], "equal")
    with pytest.raises(MismatchError, match="same times"):
        combine_evoked([evoked, replace(evoked, first=0)], "equal")


@pytest.mark.parametrize(
    ("weights", "error"),
    [
        ("mean", InputError),
        ([1], InputError),
        ([0, 0], InputError),
        ([1, np.nan], DataError),
        (["a", "b"], ArgumentTypeError),
    ],
)
def test_weights_that_are_none_are_refused(evoked, weights, error):
    with pytest.raises(error, match="weight"):
        combine_evoked([evoked, evoked], weights)


def test_a_grand_average_is_over_shared_channels(evoked):
    mean = grand_average([evoked, evoked.pick(np.array([5, 2]))])
    assert mean.info.names == ("E1", "EOG")
    assert (mean.nave, mean.comment) == (2, "Grand average (n = 2)")
    with pytest.raises(MismatchError, match="share none"):
        grand_average([evoked.pick(np.array([0])), evoked.pick(np.array([1]))])


def test_a_peak_needs_a_type_where_there_are_several(evoked):
    with pytest.raises(ChannelError, match=r"one of \['eeg', 'mag'\]"):
        find_peak(evoked, None, (None, None))
    with pytest.raises(ChannelError, match="got 'grad'"):
        find_peak(evoked, "grad", (None, None))


def test_a_peak_of_a_sign_needs_values_of_that_sign(evoked):
    positive = replace(evoked, data=np.abs(evoked.data))
    with pytest.raises(DataError, match="negative values"):
        find_peak(positive, "eeg", (None, None), mode="neg")
    find_peak(positive, "eeg", (None, None), mode="neg", strict=False)


@pytest.mark.parametrize("window", [(-0.2, None), (None, 0.5), (0.1, 0.05)])
def test_a_peak_is_looked_for_inside_the_times(evoked, window):
    with pytest.raises(InputError, match="tm"):
        find_peak(evoked, "eeg", window)


@pytest.mark.parametrize(
    ("unit", "kind", "factor"),
    [("fT", "mag", 1e15), ("fT/cm", "grad", 1e13), ("uV", "eeg", 1e6), ("V", "eeg", 1.0)],
)
def test_units_have_factors(unit, kind, factor):
    assert factor_to(unit, kind) == pytest.approx(factor, rel=1e-15)


@pytest.mark.parametrize(
    ("units", "kinds", "error"),
    [
        ("uV", ["eeg", "mag"], ChannelError),
        ({"eeg": "fT"}, ["eeg"], InputError),
        ({"grad": "fT"}, ["grad"], InputError),
        ({"stim": "V"}, ["stim"], ChannelError),
        (3, ["eeg"], ArgumentTypeError),
    ],
)
def test_units_that_are_none_are_refused(units, kinds, error):
    with pytest.raises(error, match="unit"):
        factors(units, kinds)


@pytest.mark.parametrize(
    "change",
    [{"data": np.zeros((6, 30))}, {"data": np.zeros((7, 0))}, {"nave": 0}, {"kind": "x"}],
)
def test_a_response_that_does_not_fit_is_refused(evoked, change):
    with pytest.raises(InputError):
        replace(evoked, **change)


def test_a_clock_off_the_samples_stays_off(evoked):
    moved = evoked.with_tmin(0.1234)
    np.testing.assert_allclose(moved.times, 0.1234 + np.arange(30) / 100, atol=1e-15)
    np.testing.assert_allclose(moved.crop_samples(slice(5, 9)).times, moved.times[5:9], atol=1e-15)
    with pytest.warns(RuntimeWarning, match="alias"):
        fewer = moved.decimate(4)
    np.testing.assert_allclose(fewer.times, moved.times[-moved.first % 4 :: 4], atol=1e-15)
