"""Parts of a split recording: those of another are refused, wherever they come from."""

import shutil
import struct

import numpy as np
import pytest

from leadfield.base.errors import FormatError
from leadfield.base.log import log_level
from leadfield.fif.kinds import Kind
from leadfield.recording.fif.read_raw import open_raw
from leadfield.recording.fif.split import new_parts
from leadfield.recording.fif.write_raw import RawOptions, write_raw
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples

NAMES = ["2024-01-01T10:00_raw.fif", "a:b_raw.fif", "中_raw.fif", "a\udcff_raw.fif", "a\\b_raw.fif"]


@pytest.fixture
def save(info):
    """A function that writes a recording of one value in three parts."""

    def written(path, value=1.0, **options):
        data = np.full((5, 150), value)
        raw = RawRecording(info=info, samples=ArraySamples(data), first_sample=40)
        whole = write_raw(path.with_name("whole_raw.fif"), raw, _options(overwrite=True))[0]
        # All that is besides samples, one buffer, and what a part has more.
        size = whole.stat().st_size - 2 * data.nbytes // 3 + 2048
        return write_raw(path, raw, _options(split_size=size, overwrite=True, **options))

    return written


def _options(**more):
    return RawOptions(fmt="double", buffer_size=50, **more)


def values(path, **options):
    raw = open_raw(path, **options)
    return sorted(set(raw.values(0, raw.n_samples)[0].round(6).tolist()))


@pytest.mark.parametrize("naming", ["neuromag", "bids"])
class TestOfAnotherRecording:
    def test_are_refused_by_name(self, save, naming, tmp_path):
        (tmp_path / "other").mkdir()
        paths = save(tmp_path / "x_raw.fif", 1.0, split_naming=naming)
        others = save(tmp_path / "other" / "x_raw.fif", 2.0, split_naming=naming)
        shutil.copy(others[1], paths[1])
        with pytest.raises(FormatError, match="part of another recording than x_") as found:
            open_raw(paths[0])
        assert found.value.path == paths[1]

    def test_are_as_good_as_missing_if_that_is_said_to_do(self, save, naming, tmp_path):
        (tmp_path / "other").mkdir()
        paths = save(tmp_path / "x_raw.fif", 1.0, split_naming=naming)
        others = save(tmp_path / "other" / "x_raw.fif", 2.0, split_naming=naming)
        shutil.copy(others[1], paths[1])
        with pytest.warns(RuntimeWarning, match="part of another recording"):
            assert values(paths[0], on_split_missing="warn") == [1.0]
        assert values(paths[0], on_split_missing="ignore") == [1.0]


def test_parts_are_known_after_they_were_copied(save, tmp_path):
    (tmp_path / "copy").mkdir()
    for path in save(tmp_path / "x_raw.fif"):
        shutil.copyfile(path, tmp_path / "copy" / path.name)
    assert open_raw(tmp_path / "copy" / "x_raw.fif").n_samples == 150


def test_no_two_parts_have_one_identifier():
    found = [part.identity for _ in range(50) for part in new_parts("x_raw.fif", 7, "neuromag")]
    assert len(set(found)) == 350


def test_the_only_part_needs_no_identifier():
    (part,) = new_parts("x_raw.fif", 1, "neuromag")
    assert part.identity is None


@pytest.mark.parametrize("name", NAMES)
def test_parts_with_odd_names_are_found(save, name, tmp_path):
    with log_level("error"):  # a worker of the tests cannot hand on log lines with such names
        paths = save(tmp_path / name)
        assert len(paths) == 3
        assert open_raw(paths[0]).n_samples == 150


def test_parts_of_a_killed_replacement_are_never_read_as_one(save, tmp_path, stop_at, monkeypatch):
    monkeypatch.setattr("os.fsync", lambda _: None)
    path = tmp_path / "x_raw.fif"
    save(path, 1.0)
    number = 0
    while not stop_at(number, "kill", lambda: save(path, 2.0)):
        assert values(path) in ([1.0], [2.0])
        save(path, 1.0)
        number += 1
    assert number > 20


def test_a_part_that_begins_elsewhere_is_told(save, tmp_path):
    paths = save(tmp_path / "x_raw.fif")
    first, other = (struct.pack(">5i", Kind.FIRST_SAMPLE, 3, 4, 0, n) for n in (140, 145))
    paths[2].write_bytes(paths[2].read_bytes().replace(first, other))
    with pytest.warns(RuntimeWarning, match=r"sample 145, and x_raw-1\.fif ends before sample 140"):
        assert open_raw(paths[0]).n_samples == 150
