"""Analysis of variance with repeated measures: ``f_mway_rm`` and ``f_threshold_mway_rm``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.checks import number, whole
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.statistics.repeated_measures import FactorEffect, chosen_effects, factor_effect

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats


@public("leadfield.stats")
def f_mway_rm(
    data: ArrayLike,
    factor_levels: Sequence[int],
    effects: str | Sequence[str] = "all",
    correction: bool = False,
    return_pvals: bool = True,
) -> list[Floats]:
    """Compute F of the effects of factors whose levels every subject took.

    Parameters
    ----------
    data : array_like, shape (n_subjects, n_conditions, ...)
        The data; of conditions, those of the first factor change slowest, as "A1B1", "A1B2",
        "A2B1", "A2B2".
    factor_levels : sequence of int
        How many levels each factor has.
    effects : str | sequence of str
        Names of effects: "A" of the first factor, "A:B" for how much it depends on the second;
        "A+B" are both main effects, "A*B" all effects of two factors, "all" all effects there are.
    correction : bool
        Whether degrees of freedom are fewer where differences between levels do not vary alike
        (Greenhouse and Geisser), which makes p larger.
    return_pvals : bool
        Whether to compute p-values.

    Returns
    -------
    F_vals : array, shape (n_effects, ...)
        The values of F, without axes of length 1. Data of more than three axes keep theirs.
    p_vals : array, shape (n_effects, ...)
        Chances of single tests, or an empty array.

    Raises
    ------
    MismatchError
        If there are more or fewer conditions than levels make.

    See Also
    --------
    f_threshold_mway_rm : The F at which a single test is found.
    permutation_cluster_test : Takes a function that returns F for ``stat_fun``.

    Notes
    -----
    For the correction an effect that is there counts as variation, as in MNE-Python: p is then
    larger than it need be.

    Examples
    --------
    >>> import numpy as np
    >>> data = np.random.default_rng(0).standard_normal((10, 4, 3))
    >>> data[:, 2:] += 2  # what the first factor does
    >>> F, p = f_mway_rm(data, [2, 2], effects="A*B")
    >>> (p < 0.01).astype(int)
    array([[1, 1, 1],
           [0, 0, 0],
           [0, 0, 0]])
    """
    x = np.asarray(data, np.float64)
    found = _effects(factor_levels, effects)
    n_conditions = found[0].directions.shape[1]
    if x.ndim < 2 or x.shape[1] != n_conditions:
        msg = f"data must have shape (n_subjects, {n_conditions} conditions, ...), got {x.shape}"
        raise MismatchError(msg)
    n = whole("the number of subjects", len(x), least=2)
    shape = x.shape[2:] if x.ndim > 3 else (-1,)
    flat = x.reshape(*x.shape[:2], -1)
    f, p = [one.f(flat) for one in found], [np.empty(0)] * len(found)
    if return_pvals:
        p = [
            _chance(one, values, n, one.sphericity(flat) if correction else None)
            for one, values in zip(found, f, strict=True)
        ]
    shapes = shape, shape if return_pvals else (-1,)
    return [
        np.squeeze(np.array([one.reshape(form) for one in values]))
        for values, form in zip((f, p), shapes, strict=True)
    ]


@public("leadfield.stats")
def f_threshold_mway_rm(
    n_subjects: int,
    factor_levels: Sequence[int],
    effects: str | Sequence[str] = "A*B",
    pvalue: float = 0.05,
) -> float | list[float]:
    """Find the F that a single test of repeated measures exceeds by chance.

    Parameters
    ----------
    n_subjects : int
        How many subjects there are.
    factor_levels : sequence of int
        How many levels each factor has.
    effects : str | sequence of str
        Names of effects, as those of :func:`f_mway_rm`.
    pvalue : float
        The chance.

    Returns
    -------
    F_threshold : float | list of float
        The F of the effect, or of each if there are several.

    See Also
    --------
    f_mway_rm : Computes F.
    permutation_cluster_test : Takes it for ``threshold``.

    Examples
    --------
    >>> round(f_threshold_mway_rm(20, [2, 3], effects="A:B"), 3)
    3.245
    """
    from scipy.stats import f  # slow to load

    n = whole("n_subjects", n_subjects, least=2)
    p = number("pvalue", pvalue, least=0, most=1)
    found = [float(f.isf(p, *one.degrees(n))) for one in _effects(factor_levels, effects)]
    return found if len(found) > 1 else found[0]


def _effects(factor_levels: Sequence[int], effects: str | Sequence[str]) -> list[FactorEffect]:
    if np.ndim(factor_levels) != 1:
        msg = f"factor_levels must be the number of levels of each factor, got {factor_levels!r}"
        raise InputError(msg)
    levels = [whole(f"factor_levels[{i}]", one, least=2) for i, one in enumerate(factor_levels)]
    return [factor_effect(name, levels) for name in chosen_effects(effects, len(levels))]


def _chance(effect: FactorEffect, f: Floats, n_subjects: int, alike: Floats | None) -> Floats:
    """Chances of F, of fewer degrees of freedom where directions do not vary alike."""
    from scipy.special import fdtrc  # slow to load

    first, second = (np.full(f.shape, float(one)) for one in effect.degrees(n_subjects))
    if alike is not None:
        first, second = np.maximum(first * alike, 1), np.maximum(second * alike, 1)
    return np.asarray(fdtrc(first, second, f), np.float64)
