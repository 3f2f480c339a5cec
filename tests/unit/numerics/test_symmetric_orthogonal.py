"""Symmetric orthogonalisation."""

import numpy as np
import pytest

from leadfield.base.errors import DataError
from leadfield.numerics.symmetric_orthogonal import orthogonalized

OPTIONS = {"n_iter": 500, "tol": 1e-13}


def mixed(n=5, n_times=80, seed=0):
    """Signals of different lengths that leak into each other."""
    rng = np.random.default_rng(seed)
    mixing = np.eye(n) + 0.4 * rng.standard_normal((n, n))
    return mixing @ rng.standard_normal((n, n_times)) * rng.uniform(1, 4, (n, 1))


def off_diagonal(signals):
    products = signals @ signals.T
    return np.abs(products - np.diag(np.diag(products))).max()


def error(signals, other):
    return ((signals - other) ** 2).sum()


@pytest.mark.parametrize("seed", range(4))
def test_signals_are_orthogonal(seed):
    signals = mixed(seed=seed)
    assert off_diagonal(orthogonalized(signals, **OPTIONS)) < 1e-12 * off_diagonal(signals)


@pytest.mark.parametrize("seed", range(4))
def test_no_orthogonal_signals_nearby_are_closer(seed):
    signals, rng = mixed(seed=seed), np.random.default_rng(seed)
    found = orthogonalized(signals, **OPTIONS)
    best = error(signals, found)
    for _ in range(50):
        turn = 1e-3 * rng.standard_normal((80, 80))
        turned = found @ np.linalg.qr(np.eye(80) + turn - turn.T)[0]
        scale = 1 + 1e-3 * rng.standard_normal((5, 1))
        assert error(signals, turned) > best
        assert error(signals, found * scale) > best


def test_it_is_a_fixed_point_of_both_steps():
    signals = mixed()
    found = orthogonalized(signals, **OPTIONS)
    lengths = np.linalg.norm(found, axis=1)
    left, _, right = np.linalg.svd((signals * lengths[:, None]).T, full_matrices=False)
    again = (left @ right).T
    np.testing.assert_allclose(again * lengths[:, None], found, atol=1e-5 * lengths.max())
    np.testing.assert_allclose(np.einsum("ij,ij->i", signals, again), lengths, rtol=1e-5)


def test_what_is_orthogonal_stays_as_it_is():
    signals = np.linalg.qr(np.random.default_rng(0).standard_normal((30, 4)))[0].T
    signals *= np.array([[1], [5], [0.2], [3]])
    np.testing.assert_allclose(orthogonalized(signals, **OPTIONS), signals, atol=1e-12)


def test_neither_order_nor_unit_matters():
    signals, order = mixed(), [3, 0, 4, 2, 1]
    found = orthogonalized(signals, n_iter=50, tol=1e-6)
    np.testing.assert_allclose(
        orthogonalized(1e-9 * signals[order], n_iter=50, tol=1e-6), 1e-9 * found[order], rtol=1e-9
    )


def test_lengths_of_their_own_are_closer_than_equal_ones():
    signals = mixed()
    left, _, right = np.linalg.svd(signals.T, full_matrices=False)
    first = (left @ right).T
    first *= np.einsum("ij,ij->i", signals, first)[:, None]
    found = orthogonalized(signals, **OPTIONS)
    assert error(signals, found) < error(signals, first)
    one_turn = pytest.warns(RuntimeWarning, match="after 1 turns")
    with one_turn:
        np.testing.assert_allclose(orthogonalized(signals, n_iter=1, tol=0), first, atol=1e-12)


def test_dependent_signals_cannot_be_orthogonal():
    signals = mixed()
    with pytest.raises(DataError, match="5 are of rank 4"):
        orthogonalized(np.concatenate([signals[:4], signals[:1] + signals[1:2]]), **OPTIONS)
    with pytest.raises(DataError, match="at least as many times"):
        orthogonalized(signals[:, :4], **OPTIONS)
    with pytest.raises(DataError, match="3 are of rank 0"):
        orthogonalized(np.zeros((3, 10)), **OPTIONS)
