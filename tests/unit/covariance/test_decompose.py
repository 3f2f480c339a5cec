"""Eigenvalues of noise, block by block."""

import numpy as np
import pytest

from leadfield.base.errors import DataError
from leadfield.covariance.decompose import decompose_blocks
from leadfield.recording.create import average_reference, create_measurement_info


@pytest.fixture
def referenced(info):
    return info.with_projections([average_reference(info, active=True)])


def test_blocks_do_not_mix_and_add_up(samples, referenced):
    covariance = samples @ samples.T
    values, vectors = decompose_blocks(covariance, referenced, {"meg": 16, "eeg": 8})
    assert not vectors[:16, 16:].any()
    rebuilt = (vectors.T * values) @ vectors
    meg, scale = np.ix_(range(16), range(16)), np.abs(covariance[:16, :16]).max()
    np.testing.assert_allclose(rebuilt[meg], covariance[meg], atol=1e-14 * scale)


def test_what_is_beyond_the_rank_is_zero(samples, referenced):
    values, _ = decompose_blocks(samples @ samples.T, referenced, {"meg": 10, "eeg": 7})
    assert np.flatnonzero(values == 0).tolist() == [0, 1, 2, 3, 4, 5, 16]


def test_eeg_without_average_reference_is_warned_of(samples, info):
    with pytest.warns(RuntimeWarning, match="set_eeg_reference"):
        decompose_blocks(samples @ samples.T, info, {"meg": 16, "eeg": 8})


def test_clearly_negative_variances_are_refused(info):
    grads = info.pick(range(6, 9))
    with pytest.raises(DataError, match="negative eigenvalue, the one of grad"):
        decompose_blocks(np.diag([-1.0, 1.0, 2.0]), grads, {"grad": 3})


@pytest.mark.parametrize(("lowest", "rank"), [([-1e-5, 1e-18], 3), ([-1e-5, -1e-18], 3)])
def test_a_little_negative_variances_are_left_out(info, lowest, rank):
    """Rank counts the negative one, which is no rounding; what is rounding stays out."""
    grads = info.pick(range(6, 10))
    with pytest.warns(RuntimeWarning, match=r"has 1, down to -1e-05 \(largest 2\).*left out"):
        values, _ = decompose_blocks(np.diag([*lowest, 1.0, 2.0]), grads, {"grad": rank})
    assert values.tolist() == [0, 0, 1, 2]


def test_rounding_below_zero_is_not_worth_a_word(info):
    grads = info.pick(range(6, 9))
    values, _ = decompose_blocks(np.diag([-1e-16, 1.0, 2.0]), grads, {"grad": 2})
    assert values.tolist() == [0, 1, 2]


def test_a_huge_range_is_warned_of():
    two = create_measurement_info(["a", "b"], 100.0, "mag")
    with pytest.warns(RuntimeWarning, match="unstable"):
        decompose_blocks(np.diag([1e-12, 1.0]), two, {"mag": 2})
