"""What files say of subject, coils, device and history equals MNE-Python's."""

from datetime import date

import numpy as np
import pytest
from scipy import sparse

import leadfield
from leadfield.io import read_info

mne = pytest.importorskip("mne")

FILES = [
    "exported4D_linux_raw.fif",
    "kit_test_bin_raw.fif",
    "level2_raw-ave.fif",
    "sample_audvis_trunc_raw_sss.fif",
    "test_ctf_comp_raw.fif",
    "test_move_anon_erm_raw.fif",
    "test-ave.fif.gz",
]
# Transforms of coils' fits, and notes of active shielding, are not interpreted here.
LEFT_OUT = {"coord_trans", "ias"}


def assert_same(ours, theirs):
    if isinstance(theirs, dict):
        assert ours is not None
        wanted = {key: value for key, value in theirs.items() if key not in LEFT_OUT}
        assert set(ours) == set(wanted)
        for key, value in wanted.items():
            assert_same(ours[key], value)
    elif isinstance(theirs, list | tuple):
        for mine, other in zip(ours, theirs, strict=True):
            assert_same(mine, other)
    elif sparse.issparse(theirs):
        assert abs(ours - theirs).max() == 0
    elif isinstance(theirs, np.ndarray):
        np.testing.assert_allclose(np.ravel(ours), np.ravel(theirs), rtol=0, atol=1e-7)
    else:
        assert ours == theirs


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    "key",
    [
        *("subject_info", "device_info", "hpi_results", "hpi_meas", "proc_history"),
        *("acq_pars", "acq_stim", "meas_id", "utc_offset", "proj_id", "proj_name"),
        *("hpi_subsystem", "helium_info", "events", "cross_talk", "fine_calibration"),
        *("gantry_angle", "xplotter_layout", "kit_system_id"),
    ],
)
def test_what_files_say_is_the_same(key, name, shared):
    ours = read_info(shared / name, verbose=False)[key]
    theirs = mne.io.read_info(shared / name, verbose=False)
    assert_same(ours, theirs.get(key))


def test_a_subject_is_the_same(made_raw, tmp_path):
    raw = mne.io.read_raw_fif(made_raw, verbose=False)
    raw.info["subject_info"] = {
        "id": 3,
        "his_id": "sub-03",
        "last_name": "Müller",
        "first_name": "Ann",
        "birthday": date(1980, 2, 29),
        "sex": 1,
        "hand": 2,
        "weight": 70.5,
        "height": 1.75,
    }
    raw.info["device_info"] = {"type": "MEG", "model": "x", "serial": "1", "site": "y"}
    raw.save(tmp_path / "x_raw.fif", verbose=False)
    ours = leadfield.io.read_raw_fif(tmp_path / "x_raw.fif", verbose=False)
    theirs = mne.io.read_info(tmp_path / "x_raw.fif", verbose=False)
    ours.save(tmp_path / "y_raw.fif", verbose=False)
    again = read_info(tmp_path / "y_raw.fif", verbose=False)
    for info in (ours.info, again):
        assert_same(info["subject_info"], dict(theirs["subject_info"]))
        assert_same(info["device_info"], dict(theirs["device_info"]))


def test_infos_without_a_file_have_nothing_to_say():
    ours = leadfield.create_info(["a"], 100.0, "eeg")
    theirs = mne.create_info(["a"], 100.0, "eeg")
    for key in ("subject_info", "device_info", "acq_pars", "meas_id", "file_id", "utc_offset"):
        assert ours[key] is theirs[key] is None
    for key in ("hpi_results", "hpi_meas", "proc_history"):
        assert ours[key] == theirs[key] == []
