"""Prior variances of the user's own: how they enter an operator, and which are refused."""

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.estimates.apply import apply_kernel
from leadfield.estimates.minimum_norm import make_imaging_kernel
from leadfield.inverse.kernel import prepare_kernel
from leadfield.inverse.make import make_inverse
from leadfield.inverse.orientation_prior import loose_by_kind
from leadfield.inverse.source_prior import SourcePrior


def made(problem, loose, variances, forward=None):
    forward = forward or problem.forwards["surface"]
    prior = SourcePrior(loose=loose_by_kind(forward.sources, loose), variances=variances)
    return make_inverse(problem.info, forward, problem.noise, prior=prior)


@pytest.mark.parametrize("loose", [0.0, 0.2, 1.0])
def test_equal_variances_change_nothing(problem, loose):
    plain, given = made(problem, loose, None), made(problem, loose, np.full(20, 7.0))
    np.testing.assert_allclose(given.source_variances, plain.source_variances, rtol=1e-12)
    np.testing.assert_allclose(given.singular_values, plain.singular_values, rtol=1e-12)


@pytest.mark.parametrize("loose", [0.0, 0.2, 1.0])
def test_variances_of_sources_are_those_of_their_components(problem, loose):
    variances = np.linspace(0.1, 2, 20)
    each = made(problem, loose, variances)
    ratio = each.source_variances / made(problem, loose, None).source_variances
    per = 1 if loose == 0 else 3
    np.testing.assert_allclose(ratio / ratio[0], np.repeat(variances, per) / 0.1, rtol=1e-12)
    if per == 3:
        columns = made(problem, loose, np.repeat(variances, 3))
        np.testing.assert_array_equal(columns.source_variances, each.source_variances)


def test_a_source_of_more_variance_takes_more_of_the_current(problem):
    variances = np.ones(20)
    variances[3] = 100.0
    plain, given = (made(problem, 0.0, one) for one in (None, variances))

    def share(model):
        s = model.singular_values
        # The resolution matrix's diagonal: what a source's own current leaves at its place.
        return ((model.leads**2) @ (s**2 / (s**2 + 0.2)))[3]

    assert share(given) > share(plain)


def test_a_mistaken_number_of_variances_says_which_would_do(problem):
    with pytest.raises(MismatchError, match=r"20 variances, one a source, or 60, .* got 7"):
        made(problem, 0.2, np.ones(7))
    with pytest.raises(MismatchError, match="20 variances, one a source, got 60"):
        made(problem, 0.0, np.ones(60))


@pytest.mark.parametrize(
    ("variances", "error", "words"),
    [
        (np.zeros(20), InputError, "above 0, got 20 of 20 .* restrict_forward_to_label"),
        (np.r_[np.ones(19), np.nan], DataError, "finite, got 1 NaN"),
        (np.eye(20), InputError, "one row of variances"),
    ],
)
def test_what_is_no_variance_is_refused(problem, variances, error, words):
    with pytest.raises(error, match=words):
        made(problem, 0.2, variances)


def test_eloreta_says_that_its_map_is_not_changed(problem):
    plain, given = (made(problem, 0.2, one) for one in (None, np.linspace(0.5, 1, 20)))
    settings = {"nave": 1, "lambda2": 0.2, "method": "eLORETA"}
    options = {"max_iter": 1000, "eps": 1e-12}
    with pytest.warns(RuntimeWarning, match="eLORETA finds the variances of sources itself"):
        found = prepare_kernel(given, options=options, **settings)
    want = prepare_kernel(plain, options=options, **settings)
    white = plain.fields
    maps = [
        apply_kernel(make_imaging_kernel(one, None), one.model.fields @ white.T)
        for one in (found, want)
    ]
    np.testing.assert_allclose(maps[0], maps[1], atol=1e-6 * np.abs(maps[1]).max())
