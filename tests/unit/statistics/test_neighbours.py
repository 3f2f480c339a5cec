"""Neighbours of tests."""

import numpy as np
import pytest
import scipy.sparse

from leadfield.base.errors import MismatchError
from leadfield.statistics.neighbours import alone, in_space, on_lattice, pairs_of


def test_one_entry_makes_both_neighbours_and_none_is_its_own():
    one_way = scipy.sparse.coo_array(([1.0, 1.0, 0.0], ([0, 2, 1], [1, 2, 2])), shape=(3, 3))
    expected = [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    np.testing.assert_array_equal(pairs_of(one_way).toarray(), expected)


@pytest.mark.parametrize(
    "neighbours",
    [in_space(np.ones((5, 5)), 4), on_lattice((5, 4)), in_space(np.eye(20)), alone(20)],
)
def test_tests_are_found_again_at_their_places_and_steps(neighbours):
    seen = neighbours.by_places(np.arange(20))
    places, steps = np.indices((neighbours.n_places, neighbours.n_steps))
    np.testing.assert_array_equal(neighbours.tests_at(places, steps), seen)
    np.testing.assert_array_equal(neighbours.tests_of(np.arange(20)), seen.ravel())
    np.testing.assert_array_equal(neighbours.places_of(seen), places)


def test_an_array_has_steps_along_its_last_axis():
    lattice = on_lattice((3, 2, 7))
    assert (lattice.n_places, lattice.n_steps) == (6, 7)
    np.testing.assert_array_equal(lattice.targets[: lattice.starts[1]], [1, 2])


def test_each_pair_of_places_is_named_once():
    both = scipy.sparse.coo_array(np.ones((4, 4)))
    neighbours = in_space(both, 3)
    np.testing.assert_array_equal(neighbours.starts, [0, 3, 5, 6, 6])
    np.testing.assert_array_equal(neighbours.targets, [1, 2, 3, 2, 3, 3])


def test_a_matrix_that_is_not_square_is_refused():
    with pytest.raises(MismatchError, match=r"square, got shape \(2, 3\)"):
        in_space(np.ones((2, 3)))


@pytest.mark.parametrize("both", [False, True])
def test_no_place_comes_first_twice_in_a_round(both):
    neighbours = in_space(np.random.default_rng(0).random((9, 9)) < 0.3, 2)
    rounds = list(neighbours.rounds(both=both))
    assert all(len(set(first)) == len(first) for first, _ in rounds)
    found = sorted(
        (int(a), int(b)) for first, second in rounds for a, b in zip(first, second, strict=True)
    )
    graph = pairs_of(np.random.default_rng(0).random((9, 9)) < 0.3).toarray()
    expected = np.argwhere(graph if both else np.triu(graph))
    assert found == sorted(map(tuple, expected.tolist()))
    assert not list(alone(5).rounds(both=both))


def test_pieces_are_what_no_neighbours_join():
    two = scipy.sparse.coo_array(([1.0, 1.0], ([0, 2], [3, 1])), shape=(4, 4))
    for n_steps in (1, 3):
        np.testing.assert_array_equal(in_space(two, n_steps).pieces(), [0, 1, 1, 0])
