"""Measurement information equals MNE-Python's, read and written."""

import numpy as np
import pytest

from leadfield.api.recording.info import create_info, read_info
from leadfield.api.recording.transforms import read_trans, write_trans
from leadfield.fif.kinds import Block
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing
from leadfield.recording.create import KIND_AND_COIL
from leadfield.recording.fif.info import write_info

mne = pytest.importorskip("mne")

FILES = ["sample_audvis_trunc_raw_sss.fif", "test_ctf_comp_raw.fif", "test-ave.fif.gz"]
PLAIN = [
    *("ch_names", "nchan", "sfreq", "highpass", "lowpass", "line_freq", "bads", "meas_date"),
    *("custom_ref_applied", "description", "experimenter"),
]


def assert_same(ours, theirs):
    """Every field of ours is theirs; float32 in the file, so to the last bit."""
    for key in PLAIN:
        assert ours[key] == theirs[key], key
    for key in ("kind", "coil_type", "unit", "unit_mul", "cal", "range", "coord_frame", "logno"):
        assert [ch[key] for ch in ours["chs"]] == [ch[key] for ch in theirs["chs"]], key
    ours_loc, theirs_loc = ([ch["loc"] for ch in info["chs"]] for info in (ours, theirs))
    np.testing.assert_array_equal(ours_loc, theirs_loc)
    for key in ("dev_head_t", "ctf_head_t", "dev_ctf_t"):
        if theirs[key] is None:
            assert ours[key] is None
        else:
            assert [ours[key][k] for k in ("from", "to")] == [
                theirs[key][k] for k in ("from", "to")
            ]
            np.testing.assert_allclose(ours[key]["trans"], theirs[key]["trans"], atol=1e-15)
    for one, other in zip(ours["dig"] or [], theirs["dig"] or [], strict=True):
        assert all(one[key] == other[key] for key in ("kind", "ident", "coord_frame"))
        np.testing.assert_array_equal(one["r"], other["r"])
    for one, other in zip(ours["projs"], theirs["projs"], strict=True):
        assert all(one[key] == other[key] for key in ("desc", "kind", "active", "explained_var"))
        assert one["data"]["col_names"] == other["data"]["col_names"]
        np.testing.assert_array_equal(one["data"]["data"], other["data"]["data"])
    for one, other in zip(ours["comps"], theirs["comps"], strict=True):
        assert all(one[key] == other[key] for key in ("kind", "ctfkind"))
        assert all(one["data"][key] == other["data"][key] for key in ("row_names", "col_names"))
        # Calibrated by two factors that are multiplied in another order.
        np.testing.assert_allclose(one["data"]["data"], other["data"]["data"], rtol=1e-15)


@pytest.mark.parametrize("name", FILES)
def test_what_is_read_is_the_same(name, shared):
    assert_same(
        read_info(shared / name, verbose=False), mne.io.read_info(shared / name, verbose=False)
    )


@pytest.fixture(params=FILES)
def rewritten(request, shared, tmp_path):
    """A real file, and its information in a file of ours."""
    path = tmp_path / "x-info.fif"
    with writing(path) as writer, writer.block(Block.MEAS):
        info = read_info(shared / request.param, verbose=False)
        write_info(writer, info.value, keep_ranges=True)
    return shared / request.param, path


def test_what_is_written_is_read_by_mne_python_to_the_same(rewritten):
    before, after = rewritten
    assert_same(read_info(after, verbose=False), mne.io.read_info(before, verbose=False))
    assert_same(read_info(before, verbose=False), mne.io.read_info(after, verbose=False))


def test_what_nobody_reads_is_handed_on(rewritten):
    before, after = (mne.io.read_info(path, verbose=False) for path in rewritten)
    for key in (
        *("events", "hpi_results", "hpi_meas", "hpi_subsystem", "subject_info", "meas_id"),
        *("proj_id", "proj_name", "acq_pars", "acq_stim", "proc_history", "device_info"),
        *("helium_info", "gantry_angle", "utc_offset", "xplotter_layout", "kit_system_id"),
    ):
        assert not mne.utils.object_diff(before[key], after[key]), key


def test_signal_space_separation_leaves_the_same_rank(shared):
    path = shared / FILES[0]
    (step,) = read_info(path, verbose=False).value.history
    raw = mne.io.read_raw_fif(path, verbose=False)
    rank = mne.compute_rank(raw, rank="info", proj=False, verbose=False)
    assert step.degrees == rank["meg"]


@pytest.mark.parametrize("kind", sorted(KIND_AND_COIL))
def test_channels_that_are_made_are_the_same(kind):
    ours, theirs = create_info(["a"], 9.0, kind), mne.create_info(["a"], 9.0, kind)
    for key in ("kind", "coil_type", "unit", "coord_frame", "cal", "range", "unit_mul"):
        assert ours["chs"][0][key] == theirs["chs"][0][key], key


def test_long_and_equal_names_are_the_same(tmp_path):
    names = [f"a very long channel name {i}" for i in range(12)] + ["short"]
    theirs = mne.io.RawArray(np.zeros((13, 9)), mne.create_info(names, 9.0), verbose=False)
    theirs.info["bads"] = names[3:5]
    theirs.save(tmp_path / "x_raw.fif", verbose=False)
    ours = read_info(tmp_path / "x_raw.fif")
    assert (ours["ch_names"], ours["bads"]) == (names, names[3:5])
    with writing(tmp_path / "y-info.fif") as writer, writer.block(Block.MEAS):
        write_info(writer, ours.value)
    again = mne.io.read_info(tmp_path / "y-info.fif", verbose=False)
    assert (again["ch_names"], again["bads"]) == (names, names[3:5])


def test_transforms_are_the_same(shared, tmp_path):
    path = shared / "sample_audvis_trunc-trans.fif"
    ours, theirs = read_trans(path), mne.read_trans(path)
    assert (ours["from"], ours["to"]) == (theirs["from"], theirs["to"])
    np.testing.assert_array_equal(ours["trans"], theirs["trans"])
    write_trans(tmp_path / "x-trans.fif", ours)
    assert mne.read_trans(tmp_path / "x-trans.fif") == theirs


def test_every_real_file_is_opened_to_its_end(shared):
    for path in sorted(shared.glob("*.fif*")):
        with FifFile(path) as fif:
            assert fif.cut is None
