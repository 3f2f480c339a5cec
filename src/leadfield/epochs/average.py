"""Averages of epochs: mean, standard error, median and functions of one's own."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Literal, final

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of
from leadfield.base.errors import DataError, InputError
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.event_names import match_event_names
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.good_epochs import (
    collect_good_epochs,
    drop_rejected,
    iterate_good_epochs,
    require_epochs,
)
from leadfield.epochs.selection import DropReasons
from leadfield.recording.picks import Picks, resolve_picks

Combine = Callable[[Floats], Floats]
Method = Literal["mean", "median"] | Combine


class RunningStatistic(ABC):
    """A statistic of arrays that come one by one, ``n`` so far."""

    kind: ClassVar[str]
    n: int

    @abstractmethod
    def add(self, x: Floats) -> None:
        """Take in one array."""

    @abstractmethod
    def result(self) -> Floats:
        """The statistic of all arrays so far."""


@final
class RunningMean(RunningStatistic):
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
        """The mean of all arrays so far."""
        return self._total / self.n


@final
class RunningError(RunningStatistic):
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
    epochs: EpochSet,
    method: str | Combine = "mean",
    *,
    picks: Picks = "all",
    by_event_type: bool = False,
) -> tuple[EpochSet, list[EvokedResponse]]:
    """The good epochs, and the average of some channels, of all epochs or by event name."""
    good, evokeds = _average_all_channels(epochs, method, by_event_type=by_event_type)
    rows = resolve_picks(good.info, picks, exclude=())
    return good, [one.pick(rows) for one in evokeds]


def evoked_of_epoch(epochs: EpochSet, row: int, epoch: Floats) -> EvokedResponse:
    """The evoked response of one epoch, called by its event code."""
    comment = str(epochs.events[row, 2])
    evoked = EvokedResponse(info=epochs.info, data=epoch, first=0, nave=1, comment=comment)
    return evoked.with_tmin(float(epochs.times[0]))


def _average_all_channels(
    epochs: EpochSet, method: str | Combine, *, by_event_type: bool
) -> tuple[EpochSet, list[EvokedResponse]]:
    if not callable(method):
        one_of("method", method, [*RUNNING, *STACKED])
        if method in RUNNING:
            return _average_in_one_pass(epochs, RUNNING[method], by_event_type=by_event_type)
        method = STACKED[method]
    good, stack = collect_good_epochs(epochs)
    evokeds = []
    for name, codes in _group_codes(good, by_event_type=by_event_type).items():
        rows = np.isin(good.events[:, 2], list(codes))
        n = int(rows.sum())
        _require_epochs_of(good, n, name)
        data = np.asarray(method(stack[rows]))
        if data.shape != good.shape[1:] or data.dtype.kind not in "fiu":
            msg = (
                f"method must turn (n, n_channels, n_times) into real {good.shape[1:]}, it gave "
                f"{data.dtype} {data.shape}"
            )
            raise InputError(msg)
        evokeds.append(_make_evoked(good, data, nave=n, kind=RunningMean.kind, name=name))
    return good, evokeds


def _average_in_one_pass(
    epochs: EpochSet, running: type[RunningMean | RunningError], *, by_event_type: bool
) -> tuple[EpochSet, list[EvokedResponse]]:
    groups = _group_codes(epochs, by_event_type=by_event_type)
    statistics = {name: running(epochs.shape[1:]) for name in groups}
    drop_reasons: DropReasons = {}
    codes = epochs.events[:, 2].tolist()
    for row, epoch in iterate_good_epochs(epochs, drop_reasons):
        for name, members in groups.items():
            if codes[row] in members:
                statistics[name].add(epoch)
    good = drop_rejected(epochs, drop_reasons)
    for name, one in statistics.items():
        _require_epochs_of(good, one.n, name)
    evokeds = [
        _make_evoked(good, one.result(), nave=one.n, kind=running.kind, name=name)
        for name, one in statistics.items()
    ]
    return good, evokeds


def _group_codes(epochs: EpochSet, *, by_event_type: bool) -> dict[str | None, set[int]]:
    """Event codes that are averaged together, by name; None names them all."""
    event_id = epochs.event_id
    if not by_event_type:
        return {None: set(epochs.events[:, 2].tolist())}
    return {name: {event_id[m] for m in match_event_names(event_id, [name])} for name in event_id}


def _require_epochs_of(good: EpochSet, n: int, name: str | None) -> None:
    require_epochs(good)
    if not n:
        msg = f"at least one epoch of {name!r} must be left to average by name, all were dropped"
        raise DataError(msg)


def _make_evoked(
    epochs: EpochSet, data: Floats, *, nave: int, kind: str, name: str | None
) -> EvokedResponse:
    comment = epochs.event_selection.comment() if name is None else name
    evoked = EvokedResponse(
        info=epochs.info, data=data, first=0, nave=nave, comment=comment, kind=kind
    )
    return replace(evoked.with_tmin(float(epochs.times[0])), baseline=epochs.baseline)
