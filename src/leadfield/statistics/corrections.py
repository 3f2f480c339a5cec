"""Corrections of chances for the number of tests: false discoveries, and Bonferroni's."""

import numpy as np

from leadfield.base.arrays import Floats


def false_discovery_p(p: Floats, *, any_dependence: bool) -> Floats:
    """The least share of false discoveries (n_tests,) at which each test is a discovery.

    By Benjamini and Hochberg, or for tests that depend in any way by Benjamini and Yekutieli.
    """
    n = len(p)
    order = np.argsort(p)
    rank = np.arange(1, n + 1)
    factor = n * (np.sum(1 / rank) if any_dependence else 1.0)
    # As large as those of larger p allow: what is found at one level is found at all above.
    adjusted = np.minimum.accumulate((p[order] * factor / rank)[::-1])[::-1]
    out = np.empty(n)
    out[order] = np.minimum(adjusted, 1)
    return out


def bonferroni_p(p: Floats) -> Floats:
    """The chances of any of as many tests as there are."""
    return np.minimum(p * p.size, 1)
