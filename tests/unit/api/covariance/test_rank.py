"""Ranks as users compute them."""

import pytest

from leadfield.api.covariance.rank import compute_rank
from leadfield.base.errors import ArgumentTypeError, InputError


def test_ranks_of_data_and_noise_agree(evoked, info, cov):
    assert compute_rank(evoked) == compute_rank(cov.copy(), info=info) | {"mag": 3}


def test_few_samples_are_warned_of(evoked):
    with pytest.warns(RuntimeWarning, match="3 channels need"):
        compute_rank(evoked.crop(0, 0.01))


def test_a_rank_needs_channel_types(cov):
    with pytest.raises(InputError, match="info"):
        compute_rank(cov)
    with pytest.raises(ArgumentTypeError, match="inst must be"):
        compute_rank(3)
