"""Comparisons: data of subjects, a contrast of them, and the signs or orders that are tried."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import all_finite
from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.numerics.chance import Random
from leadfield.statistics.contrast import Contrast, one_sample_t, one_way_f, two_sample_t
from leadfield.statistics.resampling import Signs, Tail, draw_shuffles, draw_signs

MOST_TESTS = 2**31
"""Their numbers have 32 bits."""
COLUMNS = 2**14
"""Tests at once whose sums of squares are made."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SubjectComparison:
    """Groups of ``samples`` (n_subjects, n_tests), and what is tried with them.

    ``draws`` (n_permutations, n_subjects) are signs or orders, the first of which changes nothing;
    ``lengths`` (n_tests,) are roots of sums of squares, 0 where nothing but rounding is left.
    """

    samples: tuple[Floats, ...]
    contrast: Contrast
    draws: Signs | Ints
    lengths: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def n_permutations(self) -> int:
        """How many signs or orders, those as they come among them."""
        return len(self.draws)

    @property
    def n_tests(self) -> int:
        """How many tests are made at once."""
        return len(self.lengths)

    def weights(self, start: int, stop: int) -> Floats:
        """Weights (n_permutations, n_weights, n_subjects) of some permutations."""
        return self.contrast.permuted(self.draws[start:stop])

    def data(self, start: int, stop: int) -> Floats:
        """Data (n_subjects, n_tests) of some tests, in double precision, as they are compared."""
        return self.contrast.centre(joined(self.samples, start, stop))


def compare_with_zero(
    samples: Floats, n_permutations: int | Literal["all"], tail: Tail, chance: Random
) -> SubjectComparison:
    """The mean of one group (n_subjects, n_tests), or of differences of pairs: signs are turned."""
    contrast = one_sample_t(len(samples))
    draws = draw_signs(len(samples), n_permutations, tail, chance)
    return _comparison((samples,), contrast, draws)


def compare_groups(
    samples: Sequence[Floats], n_permutations: int, chance: Random, *, signed: bool = False
) -> SubjectComparison:
    """Groups by F, or with ``signed`` two of them by t: subjects change places."""
    sizes = tuple(len(one) for one in samples)
    if signed and len(sizes) != 2:
        msg = f"X must hold two groups for a signed comparison, got {len(sizes)}"
        raise InputError(msg)
    contrast = two_sample_t(*sizes) if signed else one_way_f(sizes)
    draws = draw_shuffles(sum(sizes), n_permutations, chance)
    return _comparison(tuple(samples), contrast, draws)


def _comparison(
    samples: tuple[Floats, ...], contrast: Contrast, draws: Signs | Ints
) -> SubjectComparison:
    counts = {one.shape[1] for one in samples}
    if len(counts) != 1:
        msg = f"all groups of X must have as many tests, got {sorted(counts)}"
        raise MismatchError(msg)
    lengths = np.empty(counts.pop())
    if not 0 < len(lengths) < MOST_TESTS:
        msg = f"X must hold one test or more, and fewer than {MOST_TESTS}, got {len(lengths)}"
        raise DataError(msg)
    for start in range(0, len(lengths), COLUMNS):
        for one in samples:
            all_finite("X", one[:, start : start + COLUMNS], "leave such tests or subjects out")
        data = joined(samples, start, start + COLUMNS)
        lengths[start : start + COLUMNS] = contrast.lengths(data)
    return SubjectComparison(samples=samples, contrast=contrast, draws=draws, lengths=lengths)


def joined(samples: Sequence[Floats], start: int, stop: int) -> Floats:
    """Data (n_subjects, n_tests) of some tests of all groups, in double precision."""
    parts = [np.asarray(one[:, start:stop], np.float64) for one in samples]
    return parts[0] if len(parts) == 1 else np.concatenate(parts)
