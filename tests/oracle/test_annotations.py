"""Annotations edited, cropped and in files equal MNE-Python's."""

import copy
from datetime import UTC, datetime

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import FormatError, InputError, OverwriteError, UnknownNameError

mne = pytest.importorskip("mne")

DATES = [None, datetime(2002, 12, 3, 19, 1, 10, 720100, tzinfo=UTC)]
CHANNELS = [None, [(), ("EEG 001", "EEG 002"), ("MEG:1",)]]


def pair(orig_time=None, ch_names=None):
    arguments = {"orig_time": orig_time, "ch_names": ch_names}
    fields = ([1.25, 7.5, 3.0], [0.5, 0.0, 2.0], ["BAD_blink", "a", "speech"])
    return leadfield.Annotations(*fields, **arguments), mne.Annotations(*fields, **arguments)


def assert_same(ours, theirs, tolerance=1e-12):
    np.testing.assert_allclose(ours.onset, theirs.onset, rtol=0, atol=tolerance)
    np.testing.assert_allclose(ours.duration, theirs.duration, rtol=0, atol=tolerance)
    assert list(ours.description) == list(theirs.description)
    assert list(ours.ch_names) == list(theirs.ch_names)
    assert ours.orig_time == theirs.orig_time


@pytest.mark.parametrize("orig_time", DATES, ids=["undated", "dated"])
@pytest.mark.parametrize("ch_names", CHANNELS, ids=["all", "some"])
@pytest.mark.parametrize("name", ["x-annot.fif", "x_annot.fif.gz", "x.csv", "x.txt"])
@pytest.mark.parametrize("writer", ["ours", "theirs"])
def test_files_are_read_the_same_whoever_wrote_them(writer, name, ch_names, orig_time, tmp_path):
    ours, theirs = pair(orig_time, ch_names)
    path = tmp_path / name
    (ours if writer == "ours" else theirs).save(path, overwrite=False)
    found = leadfield.read_annotations(path)
    assert_same(found, mne.read_annotations(path), tolerance=1e-6)
    if not name.endswith("csv"):  # which keeps dates, not what they count from
        assert_same(found, theirs, tolerance=1e-6)


@pytest.mark.parametrize("orig_time", DATES, ids=["undated", "dated"])
@pytest.mark.parametrize("window", [(None, None), (1.5, 4.0), (None, 2.0), (3.5, None)])
def test_windows_are_cropped_alike(window, orig_time):
    began = 0 if orig_time is None else orig_time.timestamp()
    tmin, tmax = (None if time is None else time + began for time in window)
    assert_same(*(one.crop(tmin, tmax) for one in pair(orig_time)), tolerance=1e-6)
    seconds = (one.crop(*window, use_orig_time=False) for one in pair(orig_time))
    assert_same(*seconds, tolerance=1e-6)


EDITS = {
    "rename": lambda a: a.rename({"a": "something much longer than all"}),
    "set_durations": lambda a: a.set_durations({"a": 3.0, "speech": 1}),
    "set_all_durations": lambda a: a.set_durations(0.25),
    "append": lambda a: a.append([0.5, 9], 1.0, ["x", "y"]),
    "delete": lambda a: a.delete([0, 2]),
    "delete_one": lambda a: a.delete(1),
    "iadd": lambda a: a.__iadd__(a.copy()),
    "description": lambda a: a.description.__setitem__(0, "a longer text than before"),
    "onset": lambda a: a.onset.__setitem__(1, 4.5),
    "duration": lambda a: a.duration.__setitem__(slice(None), 2.0),
    "ch_names": lambda a: a.ch_names.__setitem__(0, ("EEG 001",)),
    "set_onset": lambda a: setattr(a, "onset", a.onset + 1),
    "set_duration": lambda a: setattr(a, "duration", [1.0, 2.0, 3.0]),
    "set_description": lambda a: setattr(a, "description", ["x", "y", "z"]),
    "set_ch_names": lambda a: setattr(a, "ch_names", [("a",), (), ()]),
}


@pytest.mark.parametrize("name", EDITS)
def test_changes_are_the_same(name):
    ours, theirs = pair()
    EDITS[name](ours)
    EDITS[name](theirs)
    assert_same(ours, theirs)
    for mine, other in zip(ours, theirs, strict=True):
        assert mine == dict(other)
    assert_same(ours[:2], theirs[:2])
    assert_same(ours[(-1, 0)], theirs[(-1, 0)])


def test_changes_in_place_of_a_recording_last(made_raw):
    raw = leadfield.io.read_raw_fif(made_raw, verbose=False)
    raw.annotations.description[0] = "BAD_something_longer"
    raw.annotations.onset += 0.5
    before = raw.annotations.onset.copy()
    raw.crop(0, 20)
    assert raw.annotations.description[0] == "BAD_something_longer"
    np.testing.assert_array_equal(raw.annotations.onset, before)
    assert raw.value.annotations[0].onset == before[0]


def test_copies_are_their_own():
    ours = pair()[0]
    for other in (ours.copy(), copy.deepcopy(ours)):
        other.description[0] = "changed"
        assert ours.description[0] == "BAD_blink"


@pytest.mark.parametrize("orig_time", DATES, ids=["undated", "dated"])
@pytest.mark.parametrize("time_format", ["datetime", "ms", "timedelta", None])
@pytest.mark.parametrize("ch_names", CHANNELS, ids=["all", "some"])
def test_tables_are_the_same(ch_names, time_format, orig_time):
    pytest.importorskip("pandas")
    ours, theirs = (one.to_data_frame(time_format) for one in pair(orig_time, ch_names))
    assert list(ours.columns) == list(theirs.columns)
    for name in ours.columns:
        assert ours[name].tolist() == theirs[name].tolist()
    assert ours["onset"].dtype == theirs["onset"].dtype


class TestRefuses:
    def test_descriptions_that_are_not_there(self):
        with pytest.raises(UnknownNameError, match="'speech'"):
            pair()[0].rename({"x": "y"})

    def test_columns_of_other_lengths(self):
        with pytest.raises(InputError, match="each of 3"):
            pair()[0].onset = [1.0, 2.0]

    def test_negative_durations(self):
        with pytest.raises(InputError, match="mapping"):
            pair()[0].set_durations(-1)

    def test_windows_that_end_before_they_start(self):
        with pytest.raises(InputError, match="tmin"):
            pair()[0].crop(3, 2)

    def test_to_overwrite_unasked(self, tmp_path):
        pair()[0].save(tmp_path / "x.txt")
        with pytest.raises(OverwriteError):
            pair()[0].save(tmp_path / "x.txt")

    @pytest.mark.parametrize("name", ["x.edf", "x.fif"])
    def test_to_save_with_other_endings(self, name, tmp_path):
        with pytest.raises(InputError, match=r"'\.csv' or '\.txt'"):
            pair()[0].save(tmp_path / name)

    def test_commas_in_text_files(self, tmp_path):
        with pytest.raises(InputError, match="commas"):
            leadfield.Annotations(1, 1, "a, b").save(tmp_path / "x.txt")

    @pytest.mark.parametrize(
        "text",
        [
            "onset,duration,description\n1.5,1,a\n",
            "onset,duration\n2002-12-03,1\n",
            "onset,duration,description\n2002-12-03 10:00:00,x,a\n",
            "onset,duration,description\nyesterday,1,a\n",
            "onset,duration,description\n2002-12-03 10:00:00\n",
        ],
    )
    def test_tables_that_are_not_annotations(self, text, tmp_path):
        (tmp_path / "x.csv").write_text(text)
        with pytest.raises(FormatError):
            leadfield.read_annotations(tmp_path / "x.csv")

    @pytest.mark.parametrize("text", ["1,2\n", "a,1,b\n", "# onset, duration\n1,2\n", "nan,1,a\n"])
    def test_texts_that_are_not_annotations(self, text, tmp_path):
        (tmp_path / "x.txt").write_text(text)
        with pytest.raises(FormatError):
            leadfield.read_annotations(tmp_path / "x.txt")

    def test_files_without_annotations(self, shared):
        with pytest.raises(FormatError, match="annotations"):
            leadfield.read_annotations(shared / "test-eve.fif")
