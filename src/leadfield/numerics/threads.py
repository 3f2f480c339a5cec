"""Threads: blocks of work shared among them, and linear algebra kept on one.

Threads of a linear-algebra library wait for each other within every product. Where work falls
into blocks, each is better done whole by one thread, with what it needs in that core's cache; and
where a matrix is small, waiting costs more than a second thread brings, most of all on a machine
that others use.
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from typing import Any, TypeVar

T = TypeVar("T")


_TAKEN = threading.Lock()  # while linear algebra is kept on one thread


@contextmanager
def on_one_thread() -> Iterator[None]:
    """Products and factors on one thread.

    Nothing is changed where it is so already; who came first gives the others back.
    """
    if not _TAKEN.acquire(blocking=False):
        yield
        return
    allowed: list[tuple[Any, int]] = []
    try:
        allowed += [(library, n) for library, n in _libraries() if n > 1]
        for library, _ in allowed:
            library.set_num_threads(1)
        yield
    finally:
        for library, n in allowed:
            library.set_num_threads(n)
        _TAKEN.release()


def _libraries() -> list[tuple[Any, int]]:
    """The linear-algebra libraries that are loaded, with how many threads they may use."""
    import threadpoolctl  # at first use: a hundredth of a second

    found = threadpoolctl.ThreadpoolController().select(user_api="blas").lib_controllers
    return [(library, library.get_num_threads() or 1) for library in found]


def share(work: Callable[[Iterator[T]], None], parts: Iterable[T], n_parts: int) -> None:
    """Do ``parts``, ``n_parts`` of them, in as many threads as a product may use.

    ``work`` runs once in each thread with an iterator over the parts that fall to it; what it
    prepares before it takes the first, it has for itself.
    """
    n = min(max((n for _, n in _libraries()), default=1), n_parts)
    if n < 2:
        work(iter(parts))
        return
    queue = _Queue(parts)
    with on_one_thread(), ThreadPoolExecutor(n) as pool:
        # NumPy's handling of floating-point errors is that of the caller.
        waiting = [pool.submit(copy_context().run, work, iter(queue)) for _ in range(n)]
        try:
            for one in waiting:
                one.result()
        except BaseException:
            queue.close()  # what others have begun they finish, no more
            raise


class _Queue:
    """Parts that several threads take from, one at a time."""

    def __init__(self, parts: Iterable[T]) -> None:
        self._parts = iter(parts)
        self._lock = threading.Lock()

    def __iter__(self) -> Iterator[Any]:
        while True:
            with self._lock:
                try:
                    part = next(self._parts)
                except StopIteration:
                    return
            yield part

    def close(self) -> None:
        """Leave the rest undone."""
        with self._lock:
            self._parts = iter(())
