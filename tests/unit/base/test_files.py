"""Writing that never loses the old file."""

import pytest

from leadfield.base.errors import MissingFileError, OverwriteError
from leadfield.base.files import existing, may_write, replacing


def cut_short(path):
    with replacing(path) as stream:
        stream.write(b"new")
        msg = "power cut"
        raise RuntimeError(msg)


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path):
    path = tmp_path / "a.fif"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError, match="power cut"):
        cut_short(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_finished_write_takes_the_place_of_the_old_file(tmp_path):
    path = tmp_path / "a.fif"
    path.write_bytes(b"old")
    with replacing(path) as stream:
        stream.write(b"new")
    assert path.read_bytes() == b"new"


def test_a_file_that_is_there_is_kept_unless_overwrite_is_said(tmp_path):
    path = tmp_path / "a.fif"
    path.write_bytes(b"old")
    with pytest.raises(OverwriteError, match="overwrite=True"):
        may_write(path, overwrite=False)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(MissingFileError, match="nowhere"):
        may_write(tmp_path / "nowhere" / "a.fif", overwrite=False)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(MissingFileError, match="it is a folder"):
        existing(tmp_path)
