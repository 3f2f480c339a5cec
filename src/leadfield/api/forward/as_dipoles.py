"""Unwrapping of dipoles, ours or MNE-Python's."""

from collections.abc import Sequence
from typing import Any

from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.forward.dipoles import Dipoles, joined_dipoles


def as_dipoles(dipole: Any) -> Dipoles:
    """The value of one or several Dipole objects, as one."""
    found = each_of(dipole)
    return found[0] if len(found) == 1 else joined_dipoles(found)


def each_of(dipole: Any) -> list[Dipoles]:
    """The value of each of one or several Dipole objects."""
    several = list(dipole) if isinstance(dipole, Sequence) else [dipole]
    if not several:
        msg = "dipole must be at least one Dipole, got none"
        raise ArgumentTypeError(msg)
    return [_as_dipoles(one) for one in several]


def _as_dipoles(dipole: Any) -> Dipoles:
    value = getattr(dipole, "value", None)
    if isinstance(value, Dipoles):
        return value
    taken = interop.dipoles.dipoles_from_mne(dipole)
    if taken is None:
        msg = f"dipole must be a Dipole, or a list of them, got {kind_of(dipole)}"
        raise ArgumentTypeError(msg)
    return taken
