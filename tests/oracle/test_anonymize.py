"""Personal data are taken out of measurement info as by MNE-Python, and of the saved files."""

from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pytest

import leadfield
from leadfield.io import anonymize_info, read_info, read_raw_fif
from leadfield.recording.info import OpaqueBlock

mne = pytest.importorskip("mne")

FILES = [
    "exported4D_linux_raw.fif",
    "kit_test_bin_raw.fif",
    "level2_raw-ave.fif",
    "sample_audvis_trunc_raw_sss.fif",
    "test_move_anon_erm_raw.fif",
    "test-ave.fif.gz",
]
KEYS = [
    *("meas_date", "description", "experimenter", "subject_info", "device_info", "meas_id"),
    *("utc_offset", "proj_id", "proj_name", "proc_history", "acq_pars"),
]
# What is not interpreted here.
LEFT_OUT = {"slopes", "sss_ctc", "sss_cal", "ias"}
SECRETS = ["Müller-Lüdenscheidt", "Annabella", "Quirin", "sub-0815", "Dr. Klöbner", "Geheimprojekt"]
SECRETS += ["Serial4711", "Klinikum Hinterwald", "Rückwärtskopfschmerz", "+01:17"]


def assert_same(ours, theirs):
    if isinstance(theirs, dict):
        assert ours is not None
        wanted = {key: value for key, value in theirs.items() if key not in LEFT_OUT}
        assert {key for key in ours if key not in LEFT_OUT} == set(wanted)
        for key, value in wanted.items():
            assert_same(ours[key], value)
    elif isinstance(theirs, list | tuple):
        for mine, other in zip(ours, theirs, strict=True):
            assert_same(mine, other)
    elif isinstance(theirs, np.ndarray):
        np.testing.assert_allclose(np.ravel(ours), np.ravel(theirs), rtol=0, atol=1e-7)
    else:
        assert ours == theirs


def anonymized(info, daysback=None, keep_his=False):
    """MNE-Python's, whose own function stumbles over arrays of files that it read itself."""
    for record in info["proc_history"]:
        record["block_id"]["machid"] = record["block_id"]["machid"].copy()
    return info.anonymize(daysback, keep_his, verbose="error")


@pytest.fixture(scope="module")
def personal(made_raw, tmp_path_factory):
    """A recording of somebody."""
    raw = mne.io.read_raw_fif(made_raw, verbose=False)
    raw.set_meas_date(datetime(2019, 5, 17, 13, 45, 12, 345678, tzinfo=UTC))
    raw.info["subject_info"] = {
        "id": 4711,
        "his_id": "sub-0815",
        "last_name": "Müller-Lüdenscheidt",
        "first_name": "Annabella",
        "middle_name": "Quirin",
        "birthday": date(1980, 2, 29),
        "sex": 2,
        "hand": 2,
        "weight": 70.5,
        "height": 1.75,
    }
    raw.info["device_info"] = {
        "type": "MEG",
        "model": "VV",
        "serial": "Serial4711",
        "site": "Klinikum Hinterwald",
    }
    raw.info["experimenter"] = "Dr. Klöbner"
    raw.info["description"] = "Rückwärtskopfschmerz"
    with raw.info._unlock():
        raw.info["proj_name"], raw.info["proj_id"] = "Geheimprojekt", 99
        raw.info["utc_offset"] = "+01:17"
    path = tmp_path_factory.mktemp("personal") / "person_raw.fif"
    raw.save(path, verbose=False)
    return path


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("daysback", [None, 100, 0.5])
def test_real_infos_become_the_same(daysback, name, shared, tmp_path):
    ours = read_info(shared / name, verbose=False)
    theirs = mne.io.read_info(shared / name, verbose=False)
    undated = theirs["meas_date"] is None and daysback is not None
    if undated:
        with pytest.warns(RuntimeWarning, match="no date"):
            ours.anonymize(daysback)
    else:
        ours.anonymize(daysback)
    anonymized(theirs, daysback)
    ours.save(tmp_path / "x-info.fif")
    again = read_info(tmp_path / "x-info.fif", verbose=False)
    for key in KEYS:
        assert_same(ours[key], theirs[key])
        assert_same(again[key], theirs[key])


@pytest.mark.parametrize("keep", [False, True, "sex", ["hand", "his_id"]], ids=str)
def test_a_persons_recording_becomes_the_same(keep, personal, tmp_path):
    ours = read_raw_fif(personal, verbose=False)
    theirs = mne.io.read_raw_fif(personal, verbose=False)
    assert ours.anonymize(1234, keep) is ours
    theirs.anonymize(1234, keep, verbose="error")
    ours.save(tmp_path / "x_raw.fif", verbose=False)
    again = mne.io.read_raw_fif(tmp_path / "x_raw.fif", verbose=False)
    for one in (ours, again):
        for key in KEYS:
            assert_same(one.info[key], theirs.info[key])
        assert one.annotations.orig_time == theirs.annotations.orig_time
        np.testing.assert_allclose(one.annotations.onset, theirs.annotations.onset, atol=1e-9)


def secrets_in(path):
    content = path.read_bytes()
    words = [one.encode(code) for one in SECRETS for code in ("latin-1", "utf-8")]
    numbers = [np.array(4711, ">i4"), np.array(70.5, ">f4"), np.array(1.75, ">f4")]
    stamp = int(datetime(2019, 5, 17, 13, 45, 12, tzinfo=UTC).timestamp())
    numbers += [np.array(stamp, ">i4"), np.array(date(1980, 2, 29).toordinal() + 1_721_425, ">i4")]
    return {bytes(word) for word in [*words, *(n.tobytes() for n in numbers)] if word in content}


def test_files_keep_no_trace(personal, tmp_path):
    assert len(secrets_in(personal)) >= len(SECRETS) + 4
    raw = read_raw_fif(personal, verbose=False)
    events = leadfield.find_events(raw, "STI 014", verbose=False)
    epochs = leadfield.Epochs(raw, events, tmax=0.1, baseline=None, verbose=False)
    epochs.save(tmp_path / "before-epo.fif", verbose=False)
    evoked = epochs.average()
    for one in (raw, epochs, evoked):
        assert one.anonymize() is one
    raw.save(tmp_path / "x_raw.fif", verbose=False)
    epochs.save(tmp_path / "x-epo.fif", verbose=False)
    evoked.save(tmp_path / "x-ave.fif", verbose=False)
    assert secrets_in(tmp_path / "before-epo.fif")
    for name in ("x_raw.fif", "x-epo.fif", "x-ave.fif"):
        assert not secrets_in(tmp_path / name), name


def test_blocks_that_nobody_knows_are_left_out(personal, tmp_path):
    info = read_info(personal, verbose=False)
    (block,) = info.value.opaque_blocks
    secret = OpaqueBlock(kind=111, tags=((503, 10, b"Geheimprojekt"),))
    comment = OpaqueBlock(kind=106, tags=((409, 10, b"Geheimprojekt"), (888, 3, bytes(4))))
    more = replace(block, children=(*block.children, secret, comment))
    info.value = replace(info.value, opaque_blocks=(more,))
    info.save(tmp_path / "before-info.fif")
    assert b"Geheimprojekt" in (tmp_path / "before-info.fif").read_bytes()
    anonymize_info(info).save(tmp_path / "x-info.fif")
    assert b"Geheimprojekt" not in (tmp_path / "x-info.fif").read_bytes()


def test_data_without_a_date_lose_all_dates(personal):
    ours = read_raw_fif(personal, verbose=False).set_meas_date(None)
    theirs = mne.io.read_raw_fif(personal, verbose=False).set_meas_date(None)
    with pytest.warns(RuntimeWarning, match="all dates are removed"):
        ours.anonymize(3)
    theirs.anonymize(3, verbose="error")
    for key in KEYS:
        assert_same(ours.info[key], theirs.info[key])


def test_machines_of_position_coils_are_removed_too(shared):
    info = read_info(shared / "test-ave.fif.gz", verbose=False)
    assert info["hpi_meas"][0]["block_id"]["machid"].any()
    assert not info.anonymize()["hpi_meas"][0]["block_id"]["machid"].any()


def test_machines_of_cross_talk_matrices_are_removed_too(shared):
    info = read_info(shared / "sample_audvis_trunc_raw_sss.fif", verbose=False).anonymize()
    content = repr(info.value.opaque_blocks[1])
    theirs = mne.io.read_info(shared / "sample_audvis_trunc_raw_sss.fif", verbose=False)
    machine = theirs["proc_history"][0]["max_info"]["sss_ctc"]["block_id"]["machid"]
    assert repr(machine.astype(">i4").tobytes())[2:-1] not in content


@pytest.mark.parametrize(
    ("daysback", "keep_his", "error"),
    [
        ("a", False, TypeError),
        (None, 3, TypeError),
        (None, "name", ValueError),
        (None, ["sex", "name"], ValueError),
        (50_000, False, RuntimeError),
        (1e12, False, RuntimeError),
        (-20_000, False, RuntimeError),
    ],
    ids=str,
)
def test_what_cannot_be_asked_for_is_an_error_in_both(daysback, keep_his, error, personal):
    ours, theirs = read_info(personal, verbose=False), mne.io.read_info(personal, verbose=False)
    before = dict(ours)
    with pytest.raises(error):
        ours.anonymize(daysback, keep_his)
    assert ours["experimenter"] == before["experimenter"]
    with pytest.raises(OverflowError if daysback == 1e12 else error):
        theirs.anonymize(daysback, keep_his)


def test_infos_of_mne_python_anonymize_themselves(personal):
    with pytest.raises(TypeError, match=r"call its own anonymize\(\)"):
        anonymize_info(mne.io.read_info(personal, verbose=False))
