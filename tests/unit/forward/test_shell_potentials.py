"""Potentials on shells: the same of factors as of the inverse."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.forward.bem import solve_bem
from leadfield.forward.shell_potentials import InvertedPotentials

RADII = (0.09, 0.08, 0.075)


@pytest.fixture(params=[(0.3, 0.006, 0.3), (0.3, 0.1, 0.3)], ids=["corrected", "plain"])
def solved(request, make_shells):
    return solve_bem(make_shells(RADII, request.param, grade=2)).potentials


@pytest.fixture
def weights(solved):
    return np.random.default_rng(0).normal(size=(20, solved.shape[0]))


def test_factors_see_what_the_inverse_sees(solved, weights):
    wanted = weights @ solved.inverse()
    assert solved.seen_with(weights) == pytest.approx(wanted, abs=1e-12 * np.abs(wanted).max())


def test_an_inverse_from_a_file_is_used_as_it_is(solved, weights):
    matrix = solved.inverse().astype(np.float32)
    found = InvertedPotentials(matrix=matrix)
    assert found.inverse().dtype == np.float32
    assert found.seen_with(weights) == pytest.approx(weights @ matrix.astype(float), rel=1e-12)


def test_the_correction_is_hamalainen_s_and_sarvas_s(make_shells):
    shells = make_shells(RADII, (0.3, 0.006, 0.3), grade=1)
    potentials = solve_bem(shells).potentials
    plain = replace(potentials, isolated=None).inverse()
    brain = potentials.isolated.inverse()
    n, share = len(brain), 0.006 / 0.3
    wanted = plain.copy()
    wanted[:, -n:] -= 2 * plain[:, -n:] @ brain
    wanted[-n:, -n:] += (1 + share) / share * brain
    assert potentials.inverse() == pytest.approx(share * wanted, abs=1e-12 * np.abs(wanted).max())


def test_the_weights_stay_as_they_are(solved, weights):
    before = weights.copy()
    solved.seen_with(weights)
    assert np.array_equal(weights, before)
