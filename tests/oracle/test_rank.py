"""Ranks beside MNE-Python's."""

import pytest

from leadfield.api.covariance.covariance import Covariance, read_cov
from leadfield.api.covariance.rank import compute_rank
from leadfield.api.epochs.evoked import Evoked
from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.recording.info import Info, read_info

mne = pytest.importorskip("mne")


@pytest.fixture(autouse=True)
def _quiet():
    with mne.utils.use_log_level("error"):
        yield


@pytest.mark.parametrize("rank", [None, "info", "full", {"meg": 290}])
@pytest.mark.parametrize("proj", [True, False])
def test_real_noise_has_the_same_rank(shared, rank, proj):
    path = shared / "sample_audvis-cov.fif"
    info, theirs = (read(shared / "test-ave.fif.gz") for read in (read_info, mne.io.read_info))
    found = compute_rank(read_cov(path), rank, info=info, proj=proj)
    given = dict(rank) if isinstance(rank, dict) else rank
    assert found == mne.compute_rank(mne.read_cov(path), given, info=theirs, proj=proj)


@pytest.mark.parametrize("tol", ["auto", "float32", 1e-9])
def test_tolerances_mean_the_same(shared, tol):
    path = shared / "sample_audvis-cov.fif"
    info, theirs = (read(shared / "test-ave.fif.gz") for read in (read_info, mne.io.read_info))
    found = compute_rank(read_cov(path), info=info, tol=tol)
    assert found == mne.compute_rank(mne.read_cov(path), info=theirs, tol=tol)


@pytest.mark.parametrize("rank", ["info", "full"])
def test_a_response_has_the_same_rank_by_its_channels(shared, rank):
    theirs = mne.read_evokeds(shared / "test-ave.fif.gz", 0)
    expected = mne.compute_rank(theirs, rank)
    assert compute_rank(Evoked(shared / "test-ave.fif.gz", 0), rank) == expected


def test_separated_data_have_the_rank_that_separation_left(shared):
    path = shared / "sample_audvis_trunc_raw_sss.fif"
    raw = mne.io.read_raw_fif(path)
    noise = mne.make_ad_hoc_cov(raw.info)
    expected = mne.compute_rank(noise, "info", info=raw.info)
    info = read_info(path)
    assert compute_rank(as_ours(noise), "info", info=info) == expected
    assert expected["meg"] < 100


def as_ours(noise):
    return Covariance(noise.data, noise.ch_names, [], [], noise.nfree)


def test_a_ctf_recording_counts_no_reference_sensors(shared):
    path = shared / "test_ctf_comp_raw.fif"
    theirs = mne.io.read_info(path)
    noise = mne.make_ad_hoc_cov(theirs)
    assert compute_rank(as_ours(noise), info=read_info(path)) == mne.compute_rank(
        noise, info=theirs
    )


@pytest.mark.parametrize("tol", ["float32", 1e-4])
def test_samples_have_the_same_rank(shared, tol):
    path = shared / "sample_audvis_trunc_raw_sss.fif"
    raw = mne.io.read_raw_fif(path, preload=True).pick("meg")
    expected = mne.compute_rank(raw, tol=tol, on_few_samples="ignore")
    info = read_info(path)
    names = [info.ch_names.index(name) for name in raw.ch_names]
    samples = EvokedArray(raw.get_data(), Info(info.value.pick(names)))
    assert compute_rank(samples, tol=tol, on_few_samples="ignore") == expected
