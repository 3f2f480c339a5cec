"""Resampling: the signs and shuffles of subjects that a null distribution is made of.

They are drawn in MNE-Python's order, so that the same seed gives the same ones.
"""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Ints
from leadfield.base.checks import one_of, whole
from leadfield.base.errors import InputError
from leadfield.numerics.chance import Random

Tail = Literal[-1, 0, 1]
Signs = NDArray[np.int8]
MOST_SIGNS = 2**24
"""Of an exact test."""
CODED = 20
"""Up to so many subjects, signs are drawn without repetition, as binary numbers."""


def draw_signs(n: int, n_permutations: int | Literal["all"], tail: Tail, chance: Random) -> Signs:
    """Signs (n_permutations, n) of ``n`` subjects; the first row turns none.

    With as many permutations as there are, or "all", each occurs once, and nothing is drawn. With
    two tails, turning all subjects changes nothing: only half of the signs are different.
    """
    n_all = 2 ** (n - (tail == 0))
    if isinstance(n_permutations, str):
        one_of("n_permutations, if it is no number,", n_permutations, ["all"])
        count = n_all
    else:
        count = whole("n_permutations", n_permutations, least=1)
    if count >= n_all:
        turned = _all_signs(n, n_all, tail)
    elif n <= CODED:
        codes = chance.choice(n_all - 1, count - 1, replace=False) + 1
        turned = _decoded(codes, n)
    else:
        turned = _distinct_signs(n, count - 1, tail, chance)
    return np.concatenate([np.ones((1, n), np.int8), turned])


def _all_signs(n: int, n_all: int, tail: Tail) -> Signs:
    """Every row of signs but the one that changes nothing."""
    if n_all > MOST_SIGNS:
        msg = (
            f"n_permutations must be at most {MOST_SIGNS} for all signs to be tried, {n} subjects "
            f"have {n_all}: draw some, such as n_permutations=10000"
        )
        raise InputError(msg)
    # Of two tails the first subject is always turned: 0 turns all, which is turning none.
    codes = np.arange(1, n_all) if tail == 0 else np.arange(n_all - 1)
    return _decoded(codes, n)


def _decoded(codes: Ints, n: int) -> Signs:
    """Signs from the binary digits of numbers: 0 turns a subject."""
    digits = np.empty((len(codes), n), np.int8)
    for i in range(n):
        digits[:, i] = (codes >> (n - 1 - i)) & 1
    return 2 * digits - 1


def _distinct_signs(n: int, count: int, tail: Tail, chance: Random) -> Signs:
    """Different random signs; with two tails different also from each other's opposites."""
    n_free = n - (tail == 0)  # the last subject decides between opposites
    found: dict[bytes, NDArray[np.int8]] = {}
    while len(found) < count:
        digits = np.zeros(n, np.int8)
        digits[:n_free] = chance.uniform(size=n_free) < 0.5
        key = digits.tobytes()
        if key in found:
            continue
        opposite = tail == 0 and chance.uniform() < 0.5
        found[key] = 1 - digits if opposite else digits
    return 2 * np.array([*found.values()], np.int8).reshape(count, n) - 1


def draw_shuffles(n: int, n_permutations: int | str, chance: Random) -> Ints:
    """Orders (n_permutations, n) of ``n`` subjects; the first one is as they come."""
    if isinstance(n_permutations, str):
        msg = f"n_permutations must be a whole number to change places, got {n_permutations!r}"
        raise InputError(msg)
    count = whole("n_permutations", n_permutations, least=1)
    drawn = [chance.permutation(n) for _ in range(count - 1)]
    return np.array([np.arange(n), *drawn], np.int64)
