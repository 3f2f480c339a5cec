"""Reading from raw recordings as users hold them."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.recording.annotations import Annotations, as_date
from leadfield.api.recording.channel_data import ChannelData
from leadfield.api.recording.info import Info
from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import number, one_of, whole
from leadfield.base.errors import ArgumentTypeError, InputError, OutOfRangeError
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.epochs.units import factors
from leadfield.recording.picks import resolve_picks
from leadfield.recording.raw import RawRecording
from leadfield.recording.spans import good_samples


class RecordedData(ChannelData):
    """A continuous recording that can be read."""

    def __init__(self, value: RawRecording) -> None:
        self._value = value
        self.info = Info(value.info)
        self._annotations = Annotations.of(value.annotations, value.info.measured_at)

    @property
    def value(self) -> RawRecording:
        """The recording, with what was changed in ``info`` and ``annotations``."""
        info, annotations = self.info.value, self._annotations.values
        return replace(self._value, info=info, annotations=annotations)

    @value.setter
    def value(self, value: RawRecording) -> None:
        self._value = value
        # The holders stay the same, so that what users keep of them stays true.
        self.info.value = value.info
        self._annotations.values = value.annotations

    @property
    def annotations(self) -> Annotations:
        """Annotations; onsets count from the date of the measurement, or sample 0."""
        return self._annotations

    @property
    def first_samp(self) -> int:
        """Number of the first sample."""
        return self._value.first_sample

    @property
    def last_samp(self) -> int:
        """Number of the last sample."""
        return self._value.first_sample + self.n_times - 1

    @property
    def first_time(self) -> float:
        """When the first sample is on the clock of sample numbers, in s."""
        return self._value.first_time

    @property
    def n_times(self) -> int:
        """Number of samples."""
        return self._value.n_samples

    @property
    def times(self) -> Floats:
        """Times in s, from 0 at the first sample."""
        times: Floats = np.arange(self.n_times) / self.info.value.sampling_rate
        return times

    @property
    def duration(self) -> float:
        """How long it is, in s."""
        return self.n_times / self.info.value.sampling_rate

    @property
    def filenames(self) -> tuple[Path, ...]:
        """The files it is from."""
        return self._value.files

    @property
    def preload(self) -> bool:
        """Whether the samples are in memory."""
        return self._value.held

    @property
    def orig_format(self) -> str:
        """How the file stores samples: ``"single"``, ``"double"``, ``"int"``, ``"short"``."""
        return self._value.stored_as

    def __len__(self) -> int:
        return self.n_times

    def __repr__(self) -> str:
        name = self.filenames[0].name if self.filenames else "from an array"
        where = "in memory" if self.preload else "in the file"
        return (
            f"<Raw | {name}, {len(self.ch_names)} x {self.n_times} ({self.duration:.1f} s), "
            f"{where}>"
        )

    def __getitem__(self, item: Any) -> tuple[Any, Floats]:
        picks, span = item if isinstance(item, tuple) else (item, slice(None))
        start, stop = _samples(span, self.n_times)
        rows = resolve_picks(self.info.value, picks)
        data = self._value.values(start, stop, rows)
        return data, np.arange(start, stop) / self.info.value.sampling_rate

    @verbose_aware
    def get_data(
        self,
        picks: Any = None,
        start: int = 0,
        stop: int | None = None,
        reject_by_annotation: Literal["omit", "NaN"] | None = None,
        return_times: bool = False,
        units: str | Mapping[str, str] | None = None,
        *,
        exclude: str | Collection[str] = (),
        tmin: float | None = None,
        tmax: float | None = None,
        verbose: Verbose = None,
    ) -> Any:
        """Read samples.

        Parameters
        ----------
        picks : str | array_like | slice | None
            Channels by name, type or number; None for all.
        start, stop : int | None
            First sample and the one after the last, counted from 0.
        reject_by_annotation : "omit" | "NaN" | None
            What to do with samples that a bad annotation covers: leave them out, make
            them NaN, or (None) nothing.
        return_times : bool
            Whether to return times too.
        units : str | dict of str | None
            Units such as ``"uV"``, or ``dict(grad="fT/cm", eeg="uV")``; None for SI.
        exclude : list of str | "bads"
            Channels to leave out when picking by type.
        tmin, tmax : float | None
            Instead of ``start`` and ``stop``: times in s, cut down to samples.
        verbose : bool | str | int | None
            How much to tell.

        Returns
        -------
        data : ndarray, shape (n_channels, n_times)
            The samples, complex if the file's are.
        times : ndarray, shape (n_times,)
            Their times in s; only with ``return_times``.
        """
        info = self.info.value
        rows = resolve_picks(info, picks, none="all", exclude=exclude)
        first, last = whole("start", start), self.n_times if stop is None else whole("stop", stop)
        if tmin is not None and first == 0:
            first = int(self.time_as_index(number("tmin", tmin))[0])
        if tmax is not None and stop is None:
            last = int(self.time_as_index(number("tmax", tmax))[0])
        first, last = (min(max(0, one), self.n_times) for one in (first, last))
        data = self._value.values(first, max(first, last), rows)
        times = (first + np.arange(data.shape[1])) / info.sampling_rate
        if reject_by_annotation is not None:
            one_of("reject_by_annotation", str(reject_by_annotation).lower(), ["omit", "nan"])
            good = good_samples(self.value, first, first + data.shape[1])
            LOGGER.info("%d of %d samples are annotated as bad", (~good).sum(), good.size)
            if str(reject_by_annotation).lower() == "omit":
                data, times = data[:, good], times[good]
            else:
                data[:, ~good] = np.nan
        if units is not None:
            types = info.channels.types
            data *= factors(units, [types[i] for i in rows])[:, None]
        return (data, times) if return_times else data

    def time_as_index(
        self,
        times: ArrayLike,
        use_rounding: bool = False,
        origin: datetime | float | None = None,
    ) -> Ints:
        """Sample numbers of times.

        Parameters
        ----------
        times : float | array_like
            Times in s.
        use_rounding : bool
            Whether to round; else the part after the point is cut off.
        origin : datetime | float | None
            When the clock of ``times`` starts: a date; None for the first sample.

        Returns
        -------
        index : ndarray of int
            The numbers, counted from 0 at the first sample.
        """
        info, delta = self.info.value, 0.0
        if (began := as_date(origin)) is not None:
            if info.measured_at is None:
                msg = f"origin must be None, as the recording has no date, got {origin!r}"
                raise InputError(msg)
            delta = (began - info.measured_at - timedelta(seconds=self.first_time)).total_seconds()
        index = (np.atleast_1d(np.asarray(times, np.float64)) + delta) * info.sampling_rate
        numbers: Ints = (np.round(index) if use_rounding else index).astype(np.int64)
        return numbers


def _samples(span: Any, n: int) -> tuple[int, int]:
    """First sample and the one after the last of what stands in brackets."""
    if isinstance(span, slice):
        start, stop, step = span.indices(n)
        if step != 1:
            msg = f"samples must be taken one after another, got a step of {step}"
            raise InputError(msg)
        return start, max(start, stop)
    if isinstance(span, int | np.integer) and not isinstance(span, bool):
        if not -n <= span < n:
            msg = f"a sample must be from {-n} to {n - 1}, got {span}"
            raise OutOfRangeError(msg)
        return int(span) % n, int(span) % n + 1
    msg = f"samples must be a number or a slice, got {span!r}"
    raise ArgumentTypeError(msg)
