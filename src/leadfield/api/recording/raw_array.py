"""Raw recordings from arrays: ``RawArray``."""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.recording.info import Info, as_info
from leadfield.api.recording.raw import Raw
from leadfield.base.checks import one_of, whole
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples, Values


@public("leadfield.io")
@verbose_aware
def RawArray(  # noqa: N802 - the field's name for it
    data: ArrayLike,
    info: Info,
    first_samp: int = 0,
    copy: Literal["auto", "data", "info", "both"] | None = "auto",
    verbose: Verbose = None,
) -> Raw:
    """Create a raw recording from an array.

    Parameters
    ----------
    data : array_like, shape (n_channels, n_times)
        Samples in SI units: V, T, T/m.
    info : Info
        The channels.
    first_samp : int
        Number of the first sample.
    copy : "auto" | "data" | "info" | "both" | None
        What to copy. ``"auto"`` copies data only to convert them to float64; the
        recording never writes to the array.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    raw : Raw
        The recording.

    Raises
    ------
    InputError
        If the data are not numbers of shape (n_channels, n_times), or must be converted
        although ``copy`` forbids it.
    MismatchError
        If the number of rows is not that of the channels.

    See Also
    --------
    read_raw_fif : Open a recording.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import create_info
    >>> info = create_info(["Fz", "Cz"], sfreq=100.0, ch_types="eeg")
    >>> raw = RawArray(np.zeros((2, 200)), info)
    >>> data, times = raw["Fz", 50:]
    >>> data.shape, times[0]
    ((1, 150), np.float64(0.5))
    """
    one_of("copy", copy, ["auto", "data", "info", "both", None])
    samples = ArraySamples(_as_samples(data, copy))
    first_sample = whole("first_samp", first_samp, least=-(2**31))
    return Raw(RawRecording(info=as_info(info), samples=samples, first_sample=first_sample))


def _as_samples(data: ArrayLike, copy: str | None) -> Values:
    """Samples in double precision, copied if asked for or needed."""
    given = np.asarray(data)
    if given.dtype.kind not in "biufc" or given.ndim != 2:
        msg = f"data must be numbers (n_channels, n_times), got {given.dtype} {given.shape}"
        raise InputError(msg)
    values = given.astype(np.complex128 if given.dtype.kind == "c" else np.float64, copy=False)
    if copy in {None, "info"} and values is not data:
        msg = f"data must be converted from {given.dtype}, which copy={copy!r} forbids"
        raise InputError(msg)
    return values.copy() if copy in {"data", "both"} and values is data else values
