"""Compare the installed MNE-Python with the table of names that leadfield has not.

Prints the public names that are new there, to be sorted into
src/leadfield/base/absent_names.py, and those in the table that leadfield has by now, to be
taken out. Run it with the tests' environment: .venv/bin/python scripts/absent_names.py
"""

import sys
from collections.abc import Iterator
from importlib import import_module

from leadfield.base.absent_names import CHANNEL_DATA, ESTIMATES, NAMES, Absence

DOORS = ("", ".io", ".minimum_norm", ".viz")
CHANNELS = ("Raw", "Epochs", "Evoked")
SOURCES = (
    "SourceEstimate",
    "VectorSourceEstimate",
    "VolSourceEstimate",
    "VolVectorSourceEstimate",
    "MixedSourceEstimate",
    "MixedVectorSourceEstimate",
)


def listed(table: tuple[Absence, ...]) -> list[str]:
    """All names of a table."""
    return [name for one in table for name in one.names.split()]


def public(thing: object) -> set[str]:
    """Names that a module or class shows."""
    return {name for name in dir(thing) if not name.startswith("_")}


def pairs() -> Iterator[tuple[tuple[Absence, ...], str, object, object]]:
    """Each table with a module or class of MNE-Python's and leadfield's."""
    for door in DOORS:
        yield NAMES, f"mne{door}", import_module(f"mne{door}"), import_module(f"leadfield{door}")
    for table, kinds in ((CHANNEL_DATA, CHANNELS), (ESTIMATES, SOURCES)):
        for kind in kinds:
            theirs = import_module("mne.io" if kind == "Raw" else "mne")
            yield table, kind, getattr(theirs, kind), getattr(import_module("leadfield"), kind)


def new_names() -> list[str]:
    """Names that MNE-Python has, and neither leadfield nor its table."""
    return [
        f"{where}.{name}"
        for table, where, theirs, ours in pairs()
        for name in sorted(public(theirs) - public(ours) - set(listed(table)))
    ]


def names_here_by_now() -> list[str]:
    """Names in the tables that leadfield has, or at least one of its classes that could."""
    lacking: dict[int, set[str]] = {}
    for table, _, theirs, ours in pairs():
        lacking.setdefault(id(table), set()).update(public(theirs) - public(ours))
    tables = (NAMES, CHANNEL_DATA, ESTIMATES)
    return [name for table in tables for name in listed(table) if name not in lacking[id(table)]]


if __name__ == "__main__":
    for title, names in {"new": new_names(), "here by now": names_here_by_now()}.items():
        sys.stdout.write(f"{title}: {' '.join(names) or 'none'}\n")
