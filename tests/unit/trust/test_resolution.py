from dataclasses import replace

import numpy as np
import pytest

from leadfield.base import memory
from leadfield.base.errors import ChannelError, InputError, MismatchError
from leadfield.inverse.kernel import prepare_kernel
from leadfield.trust.resolution import (
    combine_components,
    components_of,
    resolution_factors,
    resolution_matrix,
)

METHODS = ("MNE", "dSPM", "sLORETA", "eLORETA")


def kernel_of(case, method="MNE"):
    return prepare_kernel(case.model, nave=1, lambda2=0.2, method=method)


@pytest.mark.parametrize("method", METHODS)
def test_products_of_the_factors_are_the_matrix(little, dense, constraint, method):
    case = little(constraint)
    factors = resolution_factors(kernel_of(case, method), case.forward)
    blocks = np.einsum("pik,qjk->pqij", factors.kernel, factors.field)
    found, want = np.sqrt((blocks**2).sum(axis=(0, 1))), dense(case, method)
    np.testing.assert_allclose(found, want, rtol=0, atol=1e-12 * want.max())


@pytest.mark.parametrize("constraint", ["loose", "free"])
def test_the_normal_component_alone_can_be_asked_for(little, dense, constraint):
    case = little(constraint)
    factors = resolution_factors(kernel_of(case), case.forward, pick_ori="normal")
    want = dense(case, "MNE", pick_ori="normal")
    found = np.abs(factors.kernel[0] @ factors.field[0].T)
    np.testing.assert_allclose(found, want, rtol=0, atol=1e-12 * want.max())


def test_the_matrix_of_a_fixed_operator_holds_signed_values(little):
    case = little("fixed")
    matrix = resolution_matrix(kernel_of(case), case.forward)
    want = case.model.sources.n_sources
    assert matrix.shape == (want, want)
    assert (matrix < 0).any()
    assert np.abs(matrix).max() == combine_components(matrix, want).max()


def test_without_regularisation_and_with_few_sources_resolution_is_perfect(little):
    case = little("fixed", n=4, n_channels=12)
    kernel = prepare_kernel(case.model, nave=1, lambda2=0, method="MNE")
    matrix = resolution_matrix(kernel, case.forward)
    np.testing.assert_allclose(matrix, np.eye(len(matrix)), atol=1e-10)


def test_channels_marked_as_bad_in_the_operator_give_nothing(little):
    case = little("fixed")
    bad = case.model.info.names[2]
    model = replace(case.model, info=case.model.info.with_bads([bad]))
    silent = case.forward.leadfield.copy()
    silent[2] = 0
    found = resolution_matrix(
        prepare_kernel(model, nave=1, lambda2=0.2, method="MNE"), case.forward
    )
    want = resolution_matrix(kernel_of(case), replace(case.forward, leadfield=silent))
    np.testing.assert_allclose(found, want, atol=1e-14 * np.abs(want).max())


def test_an_operator_of_bad_channels_alone_is_refused(little):
    case = little("fixed")
    model = replace(case.model, info=case.model.info.with_bads(case.model.info.names))
    kernel = prepare_kernel(model, nave=1, lambda2=0.2, method="MNE")
    with pytest.raises(ChannelError, match="all of its are marked as bad"):
        resolution_factors(kernel, case.forward)


def test_a_forward_model_of_other_sources_is_refused(little):
    case, other = little("fixed"), little("fixed", n=6)
    with pytest.raises(MismatchError, match="same sources, got 9 and 13"):
        resolution_factors(kernel_of(case), other.forward)


def test_a_forward_model_without_the_operators_channels_is_refused(little):
    case = little("fixed")
    names = case.forward.channels.names
    with pytest.raises(ChannelError, match=f"it lacks '{names[0]}'"):
        resolution_factors(kernel_of(case), case.forward.picked(names[1:]))


def test_a_lead_field_with_nan_is_refused(little):
    case = little("fixed")
    field = case.forward.leadfield.copy()
    field[1, 1] = np.nan
    with pytest.raises(InputError, match="must be finite"):
        resolution_factors(kernel_of(case), replace(case.forward, leadfield=field))


def test_a_matrix_beyond_the_memory_is_refused_in_words(little, monkeypatch, tmp_path):
    (tmp_path / "meminfo").write_text("MemTotal: 99 kB\nMemAvailable: 0 kB\n")
    monkeypatch.setattr(memory, "MEMINFO", tmp_path / "meminfo")
    case = little("fixed")
    with pytest.raises(InputError, match=r"a resolution matrix of 9 x 9 .* resolution\(\) gives"):
        resolution_matrix(kernel_of(case), case.forward)


@pytest.mark.parametrize("shape", [(9,), (9, 8), (18, 9), (27, 10)])
def test_a_matrix_of_other_sources_is_refused(shape):
    with pytest.raises(MismatchError, match="must have 9 or 27 rows and columns"):
        components_of(np.zeros(shape), 9)
