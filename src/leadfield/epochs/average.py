"""Averages of epochs: mean and standard error in one pass, others over a stack."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of
from leadfield.base.errors import DataError, InputError
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.event_names import matching
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.good_epochs import Blame, collect, good_epochs, require_some, settle

Combine = Callable[[Floats], Floats]


class RunningMean:
    """The mean of arrays that come one by one."""

    kind = "average"

    def __init__(self, shape: tuple[int, int]) -> None:
        self.n = 0
        self._total = np.zeros(shape)

    def add(self, x: Floats) -> None:
        """Take in one array."""
        self.n += 1
        self._total += x

    def result(self) -> Floats:
        """The mean of all so far."""
        return self._total / self.n


class RunningError:
    """The standard error of the mean of arrays that come one by one.

    Welford 1962: the sum of squared distances from a mean that moves along, which does
    not cancel as sum(x²) - n mean² would.
    """

    kind = "standard_error"

    def __init__(self, shape: tuple[int, int]) -> None:
        self.n = 0
        self._mean = np.zeros(shape)
        self._squares = np.zeros(shape)

    def add(self, x: Floats) -> None:
        """Take in one array."""
        self.n += 1
        away = x - self._mean
        self._mean += away / self.n
        away *= x - self._mean
        self._squares += away

    def result(self) -> Floats:
        """Standard deviation (divided by n) over the root of n."""
        return np.sqrt(self._squares) / self.n


RUNNING: dict[str, type[RunningMean | RunningError]] = {"mean": RunningMean, "std": RunningError}
STACKED: dict[str, Combine] = {"median": lambda stack: np.median(stack, axis=0)}


def average(
    epochs: EpochSet, method: str | Combine = "mean", *, by_name: bool = False
) -> tuple[EpochSet, list[EvokedResponse]]:
    """The good epochs, and their average, or that of each event name."""
    if not callable(method):
        one_of("method", method, [*RUNNING, *STACKED])
        if method in RUNNING:
            return _in_one_pass(epochs, RUNNING[method], by_name=by_name)
        method = STACKED[method]
    kept, stack = collect(epochs)
    evokeds = []
    for name, numbers in _groups(kept, by_name=by_name).items():
        rows = np.isin(kept.choice.events[:, 2], list(numbers))
        _some(kept, int(rows.sum()), name)
        data = np.asarray(method(stack[rows]))
        if data.shape != kept.shape[1:] or data.dtype.kind not in "fiu":
            msg = (
                f"method must turn (n, n_channels, n_times) into real {kept.shape[1:]}, it gave "
                f"{data.dtype} {data.shape}"
            )
            raise InputError(msg)
        n = int(rows.sum())
        evokeds.append(_evoked(kept, data, n=n, kind=RunningMean.kind, name=name))
    return kept, evokeds


def _in_one_pass(
    epochs: EpochSet, running: type[RunningMean | RunningError], *, by_name: bool
) -> tuple[EpochSet, list[EvokedResponse]]:
    groups = _groups(epochs, by_name=by_name)
    sums = {name: running(epochs.shape[1:]) for name in groups}
    blame: Blame = {}
    numbers = epochs.choice.events[:, 2].tolist()
    for row, epoch in good_epochs(epochs, blame):
        for name, members in groups.items():
            if numbers[row] in members:
                sums[name].add(epoch)
    kept = settle(epochs, blame)
    for name, one in sums.items():
        _some(kept, one.n, name)
    kind = running.kind
    evokeds = [
        _evoked(kept, one.result(), n=one.n, kind=kind, name=name) for name, one in sums.items()
    ]
    return kept, evokeds


def _groups(epochs: EpochSet, *, by_name: bool) -> dict[str | None, set[int]]:
    """Event numbers that are averaged together, by name; None names them all."""
    event_id = epochs.choice.event_id
    if not by_name:
        return {None: set(epochs.choice.events[:, 2].tolist())}
    return {name: {event_id[m] for m in matching(event_id, [name])} for name in event_id}


def _some(kept: EpochSet, n: int, name: str | None) -> None:
    require_some(kept)
    if not n:
        msg = f"at least one epoch of {name!r} must be left to average by name, all were dropped"
        raise DataError(msg)


def _evoked(
    epochs: EpochSet, data: Floats, *, n: int, kind: str, name: str | None
) -> EvokedResponse:
    comment = epochs.choice.comment() if name is None else name
    evoked = EvokedResponse(
        info=epochs.info, data=data, first=0, n_averaged=n, comment=comment, kind=kind
    )
    return replace(evoked.starting_at(float(epochs.times[0])), baseline=epochs.baseline)
