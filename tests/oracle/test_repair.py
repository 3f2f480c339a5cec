"""Repaired files are read by MNE-Python, and hold the very samples that were whole."""

import numpy as np
import pytest

import leadfield
from leadfield.fif.kinds import Kind
from leadfield.fif.reader import FifFile
from leadfield.io import check_file, repair_file

mne = pytest.importorskip("mne")

RATE, BUFFER = 200.0, 50


@pytest.fixture(scope="module")
def raw():
    rng = np.random.default_rng(2)
    info = mne.create_info(["E1", "E2", "EOG", "STI 014"], RATE, ["eeg", "eeg", "eog", "stim"])
    data = 1e-6 * rng.standard_normal((4, 2000))
    data[-1] = 0
    data[-1, 100::200] = 1
    made = mne.io.RawArray(data, info, first_samp=70, verbose=False)
    made.set_annotations(mne.Annotations([0.5], [0.2], ["BAD_x"]))
    made.info["bads"] = ["E2"]
    return made


def tags(path, kind):
    with FifFile(path) as file:
        return [tag for tag in file.tags if tag.kind == kind]


@pytest.fixture
def repaired(tmp_path):
    """Function that repairs a file with these bytes; the report, whose file is sound."""

    def repair(content, ending):
        path, out = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
        path.write_bytes(content)
        report = repair_file(path, out)
        assert check_file(out).status == 0
        return report

    return repair


@pytest.mark.parametrize("fmt", ["short", "int", "single", "double"])
def test_samples_of_a_cut_recording_are_bit_equal(raw, repaired, tmp_path, fmt):
    whole = tmp_path / "whole_raw.fif"
    loud = raw.copy().load_data()
    if fmt in {"short", "int"}:
        loud._data[:3] *= 1e9
    loud.save(whole, fmt=fmt, buffer_size_sec=BUFFER / RATE, verbose=False)
    tag = tags(whole, Kind.DATA_BUFFER)[20]
    cut = tag.payload + tag.size // 2
    repaired(
        whole.read_bytes()[:cut],
        "_raw.fif",
    )
    ours = mne.io.read_raw_fif(tmp_path / "b_raw.fif", preload=True, verbose=False)
    assert ours.n_times == 20 * BUFFER + BUFFER // 2
    read = mne.io.read_raw_fif(whole, preload=True, verbose=False).get_data(stop=ours.n_times)
    assert np.array_equal(ours.get_data(), read)
    assert ours.info["bads"] == ["E2"]
    assert ours.first_samp == 70
    assert ours.annotations.onset == pytest.approx(raw.annotations.onset)


def test_broken_buffers_are_bad_for_mne_python_too(raw, repaired, tmp_path):
    whole = tmp_path / "whole_raw.fif"
    raw.save(whole, buffer_size_sec=BUFFER / RATE, verbose=False)
    content = bytearray(whole.read_bytes())
    for tag in tags(whole, Kind.DATA_BUFFER)[4:6]:
        content[tag.offset : tag.offset + 12] = b"\xff" * 12
    repaired(
        content,
        "_raw.fif",
    )
    ours = mne.io.read_raw_fif(tmp_path / "b_raw.fif", preload=True, verbose=False)
    read = mne.io.read_raw_fif(whole, preload=True, verbose=False).get_data()
    lost = slice(4 * BUFFER, 6 * BUFFER)
    read[:, lost] = 0
    assert np.array_equal(ours.get_data(), read)
    (bad,) = [a for a in ours.annotations if a["description"] == "BAD_BROKEN_BUFFER"]
    assert bad["onset"] == pytest.approx((70 + lost.start) / RATE)
    assert bad["duration"] == pytest.approx(2 * BUFFER / RATE)
    _, times = ours.get_data(reject_by_annotation="omit", return_times=True)
    assert not ((times >= lost.start / RATE) & (times < (lost.stop - 1) / RATE)).any()


def test_whole_epochs_of_a_cut_file_are_bit_equal(raw, repaired, tmp_path):
    events = mne.find_events(raw, verbose=False)
    epochs = mne.Epochs(raw, events, 1, -0.1, 0.2, baseline=None, preload=True, verbose=False)
    whole = tmp_path / "whole-epo.fif"
    epochs.save(whole, verbose=False)
    (tag,) = tags(whole, Kind.EPOCH)
    size = epochs.get_data(copy=False)[0].size * 4
    content = whole.read_bytes()[: tag.payload + 6 * size + 100]
    repaired(content, "-epo.fif")
    ours = mne.read_epochs(tmp_path / "b-epo.fif", verbose=False)
    theirs = mne.read_epochs(whole, verbose=False)
    assert len(ours) == 6
    assert np.array_equal(ours.get_data(copy=False), theirs[:6].get_data(copy=False))
    assert np.array_equal(ours.events, theirs.events[:6])


def test_whole_responses_of_a_cut_file_are_bit_equal(raw, repaired, tmp_path):
    events = mne.find_events(raw, verbose=False)
    epochs = mne.Epochs(raw, events, 1, -0.1, 0.2, baseline=None, preload=True, verbose=False)
    averages = [epochs[i::3].average() for i in range(3)]
    for i, one in enumerate(averages):
        one.comment = f"part {i}"
    whole = tmp_path / "whole-ave.fif"
    mne.write_evokeds(whole, averages, verbose=False)
    tag = tags(whole, Kind.EPOCH)[2]
    report = repaired(whole.read_bytes()[: tag.payload + 40], "-ave.fif")
    assert "part 2" in str(report)
    ours = mne.read_evokeds(tmp_path / "b-ave.fif", verbose=False)
    theirs = mne.read_evokeds(whole, verbose=False)
    assert [one.comment for one in ours] == ["part 0", "part 1"]
    for a, b in zip(ours, theirs, strict=False):
        assert np.array_equal(a.data, b.data)


def test_a_real_recording_that_was_cut_is_read_the_same(shared, repaired, tmp_path):
    whole = shared / "sample_audvis_trunc_raw_sss.fif"
    content = whole.read_bytes()
    repaired(content[: int(0.95 * len(content))], "_raw.fif")
    ours = mne.io.read_raw_fif(tmp_path / "b_raw.fif", preload=True, verbose=False)
    theirs = leadfield.io.read_raw_fif(whole).get_data(stop=ours.n_times)
    assert ours.n_times > 100
    np.testing.assert_array_equal(ours.get_data(), theirs)
    assert ours.info["proc_history"]
