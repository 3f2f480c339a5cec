"""Detection: whether trials hold a response, by a test with random signs.

Without a response a trial is as likely as the same with its sign turned. The largest scan energy
of the average, over sources and times, is therefore compared with that of averages of the same
trials with random signs: its chance among them holds for all sources and times together.
"""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.progress import tracked
from leadfield.trust.data_components import average_components
from leadfield.trust.scan_maximum import ScanSearch, find_maxima

LEVEL = 0.05  # at which there is a response
FEWEST_FLIPS = 19  # with fewer no p is at most 0.05
COLUMNS = 3000  # at once
TIE = 1e-9  # share by which equal energies may differ


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SignFlipTest:
    """Result of the test: ``curve`` (n_times,) is the largest scan energy at ``times`` in s.

    ``statistic`` is its maximum, ``threshold`` what it must exceed for ``p`` at most 0.05.
    """

    p: float
    statistic: float
    threshold: float
    curve: Floats
    times: Floats
    n_trials: int
    n_flips: int

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def found(self) -> bool:
        """Whether there is a response."""
        return self.p <= LEVEL

    @property
    def time(self) -> float:
        """When the scan energy is largest, in s."""
        return float(self.times[self.curve.argmax()])

    def found_at(self, time: float) -> bool:
        """Whether the curve is above the threshold at the sample nearest to a time in s."""
        return bool(self.curve[np.abs(self.times - time).argmin()] > self.threshold)


def sign_flip_test(
    search: ScanSearch, trials: Floats, times: Floats, *, n_flips: int, rng: np.random.Generator
) -> SignFlipTest:
    """The test of trials' components (n_trials, n_components, n_times)."""
    curve = find_maxima(search, average_components(trials), np.arange(len(times))).energies
    statistic = float(curve.max())
    maxima = flip_maxima(search, trials, statistic, n_flips=n_flips, rng=rng)
    return SignFlipTest(
        p=float(1 + (maxima >= (1 - TIE) * statistic).sum()) / (1 + n_flips),
        statistic=statistic,
        threshold=float(np.sort(maxima)[-rank_of_threshold(n_flips)]),
        curve=curve,
        times=times,
        n_trials=len(trials),
        n_flips=n_flips,
    )


def rank_of_threshold(n_flips: int) -> int:
    """Which of the largest maxima, counted from 1, a statistic must exceed."""
    return int(LEVEL * (1 + n_flips) + TIE)


def flip_maxima(
    search: ScanSearch,
    trials: Floats,
    statistic: float,
    *,
    n_flips: int,
    rng: np.random.Generator,
) -> Floats:
    """Largest scan energy (n_flips,) over sources and times for random signs of the trials.

    Exact for the largest ones, which make the threshold; of others only whether they reach the
    statistic.
    """
    n, count, n_times = trials.shape
    rank = rank_of_threshold(n_flips)
    step = max(1, COLUMNS // n_times)
    maxima = np.zeros(n_flips)

    def enough(best: Floats) -> Floats:
        decided = best >= (1 - TIE) * statistic
        return np.maximum(best, np.where(decided, level, min(level, (1 - TIE) * statistic)))

    flat = trials.reshape(n, -1)
    for start in tracked(range(0, n_flips, step), "Random signs", -(-n_flips // step)):
        stop = min(start + step, n_flips)
        level = float(np.partition(maxima, n_flips - rank)[n_flips - rank])
        signs = rng.choice([-1.0, 1.0], (stop - start, n))
        sums = (signs @ flat / np.sqrt(n)).reshape(stop - start, count, n_times)
        components = sums.transpose(1, 0, 2).reshape(count, -1)
        groups = np.repeat(np.arange(stop - start), n_times)
        maxima[start:stop] = find_maxima(search, components, groups, enough).energies
    return maxima
