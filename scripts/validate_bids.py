#!/usr/bin/env python3
"""Lets the validators of BIDS judge data sets: by default the simulated study.

    python scripts/validate_bids.py [DATA SET ...]

The validators are those that are found: ``bids-validator-deno`` (of the Python package of that
name), and ``bids-validator`` (``npm install bids-validator``), its predecessor, which knows no
derivatives, and is not asked about them. Neither needs a network. Warnings are counted, errors
shown; the exit status is 1 with errors. Without any validator nothing is judged, and that is said.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from leadfield.datasets import simulated

MOST_SHOWN = 10  # errors
RAW_ONLY = {"bids-validator"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a validator says: its errors, and how many warnings there are."""

    validator: str
    errors: tuple[str, ...]
    n_warnings: int


def judge(root: Path) -> Iterator[Verdict]:
    """What each validator that is installed says of a data set."""
    description = json.loads((root / "dataset_description.json").read_text(encoding="utf-8"))
    derived = description.get("DatasetType") == "derivative"
    for name, (options, read) in VALIDATORS.items():
        if derived and name in RAW_ONLY:
            continue
        program = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
        if program is not None:
            command = [program, str(root), *options]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            issues = read(json.loads(done.stdout))
            errors = tuple(text for severity, text in issues if severity == "error")
            n = sum(severity == "warning" for severity, _ in issues)
            yield Verdict(validator=name, errors=errors, n_warnings=n)


def _of_deno(record: Any) -> list[tuple[str, str]]:
    """Severity and words of each issue."""
    issues = record["issues"]["issues"]
    return [(one["severity"], f"{one['code']} {one.get('location', '')}") for one in issues]


def _of_node(record: Any) -> list[tuple[str, str]]:
    """Severity and words of each kind of issue, with how many files have it."""
    kinds = (("error", "errors"), ("warning", "warnings"))
    return [
        (severity, f"{one['key']} ({len(one['files'])} files)")
        for severity, key in kinds
        for one in record["issues"][key]
    ]


VALIDATORS: dict[str, tuple[list[str], Callable[[Any], list[tuple[str, str]]]]] = {
    "bids-validator-deno": (["--format", "json"], _of_deno),
    "bids-validator": (["--json"], _of_node),
}


def main(roots: list[Path]) -> int:
    """Judge data sets; the exit status."""
    worst = 0
    for root in roots or [simulated.study_path()]:
        verdicts = list(judge(root))
        if not verdicts:
            print(f"{root}: not judged, none of {', '.join(VALIDATORS)} is installed")
        for one in verdicts:
            print(f"{root}: {one.validator}: {len(one.errors)} errors, {one.n_warnings} warnings")
            for text in one.errors[:MOST_SHOWN]:
                print(f"  {text}")
            worst = max(worst, int(bool(one.errors)))
    return worst


if __name__ == "__main__":
    sys.exit(main([Path(word) for word in sys.argv[1:]]))
