"""Fuzzing: a short run of every reader, what broke once, and that faults would be noticed."""

import os
import random
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from fuzz.__main__ import main
from fuzz.campaign import Tally, run_cases
from fuzz.corpus import make_corpus
from fuzz.kept import all_kept, keep
from fuzz.mutations import cut, damaged
from fuzz.readers import READERS, Reader
from fuzz.trial import Case, attempt
from fuzz.uses import finite
from leadfield.base.errors import FormatError, MissingFileError


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Folder of the sound files."""
    folder = tmp_path_factory.mktemp("corpus")
    with pytest.warns(RuntimeWarning, match="samples"):
        make_corpus(folder)
    return folder


@pytest.fixture(scope="module")
def faults():
    """Faults of each sort of files, all of which one process reads and uses."""
    counts = {"whole": 6, "damaged": 25, "cut": 5}
    cases = [
        Case(reader=name, sort=sort, seed=seed)
        for name in READERS
        for sort, count in counts.items()
        for seed in range(count)
    ]
    tallies = {sort: Tally() for sort in [*counts, "kept"]}
    for case, outcome in run_cases([*cases, *all_kept()]):
        tallies[getattr(case, "sort", "kept")].add(case, outcome)
    assert tallies["whole"].refused == 0
    return {sort: tally.faults for sort, tally in tallies.items()}


class TestReaders:
    def test_read_and_use_every_sound_file(self, faults):
        assert not faults["whole"]

    @pytest.mark.parametrize("sort", ["damaged", "cut"])
    def test_keep_their_promises_for_damaged_files(self, faults, sort):
        assert not faults[sort]

    def test_keep_their_promises_for_files_that_broke_one_before(self, faults):
        assert all_kept()
        assert not faults["kept"]


class TestDamage:
    @pytest.mark.parametrize("damage", [damaged, cut])
    def test_is_the_same_for_the_same_seed(self, corpus, damage):
        content = (corpus / "a_raw.fif").read_bytes()
        first, second = (damage(content, random.Random(3)) for _ in range(2))
        assert first == second != content

    def test_of_a_packed_file_reaches_what_is_inside(self, corpus):
        content = (corpus / "a-cov.fif.gz").read_bytes()
        found = [damaged(content, random.Random(i)) for i in range(40)]
        assert any(
            one.startswith(content[:10]) is False and one[:2] == content[:2] for one in found
        )

    def test_that_is_kept_is_read_back(self, corpus, tmp_path):
        case = Case(reader="parcellation", sort="damaged", seed=4)
        keep(case, corpus, tmp_path)
        (kept,) = all_kept(tmp_path)
        assert kept.reader == case.reader
        assert kept.content(corpus) == case.content(corpus)


def raised(error):
    def read(_path):
        raise error

    return read


def attempted(tmp_path, read, use=None, **options):
    reader = Reader(files=("a",), read=read, use=use)
    return attempt(reader, SimpleNamespace(folder=tmp_path), "a", b"content", **options)


def spent(seconds):
    started = time.process_time()
    while time.process_time() - started < seconds:
        pass


class TestNoticed:
    @pytest.mark.parametrize(
        "error",
        [
            ValueError("x"),
            MemoryError(),
            KeyError(3),
            FormatError("elsewhere/a", "x"),
            SystemExit(),
        ],
        ids=lambda error: type(error).__name__,
    )
    def test_is_every_error_that_is_not_promised(self, tmp_path, error):
        assert attempted(tmp_path, raised(error)).came == "broken"

    def test_is_not_the_promised_error(self, tmp_path):
        assert attempted(tmp_path, raised(FormatError(tmp_path / "a", "x"))).came == "refused"

    def test_is_a_missing_file_that_no_file_goes_on_in(self, tmp_path):
        assert attempted(tmp_path, raised(MissingFileError("there is none"))).came == "broken"

    def test_is_a_warning_of_numpy(self, tmp_path):
        outcome = attempted(tmp_path, lambda _: np.array([1.0]) / np.array([0.0]))
        assert "divide by zero" in outcome.problem

    def test_is_a_reader_that_takes_long(self, tmp_path):
        outcome = attempted(tmp_path, lambda _: spent(1.1))
        assert outcome.problem == "takes too long"

    def test_is_a_reader_that_takes_much_memory(self, tmp_path):
        outcome = attempted(tmp_path, lambda _: np.empty(4 * 10**9, np.uint8))
        assert "MemoryError" in outcome.problem

    def test_is_a_number_that_is_not_finite_in_what_is_made_of_a_file(self, tmp_path):
        outcome = attempted(tmp_path, lambda _: np.nan, lambda value, _: finite(value))
        assert (outcome.came, "NotFinite" in outcome.problem) == ("broken", True)

    def test_is_a_picture_that_fails(self, tmp_path):
        reader = Reader(files=("a",), read=lambda _: 1, draw=lambda value, _: value / 0)
        outcome = attempt(reader, SimpleNamespace(folder=tmp_path), "a", b"", draw=True)
        assert "ZeroDivisionError" in outcome.problem


class Lost:
    """A case that takes its process with it."""

    reader = "overlay"

    def __init__(self, how):
        self.how = how

    def content(self, _folder):
        if self.how == "hangs":
            time.sleep(1000)
        os._exit(3)


def test_a_process_that_is_lost_is_told_and_the_next_case_goes_on():
    sound = Case(reader="overlay", sort="whole", seed=0)
    cases = [Lost("hangs"), Lost("ends"), sound]
    outcomes = [outcome for _, outcome in run_cases(cases, wait=5.0)]
    assert outcomes[0].problem == "hangs for 5 s"
    assert outcomes[1].problem == "ends the process, 3"
    assert outcomes[2].came == "read"


def test_the_command_writes_a_summary(monkeypatch, tmp_path, capsys):
    summary = tmp_path / "fuzz.json"
    words = ["fuzz", "--reader", "overlay", "--count", "5", "--cuts", "5", "--json", str(summary)]
    monkeypatch.setattr("sys.argv", words)
    assert main() == 0
    assert "overlay" in capsys.readouterr().out
    assert '"broken": 0' in Path(summary).read_text("utf-8")
