"""Output folder: results appear when all are there; files that are not results stay."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from leadfield.base.errors import InputError, OverwriteError

SUMMARY = "summary.json"
REPORT = "report.html"
MARK = "leadfield demo"


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """An empty folder beside ``out`` for results; whatever comes, it does not stay."""
    made = [folder for folder in out.parents if not folder.exists()]
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        place = tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent)
    except OSError as error:
        _remove_empty(made)
        why = error.strerror
        msg = f"--out must be where a folder can be made, got {out} ({why}): choose another"
        raise InputError(msg) from error
    try:
        with place as folder:
            results = Path(folder) / out.name
            results.mkdir()
            yield results
    except BaseException:
        _remove_empty(made)
        raise


def _remove_empty(folders: list[Path]) -> None:
    """Remove folders, the innermost first, that nothing was put into."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


def check_results_folder(out: Path, *, overwrite: bool) -> None:
    """Raise unless results can go there: a new folder, one without results, or overwriting."""
    if out.exists() and not out.is_dir():
        msg = f"--out must be a folder, {out} is a file: choose another name"
        raise OverwriteError(msg)
    there = sorted(path.name for path in out.glob("*") if path.suffix in {".fif", ".stc"})
    there += [name for name in (SUMMARY, REPORT) if (out / name).exists()]
    if there and not overwrite:
        msg = f"{out} holds results ({there[0]}, ...): pass --overwrite or another --out"
        raise OverwriteError(msg)


def check_output_folder(out: Path) -> None:
    """Raise unless the folder does not exist, is empty, or that of an earlier demo."""
    if out.exists() and not out.is_dir():
        msg = f"--out must be a folder, {out} is a file: choose another name"
        raise OverwriteError(msg)
    if out.is_dir() and any(out.iterdir()) and _earlier_files(out) is None:
        msg = f"{out} holds files that are not a demo's: choose another --out"
        raise OverwriteError(msg)


def replace_results(results: Path, out: Path, *, mark: str = MARK) -> None:
    """Move the new results into place, and remove other files of an earlier run.

    ``mark`` is the command that made them, as the summary has it.
    """
    if out.is_dir() and not any(out.iterdir()):
        out.rmdir()
    if not out.exists():
        results.replace(out)
        return
    names = list_files(results)
    for name in set(_earlier_files(out, mark) or ()) - set(names):
        (out / name).unlink(missing_ok=True)
    # The summary comes last: it lists the files.
    for name in sorted(names, key=lambda name: name == SUMMARY):
        (out / name).parent.mkdir(exist_ok=True)
        (results / name).replace(out / name)


def list_files(folder: Path) -> list[str]:
    """All files, as sorted paths relative to the folder."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def _earlier_files(out: Path, mark: str = MARK) -> list[str] | None:
    """The files that an earlier run wrote here, None if there was none."""
    try:
        record = json.loads((out / SUMMARY).read_text(encoding="utf-8"))
        if record["made_by"] != mark:
            return None
        names = [str(name) for name in record["files"]]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    # Never a path that leads out of the folder, whatever the file says.
    root = out.resolve()
    return [name for name in names if root in (root / name).resolve().parents]
