"""Hashes of contents: remembered while a file stays as it is, and only then."""

import hashlib
import os
import time

import pytest

from leadfield.batch import content_hashes
from leadfield.batch.content_hashes import hash_of_input, hash_of_value


@pytest.fixture
def old_file(tmp_path):
    """A file that was written an hour ago."""
    path = tmp_path / "big.fif"
    path.write_bytes(b"samples")
    an_hour_ago = time.time() - 3600
    os.utime(path, (an_hour_ago, an_hour_ago))
    return path


@pytest.fixture
def reads(monkeypatch):
    """The files that were read to be hashed."""
    found = []
    real = content_hashes.hash_of_file

    def counted(path):
        found.append(path.name)
        return real(path)

    monkeypatch.setattr(content_hashes, "hash_of_file", counted)
    return found


def test_a_hash_is_that_of_the_content(old_file, tmp_path):
    want = hashlib.sha256(b"samples").hexdigest()
    assert hash_of_input(old_file, tmp_path / "memory") == want
    assert hash_of_input(old_file, tmp_path / "memory") == want


def test_a_file_that_stays_is_read_once(old_file, tmp_path, reads):
    for _ in range(3):
        hash_of_input(old_file, tmp_path / "memory")
    assert reads == ["big.fif"]


def test_a_file_that_changes_is_read_again(old_file, tmp_path, reads):
    first = hash_of_input(old_file, tmp_path / "memory")
    stat = old_file.stat()
    old_file.write_bytes(b"SAMPLES")
    os.utime(old_file, ns=(stat.st_atime_ns, stat.st_mtime_ns - 10**9))
    assert hash_of_input(old_file, tmp_path / "memory") != first
    assert len(reads) == 2


def test_a_file_that_has_just_changed_is_not_trusted(tmp_path, reads):
    # Within the clock's ticks of a file system it may change again and look as if it had not.
    path = tmp_path / "new.fif"
    path.write_bytes(b"samples")
    for _ in range(2):
        hash_of_input(path, tmp_path / "memory")
    assert len(reads) == 2


def test_a_damaged_note_is_written_anew(old_file, tmp_path, reads):
    hash_of_input(old_file, tmp_path / "memory")
    (note,) = (tmp_path / "memory").glob("*.json")
    note.write_text('{"stamp": 3')
    for _ in range(2):
        hash_of_input(old_file, tmp_path / "memory")
    assert len(reads) == 2


def test_a_memory_that_cannot_be_written_only_costs_time(old_file, tmp_path):
    (tmp_path / "memory").write_text("a file, no folder")
    assert hash_of_input(old_file, tmp_path / "memory" / "inside")


def test_a_folder_counts_with_all_that_it_holds(tmp_path):
    folder = tmp_path / "a.ds"
    folder.mkdir()
    (folder / "a.meg4").write_bytes(b"1")
    first = hash_of_input(folder, tmp_path / "memory")
    (folder / "more").write_bytes(b"")
    assert hash_of_input(folder, tmp_path / "memory") != first


def test_the_order_of_keys_does_not_matter():
    assert hash_of_value({"a": 1, "b": (2, None)}) == hash_of_value({"b": [2, None], "a": 1})
