"""Tests of enhanced maps against a loop."""

import numpy as np
import pytest

from leadfield.statistics import enhanced_test as module
from leadfield.statistics.comparison import compare_with_zero
from leadfield.statistics.enhanced_test import enhanced_test
from leadfield.statistics.enhancement import Enhancement, enhanced
from leadfield.statistics.neighbours import on_lattice
from leadfield.statistics.statistic_maps import ContrastMaps

LATTICE = on_lattice((5, 6))


def maps(tail):
    x = np.random.default_rng(0).standard_normal((8, 30))
    x[:, 7:9] += 1.5
    comparison = compare_with_zero(x, 50, tail, np.random.default_rng(1))
    return ContrastMaps(comparison=comparison)


def rule(tail):
    return Enhancement(tail=tail, start=0.0, step=None, height_power=2.0, extent_power=0.5)


@pytest.mark.parametrize("tail", [-1, 0, 1])
@pytest.mark.parametrize(("values", "tests"), [(1, 2**23), (70, 1), (2**20, 40)])
def test_chances_are_those_of_the_largest_scores(tail, values, tests, monkeypatch):
    monkeypatch.setattr(module, "VALUES", values)
    monkeypatch.setattr(module, "TESTS", tests)
    some = maps(tail)
    found = enhanced_test(some, LATTICE, rule(tail))
    scores = enhanced(some.maps(0, 50), LATTICE, rule(tail))
    np.testing.assert_allclose(found.null, scores.max(axis=1), rtol=1e-12)
    np.testing.assert_allclose(np.abs(found.statistic), scores[0], rtol=1e-12)
    expected = [(found.null >= score * (1 - 1e-12)).mean() for score in scores[0]]
    np.testing.assert_array_equal(found.p, expected)


def test_scores_have_the_sign_of_their_statistic():
    some = maps(0)
    found = enhanced_test(some, LATTICE, rule(0))
    np.testing.assert_array_equal(np.sign(found.statistic), np.sign(some.maps(0, 1)[0]))


def test_a_step_down_finds_no_less():
    some = maps(0)
    plain = enhanced_test(some, LATTICE, rule(0))
    stepped = enhanced_test(some, LATTICE, rule(0), step_down=0.05)
    assert (plain.p < 0.05).any()
    assert (stepped.p <= plain.p).all()
    assert stepped.null[1:].max() <= plain.null[1:].max()


def test_tests_that_are_not_included_have_no_score():
    included = np.arange(30) != 8
    found = enhanced_test(maps(0), LATTICE, rule(0), included=included)
    assert found.statistic[8] == 0
    assert found.p[8] == 1
