"""Raw recordings: times, cropping, loading, copies."""

import copy
import pickle
from pathlib import Path

import numpy as np
import pytest

from leadfield.api.recording.annotations import Annotations
from leadfield.api.recording.info import create_info
from leadfield.api.recording.raw_array import RawArray
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import FormatError, InputError, MismatchError

NAMES = ["M1", "M2", "E1", "E2", "E3", "STI"]


def test_it_knows_its_times(raw):
    assert (raw.first_samp, raw.last_samp, raw.n_times, len(raw)) == (25, 124, 100, 100)
    assert (raw.first_time, raw.duration) == (0.5, 2.0)
    np.testing.assert_allclose(raw.times, np.arange(100) / 50)


class TestCrop:
    def test_keeps_both_ends(self, raw):
        assert raw.crop(0.2, 0.4).n_times == 11

    def test_goes_on_counting_samples(self, raw):
        assert raw.crop(0.2).first_samp == 35

    def test_counts_anew_if_asked(self, raw):
        raw.set_annotations(Annotations(0.3, 0.1, "a"))
        raw.crop(0.2, reset_first_samp=True)
        assert raw.first_samp == 0
        assert raw.annotations.onset[0] == pytest.approx(0.1)

    def test_outside_is_refused(self, raw):
        with pytest.raises(InputError, match=r"0 to 1\.98 s"):
            raw.crop(0, 2.5)


class TestCopies:
    def test_share_nothing_that_changes(self, raw):
        other = raw.copy()
        other.info["bads"] = ["E1"]
        other.crop(0.5).pick("mag")
        assert (raw.n_times, raw.ch_names, raw.info["bads"]) == (100, NAMES, [])

    def test_info_that_was_kept_stays_true(self, raw):
        info = raw.info
        raw.pick("mag")
        info["bads"] = ["M1"]
        assert raw.info["bads"] == ["M1"]


@pytest.mark.parametrize("name", ["x_raw.fif", "x_raw.fif.gz"])
def test_it_can_be_pickled_and_copied_deeply(name, raw, tmp_path, samples):
    raw.save(tmp_path / name, fmt="double")
    opened = read_raw_fif(tmp_path / name)
    for other in (pickle.loads(pickle.dumps(opened)), copy.deepcopy(opened)):
        np.testing.assert_array_equal(other.get_data(), samples)


class TestLoading:
    def test_keeps_what_it_is(self, opened, samples):
        assert not opened.preload
        assert opened.load_data().preload
        np.testing.assert_array_equal(opened.get_data(), samples)

    def test_can_be_done_on_opening(self, opened):
        assert read_raw_fif(opened.filenames[0], preload=True).preload

    def test_makes_it_free_of_the_file(self, opened, samples):
        opened.load_data()
        Path(opened.filenames[0]).unlink()
        np.testing.assert_array_equal(opened.get_data(), samples)


class TestChannelByChannel:
    def test_a_loop_ends_after_the_last(self, raw, samples):
        parts = [data for data, _ in raw]
        np.testing.assert_array_equal(np.concatenate(parts), samples)

    def test_a_number_beyond_is_an_index_error(self, raw):
        for index in (6, 400, -7):
            with pytest.raises(IndexError, match="6 channels"):
                raw[index]


def test_it_is_closed_by_a_with_block(opened, samples):
    with opened as raw:
        assert raw is opened
    opened.close()
    np.testing.assert_array_equal(opened.get_data(), samples)


class TestSetting:
    def test_samples_are_those_set(self, raw, samples):
        raw["eeg", 10:20] = 7.0
        raw[0] = np.arange(100)
        raw[["M2", "STI"], 3] = [[1.0], [2.0]]
        samples = samples.copy()
        samples[2:5, 10:20] = 7
        samples[0] = np.arange(100)
        samples[[1, 5], 3] = [1, 2]
        np.testing.assert_array_equal(raw.get_data(), samples)
        np.testing.assert_array_equal(raw[:][0], samples)

    def test_copies_and_what_was_made_before_stay(self, raw, samples):
        for _ in range(2):  # the second time the samples are its own
            other, before = raw.copy(), raw.get_data()
            value = raw.value
            raw[0, 0] = raw[0, 0][0] + 1
            for one in (other.get_data(), before, value.read(0, 100)):
                np.testing.assert_array_equal(one[1:], samples[1:])
                assert one[0, 0] == raw[0, 0][0] - 1

    def test_the_array_it_was_made_of_stays(self, samples):
        raw = RawArray(samples, create_info(NAMES, 50.0, "eeg"))
        expected = samples.copy()
        raw[:] = 0
        raw[:2] = 1
        np.testing.assert_array_equal(samples, expected)

    def test_goes_on_in_copies_that_are_deep(self, raw):
        raw[0] = 1
        other = pickle.loads(pickle.dumps(raw))
        other[0] = 2
        third = copy.deepcopy(raw)
        third[0] = 3
        assert [one[0, 0][0].item() for one in (raw, other, third)] == [1, 2, 3]

    def test_writes_to_the_samples_without_copying_them_each_time(self, raw):
        raw[0] = 1
        own = raw._own
        for i in range(6):
            raw[i] = raw[i][0] + raw.get_data(i)
        assert raw._own is own

    def test_needs_samples_in_memory(self, opened):
        with pytest.raises(RuntimeError, match="load_data"):
            opened[0] = 1
        opened.load_data()[0] = 1
        assert (opened[0][0] == 1).all()

    def test_of_what_does_not_fit_is_refused(self, raw):
        with pytest.raises(MismatchError, match="6 x 100"):
            raw[:] = np.zeros((5, 100))
        with pytest.raises(InputError, match="must be real"):
            raw[0] = 1j


def test_times_cannot_be_written_to(raw):
    with pytest.raises(ValueError, match="read-only"):
        raw.times[0] = 5


def test_a_list_of_bads_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "bads.txt").write_bytes(b"MEG 1\n\xff\xfe")
    raw = RawArray(np.zeros((1, 5)), create_info(["MEG 1"], 10.0, "mag"))
    with pytest.raises(FormatError, match="UTF-8"):
        raw.load_bad_channels(tmp_path / "bads.txt")


INFINITE = {
    "filtering": lambda raw: raw.filter(None, 20.0),
    "resampling": lambda raw: raw.resample(50.0),
    "a new reference": lambda raw: raw.set_eeg_reference("average"),
    "a projection": lambda raw: raw.set_eeg_reference(projection=True).apply_proj(),
}


@pytest.mark.parametrize("change", INFINITE.values(), ids=INFINITE)
def test_infinite_samples_are_computed_with_without_a_word_of_numpy(change):
    data = np.random.default_rng(0).standard_normal((2, 300))
    data[0, 50] = np.inf
    raw = change(RawArray(data, create_info(2, 100.0, "eeg")))
    assert not np.isfinite(raw.get_data()).all()
