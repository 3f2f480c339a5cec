"""Averages of forward solutions: ``average_forward_solutions``."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.forward.forward import Forward, as_forward
from leadfield.api.interop.origin import kind_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.forward.average import average_models
from leadfield.forward.model import ForwardModel


@public("leadfield")
@verbose_aware
def average_forward_solutions(
    fwds: Sequence[Forward], weights: ArrayLike | None = None, verbose: Verbose = None
) -> Forward:
    """Average forward solutions, as of several positions of the head in the scanner.

    Parameters
    ----------
    fwds : list of Forward
        Forward solutions of the same channels, sources and orientations.
    weights : array_like, shape (n_fwds,) | None
        How much each counts, 0 or more, such as the numbers of epochs; None for all the same.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    fwd : Forward
        The average. All but the lead field is that of the first one.

    Raises
    ------
    InputError
        If there is no forward solution, or a weight is negative, or all are 0.
    MismatchError
        If channels, sources or orientations differ.

    Examples
    --------
    >>> average_forward_solutions([fwd, fwd], weights=[30, 28])
    <Forward | 32 MEG and 0 EEG channels, surface with 84 sources, free>
    """
    models = _models(fwds)
    given = np.ones(len(models)) if weights is None else np.asarray(weights)
    if given.dtype.kind not in "biuf":
        msg = f"weights must be numbers, got {weights!r}"
        raise ArgumentTypeError(msg)
    return Forward(average_models(models, given.astype(np.float64)))


def _models(fwds: Any) -> list[ForwardModel]:
    if not isinstance(fwds, Sequence):
        msg = f"fwds must be a list of Forward objects, got {kind_of(fwds)}"
        raise ArgumentTypeError(msg)
    if not fwds:
        msg = "fwds must hold at least one forward solution, got none"
        raise InputError(msg)
    return [as_forward(one) for one in fwds]
