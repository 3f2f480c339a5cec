"""Comparisons of subjects."""

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.statistics.comparison import compare_groups, compare_with_zero


def chance():
    return np.random.default_rng(0)


def test_data_of_single_precision_are_compared_in_double():
    samples = np.random.default_rng(1).standard_normal((6, 9)).astype(np.float32)
    comparison = compare_with_zero(samples, 10, 0, chance())
    assert comparison.data(2, 5).dtype == np.float64
    np.testing.assert_array_equal(comparison.data(2, 5), samples[:, 2:5])


def test_groups_are_joined_and_centred():
    groups = [np.random.default_rng(i).standard_normal((5, 7)) + i for i in range(3)]
    data = compare_groups(groups, 10, chance()).data(0, 7)
    expected = np.concatenate(groups)
    np.testing.assert_allclose(data, expected - expected.mean(axis=0), atol=1e-14)


@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_what_is_not_finite_is_refused(wrong):
    samples = np.ones((6, 9))
    samples[2, 3] = wrong
    with pytest.raises(DataError, match=r"X must be finite, got 1 .* the first at \(2, 3\)"):
        compare_with_zero(samples, 10, 0, chance())


def test_groups_with_other_tests_are_refused():
    with pytest.raises(MismatchError, match=r"as many tests, got \[3, 4\]"):
        compare_groups([np.ones((5, 3)), np.ones((5, 4))], 10, chance())


def test_no_tests_at_all_are_refused():
    with pytest.raises(DataError, match="one test or more, and fewer than 2147483648, got 0"):
        compare_with_zero(np.ones((5, 0)), 10, 0, chance())


def test_a_signed_comparison_takes_two_groups():
    with pytest.raises(InputError, match="two groups for a signed comparison, got 3"):
        compare_groups([np.ones((5, 3))] * 3, 10, chance(), signed=True)
