"""Anderson mixing on linear maps, whose fixed points are known."""

import numpy as np
import pytest

from leadfield.numerics.anderson import anderson_step


def linear_map(n=4, seed=0):
    rng = np.random.default_rng(seed)
    turn = np.linalg.qr(rng.standard_normal((n, n)))[0]
    shrink = turn * np.linspace(-0.5, 0.9, n) @ turn.T
    fixed = rng.standard_normal(n)
    return (lambda x: fixed + shrink @ (x - fixed)), fixed


def test_one_pair_gives_its_image():
    assert anderson_step([(np.zeros(2), np.ones(2))]).tolist() == [1, 1]


@pytest.mark.parametrize("shape", [(6,), (2, 3)])
def test_n_plus_one_pairs_solve_a_linear_map_of_n_dimensions(shape):
    step, fixed = linear_map(6)
    x, history = np.zeros(6), []
    for _ in range(7):
        history.append((x.reshape(shape), step(x).reshape(shape)))
        x = anderson_step(history).ravel()
    np.testing.assert_allclose(x, fixed, atol=1e-8)


def test_steps_that_repeat_are_harmless():
    x = np.array([1.0, 2.0])
    assert anderson_step([(x, x + 1), (x, x + 1), (x, x + 1)]).tolist() == [2, 3]
