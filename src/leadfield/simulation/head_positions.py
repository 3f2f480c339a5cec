"""Positions of a head that moves in the scanner, and lead fields between them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import InputError
from leadfield.estimates.sensor_signals import SensorGains
from leadfield.estimates.source_courses import Values
from leadfield.recording.frames import Frame, Transform

HALF = np.pi / 2
AT_ONCE = 10_000  # samples of signals
# How much of the left position counts at a share of the way to the next one.
FADES: Mapping[str, Callable[[Floats], Floats]] = {
    "zero": np.ones_like,
    "linear": lambda way: 1 - way,
    "hann": lambda way: np.asarray(np.cos(HALF * way) ** 2),
    "cos2": lambda way: np.asarray(np.cos(HALF * way) ** 2),
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HeadPositions:
    """From the device to the head at some samples, the first at 0; ``fade`` between them."""

    samples: Ints
    transforms: tuple[Transform, ...]
    fade: str

    def __post_init__(self) -> None:
        lock_arrays(self)

    def signals(self, gains: Callable[[int], SensorGains], currents: Values, start: int) -> Floats:
        """Signals of currents from sample ``start`` on, with the gains of each position."""
        stop = start + currents.shape[-1]
        inner = self.samples[(self.samples > start) & (self.samples < stop)]
        parts = []
        for a, b in pairwise([start, *inner.tolist(), stop]):
            at = int(np.searchsorted(self.samples, a, side="right")) - 1
            some = currents[..., a - start : b - start]
            parts.append(self._between(gains, at, some, np.arange(a, b)))
        return np.concatenate(parts, axis=1) if len(parts) > 1 else parts[0]

    def add_signals(
        self,
        data: Floats,
        rows: Ints,
        gains: Callable[[int], SensorGains],
        currents: Callable[[int, int], Values],
    ) -> None:
        """Add signals to some rows of data (n_channels, n_times), a run of samples at a time.

        ``currents`` (n_sources, n) are given from one sample up to another.
        """
        n_times = data.shape[1]
        for start in range(0, n_times, AT_ONCE):
            stop = min(start + AT_ONCE, n_times)
            data[rows, start:stop] += self.signals(gains, currents(start, stop), start)

    def _between(
        self, gains: Callable[[int], SensorGains], at: int, currents: Values, samples: Ints
    ) -> Floats:
        here = gains(at).signals([(slice(None), currents)], currents.shape[-1])
        if at + 1 == len(self.samples) or self.fade == "zero":
            return here
        first, following = self.samples[at : at + 2]
        share = FADES[self.fade]((samples - first) / (following - first))
        there = gains(at + 1).signals([(slice(None), currents)], currents.shape[-1])
        return here * share + there * (1 - share)


def head_positions(
    times: Floats,
    matrices: Floats,
    *,
    first: Transform | None,
    sampling_rate: float,
    fade: str,
) -> HeadPositions:
    """Positions (n, 4, 4) at times in s from the start on, in growing order.

    ``first`` is where the head is before the first one.
    """
    if len(times) and times[0] < 0:
        msg = f"times of head positions must be 0 or more, the first one is {times[0]:g} s"
        raise InputError(msg)
    samples = np.round(times * sampling_rate).astype(np.int64)
    if len(times) and times[0] < 0.5 / sampling_rate:
        samples[0] = 0
    moved = [
        Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=matrix) for matrix in matrices
    ]
    if not len(samples) or samples[0] > 0:
        still = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=np.eye(4))
        moved.insert(0, first or still)
        samples = np.concatenate([[0], samples])
    if (np.diff(samples) <= 0).any():
        msg = "times of head positions must be at least a sample apart"
        raise InputError(msg)
    return HeadPositions(samples=samples, transforms=tuple(moved), fade=fade)


def rotations(quaternions: Floats) -> Floats:
    """Rotation matrices (n, 3, 3) of the last three parts (n, 3) of unit quaternions."""
    b, c, d = quaternions.T
    a = np.sqrt(np.clip(1 - b**2 - c**2 - d**2, 0, None))
    rows = [
        [a**2 + b**2 - c**2 - d**2, 2 * (b * c - a * d), 2 * (b * d + a * c)],
        [2 * (b * c + a * d), a**2 + c**2 - b**2 - d**2, 2 * (c * d - a * b)],
        [2 * (b * d - a * c), 2 * (c * d + a * b), a**2 + d**2 - b**2 - c**2],
    ]
    return np.array(rows).transpose(2, 0, 1)
