"""Epochs made of an array: ``EpochsArray``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.epochs.cut_epochs import as_proj_mode
from leadfield.api.epochs.epochs import Epochs, epochs_of
from leadfield.api.epochs.metadata_table import as_metadata
from leadfield.api.recording.info import Info, as_info
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.make import array_epochs
from leadfield.epochs.rejection import make_rejection
from leadfield.epochs.selection import select_events

if TYPE_CHECKING:
    from pandas import DataFrame

    from leadfield.api.epochs.arguments import Baseline, EventId, Proj
    from leadfield.base.raise_or_warn import OnMissing
    from leadfield.epochs.rejection_functions import Limits


@public("leadfield")
@verbose_aware
def EpochsArray(  # noqa: N802 - a class in MNE-Python
    data: ArrayLike,
    info: Info,
    events: ArrayLike | None = None,
    tmin: float = 0.0,
    event_id: EventId = None,
    reject: Limits | None = None,
    flat: Limits | None = None,
    reject_tmin: float | None = None,
    reject_tmax: float | None = None,
    baseline: Baseline = None,
    proj: Proj = True,
    on_missing: OnMissing = "raise",
    metadata: DataFrame | None = None,
    *,
    verbose: Verbose = None,
) -> Epochs:
    """Make epochs of an array, which is copied.

    Parameters
    ----------
    data : array_like, shape (n_epochs, n_channels, n_times)
        Samples in SI units: T, T/m, V.
    info : Info
        The channels.
    events : array_like of int, shape (n_epochs, 3) | None
        Sample, value before, event code; None to count samples from 0, all with code 1.
    tmin : float
        Time of the first sample in s.
    event_id : int | list of int | dict | None
        Event codes, in a dict by name; None for all.
    reject, flat : dict | None
        Largest and smallest peak-to-peak amplitude by channel type, or functions as of
        :class:`Epochs`.
    reject_tmin, reject_tmax : float | None
        Ends in s of the interval in which amplitudes are tested; None for the epoch's ends.
    baseline : tuple of float | None
        Interval in s whose mean to subtract, None for none.
    proj : bool | "delayed"
        Whether to apply SSP projectors.
    on_missing : "raise" | "warn" | "ignore"
        What to do if no event has a code that is asked for.
    metadata : pandas.DataFrame | None
        A table with a row for each epoch.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    epochs : Epochs
        The good epochs, in memory.

    Raises
    ------
    MismatchError
        If data, channels and events do not fit.
    DataError
        If the data hold NaN.

    See Also
    --------
    create_info : Make the ``info``.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import create_info
    >>> info = create_info(["Fz", "EOG"], 100.0, ["eeg", "eog"])
    >>> data = np.zeros((3, 2, 10))
    >>> data[1, 1, 5] = 200e-6  # a blink
    >>> epochs = EpochsArray(data, info, reject={"eog": 150e-6}, verbose=False)
    >>> len(epochs), epochs.drop_log
    (2, ((), ('EOG',), ()))
    """
    if events is None:
        n = (*np.shape(data), 1)[0]
        events = np.column_stack([np.arange(n), np.zeros(n, int), np.ones(n, int)])
    value = array_epochs(
        data,
        as_info(info),
        select_events(events, event_id, on_missing=on_missing, metadata=as_metadata(metadata)),
        tmin=tmin,
        baseline=baseline,
        rejection=make_rejection(reject, flat, reject_tmin, reject_tmax),
        proj=as_proj_mode(proj),
    )
    return epochs_of(value)
