"""Steps down: what is found is left out, and the others are compared again."""

from collections.abc import Callable

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.statistics.resampling import Tail
from leadfield.statistics.share import share_beyond


def compare_in_steps(
    sizes: Floats,
    tail: Tail,
    largest: Callable[[Bools], Floats],
    tests_of: Callable[[Ints], Bools],
    *,
    level: float,
) -> tuple[Floats, Floats]:
    """Chances of sizes, and the null distribution, the size of the data as they are first.

    ``largest`` makes the others without some tests (n_tests,). What has a smaller p than ``level``
    is left out, with the tests that it has, until no more is found.
    """
    most = sizes.min() if tail < 0 else sizes.max() if tail > 0 else np.abs(sizes).max()
    found = np.empty(0, np.int64)
    while True:
        null = np.append(most, largest(tests_of(found)))
        p = share_beyond(sizes, null, tail)
        n_before, found = len(found), np.flatnonzero(p < level)
        if len(found) <= n_before:
            return p, null
