"""Signs and shuffles of subjects."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.statistics.resampling import draw_shuffles, draw_signs


def rows(signs):
    return {tuple(row) for row in signs.tolist()}


@pytest.mark.parametrize("n", [3, 5, 8])
def test_an_exact_test_of_one_tail_has_each_row_of_signs_once(n):
    signs = draw_signs(n, "all", 1, np.random.default_rng(0))
    assert len(signs) == len(rows(signs)) == 2**n


@pytest.mark.parametrize("n", [3, 5, 8])
def test_an_exact_test_of_two_tails_has_one_of_each_two_opposites(n):
    signs = draw_signs(n, 10**6, 0, np.random.default_rng(0))
    assert len(signs) == 2 ** (n - 1)
    assert len(rows(signs) | rows(-signs)) == 2**n


def test_as_many_permutations_as_there_are_make_an_exact_test():
    asked = draw_signs(6, 32, 0, np.random.default_rng(0))
    np.testing.assert_array_equal(asked, draw_signs(6, "all", 0, np.random.default_rng(1)))


@pytest.mark.parametrize("n", [12, 20, 21, 70])
@pytest.mark.parametrize("tail", [-1, 0])
def test_drawn_signs_are_different_and_the_first_row_turns_none(n, tail):
    signs = draw_signs(n, 300, tail, np.random.default_rng(0))
    assert signs.shape == (300, n)
    assert (signs[0] == 1).all()
    assert len(rows(signs[1:])) == 299


@pytest.mark.parametrize("n", [14, 25])
def test_of_two_tails_no_row_is_the_opposite_of_another(n):
    signs = draw_signs(n, 500, 0, np.random.default_rng(0))[1:]
    assert not rows(signs) & rows(-signs)


def test_every_subject_is_turned_about_half_of_the_time():
    signs = draw_signs(30, 2000, 0, np.random.default_rng(0))
    assert (np.abs(signs.mean(axis=0)) < 0.12).all()


def test_too_many_signs_to_try_all_are_refused():
    with pytest.raises(InputError, match="33554432: draw some"):
        draw_signs(25, "all", 1, np.random.default_rng(0))


@pytest.mark.parametrize("wrong", ["some", 0, -3])
def test_what_is_no_number_of_permutations_is_refused(wrong):
    with pytest.raises(InputError, match="n_permutations"):
        draw_signs(8, wrong, 0, np.random.default_rng(0))


def test_shuffles_are_orders_and_the_first_is_as_it_comes():
    orders = draw_shuffles(9, 50, np.random.default_rng(0))
    np.testing.assert_array_equal(orders[0], np.arange(9))
    np.testing.assert_array_equal(np.sort(orders, axis=1), np.tile(np.arange(9), (50, 1)))
