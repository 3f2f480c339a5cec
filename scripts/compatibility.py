#!/usr/bin/env python3
"""Writes docs/compatibility.md: leadfield's public names beside MNE-Python's, with their arguments.

    python scripts/compatibility.py

It reads the signatures of both packages, so it needs MNE-Python. tests/oracle holds the page
against what it writes.
"""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import mne

import leadfield

PAGE = Path(__file__).parents[1] / "docs" / "compatibility.md"
DOORS = ("", "io", "minimum_norm", "viz")
CLASSES = {
    "Annotations": mne.Annotations,
    "BiHemiLabel": mne.BiHemiLabel,
    "Brain": mne.viz.Brain,
    "Covariance": mne.Covariance,
    "Epochs": mne.Epochs,
    "Evoked": mne.Evoked,
    "Forward": mne.Forward,
    "Info": mne.Info,
    "InverseOperator": mne.minimum_norm.InverseOperator,
    "Label": mne.Label,
    "MixedSourceEstimate": mne.MixedSourceEstimate,
    "MixedVectorSourceEstimate": mne.MixedVectorSourceEstimate,
    "Raw": mne.io.Raw,
    "SourceEstimate": mne.SourceEstimate,
    "SourceMorph": mne.SourceMorph,
    "SourceSpaces": mne.SourceSpaces,
    "VectorSourceEstimate": mne.VectorSourceEstimate,
    "VolSourceEstimate": mne.VolSourceEstimate,
    "VolVectorSourceEstimate": mne.VolVectorSourceEstimate,
}
HEAD = """# Compatibility with MNE-Python

Public names of MNE-Python {version} in the parts that leadfield covers, made by
`scripts/compatibility.py` from both packages' signatures. *Same* means the same arguments with the
same defaults; where the meaning differs, the [differences](differences.md) say so. What is absent
is MNE-Python's to do: take its objects or files on from there.
"""
MISSING = inspect.Parameter.empty


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(f"Written to {PAGE}")


def page() -> str:
    """The page's text."""
    parts = [HEAD.format(version=mne.__version__)]
    for door in DOORS:
        theirs, ours = (getattr(m, door) if door else m for m in (mne, leadfield))
        names = [n for n in dir(theirs) if is_public(n) and is_own(getattr(theirs, n))]
        title = f"mne.{door}".rstrip(".")
        parts.append(section(f"`{title}`", theirs, ours, names))
    for name, theirs in sorted(CLASSES.items()):
        members = [n for n in dir(theirs) if is_public(n)]
        parts.append(section(f"Class `{name}`", theirs, find(name), members))
    return "\n".join(parts)


def find(name: str) -> Any:
    """A class of leadfield's, from whichever door gives it."""
    doors = (leadfield, leadfield.io, leadfield.minimum_norm, leadfield.viz)
    return next(getattr(door, name) for door in doors if name in dir(door))


def is_public(name: str) -> bool:
    """Whether users are meant to see a name."""
    return not name.startswith("_")


def is_own(thing: Any) -> bool:
    """Whether a module's member is a function or class of MNE-Python's."""
    if not (inspect.isfunction(thing) or inspect.isclass(thing)):
        return False
    return thing.__module__.startswith("mne")


def section(title: str, theirs: Any, ours: Any, names: list[str]) -> str:
    """A table of the names that both have, and a list of those that only MNE-Python has."""
    both = [name for name in names if name in dir(ours)]
    rows = [
        f"| `{name}` | {difference(getattr(theirs, name), getattr(ours, name))} |" for name in both
    ]
    same = sum("| same |" in row for row in rows)
    lines = [f"## {title}", "", f"{len(both)} of {len(names)} names are here, {same} the same.", ""]
    if rows:
        lines += ["| name | arguments |", "|---|---|", *rows, ""]
    absent = [f"`{name}`" for name in names if name not in both]
    if absent:
        lines += [f"Absent: {', '.join(absent)}.", ""]
    return "\n".join(lines)


def difference(theirs: Any, ours: Any) -> str:
    """How the arguments of two functions, classes or methods differ, in words."""
    if not callable(theirs) or not callable(ours):
        return "same"
    expected, found = arguments(theirs), arguments(ours)
    if expected is None or found is None:
        return "same"
    words = list(differing(expected, found))
    return "; ".join(words) or "same"


def differing(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    """What one set of arguments lacks, adds, and gives other defaults."""
    if lacking := [f"`{name}`" for name in expected if name not in found]:
        yield f"lacks {', '.join(lacking)}"
    if extra := [f"`{name}`" for name in found if name not in expected]:
        yield f"adds {', '.join(extra)}"
    for name, old in expected.items():
        new = found.get(name, old)
        if MISSING in (old, new) and old is not new:
            yield f"`{name}` is {'needed' if new is MISSING else 'optional'}"
        elif MISSING not in (old, new) and repr(old) != repr(new) and old != new:
            yield f"`{name}` is {new!r}, not {old!r}"


def arguments(thing: Any) -> dict[str, Any] | None:
    """Names and defaults of what a function takes; None where that cannot be told."""
    try:
        parameters = inspect.signature(thing).parameters
    except (TypeError, ValueError):
        return None
    return {name: p.default for name, p in parameters.items() if name != "self"}


if __name__ == "__main__":
    main()
