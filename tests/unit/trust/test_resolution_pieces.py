from dataclasses import replace

import numpy as np
import pytest

from leadfield.inverse.kernel import prepare_kernel
from leadfield.trust.resolution import resolution_factors
from leadfield.trust.resolution_pieces import symmetric_resolution

METHODS = ("MNE", "dSPM", "sLORETA", "eLORETA")


@pytest.fixture
def factors(little):
    """Function that makes the factors of a constraint and a method."""

    def make(constraint, method="dSPM"):
        case = little(constraint)
        kernel = prepare_kernel(case.model, nave=1, lambda2=0.2, method=method)
        return resolution_factors(kernel, case.forward)

    return make


@pytest.mark.parametrize("method", METHODS[:3])
def test_a_fixed_operator_of_the_same_lead_field_is_symmetric_but_for_scales(factors, method):
    made = factors("fixed", method)
    matrix = symmetric_resolution(made)
    found = matrix.scales[:, None] * ((matrix.lines * matrix.weights) @ matrix.lines.T)
    want = made.kernel[0] @ made.field[0].T
    np.testing.assert_allclose(np.abs(found), np.abs(want), rtol=0, atol=1e-12 * want.max())


def test_components_that_no_source_has_are_no_hindrance(factors):
    made = factors("fixed")
    empty = np.zeros((1, made.kernel.shape[1], 2))
    more = replace(
        made,
        kernel=np.concatenate([made.kernel, empty], axis=2),
        field=np.concatenate([made.field, empty], axis=2),
    )
    assert symmetric_resolution(more) is not None


def test_rounding_to_single_precision_is_not_symmetric(factors):
    made = factors("fixed")
    assert symmetric_resolution(replace(made, field=made.field.astype(np.float32))) is None


def test_other_lead_fields_are_not_symmetric(factors):
    made = factors("fixed")
    assert symmetric_resolution(replace(made, field=made.field[:, ::-1])) is None


@pytest.mark.parametrize("constraint", ["loose", "free", "volume"])
def test_several_numbers_a_source_are_not_symmetric(factors, constraint):
    assert symmetric_resolution(factors(constraint)) is None
