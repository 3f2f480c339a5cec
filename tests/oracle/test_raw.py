"""Samples equal MNE-Python's, whoever wrote the file."""

import numpy as np
import pytest

from leadfield.api.recording.annotations import Annotations
from leadfield.api.recording.info import create_info
from leadfield.api.recording.raw_array import RawArray
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import DataError

mne = pytest.importorskip("mne")

SSS, CTF = "sample_audvis_trunc_raw_sss.fif", "test_ctf_comp_raw.fif"


def ours(path, **options):
    return read_raw_fif(path, verbose=False, **options)


def theirs(path, **options):
    return mne.io.read_raw_fif(path, verbose=False, **options)


def assert_same(found, expected, rtol=1e-12):
    """Samples, numbers of samples and annotations are the same."""
    assert (found.first_samp, found.last_samp) == (expected.first_samp, expected.last_samp)
    assert found.ch_names == expected.ch_names
    np.testing.assert_array_equal(found.times, expected.times)
    a, b = found.get_data(), expected.get_data()
    # Channels have units of many sizes: each row against its own largest value.
    error = np.abs(a - b).max(axis=1) / np.maximum(np.abs(b).max(axis=1), 1e-300)
    assert error.max() <= rtol
    assert list(found.annotations.description) == list(expected.annotations.description)
    # MNE-Python rounds to microseconds and stores float32.
    np.testing.assert_allclose(found.annotations.onset, expected.annotations.onset, rtol=1e-6)


@pytest.mark.parametrize("name", [SSS, CTF])
class TestRealRecordings:
    def test_are_read_to_the_same_samples(self, name, shared):
        assert_same(ours(shared / name), theirs(shared / name), rtol=0)

    def test_are_read_in_parts_to_the_same_samples(self, name, shared):
        found, expected = ours(shared / name), theirs(shared / name)
        for picks, span in (("mag", slice(3, 77)), ([5, 2], slice(100, None)), (0, slice(None))):
            np.testing.assert_array_equal(found[picks, span][0], expected[picks, span][0])
            np.testing.assert_array_equal(found[picks, span][1], expected[picks, span][1])

    def test_are_changed_to_the_same(self, name, shared):
        both = [one(shared / name) for one in (ours, theirs)]
        for one in both:
            one.info["bads"] = [one.ch_names[40]]
            one.load_data().pick("meg", exclude="bads").crop(0.1, 0.4)
        assert_same(*both)

    def test_are_projected_to_the_same(self, name, shared):
        assert_same(ours(shared / name).apply_proj(), theirs(shared / name).apply_proj())

    @pytest.mark.parametrize("fmt", ["single", "double"])
    def test_that_we_save_are_read_by_both_to_the_same(self, name, fmt, shared, tmp_path):
        raw = ours(shared / name)
        raw.save(tmp_path / "x_raw.fif", fmt=fmt, verbose=False)
        assert_same(ours(tmp_path / "x_raw.fif"), theirs(tmp_path / "x_raw.fif"), rtol=0)
        assert_same(raw, theirs(tmp_path / "x_raw.fif"), rtol=1e-6)

    @pytest.mark.parametrize("fmt", ["single", "double"])
    def test_that_they_save_are_read_by_both_to_the_same(self, name, fmt, shared, tmp_path):
        theirs(shared / name).save(tmp_path / "x_raw.fif", fmt=fmt, verbose=False)
        assert_same(ours(tmp_path / "x_raw.fif"), theirs(tmp_path / "x_raw.fif"), rtol=0)


@pytest.mark.parametrize("span", [(1, 2), (0.1003, 0.3), (0.5, 1e3), (0.25, None), (0, 0)])
def test_a_part_that_is_saved_is_the_same(span, shared, tmp_path):
    for one in (ours, theirs):
        raw = one(shared / SSS)
        raw.save(tmp_path / f"{one.__name__}_raw.fif", tmin=span[0], tmax=span[1], verbose=False)
    assert_same(ours(tmp_path / "ours_raw.fif"), theirs(tmp_path / "theirs_raw.fif"), rtol=0)


@pytest.mark.parametrize("fmt", ["short", "int"])
def test_whole_numbers_are_the_same(fmt, tmp_path):
    info = mne.create_info(3, 100.0, "eeg")
    for i, channel in enumerate(info["chs"]):
        channel["cal"], channel["range"] = 0.25 * (i + 1), 2.0
    data = np.random.default_rng(0).integers(-900, 900, (3, 120)) * [[0.5], [1.0], [1.5]]
    mne.io.RawArray(data, info, verbose=False).save(tmp_path / "x_raw.fif", fmt=fmt, verbose=False)
    raw = ours(tmp_path / "x_raw.fif")
    assert_same(raw, theirs(tmp_path / "x_raw.fif"), rtol=0)
    raw.save(tmp_path / "y_raw.fif", fmt=fmt, verbose=False)
    assert_same(raw, theirs(tmp_path / "y_raw.fif"), rtol=0)


@pytest.mark.parametrize("fmt", ["single", "double"])
def test_complex_samples_of_ours_are_read_to_the_same(fmt, tmp_path):
    data = np.random.default_rng(0).standard_normal((3, 50, 2)) @ [1, 1j]
    raw = RawArray(data, create_info(3, 100.0, "eeg"))
    raw.save(tmp_path / "x_raw.fif", fmt=fmt, verbose=False)
    found, expected = (one(tmp_path / "x_raw.fif").get_data() for one in (ours, theirs))
    np.testing.assert_array_equal(found, expected)
    np.testing.assert_allclose(found, data, rtol=1e-6)


def test_complex_samples_of_theirs_are_read_to_the_same(tmp_path):
    # Only "single": MNE-Python 1.13 stores "double" under the number of complex float.
    data = np.random.default_rng(0).standard_normal((3, 50, 2)) @ [1, 1j]
    raw = mne.io.RawArray(data, mne.create_info(3, 100.0, "eeg"), verbose=False)
    with pytest.warns(RuntimeWarning, match="complex"):
        raw.save(tmp_path / "x_raw.fif", fmt="single", verbose=False)
    found, expected = (one(tmp_path / "x_raw.fif").get_data() for one in (ours, theirs))
    np.testing.assert_array_equal(found, expected)


@pytest.fixture(scope="module")
def long():
    """A recording of MNE-Python's that is long enough to be split, with a late start."""
    data = np.random.default_rng(0).standard_normal((40, 40_000))
    raw = mne.io.RawArray(data, mne.create_info(40, 1000.0, "eeg"), first_samp=77, verbose=False)
    return raw.set_annotations(mne.Annotations([1, 30], [0.5, 1], ["BAD: a", "b"]))


@pytest.mark.parametrize("naming", ["neuromag", "bids"])
class TestSplitFiles:
    def test_of_theirs_are_read_to_the_same(self, naming, long, tmp_path):
        paths = long.save(
            tmp_path / "x_raw.fif", split_size="3MB", split_naming=naming, verbose=False
        )
        found = ours(paths[0])
        assert found.filenames == tuple(paths)
        assert_same(found, theirs(paths[0]), rtol=0)

    def test_of_ours_are_read_to_the_same(self, naming, long, tmp_path):
        long.save(tmp_path / "whole_raw.fif", verbose=False)
        raw = ours(tmp_path / "whole_raw.fif")
        paths = raw.save(
            tmp_path / "x_raw.fif", split_size="3MB", split_naming=naming, verbose=False
        )
        expected = theirs(paths[0])
        assert expected.filenames == tuple(paths)
        assert len(paths) == 3
        assert_same(raw, expected, rtol=0)


def test_packed_files_are_read_to_the_same(shared, tmp_path):
    raw = theirs(shared / CTF)
    raw.save(tmp_path / "x_raw.fif.gz", verbose=False)
    found = ours(tmp_path / "x_raw.fif.gz")
    assert_same(found, raw, rtol=0)
    found.save(tmp_path / "y_raw.fif.gz", verbose=False)
    assert_same(found, theirs(tmp_path / "y_raw.fif.gz"), rtol=0)


class TestSkips:
    @pytest.fixture
    def skipped(self, tmp_path):
        """A file of MNE-Python's with two buffers left out."""
        data = np.random.default_rng(0).standard_normal((2, 1000))
        raw = mne.io.RawArray(data, mne.create_info(2, 100.0), first_samp=30, verbose=False)
        raw.set_annotations(mne.Annotations(3.0, 2.0, "BAD_ACQ_SKIP"))
        raw.save(tmp_path / "x_raw.fif", buffer_size_sec=1, verbose=False)
        return tmp_path / "x_raw.fif"

    def test_are_the_same_zeros(self, skipped):
        found, expected = ours(skipped), theirs(skipped)
        np.testing.assert_array_equal(found.get_data(), expected.get_data())
        assert not found.get_data()[:, 300:500].any()

    def test_are_annotated_at_the_same_place_and_once(self, skipped):
        found, expected = ours(skipped).annotations, theirs(skipped).annotations
        assert set(found.onset.round(4)) == set(expected.onset.round(4))
        assert set(found.duration.round(4)) == set(expected.duration.round(4))
        assert len(found) == 1

    def test_come_back_from_our_files(self, skipped, tmp_path):
        raw = ours(skipped)
        raw.save(tmp_path / "y_raw.fif", verbose=False)
        assert_same(raw, theirs(tmp_path / "y_raw.fif"), rtol=0)


class TestAnnotations:
    def test_are_set_to_the_same(self, shared):
        both = ours(shared / SSS), theirs(shared / SSS)
        both[0].set_annotations(Annotations([0.2, 0.1], [0.1, 9], ["BAD x", "y"]), False)
        both[1].set_annotations(mne.Annotations([0.2, 0.1], [0.1, 9], ["BAD x", "y"]), False)
        assert_same(*both)
        np.testing.assert_allclose(
            both[0].annotations.duration, both[1].annotations.duration, atol=2e-6
        )
        assert both[0].annotations.orig_time == both[1].annotations.orig_time

    @pytest.mark.parametrize("how", ["omit", "NaN"])
    def test_take_out_the_same_samples(self, how, shared):
        both = ours(shared / SSS), theirs(shared / SSS)
        both[0].set_annotations(Annotations([0.2, 0.25], [0.1, 0.333], ["BAD x", "bad"]))
        both[1].set_annotations(mne.Annotations([0.2, 0.25], [0.1, 0.333], ["BAD x", "bad"]))
        found, expected = (one.get_data(reject_by_annotation=how, verbose=False) for one in both)
        np.testing.assert_array_equal(found, expected)

    def test_come_back_from_our_files(self, shared, tmp_path):
        raw = ours(shared / SSS)
        raw.set_annotations(Annotations([0.2, 0.3], 0.1, ["a:b", "c"], ch_names=[[], ["MEG 0113"]]))
        raw.save(tmp_path / "x_raw.fif", verbose=False)
        expected = theirs(tmp_path / "x_raw.fif")
        assert_same(raw, expected, rtol=1e-6)
        assert list(expected.annotations.ch_names) == [(), ("MEG 0113",)]


@pytest.mark.parametrize("units", [{"mag": "fT", "grad": "fT/cm", "eeg": "uV"}, {"eog": "mV"}])
def test_units_are_the_same(units, shared):
    both = ours(shared / SSS), theirs(shared / SSS)
    found, expected = (one.get_data(units=units) for one in both)
    np.testing.assert_allclose(found, expected, rtol=1e-14)


def test_times_become_the_same_samples(shared):
    both = ours(shared / SSS), theirs(shared / SSS)
    times = np.linspace(0, 0.9, 37)
    for rounding in (False, True):
        found, expected = (one.time_as_index(times, rounding) for one in both)
        np.testing.assert_array_equal(found, expected)


def test_active_shielding_is_marked_for_both(tmp_path):
    raw = mne.io.RawArray(np.ones((1, 9)), mne.create_info(1, 9.0), verbose=False)
    with raw.info._unlock():
        raw.info["maxshield"] = True
    raw.save(tmp_path / "x_raw.fif", verbose=False)
    found = ours(tmp_path / "x_raw.fif", allow_maxshield="yes")
    found.save(tmp_path / "y_raw.fif", verbose=False)
    assert theirs(tmp_path / "y_raw.fif", allow_maxshield="yes").info["maxshield"]


def test_where_mne_python_writes_nothing_but_zeros_we_refuse(shared, tmp_path):
    with pytest.raises(DataError, match="MEG 0113"):
        ours(shared / SSS).save(tmp_path / "x_raw.fif", fmt="short", verbose=False)


def test_a_recording_that_we_make_is_read_by_mne_python(tmp_path):
    data = np.random.default_rng(0).standard_normal((2, 50))
    raw = RawArray(data, create_info(["Cz", "EOG"], 50.0, ["eeg", "eog"]), first_samp=9)
    raw.set_eeg_reference(projection=True)
    raw.save(tmp_path / "x_raw.fif", fmt="double", verbose=False)
    expected = theirs(tmp_path / "x_raw.fif")
    assert_same(raw, expected, rtol=0)
    assert expected.info["meas_date"] is None
