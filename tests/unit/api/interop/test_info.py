"""Whatever has the attributes of MNE-Python's Info is taken, without MNE-Python."""

import sys

import numpy as np

from leadfield.api.interop.info import info_from_mne


class Info(dict):
    """Stands in for MNE-Python's."""


Info.__module__ = "mne._fiff.meas_info"

CHANNEL = {
    "ch_name": "MEG 0113",
    "kind": 1,
    "coil_type": 3012,
    "unit": 201,
    "unit_mul": 0,
    "cal": 3.16e-9,
    "range": 1.9e-3,
    "loc": np.arange(12.0),
    "coord_frame": 1,
    "logno": 113,
}
NOTHING = dict.fromkeys(
    ("comps", "dev_head_t", "ctf_head_t", "dev_ctf_t", "dig", "meas_date", "description")
)


def made(**changed):
    fields = {"chs": [CHANNEL], "sfreq": 600.0, "highpass": 0.1, "lowpass": 200.0, **NOTHING}
    fields |= {"experimenter": None, "line_freq": 50, "custom_ref_applied": 0, "projs": []}
    return Info(fields | {"bads": [], "proc_history": []} | changed)


def test_channels_keep_all_their_columns():
    channels = info_from_mne(made()).channels
    assert channels.names == ("MEG 0113",)
    assert channels.types == ("grad",)
    assert (channels.cals[0], channels.ranges[0], channels.logical_numbers[0]) == (
        3.16e-9,
        1.9e-3,
        113,
    )
    np.testing.assert_array_equal(channels.locations, [CHANNEL["loc"]])


def test_what_is_no_info_is_left_to_others():
    assert info_from_mne({"chs": []}) is None


def test_signal_space_separation_leaves_its_rank():
    used = np.r_[np.ones(70), np.zeros(10), np.ones(15)].astype(int)
    separation = {"in_order": 8, "out_order": 3, "components": used}
    record = {"max_info": {"sss_info": separation, "max_st": {"job": 10}}, "creator": "MaxFilter"}
    other = {"max_info": {"sss_info": {}, "max_st": {}}}
    (step,) = info_from_mne(made(proc_history=[other, record])).history
    assert (step.creator, step.degrees, step.spatiotemporal) == ("MaxFilter", 70, True)


def test_mne_python_is_not_needed():
    assert info_from_mne.__module__ in sys.modules
    assert "mne" not in vars(sys.modules[info_from_mne.__module__])
