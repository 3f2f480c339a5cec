"""Repeated measures: effects of factors whose levels every subject took, as F of each test.

An effect of some factors is what differs between their levels and is the same for all levels of
the others. It is a few directions in the space of conditions: where subjects agree about them, F
is large.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError

COLUMNS = 2**12
"""Tests at once: what is made of their data stays in the cache."""
MOST_FACTORS = 16


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FactorEffect:
    """An effect, as orthonormal ``directions`` (n_directions, n_conditions)."""

    directions: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    def degrees(self, n_subjects: int) -> tuple[int, int]:
        """Degrees of freedom of F: those of the effect, and of subjects who differ about it."""
        n: int = len(self.directions)
        return n, n * (n_subjects - 1)

    def f(self, data: Floats) -> Floats:
        """F (n_tests,) of data (n_subjects, n_conditions, n_tests)."""
        out, n = np.empty(data.shape[2]), len(data)
        for start in range(0, len(out), COLUMNS):
            values = self.directions @ data[:, :, start : start + COLUMNS]
            mean = values.mean(axis=0)
            between = n * np.square(mean).sum(axis=0)
            within = np.square(values - mean).sum(axis=(0, 1))
            with np.errstate(divide="ignore", invalid="ignore"):
                out[start : start + COLUMNS] = (n - 1) * between / within
        return out

    def sphericity(self, data: Floats) -> Floats:
        """How alike directions vary (n_tests,): 1 if all as much and each by itself.

        By Greenhouse and Geisser, but of second moments: an effect that is there counts as well.
        """
        out = np.empty(data.shape[2])
        for start in range(0, len(out), COLUMNS):
            values = self.directions @ data[:, :, start : start + COLUMNS]
            moments = np.einsum("sit,sjt->tij", values, values)
            total = np.trace(moments, axis1=1, axis2=2) ** 2
            squares = np.square(moments).sum(axis=(1, 2))
            out[start : start + COLUMNS] = total / (len(self.directions) * squares)
        return out


def effect_names(n_factors: int) -> list[str]:
    """All effects, such as "A", "B" and "A:B": those of the first factors, then with the next."""
    if not 1 <= n_factors <= MOST_FACTORS:
        msg = f"factor_levels must name 1 to {MOST_FACTORS} factors, got {n_factors}"
        raise InputError(msg)
    names: list[str] = []
    for letter in ascii_uppercase[:n_factors]:
        names += [letter, *(f"{name}:{letter}" for name in names)]
    return names


def chosen_effects(asked: str | Iterable[str], n_factors: int) -> list[str]:
    """Effects by their names, as "A+B", or all up to one as "A*B"."""
    names = effect_names(n_factors)
    if asked == "all":
        return names
    if isinstance(asked, str):
        if "*" in asked:
            factors = asked.split("*")
            for factor in factors:
                one_of("a factor in effects", factor, ascii_uppercase[:n_factors])
            last = ":".join(factors)
            one_of("effects", last, names)
            return names[: names.index(last) + 1]
        asked = asked.split("+")
    chosen = list(asked)
    if not chosen:
        msg = "effects must name one effect or more, got none"
        raise InputError(msg)
    for name in chosen:
        one_of("effects", name, names)
    return chosen


def factor_effect(name: str, levels: Sequence[int]) -> FactorEffect:
    """The effect of a name; conditions are ordered as those of an array, first factor slowest."""
    directions = np.ones((1, 1))
    for letter, n in zip(ascii_uppercase, levels, strict=False):
        # The first direction is the mean over levels, the others are differences.
        basis = np.linalg.qr(np.ones((n, 1)), mode="complete")[0].T
        between = letter in name.split(":")
        directions = np.kron(directions, basis[1:] if between else np.ones((1, n)))
    return FactorEffect(directions=directions)
