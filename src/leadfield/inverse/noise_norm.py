"""Noise normalisation: the noise in each source's estimate, which dSPM and sLORETA divide by."""

import numpy as np

from leadfield.base.arrays import Floats

BLOCK = 1024  # rows at once: they fit the cache


def compute_noise_norm(
    leads: Floats, deviations: Floats, gains: Floats, *, per_source: int
) -> Floats:
    """Factor (n_sources,) that makes a source's noise one; 0 where no noise arrives.

    Row j of the kernel is ``deviations[j] * leads[j] * gains`` in the whitened field's
    basis; a source's ``per_source`` rows count together, by the norm.
    """
    power = np.empty(len(leads))
    for start in range(0, len(leads), BLOCK):
        rows = leads[start : start + BLOCK] * gains
        power[start : start + BLOCK] = np.vecdot(rows, rows)
    power *= deviations**2
    norm: Floats = np.sqrt(power.reshape(-1, per_source).sum(axis=1))
    return np.divide(1, norm, out=np.zeros_like(norm), where=norm > 0)
