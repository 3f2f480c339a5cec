"""Effects of factors, against analyses of variance of their own."""

import numpy as np
import pytest
import scipy.stats

from leadfield.base.errors import InputError
from leadfield.statistics import repeated_measures as module
from leadfield.statistics.repeated_measures import chosen_effects, effect_names, factor_effect


def data(n_conditions, n=9, n_tests=30):
    rng = np.random.default_rng(0)
    return rng.standard_normal((n, n_conditions, n_tests)) + rng.standard_normal((n, 1, n_tests))


def test_two_levels_are_a_paired_comparison():
    x = data(2)
    t = scipy.stats.ttest_rel(x[:, 0], x[:, 1]).statistic
    np.testing.assert_allclose(factor_effect("A", [2]).f(x), t**2, rtol=1e-10)


def test_an_interaction_of_two_by_two_is_a_difference_of_differences():
    x = data(4)
    t = scipy.stats.ttest_1samp(x[:, 0] - x[:, 1] - x[:, 2] + x[:, 3], 0).statistic
    np.testing.assert_allclose(factor_effect("A:B", [2, 2]).f(x), t**2, rtol=1e-10)


def test_a_main_effect_is_that_of_means_over_the_other_factor():
    x = data(6)
    means = x.reshape(9, 2, 3, -1).mean(axis=1)
    alone = factor_effect("A", [3]).f(means)
    np.testing.assert_allclose(factor_effect("B", [2, 3]).f(x), alone, rtol=1e-10)


def test_blocks_of_tests_change_nothing(monkeypatch):
    x, effect = data(6), factor_effect("A:B", [2, 3])
    whole = effect.f(x), effect.sphericity(x)
    monkeypatch.setattr(module, "COLUMNS", 7)
    np.testing.assert_allclose((effect.f(x), effect.sphericity(x)), whole, rtol=1e-12)


def test_one_direction_is_spherical_and_equal_ones_are_least():
    x = data(3)
    np.testing.assert_allclose(factor_effect("A", [2]).sphericity(x[:, :2]), 1, rtol=1e-12)
    x[:, 1:] = 0
    np.testing.assert_allclose(factor_effect("A", [3]).sphericity(x), 0.5, rtol=1e-12)


def test_effects_come_factor_by_factor():
    assert effect_names(3) == ["A", "B", "A:B", "C", "A:C", "B:C", "A:B:C"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("A*B", ["A", "B", "A:B"]), ("A+C", ["A", "C"]), ("B:C", ["B:C"]), (["C", "A"], ["C", "A"])],
)
def test_effects_are_chosen_by_name(asked, expected):
    assert chosen_effects(asked, 3) == expected


@pytest.mark.parametrize("wrong", ["C", "A*C", "B*A", "A*A:B", "A+", "", ["A", "AB"]])
def test_effects_that_are_none_are_refused(wrong):
    with pytest.raises(InputError, match="effects must be one of 'A'"):
        chosen_effects(wrong, 2)


def test_no_effects_and_no_factors_are_refused():
    with pytest.raises(InputError, match="one effect or more, got none"):
        chosen_effects([], 2)
    with pytest.raises(InputError, match="1 to 16 factors, got 0"):
        effect_names(0)
