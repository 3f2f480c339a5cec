"""Evoked response: the average of epochs, as a value."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.epochs.baseline import (
    Interval,
    baseline_samples,
    check_baseline,
    describe_baseline,
    log_baseline,
)
from leadfield.epochs.time_axis import check_decimation, decimation_slice
from leadfield.recording.info import MeasurementInfo

DIPOLE_COURSE = "dipole_amplitude_cuvre"  # codespell:ignore cuvre - MNE-Python's word for it
KINDS = ("average", "standard_error", DIPOLE_COURSE)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EvokedResponse:
    """Averaged samples ``data`` (n_channels, n_times) in SI units.

    ``first`` is the first sample's place relative to the event, in samples, and
    ``time_offset`` in s what the time axis is ahead of that; ``nave`` the effective number
    of epochs. ``kind`` is one of ``KINDS``; ``baseline`` (start, end) in s, if one was
    subtracted. Samples are real, or complex where they were made of such. ``file`` is what it
    was read from.

    The value of an ``Evoked`` shares its samples, which it shows read-only: whoever keeps
    such a value longer than a call copies ``data``.
    """

    info: MeasurementInfo
    data: Floats
    first: int
    nave: float
    comment: str = ""
    kind: str = "average"
    baseline: Interval | None = None
    time_offset: float = 0.0
    file: Path | None = None

    def __post_init__(self) -> None:
        one_of("kind", self.kind, KINDS)
        shape = (len(self.info.channels), None)
        dtype = np.complex128 if np.iscomplexobj(self.data) else np.float64
        value = locked(self.data, dtype, shape=shape, name="evoked data")
        object.__setattr__(self, "data", value)
        if not value.shape[1]:
            msg = "evoked data must hold at least one sample, got none"
            raise InputError(msg)
        if not self.nave > 0:
            msg = f"nave must be above 0, got {self.nave}"
            raise InputError(msg)
        lock_arrays(self)

    @property
    def times(self) -> Floats:
        """Time of each sample relative to the event, in s."""
        rate, n = self.info.sampling_rate, self.data.shape[1]
        times: Floats
        if self.time_offset:
            times = (self.first / rate + self.time_offset) + np.arange(n) / rate
        else:
            times = np.arange(self.first, self.first + n) / rate
        return times

    def describe(self) -> str:
        """The representation of the response: what it averages, when, with which baseline."""
        times = self.times
        baseline = describe_baseline(self.baseline, times, self.info.sampling_rate)
        return (
            f"<Evoked | {self.comment!r} ({self.kind}, N={self.nave:g}), {times[0]:.5g} to "
            f"{times[-1]:.5g} s, {baseline}, {len(self.data)} channels>"
        )

    def pick(self, rows: Ints) -> "EvokedResponse":
        """Only these channels."""
        return replace(self, info=self.info.pick(rows), data=self.data[rows])

    def with_data(self, data: Floats) -> "EvokedResponse":
        """The same response with other samples."""
        return replace(self, data=data)

    def with_samples(self, data: Floats, info: MeasurementInfo) -> "EvokedResponse":
        """With other samples, at the sampling rate of ``info``, from the same time on."""
        tmin, rate = float(self.times[0]), self.info.sampling_rate
        other = replace(self, data=data, info=info)
        return other if info.sampling_rate == rate else other.with_tmin(tmin)

    def crop_samples(self, samples: slice) -> "EvokedResponse":
        """Only a range of samples."""
        start, _, _ = samples.indices(self.data.shape[1])
        return replace(self, data=self.data[:, samples], first=self.first + start)

    def with_tmin(self, tmin: float) -> "EvokedResponse":
        """The same samples on a time axis that starts at ``tmin`` s."""
        rate = self.info.sampling_rate
        first = round(tmin * rate)
        offset = tmin - first / rate
        # Less is the rounding of the division, not a shift.
        time_offset = offset if abs(offset) * rate > 1e-9 else 0.0
        return replace(self, first=first, time_offset=time_offset)

    def decimate(self, decim: int, offset: int = 0) -> "EvokedResponse":
        """Every ``decim``-th sample, the one at time 0 among them (unless ``offset``)."""
        info = self.info
        decim, offset = check_decimation(decim, offset, info.sampling_rate, info.lowpass)
        decimation = decimation_slice(self.first, decim, offset)
        data = self.data[:, decimation].copy()
        info = replace(info, sampling_rate=info.sampling_rate / decim)
        first = (self.first + decimation.start) / decim
        nearest = round(first)
        shift = self.time_offset + (first - nearest) / info.sampling_rate
        return replace(self, info=info, data=data, first=nearest, time_offset=shift)


def baseline_to_subtract(evoked: EvokedResponse, given: object) -> Interval | None:
    """The checked baseline; None only if none was subtracted before, which nothing undoes."""
    baseline = check_baseline(given, evoked.times, evoked.info.sampling_rate)
    if baseline is None and evoked.baseline is not None:
        msg = "a baseline that was subtracted cannot be put back: average the epochs again"
        raise InputError(msg)
    log_baseline(baseline)
    return baseline


def baseline_mean(evoked: EvokedResponse, baseline: Interval) -> Floats:
    """Mean (n_channels, 1) of each channel over the baseline."""
    samples = baseline_samples(baseline, evoked.times)
    mean: Floats = evoked.data[:, samples].mean(axis=1, keepdims=True)
    return mean
