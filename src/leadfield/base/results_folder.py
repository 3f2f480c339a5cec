"""Folders of results: all new files take their places together, by the list of those before."""

from contextlib import suppress
from pathlib import Path

from leadfield.base.bounded_text import parse_json
from leadfield.base.files import may_write
from leadfield.base.pending import replace_together, settle, sync_files, sync_folder
from leadfield.base.replacing import hidden_folder

SUMMARY = "summary.json"
"""Says by which command results were made, and which files they are."""


def replace_results(results: Path, out: Path, *, mark: str) -> None:
    """Move the new results into place, and remove other files of an earlier run, all or nothing.

    ``mark`` is the command that made them, as the summary has it.
    """
    sync_files(results)
    if not out.is_dir() or not any(out.iterdir()):
        with suppress(OSError):  # another process may come first
            out.rmdir()
        try:
            results.replace(out)
        except OSError:
            if not out.is_dir():
                raise
        else:
            sync_folder(out.parent)
            return
    summary = out / SUMMARY
    settle(summary)
    with hidden_folder(summary) as place:
        new = results.replace(place / "new")
        # The summary lists the files: it goes first and comes last.
        names = sorted(list_files(new), key=lambda name: name != SUMMARY)
        earlier = set(earlier_files(out, mark) or ()) - set(names)
        for name in names:
            (out / name).parent.mkdir(exist_ok=True)
            may_write(out / name, overwrite=True)
        changes = {out / name: new / name for name in names}
        replace_together(changes | {out / name: None for name in earlier})


def list_files(folder: Path) -> list[str]:
    """All files, as sorted paths relative to the folder."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def earlier_files(out: Path, mark: str) -> list[str] | None:
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
