"""Peaks of a signal: ``peak_finder``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.artefacts.peaks import find_peaks
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats, Ints


@public("leadfield.preprocessing")
@verbose_aware
def peak_finder(
    x0: ArrayLike,
    thresh: float | None = None,
    extrema: Literal[-1, 1] = 1,
    verbose: Verbose = None,
) -> tuple[Ints, Floats]:
    """Find the peaks of a noisy signal.

    Parameters
    ----------
    x0 : array_like, shape (n_times,)
        The signal.
    thresh : float | None
        How far a peak stands out of the lowest points on both sides; None for a quarter of the
        signal's range.
    extrema : -1 | 1
        Whether to find minima (-1) or maxima (1).
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    peak_loc : ndarray of int, shape (n_peaks,)
        Their samples; of equal samples side by side the first.
    peak_mag : ndarray, shape (n_peaks,)
        The signal there.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield.preprocessing import peak_finder
    >>> peak_finder([0, 1, 0.9, 3, 0, 2.5, 0])[0]
    array([3, 5])
    """
    one_of("extrema", extrema, [-1, 1])
    given = np.asarray(x0)
    if given.dtype.kind not in "fiu":
        msg = f"x0 must be an array of real numbers, got {given.dtype}"
        raise ArgumentTypeError(msg)
    signal = given.astype(np.float64)
    found = find_peaks(extrema * signal, thresh)
    LOGGER.info("%d peaks found", len(found))
    return found, signal[found]
