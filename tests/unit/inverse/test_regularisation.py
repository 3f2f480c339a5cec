"""Regularisation by the data: the criteria, their minimum, what counts as a signal."""

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError
from leadfield.inverse.regularisation import (
    CRITERIA,
    components_matrix,
    fit_regularisation,
    profile_noise_scale,
    source_weights,
)

SINGULAR = np.geomspace(5, 0.05, 200)


def expected(lambda2, scale=1.0):
    """Mean squares of components as the model expects them."""
    return scale * (1 + SINGULAR**2 / lambda2)


@pytest.mark.parametrize("method", CRITERIA)
@pytest.mark.parametrize("lambda2", [0.03, 1 / 9, 20.0])
def test_finds_what_expected_energies_were_made_with(method, lambda2):
    fit = fit_regularisation(expected(lambda2), SINGULAR, method)
    assert fit.lambda2 == pytest.approx(lambda2, rel=0.05)
    if method == "reml":
        assert fit.noise_scale == pytest.approx(1, rel=0.05)
        assert fit.snr == (pytest.approx(fit.lambda2**-0.5) if fit.has_signal else 0)


@pytest.mark.parametrize("method", CRITERIA)
def test_hardly_depends_on_the_scale_of_the_noise(method):
    """Of 200 components: 15 % where it is three times that of the covariance."""
    energies = np.random.default_rng(0).chisquare(2, 200) * expected(0.2)
    one, other = (fit_regularisation(scale * energies, SINGULAR, method) for scale in (1.0, 3.0))
    assert other.lambda2 == pytest.approx(one.lambda2, rel=0.15)
    assert other.noise_scale == pytest.approx(3 * one.noise_scale, rel=0.1)


def test_components_weigh_by_the_share_that_sources_have_of_them():
    weights = source_weights(np.array([2.0, 1.0, 0.5]), 1.0)
    np.testing.assert_allclose(weights, np.array([0.8, 0.5, 0.2]) / 1.5)


def test_few_components_alike_keep_the_noise_of_the_covariance():
    """Nothing but its scale tells noise from sources then."""
    alike = np.linspace(1.1, 0.9, 20)
    energies = np.random.default_rng(3).chisquare(4, 20) / 4 * (1 + alike**2 / 0.2)
    fit = fit_regularisation(energies, alike)
    assert 0.1 < fit.lambda2 < 0.4
    assert fit.noise_scale == pytest.approx(1, abs=0.2)


def test_the_likelihood_is_the_gaussian_one():
    """Minus twice the logarithm of the likelihood and the prior, at the best noise scale."""
    energies = np.random.default_rng(1).chisquare(1, 200) * expected(0.5)
    fit = fit_regularisation(energies, SINGULAR)

    def minus_twice(lambda2):
        logs = np.linspace(-3, 3, 6001)[:, None]
        variances = expected(lambda2, np.exp(logs))
        values = (np.log(variances) + energies / variances).sum(axis=1)
        # Student's t with 6 degrees of freedom, and a spread of 0.2.
        return (values + 7 * np.log(1 + (logs[:, 0] / 0.2) ** 2 / 6)).min()

    near = np.abs(np.log10(fit.candidates / fit.lambda2)) < 2
    curve = np.array([minus_twice(one) for one in fit.candidates[near]])
    np.testing.assert_allclose(fit.criterion[near], curve - curve.min(), atol=1e-2)
    assert fit.evidence == pytest.approx(minus_twice(1e6) - minus_twice(fit.lambda2), abs=1e-2)
    scales = [profile_noise_scale(energies, SINGULAR, fit.lambda2), fit.noise_scale]
    assert scales[0] == scales[1]


def test_equal_energies_are_no_signal():
    fit = fit_regularisation(np.ones(200), SINGULAR)
    assert not fit.has_signal
    assert fit.snr == 0
    assert fit.lambda2 > 1e3


def test_what_noise_may_do_is_no_signal():
    """White noise of one sample seems to hold sources about half of the time."""
    rng = np.random.default_rng(2)
    fits = [fit_regularisation(rng.chisquare(1, 200), SINGULAR) for _ in range(300)]
    assert np.mean([fit.lambda2 < 1e3 for fit in fits]) > 0.3
    # 1 % are expected; 3 % would be five standard deviations of their number too many.
    assert np.mean([fit.has_signal for fit in fits]) < 0.03


def test_components_without_field_count_as_noise():
    energies = np.append(expected(0.3), np.ones(50))
    fit = fit_regularisation(energies, np.append(SINGULAR, np.zeros(50)))
    assert fit.lambda2 == pytest.approx(0.3, rel=1e-3)


def test_the_matrix_gives_noise_variance_one(little_inverse):
    made = little_inverse(projected=True)
    matrix = components_matrix(made.model)
    np.testing.assert_allclose(matrix @ made.noise @ matrix.T, np.eye(len(matrix)), atol=1e-9)


def test_data_that_are_zero_are_refused():
    with pytest.raises(DataError, match="data that are 0"):
        fit_regularisation(np.zeros(200), SINGULAR)


def test_an_unknown_method_is_refused():
    with pytest.raises(InputError, match="method must be one of 'reml', 'gcv', got 'REML'"):
        fit_regularisation(np.ones(200), SINGULAR, "REML")
