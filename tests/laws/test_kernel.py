"""Laws of kernels: the formula they stand for, noise of variance one, no localisation bias."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadfield.estimates.apply import apply_kernel
from leadfield.estimates.explained_variance import decompose, explain
from leadfield.estimates.minimum_norm import make_imaging_kernel
from leadfield.inverse.kernel import prepare_kernel

METHODS = ["MNE", "dSPM", "sLORETA", "eLORETA"]
# To convergence, whatever the numbers are.
EXACT = {"eps": 1e-11, "max_iter": 500}

seeds = st.integers(0, 10_000)
lambdas = st.floats(-3, 1).map(lambda x: 10.0**x)
sizes = st.integers(2, 8)
loose = st.sampled_from([0.0, 0.3, 1.0])
projected = st.booleans()


def kernel_of(made, method, lambda2, nave=1):
    options = EXACT if method == "eLORETA" else None
    return prepare_kernel(made.model, nave=nave, lambda2=lambda2, method=method, options=options)


def matrix(kernel):
    """The kernel as a matrix of one row a column of the lead field, in its own directions."""
    made = kernel.solution
    inner = kernel.model.fields @ kernel.whitening
    inner = made.gains @ inner if made.gains.ndim == 2 else made.gains[:, None] * inner
    rows = made.leads @ inner
    if made.weights.ndim == 1:
        rows = made.weights[:, None] * rows
    else:
        rows = (made.weights @ rows.reshape(-1, 3, rows.shape[1])).reshape(rows.shape)
    if made.noise_norm is not None:
        rows = np.repeat(made.noise_norm, kernel.model.per_source)[:, None] * rows
    return rows


@settings(max_examples=40, deadline=None)
@given(seeds, sizes, loose, projected, lambdas)
def test_minimum_norm_is_the_regularised_inverse(
    little_inverse, seed, n, loose, projected, lambda2
):
    """K = R Gᵀ (G R Gᵀ + λ² C)⁻¹, on the subspace that projections leave."""
    made = little_inverse(seed, n=n, loose=loose, projected=projected)
    projector = np.eye(len(made.noise))
    if projected:
        vector = made.info.projections[0].vectors
        projector -= vector.T @ vector
    gain, noise = projector @ made.gain, projector @ made.noise @ projector
    weighted = gain * made.model.source_variances
    expected = weighted.T @ np.linalg.pinv(weighted @ gain.T + lambda2 * noise) @ projector
    ours = matrix(kernel_of(made, "MNE", lambda2))
    # Conditions of random problems reach 1e5.
    np.testing.assert_allclose(ours, expected, atol=1e-9 * np.abs(expected).max())


@settings(max_examples=40, deadline=None)
@given(seeds, sizes, loose, projected, lambdas, st.floats(0.5, 200))
def test_noise_has_variance_one_under_dspm(
    little_inverse, seed, n, loose, projected, lambda2, nave
):
    """Summed over the directions of each source, for the noise of an average."""
    made = little_inverse(seed, n=n, loose=loose, projected=projected)
    rows = matrix(kernel_of(made, "dSPM", lambda2, nave))
    variance = np.einsum("ij,jk,ik->i", rows, made.noise / nave, rows)
    np.testing.assert_allclose(
        variance.reshape(-1, made.model.per_source).sum(axis=1), 1, rtol=1e-9
    )


@settings(max_examples=40, deadline=None)
@given(seeds, sizes, loose, lambdas)
def test_all_variance_is_one_over_lambda2_under_sloreta(little_inverse, seed, n, loose, lambda2):
    """Under the model's own covariance of the data, G R Gᵀ / λ² + C."""
    made = little_inverse(seed, n=n, loose=loose)
    rows = matrix(kernel_of(made, "sLORETA", lambda2))
    seen = (made.gain * made.model.source_variances) @ made.gain.T / lambda2 + made.noise
    variance = np.einsum("ij,jk,ik->i", rows, seen, rows)
    np.testing.assert_allclose(
        variance.reshape(-1, made.model.per_source).sum(axis=1), 1, rtol=1e-9
    )


@pytest.mark.parametrize("method", ["sLORETA", "eLORETA"])
@settings(max_examples=25, deadline=None)
@given(seeds, sizes, projected, lambdas)
def test_a_fixed_dipole_without_noise_is_found_where_it_is(
    little_inverse, method, seed, n, projected, lambda2
):
    made = little_inverse(seed, n=n, loose=0.0, projected=projected)
    response = np.abs(matrix(kernel_of(made, method, lambda2)) @ made.gain)
    highest = response.max(axis=0)
    # Collinear fields tie: then the dipole is among the highest.
    assert (np.diag(response) >= highest * (1 - 1e-7)).all()


@settings(max_examples=25, deadline=None)
@given(seeds, sizes, st.sampled_from([0.0, 1.0]), lambdas)
def test_eloreta_solves_its_fixed_point(little_inverse, seed, n, loose, lambda2):
    """R_i is proportional to (G_iᵀ (G R Gᵀ + λ²)⁻¹ G_i)^(-½), with G whitened."""
    made = little_inverse(seed, n=n, loose=loose)
    model = made.model
    c = model.per_source
    white = model.whitener.matrix @ made.gain
    columns = white.reshape(len(white), -1, c).transpose(1, 2, 0)
    solution = kernel_of(made, "eLORETA", lambda2).solution
    scale = np.sqrt(model.source_variances).reshape(-1, 1, c)
    weights = solution.weights.reshape(-1, c, c if c == 3 else 1) * scale
    gram = np.einsum("ikc,icd,idl->kl", columns.swapaxes(1, 2), weights, columns)
    np.testing.assert_allclose(np.trace(gram), model.whitener.rank, rtol=1e-9)
    inverse = np.linalg.inv(gram + lambda2 * np.eye(len(gram)))
    forms = columns @ inverse @ columns.swapaxes(1, 2)
    values, vectors = np.linalg.eigh(forms)
    expected = (vectors / np.sqrt(values)[:, None]) @ vectors.swapaxes(1, 2)
    ratio = np.sum(weights * expected) / np.sum(expected**2)
    np.testing.assert_allclose(weights, ratio * expected, atol=1e-6 * np.abs(weights).max())


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=15, deadline=None)
@given(seeds, sizes, loose, projected, lambdas)
def test_what_currents_predict_is_the_lead_field_times_them(
    little_inverse, method, seed, n, loose, projected, lambda2
):
    """On channels as projected; and the share explained lies between 0 and 1."""
    made = little_inverse(seed, n=n, loose=loose, projected=projected)
    kernel = kernel_of(made, method, lambda2)
    data = made.rng.standard_normal((len(made.noise), 5))
    explanation = explain(kernel, decompose(kernel, data))
    rows = matrix(kernel)
    if kernel.solution.noise_norm is not None:
        norm = np.repeat(kernel.solution.noise_norm, made.model.per_source)
        rows = np.divide(rows, norm[:, None], out=np.zeros_like(rows), where=norm[:, None] > 0)
    predicted = made.gain @ (rows @ data)
    if projected:
        vector = made.info.projections[0].vectors
        predicted -= vector.T @ (vector @ predicted)
    tolerance = 1e-8 * np.abs(data).max()
    np.testing.assert_allclose(explanation.predicted, predicted, atol=tolerance)
    assert 0 <= explanation.share <= 1


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=10, deadline=None)
@given(seeds, loose)
def test_only_normalised_maps_know_of_averages(little_inverse, method, seed, loose):
    made = little_inverse(seed, loose=loose)
    one, many = (matrix(kernel_of(made, method, 0.1, n)) for n in (1, 25))
    factor = 5 if method in {"dSPM", "sLORETA"} else 1
    np.testing.assert_allclose(many, factor * one, rtol=1e-12)


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=10, deadline=None)
@given(seeds, st.sampled_from([0.3, 1.0]))
def test_vectors_have_the_combined_maps_length(little_inverse, method, seed, loose):
    made = little_inverse(seed, loose=loose)
    kernel = kernel_of(made, method, 0.1)
    components = made.rng.standard_normal((len(made.model.singular_values), 7))
    vectors = apply_kernel(make_imaging_kernel(kernel, "vector"), components)
    combined = apply_kernel(make_imaging_kernel(kernel, None), components)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), combined, rtol=1e-10)
    normal = apply_kernel(make_imaging_kernel(kernel, "normal"), components)
    normals = made.model.orientations[2::3]
    np.testing.assert_allclose(
        np.einsum("ik,ikt->it", normals, vectors), normal, atol=1e-10 * combined.max()
    )
