"""Where subjects are looked for: the argument, the environment, MNE-Python's settings."""

import json

import pytest

from leadfield.base.errors import InputError, MissingFileError
from leadfield.freesurfer.subjects import subject_file, subjects_folder


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home without settings, and no variable."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.delenv("SUBJECTS_DIR", raising=False)
    (tmp_path / ".mne").mkdir()
    for name in ("given", "environment", "settings"):
        (tmp_path / name).mkdir()
    return tmp_path


def settings(home, text):
    (home / ".mne" / "mne-python.json").write_text(text)


def test_the_argument_goes_before_the_environment_before_the_settings(home, monkeypatch):
    settings(home, json.dumps({"SUBJECTS_DIR": str(home / "settings")}))
    assert subjects_folder() == home / "settings"
    monkeypatch.setenv("SUBJECTS_DIR", str(home / "environment"))
    assert subjects_folder() == home / "environment"
    assert subjects_folder(str(home / "given")) == home / "given"
    assert subjects_folder("~/given") == home / "given"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"SUBJECTS_DIR": 3}'])
def test_without_any_it_must_be_given(home, text):
    settings(home, text)
    with pytest.raises(InputError, match="SUBJECTS_DIR is not set"):
        subjects_folder()


def test_a_folder_that_is_not_there_is_refused(home):
    with pytest.raises(MissingFileError, match="folder that exists"):
        subjects_folder(home / "nowhere")


def test_a_subject_and_its_file_must_be_there(little_subjects):
    assert subject_file(little_subjects, "ann", "surf", "lh.white").is_file()
    with pytest.raises(MissingFileError, match="there are ann, ben"):
        subject_file(little_subjects, "cleo", "surf", "lh.white")
    with pytest.raises(MissingFileError, match=r"surf/lh\.thickness"):
        subject_file(little_subjects, "ann", "surf", "lh.thickness")
