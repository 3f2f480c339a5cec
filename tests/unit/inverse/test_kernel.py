"""Preparing kernels: what is refused, and what must not matter."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, DataError, InputError
from leadfield.estimates.apply import apply_kernel
from leadfield.estimates.minimum_norm import make_imaging_kernel
from leadfield.inverse.depth_prior import DepthWeighting
from leadfield.inverse.kernel import prepare_kernel
from leadfield.inverse.make import make_inverse
from leadfield.inverse.methods import METHODS
from leadfield.inverse.orientation_prior import loose_by_kind
from leadfield.inverse.source_prior import SourcePrior

EVERY = list(METHODS)


def prepared(model, method="dSPM", **changes):
    arguments = {"nave": 1, "lambda2": 0.1, "options": None, **changes}
    return prepare_kernel(model, method=method, **arguments)


def image(kernel, orientation=None):
    """The map of each dimension of the white data alone."""
    return apply_kernel(make_imaging_kernel(kernel, orientation), kernel.model.fields)


@pytest.fixture(scope="module")
def model(little_inverse):
    return little_inverse(loose=0.3).model


def test_an_unknown_method_is_answered_with_the_known_ones(model):
    words = "method must be one of 'MNE', 'dSPM', 'sLORETA', 'eLORETA', got 'dspm'"
    with pytest.raises(InputError, match=words):
        prepared(model, "dspm")


@pytest.mark.parametrize(
    ("method", "options", "words"),
    [
        ("dSPM", {"eps": 1e-6}, "must be None for dSPM, which has no options"),
        ("eLORETA", {"epsilon": 1e-6}, "may hold 'eps', 'max_iter', 'force_equal', got 'epsilon'"),
        ("eLORETA", {"eps": 0}, "eps of eLORETA must be above 0"),
        ("eLORETA", {"max_iter": 0}, "max_iter of eLORETA must be at least 1"),
        ("eLORETA", {"force_equal": 1}, "force_equal of eLORETA must be one of True, False, None"),
    ],
)
def test_options_are_honoured_or_refused(model, method, options, words):
    with pytest.raises(InputError, match=words):
        prepared(model, method, options=options)


@pytest.mark.parametrize("lambda2", [-0.1, np.nan, np.inf])
def test_lambda2_must_be_a_number_from_0_up(model, lambda2):
    with pytest.raises(InputError, match="lambda2 must be at least 0"):
        prepared(model, lambda2=lambda2)


def test_lambda2_must_be_a_number(model):
    with pytest.raises(ArgumentTypeError, match="lambda2 must be a number, got 'auto'"):
        prepared(model, lambda2="auto")


def test_an_average_is_of_more_than_no_epochs(model):
    with pytest.raises(InputError, match="nave must be above 0, got 0"):
        prepared(model, nave=0)


def test_sloreta_needs_regularisation(model):
    with pytest.raises(InputError, match="above 0 for sLORETA"):
        prepared(model, "sLORETA", lambda2=0)


@pytest.mark.parametrize("method", ["MNE", "dSPM", "eLORETA"])
def test_the_others_do_not(model, method):
    assert np.isfinite(image(prepared(model, method, lambda2=0))).all()


@pytest.mark.parametrize("loose", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("method", EVERY)
def test_leads_with_their_weights_on_them_make_the_same_kernel(little_inverse, method, loose):
    model = little_inverse(loose=loose).model
    leads = model.leads * np.sqrt(model.source_variances)[:, None]
    weighted = replace(model, leads=leads, leads_weighted=True)
    one, other = image(prepared(model, method)), image(prepared(weighted, method))
    np.testing.assert_allclose(other, one, atol=1e-10 * np.abs(one).max())


@pytest.mark.parametrize("loose", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("method", EVERY)
def test_a_source_that_no_sensor_sees_is_silent(little_inverse, method, loose):
    model = little_inverse(loose=loose).model
    unseen = slice(0, model.per_source)
    leads = model.leads.copy()
    leads[unseen] = 0
    values = image(prepared(replace(model, leads=leads), method))
    assert not values[0].any()
    assert np.isfinite(values).all()


@pytest.mark.parametrize("loose", [0.0, 0.3])
def test_eloreta_makes_up_for_depth_by_itself(problem, loose):
    forward = problem.forwards["surface"]
    share = loose_by_kind(forward.sources, loose)
    made = [
        make_inverse(
            problem.info, forward, problem.noise, prior=SourcePrior(loose=share, depth=depth)
        )
        for depth in (None, DepthWeighting())
    ]
    options = {"eps": 1e-12, "max_iter": 500}
    one, other = (image(prepared(model, "eLORETA", options=options), "vector") for model in made)
    np.testing.assert_allclose(other, one, atol=1e-7 * np.abs(one).max())


@pytest.mark.parametrize("lambda2", [0, 1e-9, 1e-4])
def test_eloreta_bears_little_regularisation_of_an_ill_conditioned_field(little_inverse, lambda2):
    model = little_inverse(n=60, n_channels=40, loose=0.0).model
    falling = np.logspace(0, -4, len(model.singular_values))
    ill = replace(model, singular_values=falling / np.linalg.norm(falling) * 40**0.5)
    made = prepared(ill, "eLORETA", lambda2=lambda2, options={"max_iter": 100}).solution
    assert np.isfinite(made.gains).all()
    assert (made.weights > 0).all()


def test_eloreta_says_when_it_did_not_converge(model):
    with pytest.warns(RuntimeWarning, match="did not converge in 1 steps"):
        prepared(model, "eLORETA", options={"max_iter": 1})


def test_equal_weights_are_one_number_a_source(model):
    made = prepared(model, "eLORETA", options={"force_equal": True}).solution
    prior = np.array([0.3, 0.3, 1])
    deviations = np.sqrt(model.source_variances).reshape(-1, 3)
    weights = made.weights * deviations[:, None]
    np.testing.assert_allclose(weights, weights[:, 2:, 2:] * np.diag(prior), atol=1e-12)


def test_fixed_sources_have_equal_weights_in_any_case(little_inverse):
    model = little_inverse(loose=0.0).model
    one, other = (
        image(prepared(model, "eLORETA", options={"force_equal": equal})) for equal in (True, False)
    )
    np.testing.assert_array_equal(one, other)


def test_eloreta_in_few_dimensions_is_still_the_fixed_point(little_inverse):
    """Fewer columns than channels: N is only asked for in the lead field's range."""
    model = little_inverse(n=1, n_channels=9, loose=0.0).model
    assert len(model.singular_values) == 3
    made = prepared(model, "eLORETA", options={"max_iter": 200}).solution
    assert np.isfinite(made.weights).all()
    assert (made.weights > 0).all()


def test_a_kernel_for_another_average_is_the_one_prepared_for_it(model):
    one = prepared(model, nave=4).for_nave(9)
    np.testing.assert_allclose(
        one.solution.noise_norm, prepared(model, nave=9).solution.noise_norm, rtol=1e-14
    )
    assert one.nave == 9


@pytest.mark.parametrize("method", EVERY)
@pytest.mark.parametrize("lambda2", [1e300, np.inf, np.nan, -1.0])
def test_a_regularisation_that_cannot_be_is_refused(model, method, lambda2):
    with pytest.raises(InputError, match="lambda2 must be"):
        prepared(model, method, lambda2=lambda2)


@pytest.mark.parametrize("method", EVERY)
@pytest.mark.parametrize("name", ["source_variances", "orientation_prior", "singular_values"])
@pytest.mark.parametrize("value", [1e-59, 1e-40, 1e14])
def test_an_operator_of_numbers_far_apart_gives_finite_maps_or_an_error(model, method, name, value):
    numbers = getattr(model, name).copy()
    numbers[0] = value
    try:
        kernel = prepared(replace(model, **{name: numbers}), method)
    except DataError as error:
        assert "lie too far apart" in str(error)  # noqa: PT017 - one of two right answers
    else:
        assert np.isfinite(image(kernel)).all()


def test_a_lead_field_of_zeros_has_no_eloreta(model):
    with pytest.raises(DataError, match="must not be 0"):
        prepared(replace(model, leads=np.zeros_like(model.leads)), "eLORETA")
