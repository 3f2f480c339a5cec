"""Noise normalisation: the noise in each source's estimate, which dSPM and sLORETA divide by."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.numerics.scratch import Scratch
from leadfield.numerics.threads import share

BLOCK = 1024  # rows at once: they fit the cache


def compute_noise_norm(
    leads: Floats, deviations: Floats, gains: Floats, *, per_source: int
) -> Floats:
    """Factor (n_sources,) that makes a source's noise one; 0 where no noise arrives.

    Row j of the kernel is ``deviations[j] * leads[j] * gains`` in the whitened field's
    basis; a source's ``per_source`` rows count together, by the norm.
    """
    power = np.empty(len(leads))
    starts = range(0, len(leads), BLOCK)

    def work(some: Iterator[int]) -> None:
        scratch = Scratch(1, BLOCK * leads.shape[1])
        for start in some:
            rows = leads[start : start + BLOCK]
            rows = np.multiply(rows, gains, out=scratch.arrays(*rows.shape)[0])
            power[start : start + BLOCK] = np.vecdot(rows, rows)

    share(work, starts, len(starts))
    power *= deviations**2
    norm: Floats = np.sqrt(power.reshape(-1, per_source).sum(axis=1))
    return np.divide(1, norm, out=np.zeros_like(norm), where=norm > 0)
