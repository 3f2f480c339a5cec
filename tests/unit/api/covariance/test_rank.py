"""Ranks as users compute them."""

import numpy as np
import pytest

from leadfield.api.covariance.covariance import Covariance
from leadfield.api.covariance.rank import compute_rank
from leadfield.api.epochs.epochs_array import EpochsArray
from leadfield.api.recording.info import create_info
from leadfield.base.errors import ArgumentTypeError, InputError


def test_ranks_of_data_and_noise_agree(evoked, magnetometers, cov):
    assert compute_rank(evoked) == compute_rank(cov.copy(), info=magnetometers) | {"mag": 3}


def test_few_samples_are_warned_of(evoked):
    with pytest.warns(RuntimeWarning, match="3 channels need"):
        compute_rank(evoked.crop(0, 0.01))


def test_a_rank_needs_channel_types(cov):
    with pytest.raises(InputError, match="info"):
        compute_rank(cov)
    with pytest.raises(ArgumentTypeError, match="inst must be"):
        compute_rank(3)


def test_bad_epochs_do_not_count_and_are_dropped(magnetometers):
    rng = np.random.default_rng(0)
    samples = 1e-13 * rng.standard_normal((30, 4, 20))
    samples[:, 2] = samples[:, 0] + samples[:, 1]
    samples[3] = 1e-9 * rng.standard_normal((4, 20))
    epochs = EpochsArray(samples, magnetometers, reject={"mag": 1e-10})
    assert compute_rank(epochs) == {"mag": 2}
    assert len(epochs) == 29


def test_a_given_rank_above_that_of_the_noise_is_told_if_asked():
    info = create_info(["M1", "M2", "G1"], 100.0, ["mag", "mag", "grad"])
    sizes = np.array([1e-14, 2e-14, 3e-13])
    cov = Covariance(np.outer(sizes, sizes), info.ch_names, [], [], 50)
    assert compute_rank(cov, {"meg": 3}, info=info) == {"meg": 3}
    with pytest.raises(InputError, match=r"rank\['meg'\]=3 must be a rank"):
        compute_rank(cov, {"meg": 3}, info=info, on_rank_mismatch="raise")
