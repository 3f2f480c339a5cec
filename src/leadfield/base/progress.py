"""Progress bars for long computations, shown on terminals only."""

import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

# One display at a time: what is shown for a whole is not written over by that for a part.
_SHOWING = threading.Lock()


def tracked(items: Iterable[T], label: str, total: int | None = None) -> Iterator[T]:
    """Yield ``items``, showing how far it is when a person is watching.

    In pipes, logs and notebooks' output files nothing is shown.
    """
    with _display() as free:
        if not free:
            yield from items
            return
        from rich.console import Console  # heavy: only where a terminal is
        from rich.progress import track

        console = Console(stderr=True)
        yield from track(items, label, total=total, console=console, transient=True)


@contextmanager
def working(label: str) -> Iterator[None]:
    """Show what is being done, for the length of a ``with`` block, when a person is watching."""
    with _display() as free:
        if not free:
            yield
            return
        from rich.console import Console  # heavy: only where a terminal is

        with Console(stderr=True).status(label):
            yield


@contextmanager
def _display() -> Iterator[bool]:
    """Whether to show anything: on a terminal, if nothing else is shown."""
    free = sys.stderr.isatty() and _SHOWING.acquire(blocking=False)
    try:
        yield free
    finally:
        if free:
            _SHOWING.release()
