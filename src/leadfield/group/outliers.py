"""Outliers among subjects: facts of one that are far from those of the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.group.member import Member

FAR = 5.0
"""Robust standard deviations from the median that make an outlier."""
FEWEST = 8
"""Subjects to tell one: of so many normal numbers one or more is so far in 5 % of all draws."""
LEAST_SPREAD = 0.02
"""Of the median: where most subjects have the same number, a little more or less is none."""
TO_NORMAL = 1.4826
"""Standard deviation of normal numbers by their median absolute deviation."""


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class FactSpread:
    """What a fact is among subjects, and who is far from the others.

    ``distances`` are the outliers' by subject, in robust standard deviations ``spread`` from
    the ``median``, below 0 for less. ``unclear`` says why outliers cannot be told, ``""`` if
    they can.
    """

    fact: str
    median: float
    spread: float
    values: Mapping[str, float]
    distances: Mapping[str, float]
    unclear: str = ""


def spread_facts(members: Sequence[Member]) -> tuple[FactSpread, ...]:
    """The spread of every fact that some members have, in the order in which they come."""
    names = dict.fromkeys(name for member in members for name in member.facts)
    return tuple(
        spread_fact(
            name,
            {
                member.subject: float(member.facts[name])
                for member in members
                if np.isfinite(member.facts.get(name, np.nan))
            },
        )
        for name in names
    )


def spread_fact(fact: str, values: Mapping[str, float]) -> FactSpread:
    """The spread of a fact that each subject has a number for, and its outliers.

    Distances are those from the median in median absolute deviations, made comparable with
    standard deviations: what is far off does not widen them (Leys et al. 2013).
    """
    numbers: Floats = np.array(list(values.values()), float)
    median = float(np.median(numbers)) if numbers.size else np.nan
    deviation = float(np.median(np.abs(numbers - median))) if numbers.size else np.nan
    spread = max(TO_NORMAL * deviation, LEAST_SPREAD * abs(median))
    distances, unclear = {}, ""
    if len(values) < FEWEST:
        unclear = f"cannot tell: {len(values)} subjects are too few, it takes {FEWEST}"
    elif spread > 0:
        far = {name: (value - median) / spread for name, value in values.items()}
        distances = {name: z for name, z in far.items() if abs(z) > FAR}
    elif np.ptp(numbers) > 0:
        unclear = "cannot tell: it is 0 for most subjects"
    return FactSpread(
        fact=fact,
        median=median,
        spread=spread,
        values=dict(values),
        distances=distances,
        unclear=unclear,
    )
