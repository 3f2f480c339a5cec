"""What epochs do with their events: choosing, dropping, counting."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.epochs.plot_trials import plot_drop_log
from leadfield.api.epochs.timed_data import TimedData
from leadfield.api.recording.info import Info
from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import listed, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.equalize import surplus
from leadfield.epochs.event_names import named_numbers
from leadfield.epochs.good_epochs import drop_bad
from leadfield.epochs.indexing import chosen_rows
from leadfield.epochs.rejection import check_types, stricter
from leadfield.epochs.selection import DropLog

if TYPE_CHECKING:
    from matplotlib.figure import Figure


class EventEpochs(TimedData):
    """Epochs and the events they are around."""

    _value: EpochSet

    def _hold(self, value: EpochSet) -> None:
        """Take a value, and its information, which others may hold."""
        self._value = value
        if hasattr(self, "info"):
            self.info.value = value.info
        else:
            self.info = Info(value.info)

    def _like(self, value: EpochSet) -> Self:
        """Another object of this class that holds a value."""
        out = type(self).__new__(type(self))
        out._hold(value)  # noqa: SLF001 - its own
        return out

    @property
    def value(self) -> EpochSet:
        """The epochs as a value."""
        return replace(self._value, info=self.info.value)

    @property
    def times(self) -> Floats:
        """Times in s relative to the event."""
        return self._value.times

    @property
    def events(self) -> Ints:
        """Events (n_epochs, 3): sample, value before, number."""
        return self._value.choice.events

    @property
    def event_id(self) -> dict[str, int]:
        """Numbers of the events by name; can be set to other names of the same numbers."""
        return dict(self._value.choice.event_id)

    @event_id.setter
    def event_id(self, event_id: Any) -> None:
        names = named_numbers(event_id, self.events)
        unnamed = np.setdiff1d(self.events[:, 2], list(names.values()))
        if len(unnamed):
            msg = f"event_id must name all numbers of events, {listed(unnamed.tolist())} lack one"
            raise InputError(msg)
        choice = replace(self._value.choice, event_id=names)
        self._value = replace(self._value, choice=choice)

    @property
    def selection(self) -> Ints:
        """Place of each epoch's event in the list that the epochs were made from."""
        return self._value.choice.selection

    @property
    def drop_log(self) -> DropLog:
        """For each event of that list why it has no epoch here, or ``()``.

        ``"IGNORED"``: another event number; ``"NO_DATA"``, ``"TOO_SHORT"``: at an end of
        the recording; a description that starts with "bad"; or names of channels.
        """
        return self._value.choice.drop_log

    @property
    def reject(self) -> dict[str, float] | None:
        """Largest peak-to-peak amplitudes by channel type."""
        return dict(self._value.rejection.reject) or None

    @property
    def flat(self) -> dict[str, float] | None:
        """Smallest peak-to-peak amplitudes by channel type."""
        return dict(self._value.rejection.flat) or None

    @property
    def reject_tmin(self) -> float | None:
        """Start in s of what is judged."""
        return self._value.rejection.start

    @property
    def reject_tmax(self) -> float | None:
        """End in s of what is judged."""
        return self._value.rejection.stop

    def __len__(self) -> int:
        self.drop_bad()
        return len(self._value)

    def __getitem__(self, item: Any) -> Self:
        value = self.value
        taken = value.taken(chosen_rows(value, item))
        return self._like(replace(taken, choice=taken.choice.with_present_names()))

    @verbose_aware
    def drop_bad(
        self,
        reject: dict[str, float] | str | None = "existing",
        flat: dict[str, float] | str | None = "existing",
        verbose: Verbose = None,
    ) -> Self:
        """Drop bad epochs, in place; only samples that must be judged are read.

        Parameters
        ----------
        reject, flat : dict | "existing" | None
            Largest and smallest peak-to-peak amplitude by channel type, at least as
            strict as before; ``"existing"`` for those given before.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself.
        """
        value = self.value
        limits = [reject, flat]
        for name, given in zip(("reject", "flat"), limits, strict=True):
            if isinstance(given, str):
                one_of(name, given, ["existing"])
        if limits != ["existing", "existing"]:
            old = value.rejection
            new_reject = old.reject if isinstance(reject, str) else reject
            new_flat = old.flat if isinstance(flat, str) else flat
            rejection = stricter(old, new_reject, new_flat)
            check_types(rejection, value.info.channels)
            value = replace(value, rejection=rejection, settled=False)
        self._hold(drop_bad(value))
        return self

    @verbose_aware
    def drop(
        self,
        indices: int | ArrayLike,
        reason: str | Sequence[str] = "USER",
        verbose: Verbose = None,
    ) -> Self:
        """Drop epochs by number, in place.

        Parameters
        ----------
        indices : int | array_like of int | array_like of bool
            Numbers among the epochs there are, or a mask of those to drop.
        reason : str | list of str
            What the drop log says.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        self : same type
            The object itself.
        """
        value = self.value
        out = np.unique(chosen_rows(value, np.atleast_1d(indices)))
        reasons = (reason,) if isinstance(reason, str) else tuple(reason)
        if not all(isinstance(one, str) for one in reasons):
            msg = f"reason must be a string or a list of strings, got {reason!r}"
            raise ArgumentTypeError(msg)
        self._hold(value.taken(np.setdiff1d(np.arange(len(value)), out), reason=reasons))
        LOGGER.info("Dropped %d epochs: %s", len(out), listed(out.tolist()))
        return self

    def drop_log_stats(self, ignore: Iterable[str] = ("IGNORED",)) -> float:
        """Share of epochs that were dropped.

        Parameters
        ----------
        ignore : list of str
            Reasons that do not count.

        Returns
        -------
        perc : float
            In percent.
        """
        ignored = set(ignore)
        counted = [bool(log) for log in self.drop_log if not ignored & set(log)]
        return 100 * sum(counted) / max(len(counted), 1)

    def plot_drop_log(
        self,
        threshold: float = 0,
        n_max_plot: int = 20,
        subject: str | None = None,
        color: Any = "lightgray",
        width: float = 0.8,
        ignore: Sequence[str] = ("IGNORED",),
        show: bool = True,
    ) -> "Figure | None":
        """How many epochs were dropped, and by which channels or reasons.

        Parameters
        ----------
        threshold : float
            Draw only if more than this share, in per cent, was dropped.
        n_max_plot : int
            The most reasons to draw.
        subject : str | None
            Name to put into the title.
        color : colour
            Colour of the bars.
        width : float
            Width of the bars.
        ignore : list of str
            Reasons that make an epoch not count.
        show : bool
            Whether to open a window, where the Matplotlib backend has windows.

        Returns
        -------
        fig : matplotlib.figure.Figure | None
            The figure; None if no more than ``threshold`` were dropped.
        """
        return plot_drop_log(
            self.drop_log, threshold, n_max_plot, subject, color, width, ignore, show
        )

    def equalize_event_counts(
        self,
        event_ids: Sequence[str | Sequence[str]] | dict[str, int] | None = None,
        method: str = "mintime",
        *,
        rng: "np.random.Generator | int | None" = None,
    ) -> tuple[Self, Ints]:
        """Drop epochs, in place, until all conditions have equally many.

        Parameters
        ----------
        event_ids : list | dict | None
            Names of conditions, lists of names that are one condition together, or
            parts of names between slashes; None for all names.
        method : "mintime" | "truncate" | "random"
            Which epochs stay: those nearest in time to the smallest condition's, the
            first ones, or any.
        rng : Generator | int | None
            Randomness of ``"random"``.

        Returns
        -------
        self : same type
            The object itself.
        indices : ndarray of int
            Numbers of the epochs that were dropped.
        """
        if isinstance(event_ids, str):
            msg = f"event_ids must be a list of names, got {event_ids!r}"
            raise ArgumentTypeError(msg)
        conditions = list(self.event_id) if event_ids is None else list(event_ids)
        if not conditions:
            msg = "event_ids must name at least one condition, got none"
            raise InputError(msg)
        self.drop_bad()
        value = self.value
        rows = surplus(value, conditions, method, np.random.default_rng(rng))
        if len(rows):
            self.drop(rows, reason="EQUALIZED_COUNT")
        return self, rows
