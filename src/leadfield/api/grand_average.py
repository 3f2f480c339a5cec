"""The mean over people."""

from collections.abc import Sequence
from typing import Any

from leadfield.api.estimate_values import EstimateValues
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import warn
from leadfield.morph.average import averaged


def grand_average(all_inst: Sequence[Any]) -> Any:
    """Average source estimates of several people.

    Parameters
    ----------
    all_inst : list of SourceEstimate | list of VectorSourceEstimate
        Estimates with the same vertices and times, morphed to one subject.

    Returns
    -------
    average : SourceEstimate | VectorSourceEstimate
        Their plain mean.

    Raises
    ------
    ArgumentTypeError
        If they are not all estimates of one class.
    MismatchError
        If they differ in subject, vertices or times.

    See Also
    --------
    compute_source_morph : Bring estimates to one cortex.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield.api.source_estimate import SourceEstimate
    >>> one = SourceEstimate(np.full((2, 3), 1.0), [np.array([0]), np.array([0])], 0, 1)
    >>> two = SourceEstimate(np.full((2, 3), 4.0), [np.array([0]), np.array([0])], 0, 1)
    >>> grand_average([one, two]).data[0]
    array([2.5, 2.5, 2.5])
    """
    if not all_inst:
        msg = "all_inst must hold at least one source estimate, got none"
        raise InputError(msg)
    kind = type(all_inst[0])
    if not issubclass(kind, EstimateValues) or any(type(one) is not kind for one in all_inst):
        got = ", ".join(sorted({type(one).__name__ for one in all_inst}))
        msg = f"all_inst must be source estimates of one class, got {got}"
        raise ArgumentTypeError(msg)
    if len(all_inst) == 1:
        warn("the grand average of a single estimate is that estimate")
    return kind.of(averaged([one.value for one in all_inst]))
