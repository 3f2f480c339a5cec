"""Time courses of conditions: channels made one, mean over responses, confidence interval."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import looked_up
from leadfield.base.errors import InputError
from leadfield.epochs.evoked import EvokedResponse

Combine = Callable[[Floats], Any]

RESAMPLINGS = 2000
"""How many means of resampled responses an interval comes from."""
SEED = 0
"""Where their random numbers start, so that a figure is the same each time."""


def _rms(data: Floats) -> Floats:
    power: Floats = np.sqrt((data**2).mean(axis=1))
    return power


# Each turns (n_responses, n_channels, n_times) into (n_responses, n_times).
COMBINE: dict[str, Combine] = {
    "mean": lambda data: data.mean(axis=1),
    "median": lambda data: np.median(data, axis=1),
    "std": lambda data: data.std(axis=1),
    "rms": _rms,
}


def combine_function(combine: str | Combine, kind: str) -> Combine:
    """What makes one course of the channels of a type.

    ``"gfp"`` is the global field power, the deviation from the mean over channels, for EEG; the
    root mean square for the others, whose zero is no matter of a reference.
    """
    if callable(combine):
        return combine
    gfp = COMBINE["std"] if kind == "eeg" else COMBINE["rms"]
    return looked_up("combine", combine, {**COMBINE, "gfp": gfp})


def combined_courses(
    responses: Sequence[EvokedResponse], rows: Ints, combine: Combine | None
) -> Floats:
    """Courses (n_responses, n_times) of channels made one; of the only channel for None."""
    data = np.stack([one.data[rows] for one in responses])
    if combine is None:
        return data[:, 0]
    courses = np.asarray(combine(data), np.float64)
    if courses.shape != (len(data), data.shape[2]):
        msg = (
            "combine must turn samples (n_responses, n_channels, n_times) into "
            f"(n_responses, n_times) = {(len(data), data.shape[2])}, got {courses.shape}"
        )
        raise InputError(msg)
    return courses


def bootstrap_interval(courses: Floats, level: float) -> Floats:
    """Interval (2, n_times) that holds a share ``level`` of means of resampled courses."""
    n = len(courses)
    random = np.random.default_rng(SEED)
    weights = random.multinomial(n, np.full(n, 1 / n), size=RESAMPLINGS) / n
    tail = 50 * (1 - level)
    interval: Floats = np.percentile(weights @ courses, [tail, 100 - tail], axis=0)
    return interval


def check_interval(interval: Any, n_times: int) -> Floats:
    """The interval that a user's own function gave."""
    out = np.asarray(interval, np.float64)
    if out.shape != (2, n_times):
        msg = f"ci must give lower and upper limits (2, {n_times}), got shape {out.shape}"
        raise InputError(msg)
    return out
