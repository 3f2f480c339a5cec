"""Progress bars: on a terminal, for work that takes long, and nowhere else."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")


def tracked(items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
    """Yield ``items``, showing how far it is when a person is watching.

    In pipes, logs and notebooks' output files nothing is shown.
    """
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console  # heavy: only where a terminal is
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(items, label, total=total, console=console, transient=True)


@contextmanager
def working(label: str) -> Iterator[None]:
    """Show what is being done, for the length of a ``with`` block, when a person is watching."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # heavy: only where a terminal is

    with Console(stderr=True).status(label):
        yield
