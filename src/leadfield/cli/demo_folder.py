"""The demo's folder: an earlier demo's files give way, other files stay."""

import json
from pathlib import Path

from leadfield.base.errors import OverwriteError

SUMMARY = "summary.json"
MARK = "leadfield demo"


def check_free(out: Path) -> None:
    """Raise unless the folder is missing, empty, or an earlier demo's."""
    if out.exists() and not out.is_dir():
        msg = f"--out must be a folder, {out} is a file: choose another name"
        raise OverwriteError(msg)
    if out.is_dir() and any(out.iterdir()) and _earlier(out) is None:
        msg = f"{out} holds files that are not a demo's: choose another --out"
        raise OverwriteError(msg)


def settle(made: Path, out: Path) -> None:
    """Put what was made in place, and remove what only the earlier demo had."""
    if out.is_dir() and not any(out.iterdir()):
        out.rmdir()
    if not out.exists():
        made.replace(out)
        return
    new = files_in(made)
    for name in set(_earlier(out) or ()) - set(new):
        (out / name).unlink(missing_ok=True)
    # The summary comes last: it says whose files these are.
    for name in sorted(new, key=lambda name: name == SUMMARY):
        (out / name).parent.mkdir(exist_ok=True)
        (made / name).replace(out / name)


def files_in(folder: Path) -> list[str]:
    """All files, with their paths inside the folder."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def _earlier(out: Path) -> list[str] | None:
    """The files that an earlier demo wrote here, None if there was none."""
    try:
        told = json.loads((out / SUMMARY).read_text(encoding="utf-8"))
        if told["made_by"] != MARK:
            return None
        names = [str(name) for name in told["files"]]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    # Never a path that leads out of the folder, whatever the file says.
    root = out.resolve()
    return [name for name in names if root in (root / name).resolve().parents]
