"""Files that change together: stopped at any call, all are old or all are new."""

import errno
import json
import os
from contextlib import suppress

import pytest

from leadfield.base.errors import FormatError, WriteError
from leadfield.base.files import existing
from leadfield.base.pending import journal_of, settle
from leadfield.base.replacing import Replacement

OLD, NEW = ["old 0", "old 1", "old 2"], ["new 0", "new 1", "new 2"]


def write(folder, contents):
    with Replacement() as together:
        for number, content in enumerate(contents):
            with together.writing(folder / f"{number}.txt") as stream:
                stream.write(content.encode())


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def held(folder, count=3):
    """What a reader that knows of lists finds, None where there is no file."""
    settle(folder / "0.txt")
    return contents(folder, count)


def contents(folder, count=3):
    files = [folder / f"{number}.txt" for number in range(count)]
    return [file.read_text() if file.exists() else None for file in files]


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.fixture
def folder(tmp_path):
    write(tmp_path, OLD)
    return tmp_path


def test_all_take_their_places_and_nothing_else_stays(folder):
    write(folder, NEW)
    assert contents(folder) == NEW
    assert names(folder) == ["0.txt", "1.txt", "2.txt"]


def test_killed_at_any_call_all_are_old_or_all_are_new(folder, stop_at):
    found = []
    while not stop_at(len(found), "kill", lambda: write(folder, NEW)):
        found.append(held(folder))
        assert found[-1] in (OLD, NEW)
        write(folder, OLD)
        assert names(folder) == ["0.txt", "1.txt", "2.txt"]  # the next writer tidied up
    assert found.count(OLD) > 5
    assert found.count(NEW) > 3


def test_killed_at_any_call_programs_that_know_nothing_of_it_never_find_a_mixture(folder, stop_at):
    number = 0
    while not stop_at(number, "kill", lambda: write(folder, NEW)):
        found = contents(folder)
        assert found in (OLD, NEW) or found[0] is None
        write(folder, OLD)
        number += 1


def test_killed_where_nothing_was_before_there_are_all_or_no_first(tmp_path, stop_at):
    for number in range(100):
        folder = tmp_path / str(number)
        folder.mkdir()
        done = stop_at(number, "kill", lambda folder=folder: write(folder, NEW))
        assert held(folder) == NEW or not (folder / "0.txt").exists()
        if done:
            return
    raise AssertionError


@pytest.mark.parametrize("how", ["error", "interrupt"])
def test_an_error_at_any_call_leaves_the_old_ones_or_says_so_and_no_litter(folder, stop_at, how):
    number, new = 0, 0
    while not stop_at(number, how, lambda: write(folder, NEW)):
        found = contents(folder)
        # What comes when all are in place changes nothing any more.
        assert found in (OLD, NEW)
        new += found == NEW
        settle(folder / "0.txt")
        assert [name for name in names(folder) if "commit" in name] == []
        write(folder, OLD)
        number += 1
    assert number - new > 10


@pytest.fixture
def broken_off(folder, stop_at):
    """A folder whose files were being replaced: the first is aside, the second new."""
    number = 0
    while not stop_at(number, "kill", lambda: write(folder, NEW)):
        if contents(folder) == [None, "new 1", "old 2"]:
            return folder
        settle(folder / "0.txt")
        write(folder, OLD)
        number += 1
    raise AssertionError


def test_a_folder_that_cannot_be_written_to_is_named_with_what_to_do(broken_off, monkeypatch):
    def refuse(*_):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(FormatError, match=r"0.txt.*Read-only.*remove \.0\.txt\.leadfield-commit"):
        existing(broken_off / "0.txt")
    assert contents(broken_off) == [None, "new 1", "old 2"]


def test_what_was_written_since_by_others_is_kept(broken_off):
    (broken_off / "2.txt").write_text("newer 2")
    with pytest.raises(FormatError, match=r"2\.txt has changed since"):
        existing(broken_off / "0.txt")
    assert (broken_off / "2.txt").read_text() == "newer 2"


def test_what_was_put_aside_long_ago_never_comes_back(folder):
    (folder / ".1.txt.leadfield-old").mkdir()
    with pytest.raises(WriteError):
        write(folder, NEW)
    assert contents(folder) == OLD


def test_a_list_that_its_writer_could_not_finish_is_dropped(folder):
    journal_of(folder / "0.txt").write_text('[{"target": "1.txt", "ne')
    assert held(folder) == OLD
    assert names(folder) == ["0.txt", "1.txt", "2.txt"]


@pytest.mark.parametrize(
    ("target", "new"),
    [
        ("../1.txt", ".1.txt.leadfield-part"),
        ("/etc/hosts", ".1.txt.leadfield-part"),
        ("link/1.txt", ".1.txt.leadfield-part"),
        ("1.txt", "2.txt"),
        ("1.txt", "../.1.txt.leadfield-part"),
        (".1.txt.leadfield-part", ".2.txt.leadfield-part"),
        ("1.txt\0", None),
        ("\ud800", None),
        ("", None),
        (7, None),
    ],
)
def test_a_made_up_list_touches_only_files_that_leadfield_writes(target, new, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    write(home, OLD)
    (home / "link").symlink_to(tmp_path)
    for name in (".1.txt.leadfield-part", ".2.txt.leadfield-part", "1.txt"):
        (tmp_path / name).write_text("other")
        if name != "1.txt":
            (home / name).write_text("other")
    row = {"target": target, "new": new, "old_print": None, "new_print": [5, 0]}
    journal_of(home / "0.txt").write_text(json.dumps([row]))
    with pytest.raises(FormatError, match="as leadfield writes it"):
        existing(home / "0.txt")
    assert contents(home) == OLD


@pytest.mark.parametrize("content", ["[" * 100_000, "7", "[7]", "{}", '[{"target": 7}]', "[[[]]]"])
def test_any_content_of_a_list_gives_the_files_or_a_format_error(content, folder):
    journal_of(folder / "0.txt").write_text(content)
    with suppress(FormatError):
        settle(folder / "0.txt")
    assert contents(folder) == OLD


def test_a_list_of_a_file_with_the_longest_name_has_a_name_itself(tmp_path):
    name = "ü" * 127
    with Replacement() as together:
        for ending in "ab":
            with together.writing(tmp_path / (name + ending)) as stream:
                stream.write(b"new")
    assert names(tmp_path) == [name + "a", name + "b"]
