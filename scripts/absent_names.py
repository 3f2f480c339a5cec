"""Compare the installed MNE-Python with the table of names that leadfield has not.

Prints the public names that are new there, to be sorted into
src/leadfield/base/absent_names.py (of classes: absent_members.py), and those in the tables that
leadfield has by now, to be taken out. Run it with the tests' environment:
.venv/bin/python scripts/absent_names.py
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from compatibility import CLASSES, DOORS, find, is_own

from leadfield.base.absent_members import MEMBERS
from leadfield.base.absent_names import NAMES, Absence

# Modules without a list of what is public: only what is made in them counts.
UNLISTED = {"cov"}


def listed(table: tuple[Absence, ...]) -> list[str]:
    """All names of a table."""
    return [name for one in table for name in one.names.split()]


def public(thing: object) -> set[str]:
    """Names that a module or class shows."""
    return {name for name in dir(thing) if not name.startswith("_")}


def pairs() -> Iterator[tuple[tuple[Absence, ...], str, set[str], set[str]]]:
    """Each table with the names of a module or class of MNE-Python's and of leadfield's."""
    for door, home in DOORS.items():
        theirs = import_module(f"mne.{door}".rstrip("."))
        names = public(theirs)
        if door in UNLISTED:
            names = {name for name in names if is_own(getattr(theirs, name), home)}
        ours = f"leadfield.{door}".rstrip(".")
        yield (
            NAMES,
            theirs.__name__,
            names,
            public(import_module(ours)) if find_spec(ours) else set(),
        )
    for kind, table in MEMBERS.items():
        yield table, kind, public(CLASSES[kind]), public(find(kind))


def new_names() -> list[str]:
    """Names that MNE-Python has, and neither leadfield nor its table."""
    front = public(import_module("leadfield"))  # the error for another module names it
    return [
        f"{where}.{name}"
        for table, where, theirs, ours in pairs()
        for name in sorted(theirs - ours - front - set(listed(table)))
    ]


def names_here_by_now() -> list[str]:
    """Names in the tables that leadfield has, or at least one of its classes that could."""
    lacking: dict[int, set[str]] = {}
    for table, _, theirs, ours in pairs():
        lacking.setdefault(id(table), set()).update(theirs - ours)
    tables = {id(table): table for table in (NAMES, *MEMBERS.values())}
    return [n for key, table in tables.items() for n in listed(table) if n not in lacking[key]]


if __name__ == "__main__":
    for title, names in {"new": new_names(), "here by now": names_here_by_now()}.items():
        sys.stdout.write(f"{title}: {' '.join(names) or 'none'}\n")
