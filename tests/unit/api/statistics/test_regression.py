"""Regression of trials, as users call it."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.stats import linear_regression

DESIGN = np.stack([np.ones(8), np.arange(8.0)], axis=1)


def epochs(kind="eeg"):
    data = 1e-6 * np.random.default_rng(0).standard_normal((8, 2, 5))
    return leadfield.EpochsArray(data, leadfield.create_info(2, 100.0, kind), tmin=-0.02)


def estimates(n=8):
    data = np.random.default_rng(0).standard_normal((n, 3, 5))
    return [leadfield.VolSourceEstimate(one, [np.arange(3)], 0, 0.01) for one in data]


def test_trials_are_left_as_they_are_and_results_are_apart():
    trials = epochs()
    before = trials.get_data().copy()
    fit = linear_regression(trials, DESIGN)["x1"]
    np.testing.assert_array_equal(trials.get_data(), before)
    fit.beta.data[:] = 0
    assert linear_regression(trials, DESIGN)["x1"].beta.data.any()
    assert not np.shares_memory(fit.t_val.data, fit.p_val.data)


def test_estimates_of_volumes_are_fitted_too():
    fit = linear_regression(estimates(), DESIGN)["x0"]
    assert {type(one) for one in fit} == {leadfield.VolSourceEstimate}
    assert fit.beta.data.shape == (3, 5)


def test_channels_of_other_types_are_fitted_with_a_warning():
    with pytest.warns(RuntimeWarning, match="good MEG and EEG channels only"):
        linear_regression(epochs("misc"), DESIGN)


@pytest.mark.parametrize("names", [["a"], ["a", "a"], ["a", "b", "c"]])
def test_names_that_do_not_fit_are_refused(names):
    with pytest.raises(MismatchError, match="name each of 2 regressors"):
        linear_regression(epochs(), DESIGN, names)


def test_estimates_of_other_sources_are_refused():
    other = leadfield.VolSourceEstimate(np.ones((3, 5)), [np.arange(1, 4)], 0, 0.01)
    with pytest.raises(MismatchError):
        linear_regression([*estimates(7), other], DESIGN)


@pytest.mark.parametrize("n_times", [1, 4])
def test_estimates_of_other_times_are_refused(n_times):
    other = leadfield.VolSourceEstimate(np.ones((3, n_times)), [np.arange(3)], 0, 0.01)
    with pytest.raises(MismatchError):
        linear_regression([*estimates(7), other], DESIGN)


@pytest.mark.parametrize("wrong", [None, 3, np.ones((8, 2, 5))])
def test_what_is_neither_epochs_nor_estimates_is_refused(wrong):
    with pytest.raises(ArgumentTypeError):
        linear_regression(wrong, DESIGN)


def test_a_single_estimate_and_none_are_refused():
    with pytest.raises(ArgumentTypeError, match="Epochs or estimates of trials, got VolSource"):
        linear_regression(estimates()[0], DESIGN)
    with pytest.raises(InputError, match="a trial or more, got none"):
        linear_regression([], DESIGN)
