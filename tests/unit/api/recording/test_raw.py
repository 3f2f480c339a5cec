"""Raw recordings: times, cropping, loading, copies."""

import copy
import pickle
from pathlib import Path

import numpy as np
import pytest

from leadfield.api.recording.annotations import Annotations
from leadfield.api.recording.read_raw import read_raw_fif
from leadfield.base.errors import (
    InputError,
)

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
