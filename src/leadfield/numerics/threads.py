"""Threads: blocks of work shared among them, and linear algebra kept on one.

Threads of a linear-algebra library wait for each other within every product. Where work falls
into blocks, each is better done whole by one thread, with what it needs in that core's cache; and
where a matrix is small, waiting costs more than a second thread brings, most of all on a machine
that others use.
"""

import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import copy_context
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

T = TypeVar("T")
U = TypeVar("U")
Numbers = TypeVar("Numbers", bound=NDArray[np.floating])


class _Threads:
    """How many threads linear algebra may use, and whether it is kept on one."""

    def __init__(self) -> None:
        self._taken = threading.Lock()
        self._allowed = 1  # while it is taken

    def count(self) -> int:
        """What the user or the machine allows."""
        if self._taken.locked():
            return self._allowed
        return max((one.get_num_threads() or 1 for one in _libraries()), default=1)

    @contextmanager
    def on_one(self) -> Iterator[None]:
        """Products and factors on one thread, for a ``with`` block or a function.

        Nothing is changed where it is so already; who came first gives the others back.
        """
        if not self._taken.acquire(blocking=False):
            yield
            return
        before: list[tuple[Any, int]] = []
        try:
            counts = [(one, one.get_num_threads() or 1) for one in _libraries()]
            self._allowed = max((n for _, n in counts), default=1)
            before += [(one, n) for one, n in counts if n > 1]
            for one, _ in before:
                one.set_num_threads(1)
            yield
        finally:
            for one, n in before:
                one.set_num_threads(n)
            self._taken.release()


_THREADS = _Threads()
on_one_thread = _THREADS.on_one


def _libraries() -> list[Any]:
    """The linear-algebra libraries that are loaded."""
    return _libraries_found("scipy.linalg" in sys.modules)


@cache
def _libraries_found(with_scipy: bool) -> list[Any]:  # noqa: ARG001, FBT001 - SciPy brings its own
    import threadpoolctl  # at first use: a hundredth of a second

    controller = threadpoolctl.ThreadpoolController()
    return list(controller.select(user_api="blas").lib_controllers)


def share(work: Callable[[Iterator[T]], None], parts: Iterable[T], n_parts: int) -> None:
    """Do ``parts``, ``n_parts`` of them, in as many threads as a product may use.

    ``work`` runs once in each thread, of which the caller's is one, with an iterator over the
    parts that fall to it; what it prepares before it takes the first, it has for itself.
    """
    n = min(_THREADS.count(), n_parts)
    with on_one_thread():
        if n < 2:
            work(iter(parts))
            return
        queue = _Queue(parts)

        def take_part() -> None:
            try:
                work(iter(queue))
            except BaseException:
                queue.close()  # what others have begun they finish, no more
                raise

        with ThreadPoolExecutor(n - 1) as pool:
            # NumPy's handling of floating-point errors is that of the caller.
            others = [pool.submit(copy_context().run, take_part) for _ in range(n - 1)]
            take_part()
            for one in others:
                one.result()


def map_shared(make: Callable[[T], U], parts: Sequence[T]) -> list[U]:
    """What is made of each part, in their order."""
    made: list[Any] = [None] * len(parts)

    def work(some: Iterator[int]) -> None:
        for i in some:
            made[i] = make(parts[i])

    share(work, range(len(parts)), len(parts))
    return made


def sum_shared(make: Callable[[T], Numbers], parts: Sequence[T]) -> Numbers:
    """The sum of what is made of each part, in their order however many threads there are."""
    total: Any
    total, *others = map_shared(make, parts)
    for other in others:
        total += other
    return cast("Numbers", total)


def even_slices(n: int, n_slices: int) -> list[slice]:
    """So many slices of ``n`` things that differ by one at most."""
    edges = np.linspace(0, n, n_slices + 1).astype(int).tolist()
    return [slice(*pair) for pair in pairwise(edges)]


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
