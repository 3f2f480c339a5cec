"""Chance: NumPy's generators, new and old, as users give them."""

from typing import TypeAlias, Union

import numpy as np

from leadfield.base.checks import whole
from leadfield.base.errors import ArgumentTypeError

# By their names: loading them takes a hundredth of a second, and few calls need chance.
Random: TypeAlias = Union["np.random.Generator", "np.random.RandomState"]


def as_random(
    rng: Random | int | None, random_state: Random | int | None, *, older: str = "random_state"
) -> Random:
    """A generator or its seed, or as ``random_state`` an older one or its seed.

    ``older`` is the name that users give ``random_state`` by.
    """
    if random_state is None:
        return rng if isinstance(rng, np.random.RandomState) else np.random.default_rng(rng)
    if rng is not None:
        msg = f"only one of rng and {older} may come, got {rng!r} and {random_state!r}"
        raise ArgumentTypeError(msg)
    if isinstance(random_state, np.random.Generator | np.random.RandomState):
        return random_state
    return np.random.RandomState(whole(older, random_state, least=0))
