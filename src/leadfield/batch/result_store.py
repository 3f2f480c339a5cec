"""Results of steps, each under a hash of all that it depends on.

``STORE/<step>/<hash>`` is a folder with the files of a result and ``result.json``, which says what
they are. It appears whole, by a rename; processes that want the same one wait for the first.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import IO, Any, final

from leadfield.base.bounded_text import parse_json
from leadfield.base.errors import StateError
from leadfield.base.make_once import make_once
from leadfield.base.results_folder import list_files
from leadfield.base.version import versions
from leadfield.batch.content_hashes import hash_of_file

STORE = ".kept"
RECORD = "result.json"
LOCK = ".in-use"
ADVICE = "choose another --out"


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ResultFile:
    """A file of a result: size in bytes, time of change in ns, and SHA-256."""

    size: int
    changed: int
    sha256: str


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """What a step gave: its files by name, facts as numbers and texts, how long it took in s.

    ``because`` is all that went into the hash ``key``: inputs, settings, results of other steps.
    """

    step: str
    key: str
    folder: Path
    files: Mapping[str, ResultFile]
    facts: Mapping[str, Any]
    because: Mapping[str, Any]
    versions: Mapping[str, str]
    seconds: float

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(one.size for one in self.files.values())


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class ResultStore:
    """The folder of all results."""

    root: Path

    @property
    def memory(self) -> Path:
        """The folder where hashes of inputs are remembered."""
        return self.root / "inputs"

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Keep others from removing results, as far as the disk has locks."""
        with self._locked(alone=False):
            yield

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep others from using results, or raise if somebody does."""
        with self._locked(alone=True) as held:
            if not held:
                msg = (
                    f"results can be removed while no batch uses them, and one may in {self.root}, "
                    "or its disk cannot tell: wait until it ends, or remove the folder"
                )
                raise StateError(msg)
            yield

    @contextmanager
    def _locked(self, *, alone: bool) -> Iterator[bool]:
        """Whether the lock was taken; all who use results share it."""
        try:
            file = (self.root / LOCK).open("ab")
        except OSError:  # where nothing can be written nothing is removed
            yield False
            return
        with file:
            yield _lock(file, alone=alone)

    def find(self, step: str, key: str) -> StepResult | None:
        """A result, if it is there and its files are those that were written."""
        folder = self._place(step, key)
        found = read_result(folder)
        if found is None or found.key != key:
            return None
        whole = all(_is_unchanged(folder / name, one) for name, one in found.files.items())
        return found if whole else None

    def make(
        self,
        step: str,
        because: Mapping[str, Any],
        compute: Callable[[Path], Mapping[str, Any]],
        key: str,
    ) -> StepResult:
        """A new result: ``compute`` writes files into an empty folder, and returns the facts."""

        def fill(folder: Path) -> None:
            start = perf_counter()
            facts = compute(folder)
            record = {
                "step": step,
                "key": key,
                "files": {name: asdict(one) for name, one in _described(folder).items()},
                "facts": facts,
                "because": because,
                "versions": versions(),
                "seconds": perf_counter() - start,
            }
            text = json.dumps(record, indent=1, default=str)
            (folder / RECORD).write_text(text + "\n", encoding="utf-8")

        folder = self._place(step, key)
        damaged = folder.is_dir() and self.find(step, key) is None
        make_once(folder, fill, again=damaged, advice=ADVICE)
        found = read_result(folder)
        if found is None:
            msg = f"results must stay while a batch runs, {folder} was changed: run it again"
            raise StateError(msg)
        return found

    @property
    def steps(self) -> list[str]:
        """The steps of which something is kept."""
        folders = [path for path in self.root.iterdir() if path.is_dir()]
        return sorted(path.name for path in folders if path != self.memory)

    def results(self, step: str) -> list[StepResult]:
        """All results of a step."""
        records = sorted((self.root / step).glob(f"[!.]*/{RECORD}"))
        return [one for one in map(read_result, (path.parent for path in records)) if one]

    def _place(self, step: str, key: str) -> Path:
        return self.root / step / key[:32]


def _lock(file: IO[bytes], *, alone: bool) -> bool:
    """Lock a file until it is closed: alone at once or not at all, or together with others."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB if alone else fcntl.LOCK_SH)
    except OSError:
        return False
    return True


def read_result(folder: Path) -> StepResult | None:
    """The result that a folder holds, None if it holds none."""
    try:
        held = parse_json((folder / RECORD).read_text(encoding="utf-8"))
        return StepResult(
            step=held["step"],
            key=held["key"],
            folder=folder,
            files={name: ResultFile(**one) for name, one in held["files"].items()},
            facts=held["facts"],
            because=held["because"],
            versions=held["versions"],
            seconds=held["seconds"],
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _described(folder: Path) -> dict[str, ResultFile]:
    out = {}
    for name in list_files(folder):
        path = folder / name
        found = path.stat()
        out[name] = ResultFile(
            size=found.st_size, changed=found.st_mtime_ns, sha256=hash_of_file(path)
        )
    return out


def _is_unchanged(path: Path, file: ResultFile) -> bool:
    """Whether a file is the one that was written: by its time of change, else by its content."""
    try:
        found = path.stat()
        if found.st_size != file.size:
            return False
        return found.st_mtime_ns == file.changed or hash_of_file(path) == file.sha256
    except OSError:
        return False
