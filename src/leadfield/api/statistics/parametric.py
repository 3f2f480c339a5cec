"""T and F without their chances: what permutation tests compute over and over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.statistics.parametric import Hat, f_of_groups, t_of_difference, t_of_mean

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats


@public("leadfield.stats")
def ttest_1samp_no_p(X: ArrayLike, sigma: float = 0, method: Hat = "relative") -> Floats:
    """Compute t of the mean over subjects.

    Parameters
    ----------
    X : array_like, shape (n_subjects, ...)
        The data.
    sigma : float
        What is added to the variance, so that small ones make no large t; 0 adds nothing,
        1e-3 is a usual share.
    method : "relative" | "absolute"
        Whether ``sigma`` is a share of the largest variance, or itself a variance.

    Returns
    -------
    t : array, shape (...)
        The values of t.

    See Also
    --------
    permutation_t_test : Their chances over all tests.

    Examples
    --------
    >>> ttest_1samp_no_p([[1.0, 2.0], [3.0, 2.5], [2.0, 3.0]]).round(3)
    array([3.464, 8.66 ])
    """
    one_of("method", method, ["relative", "absolute"])
    samples = _subjects("X", X, least=2)
    return t_of_mean(samples, number("sigma", sigma), method)


@public("leadfield.stats")
def ttest_ind_no_p(
    a: ArrayLike, b: ArrayLike, equal_var: bool = True, sigma: float = 0.0
) -> Floats:
    """Compute t of the difference between two groups.

    Parameters
    ----------
    a, b : array_like, shape (n_subjects, ...)
        The data of the first and the second group.
    equal_var : bool
        Whether both have the same variance; else t is Welch's.
    sigma : float
        Share of the largest variance that is added to each.

    Returns
    -------
    t : array, shape (...)
        The values of t.

    See Also
    --------
    permutation_cluster_test : Takes it for ``stat_fun``.

    Examples
    --------
    >>> ttest_ind_no_p([[1.0], [3.0], [2.0]], [[5.0], [6.0]]).round(3)
    array([-4.2])
    """
    first, second = _subjects("a", a), _subjects("b", b)
    if len(first) + len(second) < 3:
        msg = "a and b must hold 3 subjects or more together, got 2"
        raise InputError(msg)
    return t_of_difference(first, second, number("sigma", sigma), equal_var=bool(equal_var))


@public("leadfield.stats")
def f_oneway(*args: ArrayLike, sigma: float = 0.0, method: Hat = "relative") -> Floats:
    """Compute F of the differences between groups (one-way ANOVA).

    Parameters
    ----------
    *args : array_like, shape (n_subjects, ...)
        The data of each group.
    sigma : float
        What is added to the sum of squares within groups, at least 0.
    method : "relative" | "absolute"
        Whether ``sigma`` is a share of the median variance within groups, or itself added.

    Returns
    -------
    F : array, shape (...)
        The values of F.

    See Also
    --------
    permutation_cluster_test : Their clusters, and the chances of these.

    Examples
    --------
    >>> f_oneway([[1.0], [3.0], [2.0]], [[5.0], [6.0]]).round(3)
    array([17.64])
    """
    one_of("method", method, ["relative", "absolute"])
    added = number("sigma", sigma, least=0)
    groups = [_subjects(f"args[{i}]", one) for i, one in enumerate(args)]
    n = sum(map(len, groups))
    if len(groups) < 2 or n <= len(groups):
        msg = (
            "args must hold two groups or more, with more subjects than groups, got "
            f"{len(groups)} with {n} subjects"
        )
        raise InputError(msg)
    return f_of_groups(groups, added, method)


def _subjects(name: str, data: Any, least: int = 1) -> Floats:
    out = np.asarray(data, np.float64)
    if not out.ndim or len(out) < least:
        msg = f"{name} must hold {least} subjects or more, got shape {out.shape}"
        raise InputError(msg)
    return out
