"""Comparisons of subjects."""

import numpy as np
import pytest
import scipy.stats

from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.statistics.comparison import compare_groups, compare_with_zero
from leadfield.statistics.neighbours import in_space, on_lattice
from leadfield.statistics.place_blocks import PlaceBlock


def chance():
    return np.random.default_rng(0)


def of_unit_length(data):
    return data / np.linalg.norm(data, axis=0)


def test_data_of_single_precision_are_compared_in_double():
    samples = np.random.default_rng(1).standard_normal((6, 9)).astype(np.float32)
    data = compare_with_zero(samples, 10, 0, chance()).unit_data(2, 5)
    assert data.dtype == np.float64
    np.testing.assert_allclose(data, of_unit_length(samples.astype(float))[:, 2:5], rtol=1e-14)


def groups():
    return [np.random.default_rng(i).standard_normal((5, 12)) + i for i in range(3)]


def test_groups_are_joined_and_centred():
    data = compare_groups(groups(), 10, chance()).unit_data(0, 12)
    expected = np.concatenate(groups())
    np.testing.assert_allclose(data, of_unit_length(expected - expected.mean(axis=0)), atol=1e-14)


def test_the_statistic_of_the_data_as_they_are_comes_along():
    with_constants = [np.concatenate([one, np.ones((5, 1))], axis=1) for one in groups()]
    observed = compare_groups(with_constants, 10, chance()).observed
    np.testing.assert_allclose(observed[:-1], scipy.stats.f_oneway(*groups()).statistic, rtol=1e-12)
    assert np.isnan(observed[-1])


@pytest.mark.parametrize("neighbours", [on_lattice((3, 4)), in_space(np.ones((3, 3)), 4)])
def test_data_of_places_are_laid_out_one_after_the_other_with_nothing_between(neighbours):
    comparison = compare_groups(groups(), 10, chance())
    block = PlaceBlock(first=1, stop=3, n_steps=4, joined=True)
    out = np.full((15, *block.shape), np.nan)
    comparison.lay_out(neighbours, block, out)
    tests = neighbours.tests_at(np.array([[1], [2]]), np.arange(4))
    np.testing.assert_allclose(out[:, :, :4], comparison.unit_data(0, 12)[:, tests], atol=1e-14)
    assert not out[:, :, 4].any()


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
    with pytest.raises(DataError, match="one test or more, and fewer than 1073741824, got 0"):
        compare_with_zero(np.ones((5, 0)), 10, 0, chance())


def test_a_signed_comparison_takes_two_groups():
    with pytest.raises(InputError, match="two groups for a signed comparison, got 3"):
        compare_groups([np.ones((5, 3))] * 3, 10, chance(), signed=True)
