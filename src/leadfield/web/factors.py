"""Low-rank factors of source courses, in so few bits that a page stays small."""

from dataclasses import dataclass
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, Floats32, lock_arrays
from leadfield.base.errors import InputError
from leadfield.web.payload import ArrayStore

TOLERANCE = 1e-3
"""Largest error of a value, as a part of the largest value."""
FINE, COARSE = 32767, 127
"""The largest integers of 16 and of 8 bits."""
N_FINE = 24
LONGEST = 5000
BLOCK = 1024
"""Rows that are compared at once: where too few waves are summed, some of the first tell."""


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Columns:
    """A matrix (n_rows, rank), each column a scale times integers.

    The first columns have 16 bits, ``fine`` (n_fine, n_rows), the others 8, ``coarse``
    (rank - n_fine, n_rows). In ``smooth`` ones a column is near to the one before.
    """

    fine: NDArray[np.int16]
    coarse: NDArray[np.int8]
    scales: Floats32
    smooth: bool = False

    def __post_init__(self) -> None:
        lock_arrays(self)

    def first(self, rank: int) -> "Columns":
        """The first columns."""
        n_fine = len(self.fine)
        return Columns(
            fine=self.fine[:rank],
            coarse=self.coarse[: max(rank - n_fine, 0)],
            scales=self.scales[:rank],
            smooth=self.smooth,
        )

    @property
    def matrix(self) -> Floats32:
        """The matrix as a page has it."""
        both = np.concatenate([self.fine.astype(np.float32), self.coarse.astype(np.float32)])
        return (both * self.scales[:, np.newaxis]).T

    def store(self, store: ArrayStore) -> dict[str, Any]:
        """What a header says of it."""
        return {
            "rank": len(self.scales),
            "fine": store.add(self.fine, delta=self.smooth, planes=True),
            "coarse": store.add(self.coarse) if len(self.coarse) else None,
            "scales": store.add(self.scales),
        }


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Factors:
    """Values (n_rows, n_times) as ``columns`` U (n_rows, rank) times ``courses`` V."""

    columns: Columns
    courses: Floats32

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def product(self) -> Floats32:
        """The values as a page has them."""
        return self.columns.matrix @ self.courses

    def are_within(self, allowed: float, values: Floats) -> bool:
        """Whether no value is farther from another than is allowed."""
        matrix = self.columns.matrix
        blocks = (slice(start, start + BLOCK) for start in range(0, len(values), BLOCK))
        return all(
            np.abs(matrix[rows] @ self.courses - values[rows]).max(initial=0) <= allowed
            for rows in blocks
        )

    @property
    def packed_size(self) -> int:
        """How many bytes they take about."""
        store = ArrayStore()
        self.columns.store(store)
        store.add(self.courses)
        return len(store.pack({}))


def quantise_columns(matrix: Floats, *, n_fine: int) -> Columns:
    """A matrix (n_rows, rank) in few bits, its first columns more exactly than the others."""
    n_fine = min(n_fine, matrix.shape[1])
    largest = np.abs(matrix).max(axis=0, initial=0)
    steps = np.where(np.arange(len(largest)) < n_fine, FINE, COARSE)
    scales = np.where(largest > 0, largest, 1) / steps
    whole = np.rint(matrix / scales).T
    return Columns(
        fine=whole[:n_fine].astype(np.int16),
        coarse=whole[n_fine:].astype(np.int8),
        scales=scales.astype(np.float32),
    )


def factorise(values: Floats, *, tolerance: float = TOLERANCE) -> Factors:
    """Values (n_rows, n_times) in few bytes, to ``tolerance`` of the largest.

    Moments are sums of few waves, their lengths are not, but change little from one time to the
    next: whatever is shorter.
    """
    n_times = values.shape[1]
    if n_times > LONGEST:
        msg = f"a page can show at most {LONGEST} times, got {n_times}: crop() or resample() first"
        raise InputError(msg)
    waves = few_waves(values, tolerance)
    if len(waves.courses) < n_times / 2:
        return waves
    return min(waves, each_time(values, tolerance), key=lambda made: made.packed_size)


def each_time(values: Floats, tolerance: float) -> Factors:
    """Values as they are, in steps of the tolerance."""
    n_times = values.shape[1]
    step = 2 * tolerance * float(np.abs(values).max(initial=0)) or 1.0
    columns = Columns(
        fine=np.rint(values.T / step).astype(np.int16),
        coarse=np.zeros((0, len(values)), np.int8),
        scales=np.full(n_times, step, np.float32),
        smooth=True,
    )
    return Factors(columns=columns, courses=np.eye(n_times, dtype=np.float32))


def few_waves(values: Floats, tolerance: float) -> Factors:
    """The fewest waves whose sums are the values."""
    n_times = values.shape[1]
    # Eigenvectors of the small Gram matrix: a decomposition of all rows would cost much more.
    _, vectors = np.linalg.eigh(values.T @ values)
    courses = np.ascontiguousarray(vectors[:, ::-1].T.astype(np.float32))
    matrix = values @ courses.T.astype(np.float64)
    allowed = tolerance * float(np.abs(values).max(initial=0))

    def first(rank: int) -> Factors:
        return Factors(columns=every.first(rank), courses=courses[:rank])

    n_fine = N_FINE
    every = quantise_columns(matrix, n_fine=n_fine)
    while n_fine < n_times and not first(n_times).are_within(allowed, values):
        n_fine *= 2
        every = quantise_columns(matrix, n_fine=n_fine)
    low, high = 0, n_times  # a rank that does not fit, and one that does
    while high - low > 1:
        middle = (low + high) // 2
        fits = first(middle).are_within(allowed, values)
        low, high = (low, middle) if fits else (middle, high)
    return first(high)
