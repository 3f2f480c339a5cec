"""The script that type checkers are shown runs, and finds the tone."""

import runpy
from pathlib import Path

import numpy as np
import pytest

TEMPORAL = {"transversetemporal-rh", "superiortemporal-rh", "bankssts-rh", "middletemporal-rh"}
SCRIPT = Path(__file__).parents[1] / "typing" / "typical_user.py"


@pytest.fixture(scope="module")
def folder(experiment, tmp_path_factory):
    out = tmp_path_factory.mktemp("typical")
    runpy.run_path(str(SCRIPT))["main"](experiment, out)
    return out


def test_a_typical_script_finds_the_tone_in_the_temporal_lobe(folder):
    with np.load(folder / "found.npz") as found:
        assert 0.05 <= found["time"] <= 0.15
        assert 0 < found["left"] < 1
        assert str(found["label"]) in TEMPORAL


def test_a_typical_script_leaves_its_pictures_and_files(folder):
    names = {"brain.png", "evoked.png", "map.png", "found.npz", "tone-inv.fif", "blinks-proj.fif"}
    assert {path.name for path in folder.iterdir()} == names | {"tone-lh.stc", "tone-rh.stc"}
