"""Currents of labels at events, as users put them together: ``SourceSimulator``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.labels.as_label import as_cortical_labels
from leadfield.api.simulation.sources import estimate_of_labels
from leadfield.api.sources.source_spaces import as_sources
from leadfield.base.checks import number, whole
from leadfield.base.errors import ArgumentTypeError, DataError, InputError
from leadfield.base.front_door import public
from leadfield.events.lists import as_events
from leadfield.simulation.label_events import LabelEvents

if TYPE_CHECKING:
    from leadfield.api.estimates.source_estimate import SourceEstimate
    from leadfield.api.labels.label import Label
    from leadfield.api.sources.source_spaces import SourceSpaces
    from leadfield.base.arrays import Floats, Ints

AT_ONCE = 1000  # samples of an estimate, of those it is iterated over
ROUNDING = 1e-6  # of a sample
FARTHEST = 2**31 - 1


@public("leadfield.simulation")
@final
class SourceSimulator:
    """Puts currents of labels at events together, and the trigger channel that goes with them.

    Iterate over it, or pass it to :func:`simulate_raw`, for estimates of 1000 samples each and
    their triggers.

    Parameters
    ----------
    src : SourceSpaces
        The source spaces.
    tstep : float
        Time from one sample to the next in s.
    duration : float | None
        Duration in s; None for the one up to the end of the last waveform.
    first_samp : int
        Number of the first sample.

    Raises
    ------
    InputError
        If ``duration`` is below ``tstep``.

    See Also
    --------
    simulate_raw : Simulates a recording of it.
    simulate_stc : Currents of labels without events.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import read_labels_from_annot
    >>> (label,) = read_labels_from_annot(
    ...     "fsaverage5", regexp="precentral-lh", subjects_dir=subjects_dir
    ... )
    >>> simulator = SourceSimulator(src, tstep=0.01, duration=3.0)
    >>> simulator.add_data(label, 1e-8 * np.hanning(20), [[50, 0, 1], [150, 0, 1]])
    >>> simulator.get_stc().shape, np.flatnonzero(simulator.get_stim_channel())
    ((3, 300), array([ 50, 150]))
    """

    def __init__(
        self,
        src: SourceSpaces,
        tstep: float = 1e-3,
        duration: float | None = None,
        first_samp: int = 0,
    ) -> None:
        self.first_samp = whole("first_samp", first_samp, least=-FARTHEST)
        self._sources = as_sources(src)
        self._tstep = number("tstep", tstep, above=0)
        self._duration = None
        if duration is not None:
            self._duration = number("duration", duration, least=self._tstep)
        self._activity = LabelEvents(events=np.empty((0, 3), np.int64))

    @property
    def duration(self) -> float:
        """Duration in s."""
        return self.n_times * self._tstep if self._duration is None else self._duration

    @property
    def n_times(self) -> int:
        """Number of samples."""
        if self._duration is not None:
            return int(self._duration / self._tstep + ROUNDING)
        last = max(self._activity.stops.tolist(), default=0)
        return max(last - self.first_samp, 1)

    @property
    def last_samp(self) -> int:
        """Number of the last sample."""
        return self.first_samp + self.n_times - 1

    def __iter__(self) -> Iterator[tuple[SourceEstimate, Ints]]:
        for start in range(self.first_samp, self.last_samp + 1, AT_ONCE):
            stop = min(start + AT_ONCE - 1, self.last_samp)
            yield self.get_stc(start, stop), self.get_stim_channel(start, stop)

    def __repr__(self) -> str:
        return (
            f"<SourceSimulator | {len(self._activity.labels)} labels, "
            f"{len(self._activity.events)} events, {self.n_times} samples>"
        )

    def add_data(
        self, label: Label, waveform: ArrayLike | list[ArrayLike], events: ArrayLike
    ) -> None:
        """Give all sources of a label a waveform at each of some events.

        Parameters
        ----------
        label : Label
            The label. Where it holds no source, those nearest to it count.
        waveform : array_like, shape (n_times,) | (n_events, n_times) | list of array_like
            The current in A·m: one waveform for all events, or one for each.
        events : array_like of int, shape (n_events, 3)
            The events, by numbers of samples as ``first_samp`` is: where a waveform starts.

        Raises
        ------
        MismatchError
            If there are not as many waveforms as events.
        """
        (cortical,) = as_cortical_labels([label])
        waveforms, found = _as_waveforms(waveform), as_events(events)
        self._activity = self._activity.with_label(cortical, waveforms, found)

    def get_stim_channel(
        self, start_sample: int | None = 0, stop_sample: int | None = None
    ) -> Ints:
        """Make the trigger channel: numbers of events at their samples.

        Parameters
        ----------
        start_sample : int | None
            The first sample; None for ``first_samp``.
        stop_sample : int | None
            The last sample, which is part of it; None for as many samples as there are in all.

        Returns
        -------
        stim_data : ndarray of int, shape (n_samples,)
            The channel. Of several events at a sample the last one counts.
        """
        return self._activity.triggers(*self._span(start_sample, stop_sample))

    def get_stc(
        self, start_sample: int | None = None, stop_sample: int | None = None
    ) -> SourceEstimate:
        """Make the estimate of the currents, sums where several flow at once.

        Parameters
        ----------
        start_sample : int | None
            The first sample; None for ``first_samp``.
        stop_sample : int | None
            The last sample, which is part of it; None for as many samples as there are in all.

        Returns
        -------
        stc : SourceEstimate
            The currents, at time 0 those of ``first_samp``.

        Raises
        ------
        DataError
            If there are no data, which ``add_data`` adds.
        """
        if not self._activity.labels:
            msg = "there must be data to make an estimate of: add some with add_data"
            raise DataError(msg)
        start, stop = self._span(start_sample, stop_sample)
        return estimate_of_labels(
            self._sources,
            self._activity.labels,
            self._activity.courses(start, stop),
            tmin=(start - self.first_samp) * self._tstep,
            tstep=self._tstep,
        )

    def _span(self, start_sample: int | None, stop_sample: int | None) -> tuple[int, int]:
        """A sample, and the one after the last."""
        start = self.first_samp
        if start_sample is not None:
            start = whole("start_sample", start_sample, least=-FARTHEST)
        if stop_sample is None:
            return start, start + self.n_times
        stop = whole("stop_sample", stop_sample, least=-FARTHEST)
        if stop < start:
            msg = f"stop_sample must be at least start_sample, {start}, got {stop}"
            raise InputError(msg)
        return start, stop + 1


def _as_waveforms(waveform: Any) -> list[Floats]:
    """Waveforms in rows, in a list, or one alone."""
    several = waveform if isinstance(waveform, list) else np.asarray(waveform)
    if isinstance(several, np.ndarray):
        several = list(several) if several.ndim == 2 else [several]
    found = [np.asarray(one) for one in several]
    if not found or any(one.ndim != 1 or one.dtype.kind not in "fiu" for one in found):
        msg = f"waveform must be numbers in a row, in rows, or a list of rows, got {waveform!r}"
        raise ArgumentTypeError(msg)
    return [np.array(one, np.float64) for one in found]
