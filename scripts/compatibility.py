#!/usr/bin/env python3
"""Writes docs/compatibility.md: leadfield's public names beside MNE-Python's, with their arguments.

    python scripts/compatibility.py

It reads the signatures of both packages, so it needs MNE-Python. Why arguments differ stands in
compatibility.toml; where to go for absent names is what their errors say. It fails where a
difference has no reason, and where a reason has no difference. tests/oracle holds the page
against what it writes, and has a test for each row that is the same.
"""

import inspect
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import mne

import leadfield
from leadfield.base.absence import advice_on_member, advice_on_name

PAGE = Path(__file__).parents[1] / "docs" / "compatibility.md"
REASONS = Path(__file__).with_suffix(".toml")
# The modules whose names are compared, and where MNE-Python makes these: others are only imported
# there. A name that an earlier module has is not compared again.
DOORS = {
    "": "mne",
    "io": "mne",
    "minimum_norm": "mne",
    "beamformer": "mne.beamformer",
    "viz": "mne",
    "channels": "mne.channels",
    "cov": "mne.cov",
    "preprocessing": "mne.preprocessing",
    "simulation": "mne.simulation",
    "stats": "mne.stats",
}
CLASSES = {
    "Annotations": mne.Annotations,
    "Beamformer": mne.beamformer.Beamformer,
    "BiHemiLabel": mne.BiHemiLabel,
    "Brain": mne.viz.Brain,
    "CoordinateTransform": mne.transforms.Transform,
    "Covariance": mne.Covariance,
    "Dipole": mne.Dipole,
    "DipoleFixed": mne.DipoleFixed,
    "Epochs": mne.Epochs,
    "Evoked": mne.Evoked,
    "Forward": mne.Forward,
    "Info": mne.Info,
    "InverseOperator": mne.minimum_norm.InverseOperator,
    "Label": mne.Label,
    "MixedSourceEstimate": mne.MixedSourceEstimate,
    "MixedVectorSourceEstimate": mne.MixedVectorSourceEstimate,
    "Raw": mne.io.Raw,
    "SourceSimulator": mne.simulation.SourceSimulator,
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
same defaults, and that a test compares what both packages give; what they give on purpose in
another way stands in the [differences](differences.md). What is absent is MNE-Python's to do:
take its objects or files on from there.
"""
MISSING = inspect.Parameter.empty


@dataclass(frozen=True, kw_only=True)
class Row:
    """A public name of both packages, and how its arguments differ, in words by argument."""

    place: str
    name: str
    differences: dict[str, str] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """What tests and reasons call the row."""
        return f"{self.place}.{self.name}"

    @property
    def differing(self) -> list[str]:
        """The differences as reasons call them: ``Raw.save: lacks fname``."""
        return [self.call(argument) for argument in self.differences]

    def call(self, argument: str) -> str:
        """What reasons call the difference in one argument."""
        word = self.differences[argument]
        known = word if word in {"lacks", "adds"} else "differs in"
        return f"{self.id}: {known} {argument}"

    @property
    def is_same(self) -> bool:
        """Whether the arguments are the same."""
        return not self.differences


@dataclass(frozen=True, kw_only=True)
class Section:
    """A module or class: the names that both have, and those that only MNE-Python has."""

    title: str
    rows: tuple[Row, ...]
    absent: dict[str, str]


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    print(f"Written to {PAGE}")


def page() -> str:
    """The page's text."""
    table = sections()
    if wrong := mistakes(table):
        raise SystemExit("\n".join(wrong))
    parts = [HEAD.format(version=mne.__version__)]
    parts += ["\n".join(lines(one)) for one in table]
    return "\n".join(parts)


def same_rows() -> list[Row]:
    """The rows that the page calls the same."""
    return [row for section in sections() for row in section.rows if row.is_same]


def mistakes(table: tuple[Section, ...]) -> list[str]:
    """Differences without a reason, reasons without a difference, absences without advice."""
    differing = [one for section in table for row in section.rows for one in row.differing]
    patterns = [pattern for reason in reasons() for pattern in reason["where"]]
    out = [f"{one!r} has no reason in {REASONS.name}" for one in differing if not reason_for(one)]
    out += [
        f"{pattern!r} in {REASONS.name} is no difference any more"
        for pattern in patterns
        if not any(fnmatchcase(one, pattern) for one in differing)
    ]
    for section in table:
        silent = [name for name, advice in section.absent.items() if not advice]
        if silent:
            out.append(f"nothing is said of what {section.title} lacks: {' '.join(silent)}")
    return out


@cache
def reasons() -> list[dict[str, Any]]:
    """Why arguments differ: ``why``, and ``where``: patterns like ``Raw.save: lacks fname``."""
    return tomllib.loads(REASONS.read_text(encoding="utf-8"))["reason"]


def reason_for(difference: str) -> str:
    """Why one argument of a row differs, if it is said."""
    for reason in reasons():
        if any(fnmatchcase(difference, pattern) for pattern in reason["where"]):
            return reason["why"]
    return ""


@cache
def sections() -> tuple[Section, ...]:
    """All modules and classes."""
    return (*modules(), *classes())


def modules() -> Iterator[Section]:
    """The modules, each with the names that no earlier one gives."""
    seen: set[int] = set()
    for door, home in DOORS.items():
        if find_spec(f"leadfield.{door}".rstrip(".")) is None:
            continue
        theirs, ours = (import_module(f"{m}.{door}".rstrip(".")) for m in ("mne", "leadfield"))
        names = [n for n in dir(theirs) if is_public(n) and is_own(getattr(theirs, n), home)]
        new = [n for n in names if id(getattr(theirs, n)) not in seen]
        seen |= {id(getattr(theirs, n)) for n in names}
        place = f"mne.{door}".rstrip(".")
        rows = tuple(
            Row(place=place, name=n, differences=differences(getattr(theirs, n), getattr(ours, n)))
            for n in new
            if n in dir(ours)
        )
        absent = {n: advice_on_name(n) for n in new if n not in dir(ours)}
        yield Section(title=f"`{place}`", rows=rows, absent=absent)


def classes() -> Iterator[Section]:
    """The classes."""
    for name, theirs in sorted(CLASSES.items()):
        ours = find(name)
        names = [n for n in dir(theirs) if is_public(n)]
        rows = tuple(
            Row(place=name, name=n, differences=differences(member(theirs, n), member(ours, n)))
            for n in names
            if n in dir(ours)
        )
        absent = {n: advice_on_member(name, n) for n in names if n not in dir(ours)}
        yield Section(title=f"Class `{name}`", rows=rows, absent=absent)


def find(name: str) -> Any:
    """A class of leadfield's, from whichever module gives it."""
    for door in our_modules():
        if name in dir(door):
            return getattr(door, name)
    raise AttributeError(name)


@cache
def our_modules() -> tuple[ModuleType, ...]:
    """The public modules of leadfield: each has a stub, or is compared."""
    folder = Path(leadfield.__file__).parent
    names = {path.stem for path in folder.glob("*.pyi")} | DOORS.keys()
    every = sorted(names - {"", "__init__"})
    return (leadfield, *(import_module(f"leadfield.{name}") for name in every))


def is_public(name: str) -> bool:
    """Whether users are meant to see a name."""
    return not name.startswith("_")


def is_own(thing: Any, home: str) -> bool:
    """Whether a module's member is a function or class that is made there."""
    if not (inspect.isfunction(thing) or inspect.isclass(thing)):
        return False
    return thing.__module__.startswith(home)


def lines(section: Section) -> Iterator[str]:
    """A table of the names that both have, and lists of those that only MNE-Python has."""
    n_same = sum(row.is_same for row in section.rows)
    n_names = len(section.rows) + len(section.absent)
    yield from (f"## {section.title}", "")
    yield from (f"{len(section.rows)} of {n_names} names are here, {n_same} the same.", "")
    if section.rows:
        yield from ("| name | arguments | why |", "|---|---|---|")
        for row in section.rows:
            arguments = "; ".join(grouped(row.differences)) or "same"
            yield f"| `{row.name}` | {arguments} | {why(row)} |"
        yield ""
    if section.absent:
        yield from ("Absent, and where to go:", "")
        for advice in dict.fromkeys(section.absent.values()):
            names = [f"`{name}`" for name, said in section.absent.items() if said == advice]
            yield f"- {', '.join(names)}: {advice}."
        yield ""


def why(row: Row) -> str:
    """The reasons of a row, each once, with the arguments that it is about if there are others."""
    by_reason: dict[str, list[str]] = {}
    for argument in row.differences:
        by_reason.setdefault(reason_for(row.call(argument)), []).append(argument)
    if len(by_reason) == 1:
        return next(iter(by_reason))
    return "; ".join(f"{', '.join(f'`{n}`' for n in ns)}: {said}" for said, ns in by_reason.items())


def grouped(differences: dict[str, str]) -> Iterator[str]:
    """Differences in words: those that are alike stand together."""
    for word in ("lacks", "adds"):
        if names := [f"`{name}`" for name, said in differences.items() if said == word]:
            yield f"{word} {', '.join(names)}"
    for name, said in differences.items():
        if said not in {"lacks", "adds"}:
            yield f"`{name}` is {said}"


def differences(theirs: Any, ours: Any) -> dict[str, str]:
    """What the arguments of a function, class or method lack, add, and have for other defaults."""
    if not callable(theirs) or not callable(ours):
        return {}
    expected, found = arguments(theirs), arguments(ours)
    if expected is None or found is None:
        return {}
    out = {name: "lacks" for name in expected if name not in found}
    out |= {name: "adds" for name in found if name not in expected}
    for name, old in expected.items():
        new = found.get(name, old)
        if MISSING in (old, new) and old is not new:
            out[name] = "needed" if new is MISSING else "optional"
        elif MISSING not in (old, new) and repr(old) != repr(new) and old != new:
            out[name] = f"{default(new)}, not {default(old)}"
    return out


def default(value: object) -> str:
    """A default as the page writes it: functions by name, which have another address each time."""
    return value.__name__.strip("<>") if inspect.isfunction(value) else repr(value)


def member(kind: type, name: str) -> Any:
    """A method as an object has it, without its first argument, or an attribute."""
    thing = getattr(kind, name)
    if not inspect.isfunction(thing) or isinstance(
        inspect.getattr_static(kind, name), staticmethod
    ):
        return thing
    return bound(thing)


def bound(function: Any) -> Any:
    """A function whose signature has no first argument."""
    signature = inspect.signature(function)

    def stand_in() -> None: ...

    _, *rest = signature.parameters.values()
    stand_in.__signature__ = signature.replace(parameters=rest)  # type: ignore[attr-defined]
    return stand_in


def arguments(thing: Any) -> dict[str, Any] | None:
    """Names and defaults of what a function takes; None where that cannot be told."""
    try:
        parameters = inspect.signature(thing).parameters
    except (TypeError, ValueError):
        return None
    return {name: p.default for name, p in parameters.items() if name != "self"}


if __name__ == "__main__":
    main()
