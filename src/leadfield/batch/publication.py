"""Publication of results: files under their BIDS names, each with a sidecar.

They are links to what is kept where the file system has links, and else copies.
"""

import os
import shutil
from pathlib import Path

from leadfield.base.pending import sync_folder
from leadfield.base.replacing import hidden_folder
from leadfield.base.write_errors import telling
from leadfield.batch.participant import Participant
from leadfield.batch.result_store import StepResult
from leadfield.bids.derivatives import write_sidecar


def publish(result: StepResult, participant: Participant, out: Path) -> None:
    """Give a participant's result its place among the derivatives; what is there is left alone."""
    folder = out / participant.folder
    told: set[str] = set()
    for name in result.files:
        sidecar = sidecar_name(name)
        if is_there(result.folder / name, folder / name) and (folder / sidecar).is_file():
            continue
        with telling(folder / name):
            folder.mkdir(parents=True, exist_ok=True)
            _put(result.folder / name, folder / name)
        if sidecar not in told:
            told.add(sidecar)
            _write_sidecar(folder / sidecar, result)


def sidecar_name(name: str) -> str:
    """The sidecar of a file; both hemispheres have one."""
    stem = name.split(".", 1)[0]
    return f"{stem.removesuffix('-lh').removesuffix('-rh')}.json"


def is_there(source: Path, target: Path) -> bool:
    """Whether a file is in its place: the same one, or a copy of the same time."""
    try:
        there, here = target.stat(), source.stat()
    except FileNotFoundError:
        return False
    same = (there.st_size, there.st_mtime_ns) == (here.st_size, here.st_mtime_ns)
    return os.path.samestat(there, here) or same


def link_file(source: Path, target: Path) -> None:
    """Make a new link to a file, or else a copy with its time."""
    try:
        target.hardlink_to(source)
    except OSError:  # no links here, or what is kept is on another disk
        shutil.copy2(source, target)


def _put(source: Path, target: Path) -> None:
    with hidden_folder(target) as place:
        link_file(source, place / target.name)
        (place / target.name).replace(target)
        sync_folder(target.parent)


def _write_sidecar(path: Path, result: StepResult) -> None:
    because = result.because
    write_sidecar(
        path,
        settings=because["settings"],
        versions=result.versions,
        inputs={Path(name): one for name, one in because["inputs"].items() if one is not None},
        more={"Step": result.step, "Results": because["results"], "Facts": result.facts},
    )
