"""Paths: what may be read and written, and what is said of the rest."""

import os

import pytest

from leadfield.base.errors import InputError, MissingFileError, OverwriteError, WriteRefusedError
from leadfield.base.files import as_path, existing, may_write


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


def test_a_read_only_file_is_not_replaced(tmp_path):
    path = tmp_path / "a.fif"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(WriteRefusedError, match="is read-only: make it writable"):
        may_write(path, overwrite=True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_is_not_replaced(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OverwriteError, match="the device or pipe"):
        may_write(tmp_path / "pipe", overwrite=True)


def test_a_name_may_begin_with_a_tilde():
    assert str(as_path("~nobody-at-all_raw.fif")) == "~nobody-at-all_raw.fif"
    assert str(as_path("~/x.fif")) != "~/x.fif"


def test_a_name_cannot_hold_a_null_character():
    with pytest.raises(InputError, match="null characters"):
        as_path("a\0b")
