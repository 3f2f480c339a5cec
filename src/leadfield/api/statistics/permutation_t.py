"""T of many tests with p-values for all of them together: ``permutation_t_test``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.recording.filter_samples import check_jobs
from leadfield.api.statistics.arguments import as_samples
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.numerics.chance import Random, as_random
from leadfield.statistics.comparison import compare_with_zero
from leadfield.statistics.max_test import max_test
from leadfield.statistics.share import share_beyond

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.statistics.resampling import Tail


@public("leadfield.stats")
@verbose_aware
def permutation_t_test(
    X: ArrayLike,
    n_permutations: int | Literal["all"] = 10000,
    tail: Tail = 0,
    n_jobs: int | None = None,
    verbose: Verbose = None,
    *,
    rng: Random | int | None = None,
    seed: Random | int | None = None,
) -> tuple[Floats, Floats, Floats]:
    """Test means over subjects, or of differences of pairs, with p-values for all tests together.

    Each t is compared with the largest one, over all tests, of the data with random signs. That
    holds however the tests depend on each other.

    Parameters
    ----------
    X : array_like, shape (n_subjects, n_tests)
        The data. A part of the tests is in memory again at a time, in double precision.
    n_permutations : int | "all"
        How many rows of signs, that of the data as they are among them; "all", or as many as there
        are, tries each once.
    tail : 0 | 1 | -1
        Whether means may differ from 0, be above it, or below it.
    n_jobs : int | None
        Has no effect.
    verbose : bool | str | int | None
        Verbosity.
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    seed : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``.

    Returns
    -------
    T_obs : array, shape (n_tests,)
        The values of t; NaN for tests that are 0 for all subjects.
    p_values : array, shape (n_tests,)
        Chances that any test has such a t where no mean differs from 0.
    H0 : array, shape (n_permutations,)
        The largest t without its sign for each row of signs, sorted.

    Raises
    ------
    DataError
        If there are NaN.

    See Also
    --------
    permutation_cluster_1samp_test : Finds what is weak and wide.

    Notes
    -----
    For one tail, too, t is compared with the largest one of both, as in MNE-Python: that is
    careful, and never too bold.

    Examples
    --------
    >>> import numpy as np
    >>> differences = np.random.default_rng(0).normal([0, 0, 3], 1, (9, 3))
    >>> permutation_t_test(differences, "all")[1].round(3).tolist()
    [1.0, 0.977, 0.004]
    """
    check_jobs(n_jobs)
    one_of("tail", tail, [-1, 0, 1])
    samples = as_samples("X", X)
    if samples.ndim != 2:
        msg = f"X must have shape (n_subjects, n_tests), got {samples.shape}"
        raise InputError(msg)
    chance = as_random(rng, seed, older="seed")
    found = max_test(compare_with_zero(samples, n_permutations, tail, chance), 0)
    LOGGER.info(found.words)
    null = np.sort(found.null)
    p = share_beyond(found.statistic, -null if tail < 0 else null, tail)
    return found.statistic.copy(), p, null
