"""Whiteners beside MNE-Python's."""

import numpy as np
import pytest

from leadfield.api.covariance.covariance import read_cov
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.whitening.evoked import whiten_evoked
from leadfield.api.whitening.whitener import compute_whitener

mne = pytest.importorskip("mne")


@pytest.fixture(autouse=True)
def _quiet():
    with mne.utils.use_log_level("error"):
        yield


@pytest.fixture(scope="module")
def real(shared):
    """Response and noise of one subject, ours and MNE-Python's."""
    with mne.utils.use_log_level("error"):
        theirs = mne.read_evokeds(shared / "test-ave.fif.gz", 0, proj=False)
        cov = mne.read_cov(shared / "sample_audvis-cov.fif")
    ours = Evoked(shared / "test-ave.fif.gz", 0, proj=False)
    return ours, read_cov(shared / "sample_audvis-cov.fif"), theirs, cov


def assert_same(found, expected, tolerance):
    np.testing.assert_allclose(found, expected, rtol=0, atol=tolerance * np.abs(expected).max())


@pytest.mark.parametrize("rank", [None, "info", {"meg": 290, "eeg": 50}])
def test_the_whitener_in_the_channels_places_is_the_same(real, rank):
    evoked, noise, theirs, cov = real
    found, names, r, colorer = compute_whitener(
        noise, evoked.info, rank=rank, return_rank=True, return_colorer=True
    )
    matrix, their_names, their_r, their_colorer = mne.cov.compute_whitener(
        cov, theirs.info, rank=rank, return_rank=True, return_colorer=True
    )
    assert names == their_names
    assert r == their_r
    # Variances span 8 orders of magnitude: the smallest has 8 right digits.
    assert_same(found, matrix, 1e-8)
    assert_same(colorer, their_colorer, 1e-12)


@pytest.mark.parametrize("pca", [True, "white"])
def test_whitened_components_are_the_same(real, pca):
    evoked, noise, theirs, cov = real
    found, _, colorer = compute_whitener(noise, evoked.info, pca=pca, return_colorer=True)
    matrix, _, their_colorer = mne.cov.compute_whitener(
        cov, theirs.info, pca=pca, return_colorer=True
    )
    assert found.shape == matrix.shape
    # The sign of an eigenvector is free.
    signs = np.sign(np.sum(found * matrix, axis=1))
    assert_same(signs[:, None] * found, matrix, 1e-7)
    assert_same(colorer * signs, their_colorer, 1e-10)


@pytest.mark.parametrize("picks", ["grad", "mag", "eeg"])
def test_chosen_channels_are_whitened_the_same(real, picks):
    evoked, noise, theirs, cov = real
    found, names = compute_whitener(noise, evoked.info, picks=picks)
    matrix, their_names = mne.cov.compute_whitener(cov, theirs.info, picks=picks)
    assert names == their_names
    assert_same(found, matrix, 1e-8)


@pytest.mark.parametrize("diag", [None, True])
def test_a_response_is_whitened_the_same(real, diag):
    evoked, noise, theirs, cov = real
    found = whiten_evoked(evoked, noise, diag=diag)
    expected = mne.whiten_evoked(theirs, cov.copy(), diag=diag)
    assert_same(found.data, expected.data, 1e-8)
    assert noise.data.ndim == 2
