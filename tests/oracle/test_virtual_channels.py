"""Virtual channels equal MNE-Python's."""

import numpy as np
import pytest

import leadfield

mne = pytest.importorskip("mne")


def read(package, path, **options):
    return package.read_evokeds(path, 0, verbose=False, **options)


@pytest.mark.parametrize("applied", [True, False])
@pytest.mark.parametrize(("ch_type", "mode"), [("grad", "accurate"), ("mag", "fast")])
def test_virtual_channels_of_real_averages_are_the_same(ch_type, mode, applied, shared):
    pair = [read(package, shared / "test-ave.fif.gz", proj=applied) for package in (leadfield, mne)]
    for one in pair:
        one.info["bads"] = ["MEG 0113", "MEG 2621"]
    ours, theirs = (one.as_type(ch_type, mode=mode) for one in pair)
    assert ours.ch_names == theirs.ch_names
    scale = np.abs(theirs.data).max()
    np.testing.assert_allclose(ours.data, theirs.data, rtol=0, atol=1e-10 * scale)


def test_virtual_channels_without_projections_are_the_same(shared):
    pair = [read(package, shared / "test-ave.fif.gz", proj=False) for package in (leadfield, mne)]
    ours, theirs = (one.del_proj().as_type("mag") for one in pair)
    scale = np.abs(theirs.data).max()
    np.testing.assert_allclose(ours.data, theirs.data, rtol=0, atol=1e-10 * scale)


def test_virtual_magnetometers_of_axial_gradiometers_are_refused_alike(shared):
    for package in (leadfield, mne):
        raw = package.io.read_raw_fif(shared / "test_ctf_comp_raw.fif", verbose=False)
        epochs = package.make_fixed_length_epochs(raw, 0.1, preload=True, verbose=False)
        with pytest.raises(ValueError, match="channels"):
            epochs.as_type("grad")


@pytest.mark.parametrize("bads", [[], ["MEG 0111", "EEG 003"]])
@pytest.mark.parametrize("chosen", [None, [0], [0, 3]])
def test_reconstructed_fields_of_real_averages_are_the_same(chosen, bads, shared):
    both = []
    for package in (leadfield, mne):
        evoked = read(package, shared / "test-ave.fif.gz", proj=False)
        evoked.info["bads"] = bads
        projs = None if chosen is None else [evoked.info["projs"][i] for i in chosen]
        both.append(evoked.reconstruct_proj(projs=projs, origin=(0.0, 0.01, 0.04)))
    ours, theirs = both
    assert [one["active"] for one in ours.info["projs"]] == [
        one["active"] for one in theirs.info["projs"]
    ]
    for kind in ("mag", "grad", "eeg"):
        expected = theirs.get_data(picks=kind)
        scale = np.abs(expected).max()
        np.testing.assert_allclose(ours.get_data(picks=kind), expected, rtol=0, atol=1e-10 * scale)


def test_reconstruction_by_a_forward_solution_is_refused(shared):
    evoked = read(leadfield, shared / "test-ave.fif.gz", proj=False)
    with pytest.raises(ValueError, match="in a sphere"):
        evoked.reconstruct_proj(forward=1)
    with pytest.raises(ValueError, match="rank must be None"):
        evoked.reconstruct_proj(rank="info")
