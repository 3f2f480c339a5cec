"""Covariances of epochs and evoked responses, as users estimate them."""

import numpy as np
import pytest

from leadfield.api.covariance.compute import compute_covariance
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.recording.transforms import CoordinateTransform
from leadfield.base.errors import ArgumentTypeError, DataError, InputError, MismatchError

NAMES = ["M1", "M2", "M3", "EOG"]


def test_times_of_a_response_are_samples(evoked):
    cov = compute_covariance(evoked, tmax=0.0)
    seen = evoked.data[:3, :101]
    np.testing.assert_allclose(cov.data, seen @ seen.T / 100, rtol=1e-12)
    assert cov.ch_names == NAMES[:3]


def test_the_best_or_all_estimates_come_back(evoked):
    best = compute_covariance(evoked, method=["shrunk", "empirical"])
    found = compute_covariance(evoked, method=["shrunk", "empirical"], return_estimators=True)
    assert found[0]["method"] == best["method"]
    assert len(found) == 2


def test_epochs_must_be_alike(magnetometers):
    samples = 1e-13 * np.random.default_rng(0).standard_normal((30, 4, 20))
    one = EpochsArray(samples, magnetometers, baseline=(None, None))
    fewer = one.copy().pick(NAMES[:2])
    with pytest.raises(MismatchError, match="same channels"):
        compute_covariance([one, fewer])
    marked = one.copy()
    marked.info["bads"] = ["M1"]
    with pytest.raises(MismatchError, match="same bad channels"):
        compute_covariance([one, marked])


def test_epochs_of_another_head_position_are_refused_unless_allowed(magnetometers):
    samples = 1e-13 * np.random.default_rng(0).standard_normal((30, 4, 20))
    one = EpochsArray(samples, magnetometers, baseline=(None, None))
    moved = one.copy()
    moved.info["dev_head_t"] = CoordinateTransform("meg", "head", np.diag([1, -1, -1, 1]))
    with pytest.raises(MismatchError, match="head position"):
        compute_covariance([one, moved])
    with pytest.warns(RuntimeWarning, match="head position"):
        compute_covariance([one, moved], on_mismatch="warn")


def test_responses_are_taken_out_by_kind_of_event(magnetometers):
    rng = np.random.default_rng(0)
    response = 1e-11 * rng.standard_normal((4, 20))
    samples = 1e-13 * rng.standard_normal((30, 4, 20)) + response
    epochs = EpochsArray(samples, magnetometers, baseline=(None, None))
    cov = compute_covariance(epochs, keep_sample_mean=False)
    assert np.sqrt(np.diag(cov.data)) == pytest.approx([1e-13] * 3, rel=0.1)
    with pytest.raises(InputError, match="method='empirical'"):
        compute_covariance(epochs, keep_sample_mean=False, method="shrunk")


def test_no_epoch_left_is_said(magnetometers):
    samples = 1e-13 * np.random.default_rng(0).standard_normal((30, 4, 20))
    epochs = EpochsArray(samples, magnetometers, baseline=(None, None))
    with pytest.warns(RuntimeWarning, match="all were dropped"):
        epochs.drop_bad(reject={"mag": 1e-20})
    with pytest.raises(DataError, match="all were dropped"):
        compute_covariance(epochs)


def test_no_baseline_is_warned_of(magnetometers):
    drifting = EvokedArray(np.random.default_rng(0).standard_normal((4, 200)), magnetometers)
    with pytest.warns(RuntimeWarning, match="baseline"):
        compute_covariance(drifting)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"method": "best"}, "'empirical'"),
        ({"keep_sample_mean": False}, "epochs"),
        ({"rank": "auto"}, "'info'"),
        ({"rank": {"mag": 4}}, "at most the 3 channels"),
        ({"scalings": {"eog": 1.0}}, "'eog'"),
        ({"on_few_samples": "shout", "tmax": -0.9}, "'raise'"),
        ({"method": "shrunk", "cv": 1}, "at least 2"),
        ({"tmin": 0.5, "tmax": 0.2}, "between tmin and tmax"),
    ],
)
def test_options_that_do_not_fit_are_refused(evoked, options, words):
    with pytest.raises(InputError, match=words):
        compute_covariance(evoked, **options)


@pytest.mark.parametrize("inst", [3, [], ["a"]])
def test_other_data_are_refused(inst):
    with pytest.raises(ArgumentTypeError, match="inst must be"):
        compute_covariance(inst)


def test_epochs_lose_their_bad_ones_as_by_reading(magnetometers):
    samples = 1e-13 * np.random.default_rng(0).standard_normal((30, 4, 20))
    samples[3, 0, 5] = 1e-9
    epochs = EpochsArray(samples, magnetometers, baseline=(None, None), reject={"mag": 1e-10})
    compute_covariance(epochs)
    assert len(epochs) == 29


def test_one_method_gives_one_covariance(evoked):
    one = compute_covariance(evoked, return_estimators=True)
    assert one.ch_names == NAMES[:3]
