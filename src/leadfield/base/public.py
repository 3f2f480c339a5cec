"""The public module of what users import."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T", bound=Callable[..., object])


def public(module: str) -> Callable[[T], T]:
    """Let a class or function name ``module`` as its home, where users find it.

    So it stands in tracebacks, pickles and help texts.
    """

    def mark(thing: T) -> T:
        thing.__module__ = module
        return thing

    return mark
