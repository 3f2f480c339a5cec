"""Corrections of p-values for many tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.checks import looked_up, number
from leadfield.base.errors import DataError
from leadfield.base.front_door import public
from leadfield.statistics.corrections import bonferroni_p, false_discovery_p

if TYPE_CHECKING:
    from leadfield.base.arrays import Bools, Floats

# Whether tests may depend on each other in any way.
METHODS = {"indep": False, "i": False, "p": False, "poscorr": False, "n": True, "negcorr": True}


@public("leadfield.stats")
def fdr_correction(
    pvals: ArrayLike,
    alpha: float = 0.05,
    method: Literal["indep", "negcorr"] = "indep",
) -> tuple[Bools, Floats]:
    """Correct p-values so that a known share of what is found is false.

    Parameters
    ----------
    pvals : array_like
        The p-values of all tests.
    alpha : float
        The share of false discoveries, on average, that is allowed.
    method : "indep" | "negcorr"
        For tests that are independent or go together (Benjamini and Hochberg), or for any
        (Benjamini and Yekutieli).

    Returns
    -------
    reject : array of bool
        Which tests are found.
    pval_corrected : array
        The least ``alpha`` that each would be found with.

    Raises
    ------
    DataError
        If there are p-values outside 0 to 1.

    See Also
    --------
    bonferroni_correction : So that chance finds anything seldom.

    Examples
    --------
    >>> reject, corrected = fdr_correction([0.001, 0.03, 0.02, 0.5])
    >>> reject.tolist(), corrected.round(3).tolist()
    ([True, True, True, False], [0.004, 0.04, 0.04, 0.5])
    """
    p = _chances("pvals", pvals)
    anyhow = looked_up("method", method, METHODS)
    corrected = false_discovery_p(p.ravel(), any_dependence=anyhow).reshape(p.shape)
    return corrected < number("alpha", alpha), corrected


@public("leadfield.stats")
def bonferroni_correction(pval: ArrayLike, alpha: float = 0.05) -> tuple[Bools, Floats]:
    """Correct p-values so that chance seldom finds anything at all.

    Parameters
    ----------
    pval : array_like
        The p-values of all tests.
    alpha : float
        The chance that is allowed of finding anything where there is nothing.

    Returns
    -------
    reject : array of bool
        Which tests are found.
    pval_corrected : array
        The p-values times the number of tests, at most 1.

    Raises
    ------
    DataError
        If there are p-values outside 0 to 1.

    See Also
    --------
    fdr_correction : So that a share of what is found may be false.
    permutation_t_test : Finds more where tests go together.

    Examples
    --------
    >>> bonferroni_correction([0.001, 0.03])[1].tolist()
    [0.002, 0.06]
    """
    corrected = bonferroni_p(_chances("pval", pval))
    return corrected < number("alpha", alpha), corrected


def _chances(name: str, values: ArrayLike) -> Floats:
    p = np.asarray(values, np.float64)
    wrong = ~((p >= 0) & (p <= 1))
    if wrong.any():
        msg = f"{name} must lie between 0 and 1, got {p[wrong].ravel()[0]} among {p.size}"
        raise DataError(msg)
    return p
