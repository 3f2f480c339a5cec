"""Signs of labels' courses, aligned across subjects."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.base.checks import whole
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.group import label_signs


@public("leadfield")
@verbose_aware
def align_label_signs(
    label_tcs: Sequence[ArrayLike],
    n_lags: int = 7,
    *,
    verbose: Verbose = None,
) -> tuple[NDArray[np.int64], NDArray[np.bool_], NDArray[np.bool_]]:
    """Find signs of labels' time courses that make subjects agree.

    The course of a label may have either sign in each subject, so that an average over subjects
    loses it. After the right flips, labels go together alike in all of them.

    Parameters
    ----------
    label_tcs : list of array, shape (n_labels, n_times)
        The time courses of each subject, of the same labels, three or more. Only those of
        responses to the same event need to have the same times.
    n_lags : int
        Up to how many samples apart labels are compared.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    signs : array, shape (n_subjects, n_labels)
        1 or -1 for each course, to multiply it with.
    clear : array of bool, shape (n_subjects, n_labels)
        Where a sign can be told: where courses agree better with the other subjects' than by
        chance. Elsewhere the sign is a guess.
    together : array of bool, shape (n_subjects,)
        Whose courses go together with those of others in time, as responses to one event do.
        The signs of any other subject may all be the other way round: compare its covariances,
        not its courses.

    Raises
    ------
    InputError
        If there are fewer than two subjects, or courses hold NaN or are too short.
    MismatchError
        If subjects differ in the number of labels, or have fewer than three.

    See Also
    --------
    extract_label_time_course : Time courses of labels.
    grand_average : Averages of estimates, which need no flips if they are sizes.

    Notes
    -----
    Signs are those after which lagged correlations between labels agree best with the mean of
    the other subjects' [1]_: of a main direction, from which labels are flipped one by one as long
    as that helps. The same courses give the same signs, whatever their signs were. What chance
    gives is found with courses that are shifted against each other in time. A label that is
    flipped in all subjects agrees as well; of both, the one is taken after which labels go up
    together.

    References
    ----------
    .. [1] Vidaurre et al. 2016, NeuroImage 126:81-95.

    Examples
    --------
    >>> import numpy as np
    >>> rng = np.random.default_rng(0)
    >>> sources = rng.standard_normal((3, 400))
    >>> mixing = np.array([[2.0, 1, 0], [1, 2, 0], [1, 0, 2], [0, 1, 2]])
    >>> tcs = [mixing @ sources + 0.3 * rng.standard_normal((4, 400)) for _ in range(3)]
    >>> tcs[1][2] *= -1
    >>> signs, clear, together = align_label_signs(tcs)
    >>> signs
    array([[ 1,  1,  1,  1],
           [ 1,  1, -1,  1],
           [ 1,  1,  1,  1]])
    >>> bool(clear.all()), bool(together.all())
    (True, True)
    """
    if isinstance(label_tcs, str) or not isinstance(label_tcs, Sequence | np.ndarray):
        msg = f"label_tcs must be a list of arrays, got {type(label_tcs).__name__}"
        raise ArgumentTypeError(msg)
    courses = [np.asarray(one, np.float64) for one in label_tcs]
    found = label_signs.align_label_signs(courses, whole("n_lags", n_lags))
    return found.signs.copy(), found.clear.copy(), found.together.copy()
