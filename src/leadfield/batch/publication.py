"""Publication of results: files under their BIDS names, each with a sidecar.

They are links to what is kept where the file system has links, and else copies.
"""

import json
import os
import shutil
from pathlib import Path
from typing import Any

from leadfield.base.pending import sync_folder
from leadfield.base.replacing import hidden_folder, replacing
from leadfield.base.write_errors import telling
from leadfield.batch.participant import Participant
from leadfield.batch.result_store import StepResult


def publish(result: StepResult, participant: Participant, out: Path) -> None:
    """Give a participant's result its place among the derivatives; what is there is left alone."""
    publish_files(result, out / participant.folder)


def publish_files(result: StepResult, folder: Path) -> None:
    """Give the files of a result their places in a folder."""
    for name in result.files:
        target = folder / name
        with telling(target):
            folder.mkdir(parents=True, exist_ok=True)
            if not _is_there(result.folder / name, target):
                _link(result.folder / name, target)
    for name in dict.fromkeys(sidecar_name(name) for name in result.files):
        _write_sidecar(folder / name, result)


def sidecar_name(name: str) -> str:
    """The sidecar of a file; both hemispheres have one."""
    stem = name.split(".", 1)[0]
    return f"{stem.removesuffix('-lh').removesuffix('-rh')}.json"


def _is_there(source: Path, target: Path) -> bool:
    """Whether a file is in its place: the same one, or a copy of the same time."""
    try:
        there, here = target.stat(), source.stat()
    except FileNotFoundError:
        return False
    same = (there.st_size, there.st_mtime_ns) == (here.st_size, here.st_mtime_ns)
    return os.path.samestat(there, here) or same


def _link(source: Path, target: Path) -> None:
    with hidden_folder(target) as place:
        new = place / target.name
        try:
            new.hardlink_to(source)
        except OSError:  # no links here, or the store is on another disk
            shutil.copy2(source, new)
        new.replace(target)
        sync_folder(target.parent)


def _write_sidecar(path: Path, result: StepResult) -> None:
    text = json.dumps(_sidecar(result), indent=2, default=str) + "\n"
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return
    with replacing(path) as stream:
        stream.write(text.encode())


def _sidecar(result: StepResult) -> dict[str, Any]:
    because = result.because
    return {
        "Step": result.step,
        "Settings": because["settings"],
        "Inputs": because["inputs"],
        "Results": because["results"],
        "Facts": result.facts,
        "Versions": result.versions,
    }
