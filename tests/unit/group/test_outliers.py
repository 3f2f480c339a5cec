"""Outliers are far from the others, and are not told where there are too few."""

import numpy as np
import pytest

from leadfield.group.outliers import FAR, FEWEST, spread_fact, spread_facts


def values(numbers):
    return {f"{i:02d}": float(x) for i, x in enumerate(numbers)}


def normal(n, seed=0):
    return np.random.default_rng(seed).standard_normal(n)


def test_one_that_is_far_off_is_found_and_does_not_hide_itself():
    found = spread_fact("snr", values([*(3 + 0.1 * normal(11)), 300.0]))
    assert list(found.distances) == ["11"]
    assert found.distances["11"] > 100


def test_several_that_are_far_off_do_not_hide_each_other():
    found = spread_fact("snr", values([*normal(12), 40, 41, -42]))
    assert list(found.distances) == ["12", "13", "14"]
    assert found.distances["14"] < 0


def test_distances_are_in_standard_deviations():
    found = spread_fact("snr", values([*normal(5000), 10.0]))
    assert found.spread == pytest.approx(1, rel=0.05)
    assert found.distances["5000"] == pytest.approx(10, rel=0.06)


def test_normal_numbers_have_an_outlier_in_few_draws():
    draws = (spread_fact("snr", values(normal(FEWEST, seed))) for seed in range(1000))
    assert np.mean([bool(one.distances) for one in draws]) <= 0.06


def test_too_few_subjects_cannot_tell():
    found = spread_fact("snr", values([3.0, 3.1, 2.9, 300.0]))
    assert not found.distances
    assert found.unclear == "cannot tell: 4 subjects are too few, it takes 8"


def test_a_rank_that_is_one_less_than_all_others_is_none():
    found = spread_fact("rank", values([60.0] * 11 + [59.0]))
    assert not found.distances
    assert not found.unclear


def test_a_rank_that_is_much_less_than_all_others_is_one():
    found = spread_fact("rank", values([60.0] * 11 + [40.0]))
    assert found.distances["11"] < -FAR


def test_a_fact_that_is_zero_for_most_cannot_tell():
    found = spread_fact("drops", values([0.0] * 11 + [40.0]))
    assert found.unclear == "cannot tell: it is 0 for most subjects"


def test_all_the_same_has_no_outlier():
    found = spread_fact("drops", values([0.0] * 12))
    assert not found.distances
    assert not found.unclear


def test_subjects_without_a_fact_do_not_count(group_member):
    members = [
        group_member(i, SNR=np.nan if i == 3 else 3.0, **({"head": 1.0} if i else {}))
        for i in range(9)
    ]
    found = {one.fact: one for one in spread_facts(members)}
    assert list(found) == ["SNR", "rank", "head"]
    assert "03" not in found["SNR"].values
    assert len(found["head"].values) == 8
