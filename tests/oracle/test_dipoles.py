"""Dipoles that MNE-Python fitted to real data, both ways."""

import numpy as np
import pytest

import leadfield

mne = pytest.importorskip("mne")

PLACE, TURN = np.array([0.02, 0.01, 0.06]), np.array([1.0, 0.0, 0.0])
PARTS = ("times", "pos", "amplitude", "ori", "gof", "khi2", "nfree")


@pytest.fixture(scope="module")
def fitted(shared):
    """Dipoles whose place changes, and one at a place."""
    with mne.use_log_level("error"):
        evoked = mne.read_evokeds(shared / "test-ave.fif.gz", 0)
        evoked.pick("eeg").crop(0.09, 0.097).set_eeg_reference(projection=True)
        noise = mne.make_ad_hoc_cov(evoked.info)
        sphere = mne.make_sphere_model("auto", "auto", evoked.info)
        moving, _ = mne.fit_dipole(evoked, noise, sphere)
        fixed, _ = mne.fit_dipole(evoked, noise, sphere, pos=PLACE, ori=TURN)
    return moving, fixed


@pytest.mark.parametrize(("ending", "close"), [("dip", 0), ("bdip", 1e-6)])
def test_files_of_fits_hold_the_same(fitted, tmp_path, ending, close):
    path = tmp_path / f"one.{ending}"
    fitted[0].save(path, verbose="error")
    theirs, ours = mne.read_dipole(path, verbose="error"), leadfield.read_dipole(path)
    for name in PARTS:
        one, other = getattr(theirs, name), getattr(ours, name)
        assert (one is None) == (other is None)
        if one is not None:
            np.testing.assert_allclose(other, one, rtol=close, atol=close * np.abs(one).max())
    assert list(ours.conf) == list(theirs.conf)
    for name, limits in theirs.conf.items():
        np.testing.assert_allclose(ours.conf[name], limits, rtol=close)


def test_mne_python_s_dipoles_become_ours_and_its_own_again(fitted):
    parts = [getattr(fitted[0], name) for name in ("times", "pos", "amplitude", "ori", "gof")]
    rest = [getattr(fitted[0], name) for name in ("name", "conf", "khi2", "nfree")]
    back = leadfield.Dipole(*parts, *rest).to_mne()
    assert isinstance(back, mne.Dipole)
    for name in PARTS:
        np.testing.assert_array_equal(getattr(back, name), getattr(fitted[0], name))
    assert back.name == fitted[0].name
    assert list(back.conf) == list(fitted[0].conf)


def test_mne_python_s_dipoles_are_drawn(fitted):
    (ax,) = leadfield.viz.plot_dipole_amplitudes(fitted[0], show=False).axes
    np.testing.assert_allclose(ax.lines[0].get_ydata(), 1e9 * fitted[0].amplitude)


def test_files_of_fixed_dipoles_go_both_ways(fitted, tmp_path):
    theirs, ours = tmp_path / "theirs-dip.fif", tmp_path / "ours-dip.fif"
    fitted[1].save(theirs, verbose="error")
    read = leadfield.read_dipole(theirs)
    assert isinstance(read, leadfield.DipoleFixed)
    read.save(ours)
    for one in (read, mne.read_dipole(ours, verbose="error"), read.to_mne()):
        np.testing.assert_allclose(one.data, fitted[1].data, rtol=1e-6)
        np.testing.assert_allclose(one.times, fitted[1].times, atol=1e-7)
        np.testing.assert_allclose(one.info["chs"][0]["loc"][:6], [*PLACE, *TURN], atol=1e-7)
        assert one.info.get_channel_types() == ["dipole", "gof"]
        assert (one.kind, one.nave, one.comment) == ("average", 3, "Left Auditory")
        assert (one.first, one.last) == (fitted[1].first, fitted[1].last)


def test_mne_python_s_fixed_dipole_becomes_ours(fitted):
    theirs = fitted[1]
    ours = leadfield.DipoleFixed(
        theirs.info, theirs.data, theirs.times, theirs.nave, 100, theirs.comment
    )
    np.testing.assert_array_equal(ours.data, theirs.data)
    np.testing.assert_allclose(ours.times, theirs.times, rtol=1e-12)
