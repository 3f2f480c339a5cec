"""MNE-Python preprocesses, leadfield localises, MNE-Python goes on: nothing is lost or copied."""

import tracemalloc

import numpy as np
import pytest

import leadfield
from leadfield import minimum_norm

mne = pytest.importorskip("mne")
LAMBDA2 = 1 / 9


@pytest.fixture(scope="module")
def preprocessed(experiment):
    """Epochs that MNE-Python filtered, cleaned with ICA and cut, their average and covariance."""
    sample = experiment / "MEG" / "sample"
    raw = mne.io.read_raw_fif(sample / "sample_audvis_filt-0-40_raw.fif", verbose="error")
    raw.crop(0, 60).load_data(verbose="error").filter(1.0, 30.0, verbose="error")
    ica = mne.preprocessing.ICA(8, fit_params={"tol": 1e-2}, random_state=0, verbose="error")
    ica.fit(raw, picks="mag", decim=5, verbose="error")
    ica.exclude, _ = ica.find_bads_eog(raw, ch_name="EOG 061", verbose="error")
    ica.apply(raw, verbose="error")
    events = mne.find_events(raw, verbose="error")
    epochs = mne.Epochs(raw, events, [1, 2, 3, 4], picks="meg", preload=True, verbose="error")
    cov = mne.compute_covariance(epochs, tmax=0.0, method="empirical", verbose="error")
    forward = mne.read_forward_solution(sample / "sample_audvis-meg-oct-6-fwd.fif", verbose="error")
    return epochs, epochs.average(), cov, forward


@pytest.fixture(scope="module")
def operators(preprocessed):
    """MNE-Python's inverse operator and leadfield's, of the same objects."""
    _, evoked, cov, forward = preprocessed
    packages = (mne.minimum_norm, minimum_norm)
    return [p.make_inverse_operator(evoked.info, forward, cov, verbose="error") for p in packages]


@pytest.mark.parametrize("method", ["MNE", "dSPM", "sLORETA"])
def test_maps_equal_those_of_mne_python_alone(preprocessed, operators, method):
    evoked, (theirs, ours) = preprocessed[1], operators
    expected = mne.minimum_norm.apply_inverse(evoked, theirs, LAMBDA2, method, verbose="error")
    found = minimum_norm.apply_inverse(evoked, ours, LAMBDA2, method, verbose="error")
    peak = np.abs(expected.data).max()
    np.testing.assert_allclose(found.data, expected.data, atol=1e-8 * peak)
    back = found.to_mne()
    assert isinstance(back, mne.SourceEstimate)
    assert back.get_peak() == expected.get_peak()


def test_the_covariance_of_their_epochs_is_theirs(preprocessed):
    epochs, _, cov, _ = preprocessed
    found = leadfield.compute_covariance(epochs, tmax=0.0, method="empirical", verbose="error")
    np.testing.assert_allclose(found["data"], cov["data"], atol=1e-10 * np.abs(cov["data"]).max())


def test_samples_are_not_copied(preprocessed, operators):
    epochs, evoked, inverse = *preprocessed[:2], operators[1]
    labels = [leadfield.Label(inverse["src"][0]["vertno"][:50], hemi="lh")]
    tracemalloc.start()
    stcs = minimum_norm.apply_inverse_epochs(
        epochs, inverse, 1.0, pick_ori="normal", return_generator=True, verbose="error"
    )
    for _ in leadfield.extract_label_time_course(
        stcs, labels, inverse["src"], mode="mean", return_generator=True, verbose="error"
    ):
        pass
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # A copy of all epochs would need that much by itself; kernels take the rest.
    kernel = 3 * 8 * len(evoked.ch_names) * inverse["nsource"]
    assert most < kernel + 0.5 * epochs.get_data(copy=False).nbytes
