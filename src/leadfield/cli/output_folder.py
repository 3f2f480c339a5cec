"""Output folder: results appear when all are there; files that are not results stay."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from leadfield.base.bounded_text import parse_json
from leadfield.base.errors import InputError, OverwriteError
from leadfield.base.files import may_write
from leadfield.base.pending import replace_together, settle, sync_files, sync_folder
from leadfield.base.replacing import hidden_folder
from leadfield.base.write_errors import telling

SUMMARY = "summary.json"
REPORT = "report.html"
MARK = "leadfield demo"


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """An empty folder beside ``out`` for results; whatever comes, it does not stay."""
    made = [folder for folder in out.parents if not folder.exists()]
    try:
        with ExitStack() as stack:
            try:
                out.parent.mkdir(parents=True, exist_ok=True)
                results = stack.enter_context(hidden_folder(out)) / out.name
                results.mkdir()
            except OSError as error:
                why = os.strerror(error.errno) if error.errno else error
                msg = f"--out must be where a folder can be made, got {out} ({why}): choose another"
                raise InputError(msg) from error
            with telling(out, instead_of=results):
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
    settle(out / SUMMARY)
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
    settle(out / SUMMARY)
    if out.exists() and not out.is_dir():
        msg = f"--out must be a folder, {out} is a file: choose another name"
        raise OverwriteError(msg)
    if out.is_dir() and any(out.iterdir()) and _earlier_files(out) is None:
        msg = f"{out} holds files that are not a demo's: choose another --out"
        raise OverwriteError(msg)


def replace_results(results: Path, out: Path, *, mark: str = MARK) -> None:
    """Move the new results into place, and remove other files of an earlier run, all or nothing.

    ``mark`` is the command that made them, as the summary has it.
    """
    sync_files(results)
    if out.is_dir() and not any(out.iterdir()):
        out.rmdir()
    if not out.exists():
        results.replace(out)
        sync_folder(out.parent)
        return
    summary = out / SUMMARY
    settle(summary)
    with hidden_folder(summary) as place:
        new = results.replace(place / "new")
        # The summary lists the files: it goes first and comes last.
        names = sorted(list_files(new), key=lambda name: name != SUMMARY)
        earlier = set(_earlier_files(out, mark) or ()) - set(names)
        for name in names:
            (out / name).parent.mkdir(exist_ok=True)
            may_write(out / name, overwrite=True)
        changes = {out / name: new / name for name in names}
        replace_together(changes | {out / name: None for name in earlier})


def list_files(folder: Path) -> list[str]:
    """All files, as sorted paths relative to the folder."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def _earlier_files(out: Path, mark: str = MARK) -> list[str] | None:
    """The files that an earlier run wrote here, None if there was none."""
    try:
        record = parse_json((out / SUMMARY).read_text(encoding="utf-8"))
        if record["made_by"] != mark:
            return None
        names = [str(name) for name in record["files"]]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    # Never a path that leads out of the folder, whatever the file says.
    root = out.resolve()
    return [name for name in names if root in (root / name).resolve().parents]
