"""BIDS data set in the shell: its recordings, and what is missing for whom."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

from leadfield.bids.data_set import BidsDataSet, open_data_set
from leadfield.bids.recording_files import RecordingFiles


def list_data_set(root: Path, subjects_dir: Path | None, *, as_json: bool) -> tuple[str, int]:
    """The data set as a table or JSON; 1 as status where something is missing or wrong."""
    data = open_data_set(root, subjects_dir=subjects_dir)
    text = json.dumps(_record(data), indent=2) + "\n" if as_json else data.table()
    wrong = data.problems or any(files.missing for files in data.recordings)
    return text, int(bool(wrong))


def _record(data: BidsDataSet) -> dict[str, Any]:
    return {
        "root": str(data.root),
        "subjects_dir": None if data.subjects_dir is None else str(data.subjects_dir),
        "recordings": [_files(files) for files in data.recordings],
        "problems": list(data.problems),
    }


def _files(files: RecordingFiles) -> dict[str, Any]:
    values = {field.name: getattr(files, field.name) for field in fields(files)}
    return {name: str(it) if isinstance(it, Path) else it for name, it in values.items()}
