"""Glyphs that lie on each other are thinned out, the strongest kept."""

import numpy as np
import pytest

from leadfield.render.thinning import spread_out

PLACES = np.random.default_rng(0).uniform(0, 100, (600, 2)).astype(np.float32)
STRENGTHS = np.random.default_rng(1).uniform(0, 1, 600).astype(np.float32)


@pytest.mark.parametrize("distance", [5.0, 12.0])
def test_none_is_nearer_than_the_distance(distance):
    kept = PLACES[spread_out(PLACES, STRENGTHS, distance)]
    apart = np.linalg.norm(kept[:, None] - kept, axis=2)[~np.eye(len(kept), dtype=bool)]
    assert apart.min() >= distance * (1 - 1e-6)


def test_what_is_left_out_lies_near_a_stronger_one():
    kept = spread_out(PLACES, STRENGTHS, 8.0)
    for row in set(range(600)) - set(kept.tolist()):
        near = kept[np.linalg.norm(PLACES[kept] - PLACES[row], axis=1) < 8.001]
        assert STRENGTHS[near].max() > STRENGTHS[row]


def test_the_strongest_comes_first():
    assert spread_out(PLACES, STRENGTHS, 8.0)[0] == STRENGTHS.argmax()


def test_places_far_apart_all_stay():
    assert sorted(spread_out(PLACES[:5] * 1000, STRENGTHS[:5], 1.0)) == [0, 1, 2, 3, 4]


def test_no_places_are_none():
    assert len(spread_out(PLACES[:0], STRENGTHS[:0], 3.0)) == 0
