"""Results are whole or not there, and never what somebody made of them since."""

import json
import os
import threading

import pytest

from leadfield.batch.result_store import RECORD, ResultStore


@pytest.fixture
def store(tmp_path):
    return ResultStore(root=tmp_path / "kept")


KEY = "a" * 64


def write(folder):
    (folder / "x.txt").write_text("content")
    return {"n": 3}


def make(store, compute=write):
    return store.make("epochs", {"settings": 1}, compute, KEY)


def test_what_was_made_is_found(store):
    made = make(store)
    assert store.find("epochs", KEY) == made
    assert made.facts == {"n": 3}
    assert made.because == {"settings": 1}
    assert (made.folder / "x.txt").read_text() == "content"
    assert made.size == len("content")


def test_what_was_not_made_is_not_found(store):
    make(store)
    assert store.find("epochs", "b" * 64) is None
    assert store.find("covariance", KEY) is None


def test_a_key_with_the_same_beginning_is_another(store):
    make(store)
    assert store.find("epochs", KEY[:-1] + "b") is None


def test_what_broke_off_is_not_there(store):
    def half(folder):
        (folder / "x.txt").write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make(store, half)
    assert store.find("epochs", KEY) is None
    assert make(store).facts == {"n": 3}


def test_a_file_that_was_changed_since_is_made_again(store):
    path = make(store).folder / "x.txt"
    path.write_text("CONTENT")
    os.utime(path, (1, 1))
    assert store.find("epochs", KEY) is None
    assert (make(store).folder / "x.txt").read_text() == "content"


def test_a_file_that_was_only_touched_is_as_good(store):
    path = make(store).folder / "x.txt"
    os.utime(path, (1, 1))
    assert store.find("epochs", KEY) is not None


@pytest.mark.parametrize("record", ["", "[]", '{"step": "epochs"}', "{"])
def test_a_record_that_is_damaged_counts_as_none(store, record):
    made = make(store)
    (made.folder / RECORD).write_text(record)
    assert store.find("epochs", KEY) is None
    assert make(store) == store.find("epochs", KEY)


def test_a_record_that_lost_a_file_counts_as_none(store):
    made = make(store)
    (made.folder / "x.txt").unlink()
    assert store.find("epochs", KEY) is None


def test_those_who_ask_together_get_one_result_that_was_made_once(store):
    calls, found = [], []
    start = threading.Barrier(4)

    def compute(folder):
        calls.append(folder)
        return write(folder)

    def ask():
        start.wait()
        found.append(make(store, compute))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(20)
    assert len(calls) == 1
    assert len({one.folder for one in found}) == 1
    assert len(found) == 4


def test_all_results_of_a_step_are_listed(store):
    make(store)
    store.make("epochs", {}, write, "b" * 64)
    assert [one.key[0] for one in store.results("epochs")] == ["a", "b"]
    assert store.results("morph") == []


def test_a_record_says_what_made_it(store):
    held = json.loads((make(store).folder / RECORD).read_text())
    assert set(held["versions"]) == {"leadfield", "numpy", "scipy", "python"}
    assert held["seconds"] >= 0
