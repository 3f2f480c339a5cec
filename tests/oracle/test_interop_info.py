"""MNE-Python's infos come back as they were, key by key."""

import datetime as dt

import numpy as np
import pytest
from scipy import sparse

import leadfield
from leadfield.api.recording.info import Info, as_info

mne = pytest.importorskip("mne")
object_diff = mne.utils.object_diff

FILES = [
    "exported4D_linux_raw.fif",
    "kit_test_bin_raw.fif",
    "level2_raw-ave.fif",
    "sample_audvis_trunc_raw_sss.fif",
    "test_ctf_comp_raw.fif",
    "test_move_anon_erm_raw.fif",
    "test-ave.fif.gz",
]
# The identity of a file is that file's own; how a compensation was scaled is in its numbers.
OTHERWISE = {"file_id", "comps"}
NOW = dt.datetime(2021, 1, 2, 3, 4, 5, 678901, tzinfo=dt.UTC)
RNG = np.random.default_rng(0)


def there_and_back(info):
    return Info(as_info(info)).to_mne()


def assert_all_keys_come_back(info):
    back = there_and_back(info)
    assert set(back) == set(info)
    lost = {key: object_diff(info[key], back[key]) for key in info if key not in OTHERWISE}
    assert not {key: lost[key] for key in lost if lost[key]}


@pytest.mark.parametrize("name", FILES)
def test_every_key_of_a_file_comes_back(shared, name):
    assert_all_keys_come_back(mne.io.read_info(shared / name, verbose=False))


def test_compensations_come_back_with_their_numbers(shared):
    info = mne.io.read_info(shared / "test_ctf_comp_raw.fif", verbose=False)
    back = there_and_back(info)
    assert len(back["comps"]) == len(info["comps"]) > 0
    for one, other in zip(back["comps"], info["comps"], strict=True):
        assert (one["kind"], one["ctfkind"]) == (other["kind"], other["ctfkind"])
        assert not object_diff(one["data"], other["data"])


def test_the_identity_of_a_file_does_not_come_back(shared):
    assert there_and_back(mne.io.read_info(shared / FILES[0], verbose=False))["file_id"] is None


def identity(n):
    machine = np.array([n, 2], np.int32)
    return {"version": 65540 + n, "machid": machine, "secs": 1_300_000_000 + n, "usecs": 5 * n}


CROSS_TALK = {
    "block_id": identity(3),
    "date": np.array([1, 2], np.int32),
    "creator": "me",
    "decoupler": sparse.csc_array(np.triu(np.ones((3, 3), np.float32))),
    "ch_names": ["a:b", "c"],
}
CALIBRATION = {
    "cal_chans": np.array([[1, 2], [3, 4]], np.int32),
    "cal_corrs": RNG.random((2, 3)),
}
SEPARATION = {
    "job": 2,
    "frame": 4,
    "origin": np.array([0, 0.0, 0.04]),
    "in_order": 8,
    "out_order": 3,
    "nchan": 3,
    "components": np.ones(80, np.int32),
    "nfree": 80,
    "hpi_g_limit": 0.98,
    "hpi_dist_limit": 0.005,
}
# A value for every key that files can hold, of numbers that single precision would change.
FIELDS = {
    "meas_id": identity(2),
    "acq_pars": "ACQ pars\nä",
    "acq_stim": "stim",
    "cross_talk": CROSS_TALK,
    "fine_calibration": CALIBRATION,
    "device_info": {"type": "MEG", "model": "m", "serial": "s", "site": "ö"},
    "events": [{"channels": np.array([1, 2], np.int32), "list": np.array([3, 4, 5], np.int32)}],
    "experimenter": "Łukasz",
    "description": "δ",
    "gantry_angle": 68,
    "helium_info": {
        "he_level_raw": 1.5,
        "helium_level": 77.3,
        "orig_file_guid": "guid",
        "meas_date": NOW,
    },
    "hpi_meas": [
        {
            "block_id": identity(4),
            "parent_id": identity(5),
            "creator": "hpi",
            "sfreq": 1000.1,
            "nchan": 3,
            "nave": 1,
            "ncoil": 2,
            "first_samp": 0,
            "last_samp": 99,
            "hpi_coils": [
                {
                    "number": 1,
                    "epoch": RNG.random((2, 3)),
                    "slopes": RNG.random(4),
                    "corr_coeff": RNG.random(4),
                    "coil_freq": 83.3,
                }
            ],
        }
    ],
    "hpi_results": [
        {
            "dig_points": [],
            "order": np.array([1, 2], np.int32),
            "used": np.array([1], np.int32),
            "moments": RNG.random((2, 3)),
            "goodness": RNG.random(2),
            "good_limit": 0.98,
            "dist_limit": 0.005,
            "accept": 1,
            "coord_trans": mne.transforms.Transform("meg", "head", np.diag([1, -1, -1, 1.0])),
        }
    ],
    "hpi_subsystem": {
        "ncoil": 5,
        "event_channel": "STI201",
        "hpi_coils": [{"event_bits": np.array([256, 0, 256, 256], np.int32)}],
    },
    "kit_system_id": 345,
    "line_freq": 50.0,
    "proj_id": 7,
    "proj_name": "Ł",
    "proc_history": [
        {
            "parent_file_id": identity(8),
            "block_id": identity(6),
            "parent_block_id": identity(9),
            "date": (1, 2),
            "experimenter": "x",
            "creator": "y",
            "max_info": {
                "sss_info": SEPARATION,
                "max_st": {"job": 10, "subspcorr": 0.98, "buflen": 10.0},
                "sss_ctc": CROSS_TALK,
                "sss_cal": CALIBRATION,
            },
        }
    ],
    "subject_info": {
        "id": 1,
        "his_id": "Ł",
        "last_name": "a",
        "first_name": "b",
        "middle_name": "c",
        "birthday": dt.date(1980, 2, 3),
        "sex": 1,
        "hand": 2,
        "weight": 70.3,
        "height": 1.71,
    },
    "utc_offset": "+02:00",
    "xplotter_layout": "lay",
    "meas_date": NOW,
    "custom_ref_applied": 1,
    "dev_head_t": mne.transforms.Transform("meg", "head", np.diag([1, -1, -1, 1.0])),
}


@pytest.fixture(scope="module")
def full():
    """An info of MNE-Python's with everything in it."""
    info = mne.create_info(["MEG 0111", "EEG 001", "a:b"], 1000.0, ["mag", "eeg", "misc"])
    with info._unlock():
        info.update(FIELDS)
    return info


def test_every_key_with_everything_in_it_comes_back(full):
    assert_all_keys_come_back(full)


def without_names(value):
    """The same with tuples of names as lists."""
    if isinstance(value, dict):
        return {key: without_names(one) for key, one in value.items()}
    if isinstance(value, list):
        return [without_names(one) for one in value]
    return list(value) if isinstance(value, tuple) and isinstance(value[0], str) else value


@pytest.mark.parametrize("key", sorted(set(FIELDS) - {"dev_head_t", "hpi_results", "meas_date"}))
def test_infos_here_say_the_same(full, key):
    theirs = full[key]
    theirs = dict(theirs) if isinstance(theirs, dict) else theirs
    assert not object_diff(theirs, without_names(Info(as_info(full))[key]))


def test_what_was_known_goes_through_files_of_leadfield(full, tmp_path):
    path = tmp_path / "full_raw.fif"
    leadfield.io.RawArray(np.zeros((3, 100)), Info(as_info(full))).save(path)
    back = mne.io.read_info(path, verbose=False)
    for key in ("helium_info", "hpi_subsystem", "hpi_meas", "proc_history", "cross_talk"):
        assert not object_diff(full[key], back[key])
