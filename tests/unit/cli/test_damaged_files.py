"""``leadfield check`` and ``leadfield repair``, as people run them."""

import json

import numpy as np
import pytest

import leadfield
from leadfield.cli.app import main


@pytest.fixture
def run(monkeypatch, capsys):
    """Function that runs a command; its exit status, and what it says."""

    def command(*words):
        monkeypatch.setattr("sys.argv", ["leadfield", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return ended.value.code or 0, said.out + said.err

    return command


@pytest.fixture
def damaged(tmp_path):
    """A recording, and one that is cut."""
    info = leadfield.create_info(["E1", "E2"], 100.0, "eeg")
    raw = leadfield.io.RawArray(1e-6 * np.ones((2, 300)), info)
    (whole,) = raw.save(tmp_path / "whole_raw.fif")
    cut = tmp_path / "cut_raw.fif"
    cut.write_bytes(whole.read_bytes()[:-1500])
    return whole, cut


def test_the_status_is_that_of_the_worst_file(run, damaged, tmp_path):
    whole, cut = damaged
    assert run("check", whole)[0] == 0
    status, said = run("check", whole, cut)
    assert status == 1
    assert f"{whole}: measurement information, raw samples: sound\n" in said
    status, said = run("check", tmp_path / "none.fif", cut)
    assert status == 2
    assert "there is none" in said
    assert "cut short" in said


def test_a_check_can_be_json(run, damaged):
    status, said = run("check", "--json", *damaged)
    whole, cut = json.loads(said)
    assert (status, whole["status"], cut["status"]) == (1, 0, 1)
    assert cut["problems"][0]["tag"] == "DATA_BUFFER"


def test_a_repair_says_what_was_kept_and_what_was_lost(run, damaged, tmp_path):
    status, said = run("repair", damaged[1], tmp_path / "clean_raw.fif")
    assert status == 0
    assert "clean_raw.fif: 163 samples (1.630 s)" in said
    assert "lost: at least 37 samples" in said
    assert run("check", tmp_path / "clean_raw.fif")[0] == 0


def test_a_repair_can_be_json(run, damaged, tmp_path):
    _, said = run("repair", "--json", damaged[0], tmp_path / "clean_raw.fif")
    assert json.loads(said)["lost"] == []


def test_a_repair_replaces_nothing_unasked(run, damaged):
    whole, cut = damaged
    status, said = run("repair", cut, whole)
    assert status == 2
    assert "pass --overwrite" in said
    assert run("repair", "--overwrite", cut, cut)[0] == 2
