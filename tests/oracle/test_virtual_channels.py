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
