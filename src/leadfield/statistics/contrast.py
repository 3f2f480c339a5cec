"""Contrasts: t and F of many tests at once, from products of subjects' weights and their data.

Subjects' signs or order change neither the sum of squares of a test nor, where groups are compared,
its mean. What changes is the correlation ``r`` of the data with weights of unit length, so that
``t = sqrt(df) r / sqrt(1 - r²)``, and ``F`` likewise from the sum of r² over several weights.
"""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.errors import InputError
from leadfield.statistics.resampling import Signs, Tail

ROUNDING = 2.0**-52
TOGETHER = 2**20
"""Numbers that are multiplied one by one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Contrast:
    """Weights (n_weights, n_subjects) of unit length, and the degrees of freedom of what is left.

    ``signed`` is whether the statistic is t, else F; ``centred`` whether the mean over subjects
    is none of the effect.
    """

    weights: Floats
    degrees: int
    signed: bool
    centred: bool

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def margin(self) -> float:
        """How far off a correlation in single precision may be: both its vectors have length 1."""
        n: int = self.weights.shape[1]
        return (n + 4) * 2.0**-23

    def permuted(self, draws: Signs | Ints) -> Floats:
        """Weights (n_permutations, n_weights, n_subjects) with other signs, or of other orders.

        Subjects of groups change places, those of one group their signs.
        """
        if not self.centred:
            return np.asarray(self.weights * draws[:, None, :])
        out = np.empty((len(draws), *self.weights.shape))
        np.put_along_axis(out, draws[:, None, :], self.weights[None], axis=2)
        return out

    def centre(self, data: Floats) -> Floats:
        """Data (n_subjects, n_tests) without what is no effect."""
        return data - data.mean(axis=0) if self.centred else data

    def lengths(self, data: Floats) -> Floats:
        """Roots of sums of squares (n_tests,) of centred data; 0 for those that are rounding."""
        centred = self.centre(data)
        out: Floats = np.sqrt(np.einsum("ij,ij->j", centred, centred))
        if self.centred:
            out[out <= len(data) * ROUNDING * np.sqrt(np.einsum("ij,ij->j", data, data))] = 0
        return out

    def explained(self, weights: Floats, data: Floats) -> Floats:
        """What weights (n_permutations, n_weights, n_subjects) explain of data of unit length.

        Correlations (n_permutations, n_tests) for t, sums of their squares for F.
        """
        count, n_weights, n = weights.shape
        r: Floats = weights.reshape(-1, n) @ data
        if self.signed:
            return r
        squares: Floats = np.square(r, out=r).reshape(count, n_weights, -1).sum(axis=1)
        return squares

    def statistic(self, r: Floats) -> Floats:
        """T from correlations, or F from the sum of their squares."""
        with np.errstate(divide="ignore", invalid="ignore"):
            if self.signed:
                out: Floats = r * np.sqrt(self.degrees / _rest(r * r))
            else:
                out = r * (self.degrees / len(self.weights)) / _rest(r)
        return out

    def critical(self, p: float, tail: Tail) -> float:
        """The statistic that one test exceeds by chance with probability ``p``."""
        if not self.signed:
            from scipy.stats import f  # slow to load

            return float(f.isf(p, len(self.weights), self.degrees))
        from scipy.special import stdtrit

        level = -float(stdtrit(self.degrees, p / (1 + (tail == 0))))
        return -level if tail < 0 else level

    def correlation(self, statistic: float) -> float:
        """The correlation, or the sum of squares, at which the statistic has a value."""
        if self.signed:
            return float(statistic / np.sqrt(self.degrees + statistic**2))
        return statistic / (statistic + self.degrees / len(self.weights))


def _rest(explained: Floats) -> Floats:
    """Share of the sum of squares that is left; 0 where that is rounding."""
    rest = 1 - explained
    rest[rest <= 32 * ROUNDING] = 0
    return rest


def correlations(weights: Floats, rows: Ints, data: Floats, tests: Ints) -> Floats:
    """Products (n,) of rows of weights (n_rows, n_subjects) with tests of data of unit length."""
    out = np.empty(len(tests))
    size = max(TOGETHER // len(data), 1)
    for start in range(0, len(tests), size):
        part = slice(start, start + size)
        some = weights.take(rows[part], axis=0), data.take(tests[part], axis=1)
        np.einsum("ji,ij->j", *some, out=out[part])
    return out


def one_sample_t(n: int) -> Contrast:
    """T of the mean over ``n`` subjects, which may be differences of pairs."""
    _enough(n, 2)
    return Contrast(weights=np.full((1, n), n**-0.5), degrees=n - 1, signed=True, centred=False)


def two_sample_t(n_first: int, n_second: int) -> Contrast:
    """T of the mean of a first group against that of a second, of equal variances."""
    n = n_first + n_second
    _enough(min(n_first, n_second), 1)
    _enough(n, 3)
    means = np.repeat([1 / n_first, -1 / n_second], [n_first, n_second])
    weights = means[None] / np.linalg.norm(means)
    return Contrast(weights=weights, degrees=n - 2, signed=True, centred=True)


def one_way_f(sizes: tuple[int, ...]) -> Contrast:
    """F of differences between the means of two groups or more."""
    n = sum(sizes)
    if len(sizes) < 2:
        msg = f"X must hold two groups or more to be compared, got {len(sizes)}"
        raise InputError(msg)
    _enough(min(sizes), 1)
    _enough(n, len(sizes) + 1)
    group = np.repeat(np.arange(len(sizes)), sizes)
    shares = np.sqrt(np.array(sizes))
    # Directions between groups: all that are orthogonal to the mean over all subjects.
    between = np.linalg.qr(shares[:, None], mode="complete")[0][:, 1:]
    weights = (between / shares[:, None])[group].T
    return Contrast(weights=weights, degrees=n - len(sizes), signed=False, centred=True)


def _enough(n: int, least: int) -> None:
    if n < least:
        msg = f"X must hold at least {least} subjects to be tested, got {n}"
        raise InputError(msg)
