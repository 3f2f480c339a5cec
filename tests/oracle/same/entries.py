"""Entries: calls that are made with both packages, for the rows that the page calls the same."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A generator function that is run with each package; what it yields is compared.

    Its arguments are ``mne``, the package; ``it``, the object whose members are called; and
    any of the inputs in ``inputs.py``. Where it ``fails`` in MNE-Python, it yields pairs of
    what leadfield gives and what that must be.
    """

    place: str
    names: tuple[str, ...]
    call: Callable[..., Iterator[Any]]
    tolerance: float
    fails: type[Exception] | None

    @property
    def rows(self) -> list[str]:
        """The rows of the page that it stands for."""
        return [f"{self.place}.{name}" for name in self.names]

    @property
    def arguments(self) -> list[str]:
        """What the function asks for."""
        return list(inspect.signature(self.call).parameters)

    @property
    def mentioned(self) -> set[str]:
        """Names and strings in the function."""
        return mentioned(self.call.__code__)

    def __str__(self) -> str:
        return f"{self.place}: {' '.join(self.names)} ({self.call.__module__}.{self.call.__name__})"


def mentioned(code: CodeType) -> set[str]:
    """Names and strings in some code and the functions inside it."""
    found = set(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found |= mentioned(constant)
        elif isinstance(constant, str):
            found.add(constant)
        elif isinstance(constant, tuple):
            found.update(one for one in constant if isinstance(one, str))
    return found


class Entries(list[Entry]):
    """The entries of a file, added by ``@same("crop", of="Raw")``."""

    def __call__(
        self,
        names: str,
        *,
        of: str | tuple[str, ...],
        tolerance: float = 1e-10,
        fails: type[Exception] | None = None,
    ) -> Callable[[Callable[..., Iterator[Any]]], Callable[..., Iterator[Any]]]:
        """Add an entry for some names of a module or class, or of each of several."""
        options: dict[str, Any] = {"tolerance": tolerance, "fails": fails}

        def add(call: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
            for place in (of,) if isinstance(of, str) else of:
                self.append(Entry(place=place, names=tuple(names.split()), call=call, **options))
            return call

        return add
