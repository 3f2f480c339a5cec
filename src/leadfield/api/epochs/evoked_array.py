"""Evoked responses made of arrays: ``EvokedArray``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.epochs.evoked import Evoked, Kind, evoked_of
from leadfield.api.recording.info import Info, as_info
from leadfield.base.checks import number
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.evoked import EvokedResponse

if TYPE_CHECKING:
    from leadfield.api.epochs.arguments import Baseline


@public("leadfield")
@verbose_aware
def EvokedArray(  # noqa: N802 - a class in MNE-Python
    data: ArrayLike,
    info: Info,
    tmin: float = 0.0,
    comment: str = "",
    nave: float = 1,
    kind: Kind = "average",
    baseline: Baseline = None,
    *,
    verbose: Verbose = None,
) -> Evoked:
    """Make an evoked response of an array, which is copied.

    Parameters
    ----------
    data : array_like, shape (n_channels, n_times)
        Samples in SI units: T, T/m, V; real or complex.
    info : Info
        The channels.
    tmin : float
        Time of the first sample in s.
    comment : str
        What it is called.
    nave : float
        Number of epochs that it is the average of.
    kind : "average" | "standard_error"
        What it is.
    baseline : tuple of float | None
        Interval in s whose mean to subtract, None for none.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    evoked : Evoked
        The response.

    See Also
    --------
    create_info : Make the ``info``.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import create_info
    >>> info = create_info(["Fz", "Cz"], 100.0, "eeg")
    >>> evoked = EvokedArray([[0, 1e-6, 0], [0, 3e-6, 1e-6]], info, tmin=-0.01, nave=20)
    >>> evoked.get_peak(return_amplitude=True)
    ('Cz', 0.0, 3e-06)
    """
    given = np.asarray(data)
    if given.dtype.kind not in "fiubc":
        msg = f"evoked data must be numbers, got {given.dtype}"
        raise ArgumentTypeError(msg)
    measurement = as_info(info)
    value = EvokedResponse(
        info=measurement,
        data=given,
        first=round(number("tmin", tmin) * measurement.sampling_rate),
        nave=number("nave", nave),
        comment=comment or "",
        kind=kind,
    )
    evoked = evoked_of(value)
    return evoked if baseline is None else evoked.apply_baseline(baseline)
