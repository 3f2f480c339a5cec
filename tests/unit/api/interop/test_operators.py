"""Forward solutions and inverse operators that look like MNE-Python's."""

import numpy as np
import pytest

from leadfield.api.forward.convert import convert_forward_solution
from leadfield.api.forward.forward import Forward
from leadfield.api.interop.forward import forward_from_mne
from leadfield.api.interop.inverse import inverse_from_mne
from leadfield.api.interop.prepared import kernel_from_mne
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.base.errors import ArgumentTypeError, MismatchError, StateError
from leadfield.inverse.make import make_inverse
from leadfield.inverse.orientation_prior import loose_by_kind
from leadfield.inverse.source_prior import SourcePrior


@pytest.fixture
def as_dict(mne_like):
    """The keys of an operator of ours, with source spaces as theirs are."""

    def convert(ours):
        spaces = [dict(one) for one in ours["src"]]
        info = {"chs": ours["info"]["chs"], "bads": []}
        trans = mne_like("Transform", dict, ours["mri_head_t"])
        theirs = {"src": mne_like("SourceSpaces", list, spaces), "info": info, "mri_head_t": trans}
        return {**ours, **theirs}

    return convert


@pytest.fixture
def forward(problem, as_dict):
    return as_dict(Forward(problem.forwards["surface"]))


@pytest.fixture
def inverse(problem, as_dict, mne_like):
    model = problem.forwards["surface"]
    share = loose_by_kind(model.sources, 0.2)
    made = make_inverse(problem.info, model, problem.noise, prior=SourcePrior(loose=share))
    held = as_dict(InverseOperator(made))
    cov = mne_like("Covariance", dict, held["noise_cov"])
    projs = [mne_like("Projection", dict, one) for one in held["projs"]]
    cov.update(eig=made.whitener.eigenvalues, eigvec=made.whitener.eigenvectors)
    n, k = len(cov["names"]), len(made.singular_values)
    fields = np.zeros((k, n))
    fields[:, made.whitener.eigenvalues > 0] = made.fields
    return {**held, "noise_cov": cov, "projs": projs, "eigen_fields": {"data": fields}}, made


def test_a_forward_solution_comes_whole(problem, forward, mne_like):
    found, wanted = (
        forward_from_mne(mne_like("Forward", dict, forward)),
        problem.forwards["surface"],
    )
    np.testing.assert_array_equal(found.leadfield, wanted.leadfield)
    assert found.leadfield.dtype == np.float32
    assert found.channels.names == wanted.channels.names
    assert found.mri_to_head == wanted.mri_to_head
    assert found.origin is None


def test_channels_are_those_of_the_lead_field_in_its_order(forward, mne_like):
    sol = forward["sol"]
    names = sol["row_names"][3:0:-1]
    forward["sol"] = {**sol, "data": sol["data"][3:0:-1], "row_names": names}
    found = forward_from_mne(mne_like("Forward", dict, forward))
    assert list(found.channels.names) == names


def test_a_turned_forward_solution_needs_what_it_was_turned_from(problem, as_dict, mne_like):
    turned = convert_forward_solution(Forward(problem.forwards["surface"]), surf_ori=True)
    held = as_dict(turned)
    with pytest.raises(MismatchError, match="must keep the lead field that it was turned from"):
        forward_from_mne(mne_like("Forward", dict, held))
    held.update(_orig_sol=problem.forwards["surface"].leadfield, _orig_source_ori=2)
    found = forward_from_mne(mne_like("Forward", dict, held))
    np.testing.assert_array_equal(found.origin.leadfield, problem.forwards["surface"].leadfield)


def test_a_forward_solution_without_a_part_is_refused(forward, mne_like):
    with pytest.raises(MismatchError, match="forward must have the transform 'mri_head_t'"):
        forward_from_mne(mne_like("Forward", dict, {**forward, "mri_head_t": None}))
    with pytest.raises(ArgumentTypeError, match=r"forward\['src'\] must be SourceSpaces, got list"):
        forward_from_mne(mne_like("Forward", dict, {**forward, "src": []}))


def test_an_operator_comes_whole(inverse, mne_like):
    held, made = inverse
    found = inverse_from_mne(mne_like("InverseOperator", dict, held))
    for name in ("fields", "leads", "singular_values", "source_variances", "orientation_prior"):
        np.testing.assert_array_equal(getattr(found, name), getattr(made, name))
    assert found.info.projections == made.info.projections
    assert (found.nave, found.units, found.methods) == (made.nave, made.units, made.methods)


def test_an_operator_that_was_prepared_for_averages_is_one_of_so_many(inverse, mne_like):
    held = {**inverse[0], "whitener": np.eye(3), "nave": 30}
    assert inverse_from_mne(mne_like("InverseOperator", dict, held)).nave == 30


def test_an_operator_whose_source_covariance_is_gone_is_refused(inverse, mne_like):
    gone = {"data": np.full(len(inverse[1].source_variances), np.nan)}
    held = {**inverse[0], "whitener": np.eye(3), "source_cov": gone}
    with pytest.raises(StateError, match="must not be prepared for eLORETA"):
        inverse_from_mne(mne_like("InverseOperator", dict, held))


def test_only_what_was_prepared_has_a_kernel(inverse, mne_like):
    assert kernel_from_mne(mne_like("InverseOperator", dict, inverse[0])) is None
    assert kernel_from_mne(inverse[1]) is None


def test_what_was_prepared_says_its_regularisation_by_its_gains(inverse, mne_like):
    singular = inverse[1].singular_values
    gains = singular / (singular**2 + 0.25)
    held = {**inverse[0], "whitener": np.eye(3), "reginv": gains, "noisenorm": []}
    kernel = kernel_from_mne(mne_like("InverseOperator", dict, held))
    assert (kernel.method, kernel.lambda2) == ("MNE", pytest.approx(0.25, rel=1e-10))
    held["reginv"] = 0 * gains
    with pytest.raises(StateError, match="'reginv' above 0"):
        kernel_from_mne(mne_like("InverseOperator", dict, held))


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("source_cov", None, "must have a 'source_cov'"),
        ("sing", np.ones(3), "must have 3 fields of 34 channels and 3 leads"),
        ("mri_head_t", None, "must have the transform 'mri_head_t'"),
    ],
)
def test_an_operator_without_a_part_is_refused(inverse, mne_like, key, value, message):
    held = {**inverse[0], key: value}
    with pytest.raises(MismatchError, match=message):
        inverse_from_mne(mne_like("InverseOperator", dict, held))


def test_an_operator_whose_covariance_has_no_basis_is_refused(inverse, mne_like):
    cov = mne_like("Covariance", dict, {**inverse[0]["noise_cov"], "eig": None})
    with pytest.raises(MismatchError, match="must have the eigenvectors of its 34 channels"):
        inverse_from_mne(mne_like("InverseOperator", dict, {**inverse[0], "noise_cov": cov}))


def test_other_objects_are_not_taken(forward):
    assert forward_from_mne(forward) is None
    assert inverse_from_mne(forward) is None
