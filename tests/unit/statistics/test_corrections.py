"""Corrections for many tests."""

import numpy as np
import pytest
import scipy.stats

from leadfield.statistics.corrections import bonferroni_p, false_discovery_p


@pytest.mark.parametrize(("any_dependence", "method"), [(False, "bh"), (True, "by")])
def test_false_discoveries_are_those_of_scipy(any_dependence, method):
    p = np.random.default_rng(0).random(50) ** 4
    expected = scipy.stats.false_discovery_control(p, method=method)
    found = false_discovery_p(p, any_dependence=any_dependence)
    np.testing.assert_allclose(found, expected, rtol=1e-12)


def test_bonferroni_multiplies_up_to_1():
    np.testing.assert_allclose(bonferroni_p(np.array([0.01, 0.6])), [0.02, 1.0])
