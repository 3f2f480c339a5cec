"""Epochs made of arrays."""

from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.epochs.base_epochs import BaseEpochs
from leadfield.api.epochs.epochs import as_projecting, refuse_metadata
from leadfield.api.epochs.timed_data import Baseline
from leadfield.api.recording.info import Info, as_info
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.epochs.make import array_epochs
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.selection import choose


@public("leadfield")
class EpochsArray(BaseEpochs):
    """Epochs made of an array.

    Parameters
    ----------
    data : array_like, shape (n_epochs, n_channels, n_times)
        Samples in SI units: T, T/m, V.
    info : Info
        The channels.
    events : array_like of int, shape (n_epochs, 3) | None
        Sample, value before, number; None to count samples from 0, all with number 1.
    tmin : float
        Time of the first sample in s.
    event_id : int | list of int | dict | None
        Event numbers, if a dict by name; None for all.
    reject, flat : dict | None
        Largest and smallest peak-to-peak amplitude by channel type.
    reject_tmin, reject_tmax : float | None
        Ends in s of what is judged; None for the epoch's ends.
    baseline : tuple of float | None
        Interval in s whose mean to subtract, None for none.
    proj : bool | "delayed"
        Whether to apply projections.
    on_missing : "raise" | "warn" | "ignore"
        What to do if no event has a number asked for.
    metadata : None
        Not supported.
    verbose : bool | str | int | None
        How much to tell.

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
    >>> from leadfield.api.recording.info import create_info
    >>> info = create_info(["Fz", "EOG"], 100.0, ["eeg", "eog"])
    >>> data = np.zeros((3, 2, 10))
    >>> data[1, 1, 5] = 200e-6  # a blink
    >>> epochs = EpochsArray(data, info, reject={"eog": 150e-6}, verbose=False)
    >>> len(epochs), epochs.drop_log
    (2, ((), ('EOG',), ()))
    """

    @verbose_aware
    def __init__(
        self,
        data: ArrayLike,
        info: Info,
        events: Any = None,
        tmin: float = 0.0,
        event_id: Any = None,
        reject: dict[str, float] | None = None,
        flat: dict[str, float] | None = None,
        reject_tmin: float | None = None,
        reject_tmax: float | None = None,
        baseline: Baseline = None,
        proj: bool | Literal["delayed"] = True,
        on_missing: str = "raise",
        metadata: None = None,
        *,
        verbose: Verbose = None,
    ) -> None:
        refuse_metadata(metadata)
        if events is None:
            n = (*np.shape(data), 1)[0]
            events = np.column_stack([np.arange(n), np.zeros(n, int), np.ones(n, int)])
        value = array_epochs(
            data,
            as_info(info),
            choose(events, event_id, on_missing=on_missing),
            tmin=tmin,
            baseline=baseline,
            rejection=Rejection(
                reject={} if reject is None else reject,
                flat={} if flat is None else flat,
                start=reject_tmin,
                stop=reject_tmax,
            ),
            projecting=as_projecting(proj),
        )
        self._hold(value)
