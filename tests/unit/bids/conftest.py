"""Small BIDS data sets, written file by file."""

import json
from pathlib import Path

import pytest

FIF = bytes.fromhex("000000640000001f00000014")  # what a FIF file starts with
DESCRIPTION = {"Name": "made up", "BIDSVersion": "1.10.0"}


@pytest.fixture(autouse=True)
def no_other_subjects(tmp_path, monkeypatch):
    """Only the data set's own FreeSurfer subjects."""
    monkeypatch.delenv("SUBJECTS_DIR", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))


@pytest.fixture
def write(tmp_path):
    """Writes files of a data set: dictionaries as JSON, texts and bytes as they are."""
    root = tmp_path / "study"

    def write_files(files=None, **named) -> Path:
        files = {"dataset_description.json": DESCRIPTION, **(files or {}), **named}
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, bytes):
                path.write_bytes(content)
            elif isinstance(content, str):
                path.write_text(content, encoding="utf-8")
            elif content is not None:
                path.write_text(json.dumps(content), encoding="utf-8")
        return root

    return write_files


@pytest.fixture
def complete(write):
    """A data set with all that a source map of its one recording needs."""
    subject = "derivatives/freesurfer/sub-01"
    surfaces = [f"{subject}/surf/{h}.{s}" for h in ("lh", "rh") for s in ("white", "sphere.reg")]
    return write(
        {
            "sub-01/meg/sub-01_task-listen_meg.fif": FIF,
            "sub-01/meg/sub-01_task-listen_events.tsv": "onset\tduration\n1\t0\n",
            "sub-01/meg/sub-01_task-listen_channels.tsv": "name\ttype\tunits\n",
            "sub-01/meg/sub-01_trans.fif": FIF,
            f"{subject}/bem/inner_skull.surf": b"",
            **dict.fromkeys(surfaces, b""),
        }
    )
