"""Folders of results: whole or not at all, whatever stops the run."""

import errno
import json
from pathlib import Path

import pytest

from leadfield.base.errors import OverwriteError, WriteError, WriteRefusedError
from leadfield.base.results_folder import list_files, replace_results
from leadfield.cli.output_folder import (
    MARK,
    check_results_folder,
    staged,
)


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    monkeypatch.setattr("os.fsync", lambda _: None)


def run(out, value, *names):
    with staged(out) as results:
        (results / "pictures").mkdir()
        for name in ("a-lh.stc", "pictures/b.png", *names):
            (results / name).write_text(value)
        record = {"made_by": MARK, "files": [*list_files(results), "summary.json"], "value": value}
        (results / "summary.json").write_text(json.dumps(record))
        replace_results(results, out, mark=MARK)


def found(out):
    """What is in a folder of results: its files, and the values in them."""
    check_results_folder(out, overwrite=True)
    files = [name for name in list_files(out) if not name.startswith(".")]
    values = {
        (out / name).read_text() for name in files if name not in {"summary.json", "notes.txt"}
    }
    record = json.loads((out / "summary.json").read_text())
    assert set(record["files"]) == set(files) - {"notes.txt"}
    return values | {record["value"]}


@pytest.fixture
def out(tmp_path):
    """A folder of results with a file of the user's own."""
    run(tmp_path / "out", "old", "only-old.txt")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    return tmp_path / "out"


def test_results_that_are_replaced_are_whole_after_a_kill_at_any_call(out, stop_at):
    seen = []
    while not stop_at(len(seen), "kill", lambda: run(out, "new", "only-new.txt")):
        seen.append(found(out))
        assert seen[-1] in ({"old"}, {"new"})
        assert (out / "notes.txt").read_text() == "mine"
        run(out, "old", "only-old.txt")
        assert [path.name for path in out.parent.rglob(".*")] == []
    assert {"old"} in seen
    assert {"new"} in seen


def test_results_in_a_new_folder_are_all_there_or_the_folder_is_not(tmp_path, stop_at):
    for number in range(100):
        out = tmp_path / str(number)
        if stop_at(number, "kill", lambda out=out: run(out, "new")):
            assert number > 5
            return
        assert not out.exists() or found(out) == {"new"}
    raise AssertionError


@pytest.mark.parametrize("how", ["error", "interrupt"])
def test_an_error_at_any_call_leaves_the_old_results_or_the_new_ones(out, stop_at, how):
    number = 0
    while not stop_at(number, how, lambda: run(out, "new", "only-new.txt")):
        assert found(out) in ({"old"}, {"new"})
        run(out, "old", "only-old.txt")
        number += 1
    assert number > 20


def test_a_full_disk_is_told_with_the_folder_that_was_asked_for(tmp_path):
    def fill(results):
        raise OSError(errno.ENOSPC, "No space left on device", str(results / "x"))

    with (
        pytest.raises(WriteError, match=r"room for .*/out, got 'No space left"),
        staged(tmp_path / "out") as results,
    ):
        fill(results)
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_results_that_is_read_only_is_not_replaced(out):
    (out / "a-lh.stc").chmod(0o444)
    with pytest.raises(WriteRefusedError, match=r"a-lh\.stc is read-only"):
        run(out, "new")
    assert found(out) == {"old"}


def test_a_folder_in_the_place_of_a_file_stays(out):
    (out / "c.txt").mkdir()
    with pytest.raises(OverwriteError, match=r"the folder .*c\.txt"):
        run(out, "new", "c.txt")
    assert Path(out / "c.txt").is_dir()
    assert (out / "a-lh.stc").read_text() == "old"
