"""A study of files that hold next to nothing."""

import json

import pytest

from leadfield.base.errors import DataError
from leadfield.batch.study import Study
from leadfield.datasets import simulated
from tests.unit.batch.little_steps import LittleSteps

SUBJECTS = ("01", "02", "03")


@pytest.fixture
def bids_root(tmp_path):
    """A BIDS data set of three subjects, whose recordings are a few bytes."""
    root = tmp_path / "bids"
    for subject in SUBJECTS:
        folder = root / f"sub-{subject}" / "meg"
        folder.mkdir(parents=True)
        (folder / f"sub-{subject}_task-listen_meg.fif").write_text(f"recording {subject}")
    description = {"Name": "little", "BIDSVersion": "1.10.0"}
    (root / "dataset_description.json").write_text(json.dumps(description))
    return root


@pytest.fixture
def study(bids_root):
    return Study(bids=bids_root, task="listen", conditions=("tone", "silence"))


@pytest.fixture
def steps(monkeypatch):
    return LittleSteps().use(monkeypatch)


@pytest.fixture
def broken(steps):
    """The same, and the second subject's recording is broken."""
    steps.fail["02"] = DataError("the recording must hold samples, it holds none")
    return steps


@pytest.fixture(scope="session")
def study_file(common_folder):
    """The file of a simulated study."""
    return simulated.study_path(common_folder, n_subjects=3) / "study.toml"
