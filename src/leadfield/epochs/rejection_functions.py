"""Functions of users that say whether an epoch is bad, and why."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import ArgumentTypeError

# Takes the samples (n_channels, n_times) of a type; whether the epoch is bad, and the reasons.
Criterion = Callable[[Floats], tuple[bool, str | Sequence[str]]]
# Limits and functions by channel type.
Limits = Mapping[str, float | Criterion]


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FunctionTest:
    """A function for the channels ``rows`` of a type; ``name`` is what errors call it."""

    name: str
    rows: Ints
    criterion: Criterion

    def __post_init__(self) -> None:
        lock_arrays(self)

    def reasons(self, epoch: Floats) -> tuple[str, ...]:
        """Why an epoch (n_channels, n_times) is dropped; nothing if it is good."""
        result: Any = self.criterion(epoch[self.rows])
        if not isinstance(result, tuple) or len(result) != 2:
            msg = (
                f"the function {self.name} must return a tuple of two, whether the epoch is bad "
                f"and why, got {result!r}"
            )
            raise ArgumentTypeError(msg)
        bad, why = result
        reasons = (why,) if isinstance(why, str) else why
        fits = isinstance(reasons, list | tuple) and all(isinstance(one, str) for one in reasons)
        if not isinstance(bad, bool | np.bool_) or not fits:
            msg = (
                f"the function {self.name} must return a bool and a reason or a list of reasons, "
                f"got {result!r}"
            )
            raise ArgumentTypeError(msg)
        return tuple(reasons) if bad else ()


def numbers_of(limits: Limits) -> dict[str, float]:
    """The limits that are numbers."""
    return {key: limit for key, limit in limits.items() if not callable(limit)}
