"""The demo of a study says where the effect is, and where it was found."""

from functools import partial

import pytest

from leadfield.base.errors import OverwriteError
from leadfield.batch.run_batch import run
from leadfield.cli import demo_study
from leadfield.cli.demo_study import run_study_demo

COARSE = """
[forward]
spacing = "oct4"
ico = 3
"""


@pytest.fixture
def coarse(study, tmp_path):
    """The small simulated study with sparse sources."""
    root = tmp_path / "study"
    root.mkdir()
    for path in study.iterdir():
        (root / path.name).symlink_to(path)
    (root / "study.toml").unlink()
    (root / "study.toml").write_text((study / "study.toml").read_text() + COARSE)
    return root


def test_says_truth_and_finding_and_who_failed(coarse, tmp_path, monkeypatch):
    monkeypatch.setattr(demo_study, "run", partial(run, workers=1, verbose="error"))
    text = run_study_demo(tmp_path / "out", data=coarse)
    assert "truth  precentral-lh, left hemisphere, 180 ms, at (-39.0, -13.9, 41.9) mm" in text
    assert " mm off" in text
    assert "2 of 3 done" in text
    assert "sub-03  failed at recording" in text
    assert f"{tmp_path / 'out' / 'group' / 'report.html'}" in text


def test_leaves_a_folder_alone_that_holds_something_else(coarse, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").touch()
    with pytest.raises(OverwriteError, match="not a study's results: choose another --out"):
        run_study_demo(tmp_path / "out", data=coarse)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]
