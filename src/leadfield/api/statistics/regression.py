"""Regression of trials on what is known of them: ``linear_regression``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.epochs.epochs import as_epochs
from leadfield.api.epochs.evoked_array import EvokedArray
from leadfield.api.estimates.kinds import as_estimate, estimate_of, is_estimate
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import warn
from leadfield.recording.picks import pick_types
from leadfield.statistics.regression import least_squares

if TYPE_CHECKING:
    from leadfield.api.epochs.epochs import Epochs
    from leadfield.base.arrays import Floats

Made = Callable[["Floats"], Any]
"""What an array becomes: an evoked response, or an estimate."""


class RegressorFit(NamedTuple):
    """What a regressor does, each an evoked response or an estimate."""

    beta: Any
    stderr: Any
    t_val: Any
    p_val: Any
    mlog10_p_val: Any


@public("leadfield.stats")
def linear_regression(
    inst: Epochs | Iterable[Any],
    design_matrix: ArrayLike,
    names: Sequence[str] | None = None,
) -> dict[str, RegressorFit]:
    """Fit each channel, or source, and time of trials by what is known of the trials.

    Parameters
    ----------
    inst : Epochs | iterable of SourceEstimate
        The trials.
    design_matrix : array_like, shape (n_trials, n_regressors)
        The regressors, one of which is usually 1 for all trials.
    names : sequence of str | None
        What they are called; None for "x0", "x1" and so on.

    Returns
    -------
    results : dict
        For each regressor its coefficients ``beta``, their standard errors ``stderr``, ``t_val``,
        ``p_val`` on both sides, and ``mlog10_p_val``, minus its logarithm to base 10: each an
        :class:`~leadfield.Evoked`, or an estimate of the class of the trials'.

    Raises
    ------
    InputError
        If regressors are made by others, or are no fewer than trials.

    See Also
    --------
    spatio_temporal_cluster_1samp_test : Tests coefficients of several subjects.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import EpochsArray, create_info
    >>> loudness = np.arange(6.0)
    >>> data = 1e-6 * np.array([1.0, 2, 4, 3, 6, 5])[:, None, None] * np.ones((1, 2, 3))
    >>> epochs = EpochsArray(data, create_info(2, 100.0, "eeg"))
    >>> design = np.stack([np.ones(6), loudness], axis=1)
    >>> fit = linear_regression(epochs, design, ["intercept", "loudness"])["loudness"]
    >>> fit.beta.data[0].round(9), fit.p_val.data[0].round(4)
    (array([8.86e-07, 8.86e-07, 8.86e-07]), array([0.0188, 0.0188, 0.0188]))
    """
    data, make = _trials(inst)
    design = np.asarray(design_matrix, np.float64)
    fit = least_squares(design, data.reshape(len(data), -1))
    k = design.shape[1]
    called = [f"x{i}" for i in range(k)] if names is None else [*names]
    if len(called) != k or len(set(called)) < k:
        msg = f"names must name each of {k} regressors, got {called}"
        raise MismatchError(msg)
    tables = [fit.coefficients, fit.errors, fit.t, fit.p, -np.log10(fit.p)]
    shape = data.shape[1:]
    return {
        name: RegressorFit(*(make(table[i].reshape(shape).copy()) for table in tables))
        for i, name in enumerate(called)
    }


def _trials(inst: Any) -> tuple[Floats, Made]:
    """Data (n_trials, ...), and what makes the result of an array like one of them."""
    if hasattr(inst, "get_data"):
        return _of_epochs(as_epochs(inst))
    if not isinstance(inst, Iterable) or is_estimate(inst):
        msg = f"inst must be Epochs or estimates of trials, got {type(inst).__name__}"
        raise ArgumentTypeError(msg)
    estimates = [as_estimate(one, "each of inst") for one in inst]
    if not estimates:
        msg = "inst must hold a trial or more, got none"
        raise InputError(msg)
    axes, shape = estimates[0].value.axes, estimates[0].shape
    for one in estimates[1:]:
        axes.check_fits(one.value.axes)
        if one.shape != shape:
            msg = f"all of inst must have the same shape, got {shape} and {one.shape}"
            raise MismatchError(msg)
    data = np.array([one.data for one in estimates])
    return data, lambda values: estimate_of(values, axes)


def _of_epochs(epochs: Epochs) -> tuple[Floats, Made]:
    data = epochs.get_data(copy=False)
    info = epochs.value.info
    if len(pick_types(info, meg=True, eeg=True, ref_meg=True)) < len(info.names):
        warn("inst should hold good MEG and EEG channels only, others are fitted too: pick some")
    return data, lambda values: EvokedArray(values, epochs.info, tmin=epochs.tmin)
