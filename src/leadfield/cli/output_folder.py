"""Output folder: results appear when all are there; files that are not results stay."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from leadfield.base.errors import InputError, OverwriteError
from leadfield.base.pending import settle
from leadfield.base.replacing import hidden_folder
from leadfield.base.results_folder import SUMMARY, earlier_files
from leadfield.base.write_errors import telling

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
    if out.is_dir() and any(out.iterdir()) and earlier_files(out, MARK) is None:
        msg = f"{out} holds files that are not a demo's: choose another --out"
        raise OverwriteError(msg)
