"""Comparisons: data of subjects, a contrast of them, and the signs or orders that are tried."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import all_finite
from leadfield.base.errors import DataError, InputError, MismatchError
from leadfield.numerics.chance import Random
from leadfield.numerics.threads import share
from leadfield.statistics.contrast import Contrast, one_sample_t, one_way_f, two_sample_t
from leadfield.statistics.neighbours import Neighbours
from leadfield.statistics.place_blocks import PlaceBlock
from leadfield.statistics.resampling import Signs, Tail, draw_shuffles, draw_signs

MOST_TESTS = 2**30
"""Their numbers have 32 bits, with a step more at each place."""
COLUMNS = 2**13
"""Tests at once whose sums of squares are made."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SubjectComparison:
    """Groups of ``samples`` (n_subjects, n_tests), and what is tried with them.

    ``draws`` (n_permutations, n_subjects) are signs or orders, the first of which changes nothing;
    ``lengths`` (n_tests,) are roots of sums of squares, 0 where nothing but rounding is left, and
    ``observed`` (n_tests,) the statistic of the data as they are, NaN there.
    """

    samples: tuple[Floats, ...]
    contrast: Contrast
    draws: Signs | Ints
    lengths: Floats
    observed: Floats

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

    def unit_data(self, start: int, stop: int) -> Floats:
        """Data (n_subjects, n_tests) of some tests, in double precision, of unit length."""
        data = self.contrast.centre(joined(self.samples, start, stop))
        return data * _inverse(self.lengths[start:stop])

    def lay_out(self, neighbours: Neighbours, block: PlaceBlock, out: Floats) -> None:
        """Put such data of a block of places into ``out`` (n_subjects, n_places, width)."""
        inverse = _inverse(neighbours.by_places(self.lengths)[block.places])
        steps, first = out[:, :, : block.n_steps], 0
        for one in self.samples:
            part = steps[first : first + len(one)]
            np.multiply(neighbours.by_places(one)[:, block.places], inverse, out=part)
            first += len(one)
        if self.contrast.centred:
            steps -= steps.mean(axis=0)
        out[:, :, block.n_steps :] = 0


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
    n_tests = counts.pop()
    if not 0 < n_tests < MOST_TESTS:
        msg = f"X must hold one test or more, and fewer than {MOST_TESTS}, got {n_tests}"
        raise DataError(msg)
    lengths, observed = np.empty(n_tests), np.empty(n_tests)
    weights = contrast.permuted(draws[:1])

    def work(starts: Iterator[int]) -> None:
        for start in starts:
            part = slice(start, start + COLUMNS)
            data = joined(samples, start, start + COLUMNS)
            lengths[part] = contrast.lengths(data)
            if not np.isfinite(lengths[part]).all():
                for one in samples:
                    all_finite("X", one[:, part], "leave such tests or subjects out")
            explained = contrast.explained(weights, contrast.centre(data))[0]
            explained *= _inverse(lengths[part]) ** (1 if contrast.signed else 2)
            observed[part] = contrast.statistic(explained)

    starts = range(0, n_tests, COLUMNS)
    share(work, starts, len(starts))
    observed[lengths == 0] = np.nan
    return SubjectComparison(
        samples=samples, contrast=contrast, draws=draws, lengths=lengths, observed=observed
    )


def _inverse(lengths: Floats) -> Floats:
    """One by each length; 0 for 0."""
    return np.divide(1.0, lengths, where=lengths > 0, out=np.zeros(lengths.shape))


def joined(samples: Sequence[Floats], start: int, stop: int) -> Floats:
    """Data (n_subjects, n_tests) of some tests of all groups, in double precision."""
    parts = [np.asarray(one[:, start:stop], np.float64) for one in samples]
    return parts[0] if len(parts) == 1 else np.concatenate(parts)
