"""Evoked responses made of arrays."""

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.epochs.evoked import Evoked
from leadfield.api.epochs.timed_data import Baseline
from leadfield.api.recording.info import Info, as_info
from leadfield.base.checks import number
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.epochs.evoked import EvokedResponse


@public("leadfield")
class EvokedArray(Evoked):
    """An evoked response made of an array.

    Parameters
    ----------
    data : array_like, shape (n_channels, n_times)
        Samples in SI units: T, T/m, V.
    info : Info
        The channels.
    tmin : float
        Time of the first sample in s.
    comment : str
        What it is called.
    nave : float
        How many epochs it is the average of.
    kind : "average" | "standard_error"
        What it is.
    baseline : tuple of float | None
        Interval in s whose mean to subtract, None for none.
    verbose : bool | str | int | None
        How much to tell.

    See Also
    --------
    create_info : Make the ``info``.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield.api.recording.info import create_info
    >>> info = create_info(["Fz", "Cz"], 100.0, "eeg")
    >>> evoked = EvokedArray([[0, 1e-6, 0], [0, 3e-6, 1e-6]], info, tmin=-0.01, nave=20)
    >>> evoked.get_peak(return_amplitude=True)
    ('Cz', 0.0, 3e-06)
    """

    @verbose_aware
    def __init__(
        self,
        data: ArrayLike,
        info: Info,
        tmin: float = 0.0,
        comment: str = "",
        nave: float = 1,
        kind: str = "average",
        baseline: Baseline = None,
        *,
        verbose: Verbose = None,
    ) -> None:
        given = np.asarray(data)
        if given.dtype.kind not in "fiu":
            msg = f"evoked data must be real numbers, got {given.dtype}"
            raise ArgumentTypeError(msg)
        value = EvokedResponse(
            info=as_info(info),
            data=given.astype(np.float64, order="C"),
            first=0,
            n_averaged=number("nave", nave),
            comment=comment or "",
            kind=kind,
        )
        first = round(number("tmin", tmin) * value.info.sampling_rate)
        self._hold(replace(value, first=first))
        if baseline is not None:
            self.apply_baseline(baseline)
