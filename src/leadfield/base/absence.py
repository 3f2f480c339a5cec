"""Errors for names that are not here: whether MNE-Python has them, what to do, what was meant."""

from collections.abc import Iterable
from importlib import import_module
from typing import Never

from leadfield.base.absent_members import MEMBERS
from leadfield.base.absent_names import NAMES, Absence

CUTOFF = 0.75
DOORS = (
    "leadfield",
    "leadfield.batch",
    "leadfield.beamformer",
    "leadfield.bids",
    "leadfield.filter",
    "leadfield.io",
    "leadfield.minimum_norm",
    "leadfield.preprocessing",
    "leadfield.simulation",
    "leadfield.stats",
    "leadfield.viz",
)


def absent_name(module: str, name: str, known: Iterable[str]) -> AttributeError:
    """The error for a name that a public module has not."""
    elsewhere = [door for door in DOORS if name in dir(import_module(door))]
    if elsewhere:
        msg = f"module {module!r} has no attribute {name!r}: it is {elsewhere[0]}.{name}"
        return AttributeError(msg, name=name)
    return _error(f"module {module!r}", name, NAMES, known, kind="")


def absent_member(thing: object, name: str) -> AttributeError:
    """The error for a method or attribute that an object has not."""
    kind = type(thing).__name__
    known = [one for one in dir(type(thing)) if not one.startswith("_")]
    return _error(f"{kind!r} object", name, MEMBERS.get(kind, ()), known, kind=kind)


def raise_for_absent_member(thing: object, name: str) -> Never:
    """Raise for a member that an object has not; what hides behind a property comes to light."""
    if name.startswith("_"):
        msg = f"{type(thing).__name__!r} object has no attribute {name!r}"
        raise AttributeError(msg)
    if hasattr(type(thing), name):
        # The property is there, and what it needs is not: let it say so once more.
        object.__getattribute__(thing, name)
    raise absent_member(thing, name)


def _error(
    what: str, name: str, table: Iterable[Absence], known: Iterable[str], *, kind: str
) -> AttributeError:
    advice = _advice(name, table, known, kind)
    # Without the object Python adds no guess of its own to ours.
    return AttributeError(f"{what} has no attribute {name!r}{advice}", name=name)


def advice_on_name(name: str) -> str:
    """What to do without a function, class or module of MNE-Python's; "" if nothing is said."""
    return _instead(name, NAMES, kind="")


def advice_on_member(kind: str, name: str) -> str:
    """What to do without a method or attribute of a class of MNE-Python's, or ""."""
    return _instead(name, MEMBERS.get(kind, ()), kind)


def _instead(name: str, table: Iterable[Absence], kind: str) -> str:
    for one in table:
        if name in one.names.split():
            return one.advice.format(name=name, kind=kind)
    return ""


def _advice(name: str, table: Iterable[Absence], known: Iterable[str], kind: str) -> str:
    if instead := _instead(name, table, kind):
        return f", which MNE-Python has: {instead}"
    from difflib import get_close_matches  # slow to load, and only an error needs it

    by_lower = {one.lower(): one for one in known}
    near = get_close_matches(name.lower(), by_lower, n=1, cutoff=CUTOFF)
    return f": did you mean {by_lower[near[0]]}?" if near else ""
