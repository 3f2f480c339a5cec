"""Arguments of cluster tests: data, thresholds, neighbours, random numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.base.checks import known_options, number, one_of, whole
from leadfield.base.errors import (
    ArgumentTypeError,
    InputError,
    MismatchError,
    OutOfRangeError,
    UnknownNameError,
)
from leadfield.statistics.enhancement import Enhancement
from leadfield.statistics.neighbours import Neighbours, alone, in_space, on_lattice

if TYPE_CHECKING:
    from leadfield.base.arrays import Bools, Floats
    from leadfield.statistics.resampling import Tail

Threshold = float | Mapping[str, float | str]
Adjacency = Any
"""A sparse matrix, False or None."""
Statistic = Callable[..., Any]
OutType = Literal["mask", "indices"]
CHANCE = 0.05
"""Of one test to exceed the threshold that is taken unless one is given."""
POWERS = {"h_power": 2.0, "e_power": 0.5}
"""Of threshold-free enhancement: of heights, and of extents."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClusterOptions:
    """What all cluster tests take besides data and random numbers, named as there."""

    threshold: Threshold | None
    tail: Tail
    stat_fun: Any
    adjacency: Adjacency
    max_step: int
    exclude: ArrayLike | None
    step_down_p: float
    t_power: float
    out_type: OutType
    check_disjoint: bool
    buffer_size: int | None

    def __post_init__(self) -> None:
        one_of("tail", self.tail, [-1, 0, 1])
        one_of("out_type", self.out_type, ["mask", "indices"])
        number("step_down_p", self.step_down_p, least=0, most=1)
        number("t_power", self.t_power)
        whole("max_step", self.max_step)
        if self.stat_fun is not None and not callable(self.stat_fun):
            msg = f"stat_fun must be a function or None, got {self.stat_fun!r}"
            raise ArgumentTypeError(msg)
        if self.buffer_size is not None:
            whole("buffer_size", self.buffer_size, least=1)


def as_samples(name: str, samples: ArrayLike) -> NDArray[Any]:
    """Real data of subjects (n_subjects, ...), at least one axis for each subject's."""
    out = np.asarray(samples)
    if out.dtype.kind not in "fiub":
        msg = f"{name} must hold real numbers, got {out.dtype}"
        raise ArgumentTypeError(msg)
    if not out.ndim:
        msg = f"{name} must have an axis for subjects, got a single number"
        raise InputError(msg)
    return out[:, None] if out.ndim == 1 else out


def as_groups(samples: Sequence[ArrayLike]) -> list[NDArray[Any]]:
    """Real data of groups of subjects, of the same shape but for the number of subjects."""
    groups = [as_samples(f"X[{i}]", one) for i, one in enumerate(samples)]
    shapes = {one.shape[1:] for one in groups}
    if len(shapes) > 1:
        msg = f"all groups of X must have the same shape for a subject, got {sorted(shapes)}"
        raise MismatchError(msg)
    return groups


def as_level(threshold: float, tail: Tail) -> float:
    """A threshold on the side that a tail looks at."""
    level = number("threshold", threshold)
    if (level < 0) if tail >= 0 else (level > 0):
        side = "at most" if tail < 0 else "at least"
        msg = f"threshold must be {side} 0 with tail={tail}, got {threshold!r}"
        raise InputError(msg)
    return level


def as_enhancement(threshold: Mapping[str, Any], tail: Tail) -> Enhancement:
    """Threshold-free enhancement from a dict with "start", "step", and powers."""
    known_options("threshold", threshold, ["start", "step", *POWERS])
    for key in ("start", "step"):
        if key not in threshold:
            msg = f'threshold, if it is a dict, must have "start" and "step", got {dict(threshold)}'
            raise UnknownNameError(msg)
    sign = -1 if tail < 0 else 1
    start = sign * number('threshold["start"]', threshold["start"])
    if start < 0 and tail <= 0:
        limit = "at most" if tail else "at least"
        msg = f'threshold["start"] must be {limit} 0 with tail={tail}, got {threshold["start"]!r}'
        raise InputError(msg)
    step = None
    if threshold["step"] != "exact":
        step = sign * number('threshold["step"], if it is not "exact",', threshold["step"])
        if step <= 0:
            side = "below" if tail < 0 else "above"
            msg = f'threshold["step"] must be {side} 0 with tail={tail}, got {threshold["step"]!r}'
            raise InputError(msg)
    powers = {name: threshold.get(name, usual) for name, usual in POWERS.items()}
    return Enhancement(
        tail=tail,
        start=start,
        step=step,
        height_power=number('threshold["h_power"]', powers["h_power"], above=-1),
        extent_power=number('threshold["e_power"]', powers["e_power"]),
    )


def as_neighbours(adjacency: Adjacency, shape: tuple[int, ...], max_step: int) -> Neighbours:
    """Neighbours of the tests of an array: its own axes, none, or those of a sparse matrix."""
    n_tests = int(np.prod(shape))
    if adjacency is None:
        return on_lattice(shape)
    if adjacency is False:
        return alone(n_tests)
    if not (hasattr(adjacency, "tocoo") and hasattr(adjacency, "nnz")):
        msg = f"adjacency must be a SciPy sparse matrix, False or None, got {type(adjacency)}"
        raise InputError(msg)
    size = adjacency.shape[0]
    if size == n_tests:
        return in_space(adjacency)
    if size * shape[0] != n_tests:
        msg = (
            f"adjacency must have {n_tests} rows for all tests, or {n_tests // shape[0]} for those "
            f"of one time, got {size}: make it of the sources that the data have, such as "
            'those of fwd["src"] or inv["src"]'
        )
        raise MismatchError(msg)
    return in_space(adjacency, shape[0], max_step)


def as_included(exclude: ArrayLike | None, n_tests: int) -> Bools | None:
    """Which tests count."""
    if exclude is None:
        return None
    out = np.asarray(exclude)
    if out.dtype != np.bool_:
        msg = f"exclude must hold True and False, got {out.dtype}"
        raise ArgumentTypeError(msg)
    if out.size != n_tests:
        msg = f"exclude must have the shape of a subject's data, {n_tests} tests, got {out.shape}"
        raise MismatchError(msg)
    return ~out.ravel()


def excluded_places(places: Sequence[int] | None, shape: tuple[int, ...]) -> Bools | None:
    """All tests of some places, which are the last axis."""
    if places is None:
        return None
    numbers = np.asarray(places)
    if numbers.size and (numbers.min() < -shape[-1] or numbers.max() >= shape[-1]):
        msg = f"spatial_exclude must be below {shape[-1]}, got {numbers.max()}"
        raise OutOfRangeError(msg)
    out = np.zeros(shape, np.bool_)
    out[..., numbers.astype(np.int64)] = True
    return out


def flat(samples: NDArray[Any]) -> Floats:
    """Data of subjects (n_subjects, n_tests)."""
    return samples.reshape(len(samples), -1)
