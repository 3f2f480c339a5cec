"""Courses of labels that start at events, one after the other or at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import MismatchError
from leadfield.labels.label import CorticalLabel


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LabelEvents:
    """What labels do at events: ``waveforms[i]`` in ``labels[owners[i]]`` from ``events[i]`` on.

    ``events`` (n, 3) are samples, anything, and numbers for the trigger channel.
    """

    labels: tuple[CorticalLabel, ...] = ()
    owners: tuple[int, ...] = ()
    waveforms: tuple[Floats, ...] = ()
    events: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)

    def with_label(
        self, label: CorticalLabel, waveforms: Sequence[Floats], events: Ints
    ) -> "LabelEvents":
        """The same, and a label with a waveform for each of some events, or one for all."""
        several = list(waveforms) * (len(events) if len(waveforms) == 1 else 1)
        if len(several) != len(events):
            msg = (
                f"there must be one waveform, or one for each of {len(events)} events, got "
                f"{len(several)}"
            )
            raise MismatchError(msg)
        return LabelEvents(
            labels=(*self.labels, label),
            owners=(*self.owners, *[len(self.labels)] * len(events)),
            waveforms=(*self.waveforms, *several),
            events=np.concatenate([self.events, events]),
        )

    @property
    def stops(self) -> Ints:
        """The sample after each waveform."""
        return self.events[:, 0] + np.array([len(one) for one in self.waveforms], np.int64)

    def courses(self, start: int, stop: int) -> Floats:
        """The course (n_labels, n_times) of each label from one sample up to another."""
        out = np.zeros((len(self.labels), stop - start))
        begins, ends = self.events[:, 0], self.stops
        for i in np.flatnonzero((ends > start) & (begins < stop)):
            low, high = max(int(begins[i]), start), min(int(ends[i]), stop)
            some = self.waveforms[i][low - begins[i] : high - begins[i]]
            out[self.owners[i], low - start : high - start] += some
        return out

    def triggers(self, start: int, stop: int) -> Ints:
        """The numbers of events at their samples, else 0, from one sample up to another."""
        out = np.zeros(stop - start, np.int64)
        here = self.events[(self.events[:, 0] >= start) & (self.events[:, 0] < stop)]
        out[here[:, 0] - start] = here[:, 2]
        return out
