"""Folders made once: whole, by one process, or not at all."""

import subprocess
import sys

import pytest

from leadfield.base.make_once import make_once

MAKE = """
import sys, time
from pathlib import Path
from leadfield.base.make_once import make_once

def make(folder):
    (notes / f"{time.monotonic_ns()}").touch()
    time.sleep(0.3)
    (folder / "file").touch()

notes = Path(sys.argv[2])
make_once(Path(sys.argv[1]), make)
"""


def fill(folder):
    (folder / "file").write_text("new")


def visible(folder):
    return [p.name for p in folder.iterdir() if not p.name.endswith(".lock")]


def test_processes_that_ask_together_make_it_once(tmp_path):
    notes = tmp_path / "notes"
    notes.mkdir()
    command = [sys.executable, "-c", MAKE, str(tmp_path / "made"), str(notes)]
    processes = [subprocess.Popen(command) for _ in range(2)]
    assert [process.wait(20) for process in processes] == [0, 0]
    assert len(list(notes.iterdir())) == 1
    assert visible(tmp_path / "made") == ["file"]


def test_what_is_there_is_left_alone(tmp_path):
    (tmp_path / "made").mkdir()
    assert make_once(tmp_path / "made", fill) == tmp_path / "made"
    assert visible(tmp_path / "made") == []


def test_what_is_there_is_replaced_on_request(tmp_path):
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "old").touch()
    make_once(tmp_path / "made", fill, again=True)
    assert visible(tmp_path) == ["made"]
    assert visible(tmp_path / "made") == ["file"]


def test_a_failure_leaves_the_old_folder(tmp_path):
    (tmp_path / "made").mkdir()
    (tmp_path / "made" / "old").touch()

    def fail(folder):
        (folder / "half").touch()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_once(tmp_path / "made", fail, again=True)
    assert visible(tmp_path) == ["made"]
    assert visible(tmp_path / "made") == ["old"]


def test_what_a_killed_process_left_is_swept_up(tmp_path):
    (tmp_path / ".made-killed" / "made").mkdir(parents=True)
    make_once(tmp_path / "made", fill)
    assert visible(tmp_path) == ["made"]
