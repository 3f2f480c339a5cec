"""``leadfield check`` and ``leadfield repair``: what is wrong with files, and clean ones."""

import json
from collections.abc import Sequence
from pathlib import Path

from leadfield.base.errors import FormatError, MissingFileError
from leadfield.base.problem import Problem
from leadfield.rescue.check import check_file
from leadfield.rescue.repair import repair_file
from leadfield.rescue.report import CheckedFile


def check(files: Sequence[Path], *, as_json: bool) -> tuple[str, int]:
    """What is wrong with files, as text or JSON, and the worst status."""
    checked = [_checked(file) for file in files]
    text = "\n".join(one.text() for one in checked)
    if as_json:
        text = json.dumps([one.to_dict() for one in checked], indent=2)
    return text + "\n", max(one.status for one in checked)


def _checked(file: Path) -> CheckedFile:
    try:
        return check_file(file)
    except (MissingFileError, FormatError) as error:  # none of the others suffers
        problem = Problem(severity="error", text=str(error))
        return CheckedFile(file=file, contents=(), problems=(problem,))


def repair(file: Path, out: Path, *, overwrite: bool, as_json: bool) -> str:
    """Write a clean file; what was kept and lost, as text or JSON."""
    repaired = repair_file(file, out, overwrite=overwrite)
    text = json.dumps(repaired.to_dict(), indent=2) if as_json else repaired.text()
    return text + "\n"
