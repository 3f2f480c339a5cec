"""The nearest of many places: the same as a k-d tree finds."""

import numpy as np
import pytest
import scipy
from hypothesis import given, settings
from hypothesis import strategies as st

from leadfield.numerics.mesh import unit
from leadfield.numerics.nearest import (
    along_curve,
    are_near,
    argmin_per_run,
    nearest_and_next,
    nearest_places,
    rising_order,
)


def tree(points, places):
    return scipy.spatial.cKDTree(places).query(points)


def sphere(rng, n):
    return unit(rng.standard_normal((n, 3)))


@pytest.mark.parametrize("n", [1, 2, 100, 20_000])
@pytest.mark.parametrize("far", [0.5, 1, 3])
def test_finds_what_a_tree_finds(n, far):
    rng = np.random.default_rng(n)
    places, points = sphere(rng, n), far * sphere(rng, 500)
    assert np.array_equal(nearest_places(points, places), tree(points, places)[1])


@pytest.mark.parametrize("n", [1, 2, 100, 20_000])
@pytest.mark.parametrize("radius", [1e-9, 0.01, 0.3, 10])
def test_a_point_is_near_where_a_tree_finds_a_place_within_the_radius(n, radius):
    rng = np.random.default_rng(n)
    places = sphere(rng, n)
    points = np.concatenate([rng.uniform(0, 3, (500, 1)) * sphere(rng, 500), places[:5]])
    assert np.array_equal(are_near(points, places, radius), tree(points, places)[0] < radius)


def test_of_no_points_none_is_near():
    assert are_near(np.empty((0, 3)), np.eye(3), 1.0).shape == (0,)


@given(seed=st.integers(0, 2**32), n=st.integers(1, 300), spread=st.floats(0, 50))
@settings(max_examples=50, deadline=None)
def test_holds_for_places_of_any_crowding(seed, n, spread):
    rng = np.random.default_rng(seed)
    # Clusters and lonely places: cells hold very different numbers.
    places = rng.standard_normal((n, 3)) ** 3 * np.array([1, spread, 1e-3])
    points = rng.standard_normal((40, 3)) * np.array([1, spread, 10])
    found = nearest_places(points, places)
    distance, _ = tree(points, places)
    np.testing.assert_allclose(
        np.linalg.norm(points - places[found], axis=1), distance, rtol=1e-9, atol=1e-15
    )


def test_says_how_much_farther_the_next_place_is_of_those_around():
    rng = np.random.default_rng(3)
    places, points = sphere(rng, 5000), sphere(rng, 300)
    (first, second), _ = (x.T for x in scipy.spatial.cKDTree(places).query(points, k=2))
    _, ahead = nearest_and_next(points, places)
    around = second < 0.05  # as wide as a cell
    assert around.sum() > 100
    assert ahead[around] == pytest.approx((second - first)[around], abs=1e-12)
    assert (ahead > second - first - 1e-12).all()


def test_beyond_the_only_place_there_is_nothing():
    index, ahead = nearest_and_next(np.zeros((2, 3)), np.ones((1, 3)))
    assert index.tolist() == [0, 0]
    assert np.isinf(ahead).all()


def test_takes_the_first_of_equals():
    places = np.array([[0.0, 0, 1], [0, 1, 0], [0, 0, 1], [0, 1, 0]])
    assert nearest_places(places[2:], places).tolist() == [0, 1]


def test_places_all_in_one_spot():
    assert nearest_places(np.ones((3, 3)), np.zeros((5, 3))).tolist() == [0, 0, 0]


def test_no_points():
    assert nearest_places(np.empty((0, 3)), np.eye(3)).tolist() == []


def test_single_precision_is_compared_in_double():
    places = np.array([[1.0, 0, 0], [1 + 2**-23, 0, 0]], np.float32)
    points = np.array([[4096 + 2**-11, 0, 0]], np.float32)
    assert nearest_places(points, places).tolist() == [1]


def test_least_of_each_run():
    assert argmin_per_run(np.array([3.0, 1, 1, 2, 5]), np.array([0, 3, 4])).tolist() == [1, 3, 4]


@pytest.mark.parametrize("most", [1, 5, 2**40, 2**62])
def test_whole_numbers_are_ordered_as_a_stable_sort_does(most):
    keys = np.random.default_rng(0).integers(0, most, 3000)
    assert np.array_equal(rising_order(keys), np.argsort(keys, kind="stable"))
    assert rising_order(keys[:0]).tolist() == []


def test_points_along_the_curve_are_near_each_other():
    points = sphere(np.random.default_rng(0), 20_000)
    order = along_curve(points)
    assert np.array_equal(np.sort(order), np.arange(20_000))
    steps, before = (
        np.linalg.norm(np.diff(one, axis=0), axis=1).mean() for one in (points[order], points)
    )
    assert steps < before / 10
