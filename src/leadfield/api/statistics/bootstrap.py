"""Confidence intervals from subjects drawn again: ``bootstrap_confidence_interval``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.checks import all_finite, number, one_of, whole
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.numerics.chance import Random, as_random
from leadfield.statistics.bootstrap import interval_of_means, interval_of_statistic

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats


@public("leadfield.stats")
def bootstrap_confidence_interval(
    arr: ArrayLike,
    ci: float = 0.95,
    n_bootstraps: int = 2000,
    stat_fun: str | Callable[[Any], Any] = "mean",
    *,
    rng: Random | int | None = None,
    random_state: Random | int | None = None,
) -> Floats:
    """Compute an interval that holds the mean, or another statistic, with a known confidence.

    Parameters
    ----------
    arr : array_like, shape (n_subjects, ...)
        The data.
    ci : float
        The confidence, between 0 and 1.
    n_bootstraps : int
        How often subjects are drawn again.
    stat_fun : "mean" | "median" | callable
        The statistic, or a function from data (n_subjects, ...) to an array (...).
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    random_state : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``.

    Returns
    -------
    cis : array, shape (2, ...)
        The lower and the upper end.

    See Also
    --------
    leadfield.viz.plot_compare_evokeds : Draws such intervals.

    Examples
    --------
    >>> bootstrap_confidence_interval([1.0, 2.0, 4.0, 3.0], random_state=0)
    array([1.5, 3.5])
    """
    data = np.asarray(arr, np.float64)
    if not data.ndim or not len(data):
        msg = f"arr must hold a subject or more, got shape {data.shape}"
        raise InputError(msg)
    level, count = number("ci", ci, least=0, most=1), whole("n_bootstraps", n_bootstraps, least=1)
    chance = as_random(rng, random_state)
    drawn = chance.choice(np.arange(len(data)), replace=True, size=(count, len(data)))
    if callable(stat_fun):
        return interval_of_statistic(data, drawn, level, stat_fun)
    one_of("stat_fun, if it is no function,", stat_fun, ["mean", "median"])
    all_finite("arr", data, "leave such subjects out")
    if stat_fun == "mean":
        return interval_of_means(data, drawn, level)
    return interval_of_statistic(data, drawn, level, lambda some: np.median(some, axis=0))
