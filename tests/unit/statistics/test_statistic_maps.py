"""Maps of a statistic and what of them exceeds a threshold."""

import numpy as np
import pytest
import scipy.stats

from leadfield.statistics.comparison import compare_groups, compare_with_zero
from leadfield.statistics.statistic_maps import ContrastMaps


def maps(kind):
    rng = np.random.default_rng(0)
    if kind == "signs":
        return ContrastMaps(comparison=compare_with_zero(rng.normal(0, 1, (8, 300)), 40, 0, rng))
    sizes = (4, 5) if kind == "two groups" else (4, 5, 3)
    groups = [rng.normal(0, 1, (n, 300)) for n in sizes]
    return ContrastMaps(comparison=compare_groups(groups, 40, rng, signed=len(groups) == 2))


KINDS = ["signs", "two groups", "three groups"]


def test_maps_are_those_of_permuted_data():
    some = maps("signs")
    data, signs = some.comparison.samples[0], some.comparison.draws
    expected = [scipy.stats.ttest_1samp(data * s[:, None], 0).statistic for s in signs[3:6]]
    np.testing.assert_allclose(some.maps(3, 6), expected, rtol=1e-10)


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_map_is_what_is_observed(kind):
    some = maps(kind)
    np.testing.assert_allclose(some.observed(), some.maps(0, 1)[0], rtol=1e-12)


def test_tests_without_variance_have_no_statistic():
    x = np.random.default_rng(0).normal(0, 1, (8, 30))
    x[:, 4] = 0
    some = ContrastMaps(comparison=compare_with_zero(x, 40, 0, np.random.default_rng(0)))
    assert np.isnan(some.maps(0, 3)[:, 4]).all()
    assert np.isnan(some.maps(0, 3)).sum() == 3
