"""Argument checks whose errors say what must hold, what came, and what to do."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from leadfield.base.errors import ArgumentTypeError, DataError, InputError

T = TypeVar("T")


def listed(names: Iterable[object], most: int = 8) -> str:
    """Names as people write them: ``'a', 'b' and 3 more``."""
    written = [repr(n) for n in names]
    if len(written) <= most:
        return ", ".join(written)
    return f"{', '.join(written[:most])} and {len(written) - most} more"


def one_of(name: str, value: object, choices: Iterable[object]) -> None:
    """Raise unless ``value`` is one of ``choices``."""
    choices = list(choices)
    # identity and type first: True == 1 must not pass for an integer choice
    plain = _plain(value)
    if not any(value is c or (type(plain) is type(c) and plain == c) for c in choices):
        msg = f"{name} must be one of {listed(choices, 40)}, got {value!r}"
        raise InputError(msg)


def _plain(value: object) -> object:
    """NumPy's strings and whole numbers, and strings of other classes, as Python's own."""
    if isinstance(value, str):
        return str(value)
    return int(value) if isinstance(value, np.integer) else value


def looked_up(name: str, key: object, table: Mapping[str, T]) -> T:
    """Entry of ``table``, or an error that lists its keys."""
    one_of(name, key, table)
    return table[key]  # type: ignore[index]


def known_options(name: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Raise if an option is given that nobody reads."""
    known = list(known)
    for key in given:
        if key not in known:
            msg = f"{name} may hold {listed(known, 40)}, got {key!r}"
            raise InputError(msg)


def number(
    name: str,
    value: object,
    *,
    least: float = -np.inf,
    most: float = np.inf,
    above: float = -np.inf,
) -> float:
    """``value`` as a finite float inside its bounds."""
    if isinstance(value, bool | str) or not np.isscalar(value):
        msg = f"{name} must be a number, got {value!r} ({type(value).__name__})"
        raise ArgumentTypeError(msg)
    x = float(value)  # type: ignore[arg-type]
    if not (np.isfinite(x) and least <= x <= most and x > above):
        bounds = [
            f"at least {least:g}" if least > -np.inf else "",
            f"above {above:g}" if above > -np.inf else "",
            f"at most {most:g}" if most < np.inf else "",
        ]
        limits = " and ".join(b for b in bounds if b) or "finite"
        msg = f"{name} must be {limits}, got {value!r}"
        raise InputError(msg)
    return x


def whole(name: str, value: object, *, least: int = 0) -> int:
    """``value`` as an int that is at least ``least``."""
    if isinstance(value, bool) or not isinstance(value, int | np.integer):
        msg = f"{name} must be a whole number, got {value!r} ({type(value).__name__})"
        raise ArgumentTypeError(msg)
    if value < least:
        msg = f"{name} must be at least {least}, got {value!r}"
        raise InputError(msg)
    return int(value)


def all_finite(name: str, x: NDArray[np.inexact], advice: str) -> None:
    """Raise if an array holds NaN or infinity, saying how many and where first."""
    # One pass without a mask: a sum is finite unless something in it is not (or it overflows).
    with np.errstate(over="ignore", invalid="ignore"):
        total = x.sum()
    if np.isfinite(total):
        return
    bad = ~np.isfinite(x)
    if bad.any():
        first = tuple(int(i) for i in np.argwhere(bad)[0])
        msg = (
            f"{name} must be finite, got {int(bad.sum())} NaN or infinite of "
            f"{x.size} values, the first at {first}: {advice}"
        )
        raise DataError(msg)
