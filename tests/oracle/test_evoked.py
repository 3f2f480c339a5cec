"""Evoked responses equal MNE-Python's."""

import contextlib
import warnings

import numpy as np
import pytest

import leadfield
from leadfield.api.epochs.epochs import Epochs
from leadfield.api.epochs.evoked import Evoked, evoked_of
from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.epochs.evoked_files import combine_evoked, read_evokeds, write_evokeds
from leadfield.api.morph.grand_average import grand_average as grand_average_of_users
from leadfield.api.recording.info import Info
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import InputError
from leadfield.epochs.combine import grand_average
from leadfield.fif.kinds import Block, Kind, Type
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing
from leadfield.recording.fif.info import read_info, write_info

mne = pytest.importorskip("mne")


@contextlib.contextmanager
def quiet():
    """MNE-Python warns of what we log."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@pytest.fixture(scope="module")
def path(shared):
    return shared / "test-ave.fif.gz"


@pytest.fixture(scope="module")
def read(path):
    """All responses of the real file, theirs and ours; copy before changing one."""
    return mne.read_evokeds(path), read_evokeds(path, verbose=False)


def close(found, expected, tolerance=1e-12):
    """Equal, relative to the largest value of each channel."""
    assert found.shape == expected.shape
    scale = np.abs(expected).max(axis=1, keepdims=True)
    scale = np.where(scale > 0, scale, 1)
    np.testing.assert_allclose(found / scale, expected / scale, rtol=0, atol=tolerance)


def same(theirs, ours, tolerance=1e-12):
    close(ours.data, theirs.data, tolerance)
    np.testing.assert_allclose(ours.times, theirs.times, rtol=0, atol=1e-15)
    assert (ours.first, ours.last) == (theirs.first, theirs.last)
    assert ours.nave == pytest.approx(theirs.nave, rel=1e-12)
    assert (ours.comment, ours.kind) == (theirs.comment, theirs.kind)
    assert ours.ch_names == theirs.ch_names
    assert set(ours.info["bads"]) == set(theirs.info["bads"])
    assert ours.baseline == theirs.baseline
    assert ours.info["sfreq"] == theirs.info["sfreq"]
    assert ours.proj == theirs.proj


def repacked(path, target):
    """Write the first response of a file again, each channel packed into int16."""
    theirs = mne.read_evokeds(path, 0)
    with FifFile(path) as fif:
        info = read_info(fif)
    with writing(target) as writer, writer.block(Block.MEAS):
        write_info(writer, info)
        with writer.block(Block.PROCESSED_DATA), writer.block(Block.EVOKED):
            writer.integers(Kind.FIRST_SAMPLE, theirs.first)
            writer.integers(Kind.LAST_SAMPLE, theirs.last)
            with writer.block(Block.ASPECT):
                writer.integers(Kind.ASPECT_KIND, 100)
                for row, cal in zip(theirs.data, info.channels.cals, strict=True):
                    ends = np.array([row.min(), row.max()]) / cal
                    offset, scale = ends.mean(), max(np.ptp(ends) / 60000, 1e-30)
                    packed = np.rint((row / cal - offset) / scale).astype(">i2").tobytes()
                    head = np.array([offset, scale], ">f4").tobytes()
                    writer.tag(Kind.EPOCH, Type.OLD_PACK, head + packed)


def test_packed_responses_of_older_software_are_equal(path, tmp_path):
    repacked(path, tmp_path / "old-ave.fif")
    with quiet():
        theirs = mne.read_evokeds(tmp_path / "old-ave.fif", 0)
        (ours,) = read_evokeds(tmp_path / "old-ave.fif", verbose=False)
        same(theirs, ours)
    close(ours.data, mne.read_evokeds(path, 0).data, 1e-4)


def test_all_responses_of_a_real_file_are_equal(read):
    assert len(read[0]) == len(read[1]) == 4
    for theirs, ours in zip(*read, strict=True):
        same(theirs, ours)


@pytest.mark.parametrize("condition", [0, 3, "Left visual"])
@pytest.mark.parametrize("baseline", [None, (None, 0), (0.05, 0.1)])
@pytest.mark.parametrize("proj", [True, False])
def test_one_response_is_equal(path, condition, baseline, proj):
    options = {"condition": condition, "baseline": baseline, "proj": proj}
    same(mne.read_evokeds(path, **options), read_evokeds(path, **options))


def test_a_response_by_its_name_is_equal(path):
    theirs = mne.Evoked(path, "Right Auditory", proj=False)
    same(theirs, Evoked(path, "Right Auditory", proj=False))


CHANGES = {
    "MEG": lambda e: e.pick_types(meg=True),
    "gradiometers and EOG": lambda e: e.pick_types(meg="grad", eog=True),
    "all EEG": lambda e: e.pick_types(eeg=True, exclude=()),
    "a type": lambda e: e.pick("mag"),
    "a type without bads": lambda e: e.pick(["eeg"], exclude="bads"),
    "names": lambda e: e.pick_channels(["MEG 0113", "EEG 001"]),
    "dropped names": lambda e: e.drop_channels(["MEG 0113", "EEG 001"]),
    "cropped": lambda e: e.crop(0.01, 0.2),
    "cropped before the end": lambda e: e.crop(0.01, 0.2, include_tmax=False),
    "cropped at the end": lambda e: e.crop(None, 0.0),
    "baseline": lambda e: e.apply_baseline((None, 0.0)),
    "shifted": lambda e: e.shift_time(0.1234),
    "shifted to a time": lambda e: e.shift_time(-0.05, relative=False),
    "decimated": lambda e: e.decimate(3),
    "decimated off zero": lambda e: e.decimate(4, offset=1),
    "cropped and decimated": lambda e: e.crop(0.0123, 0.3).decimate(4),
    "less the mean": lambda e: e.detrend(0),
    "less the line": lambda e: e.detrend(1, picks="eeg"),
    "negated": lambda e: -e,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_changes_are_equal(read, change):
    theirs, ours = read[0][0].copy(), read[1][0].copy()
    with quiet():
        expected, found = change(theirs), change(ours)
    same(expected, found)


def test_an_average_reference_is_equal(path):
    theirs = mne.read_evokeds(path, 0, proj=False).pick("eeg").del_proj()
    ours = read_evokeds(path, 0, proj=False).pick("eeg").del_proj()
    theirs.set_eeg_reference(projection=True).apply_proj()
    same(theirs, ours.set_eeg_reference(projection=True).apply_proj())


@pytest.mark.parametrize("mode", ["abs", "pos", "neg"])
@pytest.mark.parametrize("kind", ["mag", "grad", "eeg"])
@pytest.mark.parametrize("window", [(None, None), (0.05, 0.15)])
def test_peaks_are_equal(read, kind, mode, window):
    for theirs, ours in zip(*read, strict=True):
        for as_index in (False, True):
            expected = theirs.get_peak(kind, *window, mode, as_index, return_amplitude=True)
            found = ours.get_peak(kind, *window, mode, as_index, return_amplitude=True)
            assert found[:2] == expected[:2]
            assert found[2] == pytest.approx(expected[2], rel=1e-12)


def test_peaks_of_gradiometer_pairs_are_equal(read):
    for theirs, ours in zip(*read, strict=True):
        expected = theirs.get_peak("grad", merge_grads=True, return_amplitude=True)
        found = ours.get_peak("grad", merge_grads=True, return_amplitude=True)
        assert found[:2] == expected[:2]
        assert found[2] == pytest.approx(expected[2], rel=1e-12)


@pytest.mark.parametrize("units", [None, {"eeg": "uV", "grad": "fT/cm", "mag": "pT"}])
def test_parts_of_the_samples_are_equal(read, units):
    expected = read[0][0].get_data(["eeg", "grad"], units, 0.01, 0.2)
    found = read[1][0].get_data(["eeg", "grad"], units, 0.01, 0.2)
    close(found, expected)


@pytest.mark.parametrize("weights", ["equal", "nave", [1, -1, 0.5, 2], [0.25, 0.25, -0.25, -0.25]])
def test_sums_are_equal(read, weights):
    same(mne.combine_evoked(read[0], weights), combine_evoked(read[1], weights))


def test_a_difference_of_a_difference_is_named_alike(read):
    theirs = mne.combine_evoked([read[0][0], -read[0][1]], [1, -1])
    same(theirs, combine_evoked([read[1][0], -read[1][1]], [1, -1]))


def test_grand_averages_are_equal(read):
    theirs = mne.grand_average(read[0], interpolate_bads=False, drop_bads=False)
    ours = grand_average([one.value for one in read[1]])
    same(theirs, evoked_of(ours))


def test_grand_averages_of_interpolated_electrodes_are_equal(shared):
    path = shared / "test-ave.fif.gz"
    theirs = [one.pick("eeg") for one in mne.read_evokeds(path, verbose=False)[:2]]
    ours = [one.pick("eeg") for one in read_evokeds(path, verbose=False)[:2]]
    for both in (theirs, ours):
        both[0].info["bads"], both[1].info["bads"] = ["EEG 003"], ["EEG 017", "EEG 053"]
    with quiet():
        expected = mne.grand_average(theirs)
    # The centre of the head differs by what MNE-Python rounds.
    same(expected, grand_average_of_users(ours), 1e-8)


@pytest.mark.parametrize("name", ["a-ave.fif", "a-ave.fif.gz"])
def test_files_of_ours_are_read_by_the_other_side(read, tmp_path, name):
    changed = [one.copy().crop(0, 0.1) for one in read[1]]
    changed[0].apply_baseline((0.0, 0.05))
    write_evokeds(tmp_path / name, changed)
    theirs = mne.read_evokeds(tmp_path / name, verbose=False)
    for expected, found, back in zip(changed, theirs, read_evokeds(tmp_path / name), strict=True):
        close(found.data, expected.data, 1e-6)
        same(found, back, 1e-6)
        assert (found.nave, found.comment) == (expected.nave, expected.comment)
        np.testing.assert_allclose(found.times, expected.times, atol=1e-7)
        names = [[p["desc"] for p in one.info["projs"]] for one in (found, expected)]
        assert names[0] == names[1]


def test_files_of_the_other_side_are_read_alike(read, tmp_path):
    path = tmp_path / "b-ave.fif"
    theirs = [one.copy().crop(0, 0.1).apply_baseline((None, 0.02)) for one in read[0]]
    with quiet():
        mne.write_evokeds(path, [*theirs[:2], mne.combine_evoked(theirs, "equal")])
    for expected, found in zip(mne.read_evokeds(path), read_evokeds(path), strict=True):
        same(expected, found)


def test_a_standard_error_goes_through_a_file(made_raw, tmp_path):
    raw = read_raw_fif(made_raw)
    events = np.column_stack([np.arange(500, 3000, 200), np.zeros(13, int), np.ones(13, int)])
    error = Epochs(raw, events, 1).standard_error()
    error.save(tmp_path / "se-ave.fif")
    theirs = mne.read_evokeds(tmp_path / "se-ave.fif", "1", kind="standard_error")
    same(theirs, read_evokeds(tmp_path / "se-ave.fif", "1", kind="standard_error"), 1e-6)


def test_gradient_compensation_goes_along(shared, tmp_path):
    with quiet():
        raw = read_raw_fif(shared / "test_ctf_comp_raw.fif")
    start = raw.first_samp
    evoked = Epochs(raw, [[start, 0, 1], [start + 20, 0, 1]], 1, 0, 0.02, None).average()
    evoked.save(tmp_path / "ctf-ave.fif")
    with quiet():
        theirs = mne.read_evokeds(tmp_path / "ctf-ave.fif", 0)
    assert len(theirs.info["comps"]) == len(raw.info["comps"])
    assert theirs.compensation_grade == raw.compensation_grade
    same(theirs, read_evokeds(tmp_path / "ctf-ave.fif", 0), 1e-6)


def test_responses_of_arrays_are_equal(read):
    rng = np.random.default_rng(0)
    theirs, ours = read[0][0], read[1][0]
    data = rng.standard_normal((len(theirs.ch_names), 50))
    options = {"tmin": -0.02, "comment": "made", "nave": 7, "baseline": (None, 0)}
    expected = mne.EvokedArray(data, theirs.info, **options)
    same(expected, EvokedArray(data, Info(ours.info.value), **options))


@pytest.fixture
def complex_pair(read):
    """A complex response, theirs and ours."""
    theirs = read[0][0].copy().pick("mag", exclude="bads").apply_proj()
    data = theirs.data + 1j * theirs.data[::-1]
    info = read[1][0].copy().pick("mag", exclude="bads").apply_proj().info
    with quiet():
        made = mne.EvokedArray(data, theirs.info, theirs.tmin, nave=9, comment="c")
    return made, EvokedArray(data, info, theirs.tmin, nave=9, comment="c")


COMPLEX = {
    "arithmetic": lambda e, m: m.combine_evoked([e, -e, e], [0.5, 0.25, 1]),
    "baseline": lambda e, _: e.copy().apply_baseline((None, 0)),
    "crop": lambda e, _: e.copy().crop(0, 0.1),
    "detrend": lambda e, _: e.copy().detrend(1),
    "decimate": lambda e, _: e.copy().decimate(3, verbose="error"),
    "pick": lambda e, _: e.copy().pick(e.ch_names[3:7]),
}


@pytest.mark.parametrize("change", COMPLEX.values(), ids=COMPLEX)
def test_complex_responses_are_changed_as_mne_does(complex_pair, change):
    theirs, ours = complex_pair
    with quiet():
        expected, found = change(theirs, mne), change(ours, leadfield)
    assert found.data.dtype == expected.data.dtype == np.complex128
    close(found.data, expected.data, 1e-10)


def test_complex_responses_go_through_files_of_both(complex_pair, tmp_path):
    theirs, ours = complex_pair
    ours.save(tmp_path / "a-ave.fif")
    with quiet():
        theirs.save(tmp_path / "b-ave.fif")
        for name in ("a-ave.fif", "b-ave.fif"):
            found = read_evokeds(tmp_path / name, 0)
            expected = mne.read_evokeds(tmp_path / name, 0)
            np.testing.assert_array_equal(found.data, expected.data)
            close(found.data, theirs.data, 1e-6)


def test_the_peak_of_complex_responses_is_theirs(complex_pair):
    theirs, ours = complex_pair
    name, latency, size = ours.get_peak(return_amplitude=True)
    assert (name, latency, size) == theirs.get_peak(return_amplitude=True)
    assert isinstance(size, complex)


def test_complex_responses_cannot_be_drawn(complex_pair):
    for draw in (complex_pair[1].plot, complex_pair[1].plot_topomap, complex_pair[1].plot_image):
        with pytest.raises(InputError, match="real to be drawn"):
            draw()
