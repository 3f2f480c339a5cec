"""Output folder of the demo: files of an earlier demo are replaced, other files stay."""

import json
from pathlib import Path

from leadfield.base.errors import OverwriteError

SUMMARY = "summary.json"
MARK = "leadfield demo"


def check_output_folder(out: Path) -> None:
    """Raise unless the folder does not exist, is empty, or that of an earlier demo."""
    if out.exists() and not out.is_dir():
        msg = f"--out must be a folder, {out} is a file: choose another name"
        raise OverwriteError(msg)
    if out.is_dir() and any(out.iterdir()) and _earlier_files(out) is None:
        msg = f"{out} holds files that are not a demo's: choose another --out"
        raise OverwriteError(msg)


def replace_results(results: Path, out: Path) -> None:
    """Move the new results into place, and remove other files of an earlier demo."""
    if out.is_dir() and not any(out.iterdir()):
        out.rmdir()
    if not out.exists():
        results.replace(out)
        return
    names = list_files(results)
    for name in set(_earlier_files(out) or ()) - set(names):
        (out / name).unlink(missing_ok=True)
    # The summary comes last: it lists the files of the demo.
    for name in sorted(names, key=lambda name: name == SUMMARY):
        (out / name).parent.mkdir(exist_ok=True)
        (results / name).replace(out / name)


def list_files(folder: Path) -> list[str]:
    """All files, as sorted paths relative to the folder."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def _earlier_files(out: Path) -> list[str] | None:
    """The files that an earlier demo wrote here, None if there was none."""
    try:
        record = json.loads((out / SUMMARY).read_text(encoding="utf-8"))
        if record["made_by"] != MARK:
            return None
        names = [str(name) for name in record["files"]]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    # Never a path that leads out of the folder, whatever the file says.
    root = out.resolve()
    return [name for name in names if root in (root / name).resolve().parents]
