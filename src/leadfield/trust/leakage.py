"""Leakage between labels: how much of the activity of one shows in another."""

from collections.abc import Sequence

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.trust.resolution import ResolutionFactors

BLOCK = 32  # labels at once: so many matrices of the components are held


def leakage_of_labels(
    factors: ResolutionFactors, rows: Sequence[Ints], *, coherent: bool = False
) -> Floats:
    """Leakage (n_labels, n_labels) from each label into each.

    The sources of a label, which are at ``rows``, are active with equal power, independently
    or, if ``coherent``, as one. The value is the root-mean-square estimate in the other label
    over that in the label itself: 1 on the diagonal, NaN for labels without sources or that no
    sensor sees.
    """
    n = len(rows)
    power = np.full((n, n), np.nan)
    filled = [i for i in range(n) if len(rows[i])]
    for a in range(0, len(filled), BLOCK):
        active = filled[a : a + BLOCK]
        # Σ |kᵢᵀ g_j|² over i in B and j in A is the product of the two sums of squares.
        fields = [factors.field[:, rows[i]] for i in active]
        if coherent:
            fields = [one.sum(axis=1, keepdims=True) for one in fields]
        sources = np.stack([_sum_of_squares(one).ravel() for one in fields])
        for i in filled:
            shown = _sum_of_squares(factors.kernel[:, rows[i]]).ravel() / len(rows[i])
            power[active, i] = sources @ shown
    own = np.diag(power)[:, np.newaxis]
    ratio = np.divide(power, own, out=np.full_like(power, np.nan), where=own > 0)
    leakage: Floats = np.sqrt(ratio.clip(0))
    return leakage


def _sum_of_squares(lines: Floats) -> Floats:
    """The sum (n_components, n_components) of l lᵀ over lines (p, n, n_components)."""
    flat = lines.reshape(-1, lines.shape[2])
    return flat.T @ flat
