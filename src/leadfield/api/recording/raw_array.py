"""Where raw recordings come from: files and arrays."""

from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.recording.info import Info, as_info
from leadfield.api.recording.raw import Raw
from leadfield.base.checks import one_of, whole
from leadfield.base.errors import InputError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.recording.fif.read_raw import open_raw
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples


@public("leadfield.io")
class RawArray(Raw):
    """A continuous recording made from an array.

    Parameters
    ----------
    data : array_like, shape (n_channels, n_times)
        Samples in SI units: V, T, T/m.
    info : Info
        The channels.
    first_samp : int
        Number of the first sample.
    copy : "auto" | "data" | "info" | "both" | None
        What to copy; ``"auto"`` copies data only to convert them. The recording never
        changes either.
    verbose : bool | str | int | None
        How much to tell.

    See Also
    --------
    read_raw_fif : Open a recording.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield.api.recording.info import create_info
    >>> info = create_info(["Fz", "Cz"], sfreq=100.0, ch_types="eeg")
    >>> raw = RawArray(np.zeros((2, 200)), info)
    >>> data, times = raw["Fz", 50:]
    >>> data.shape, times[0]
    ((1, 150), np.float64(0.5))
    """

    @verbose_aware
    def __init__(
        self,
        data: ArrayLike,
        info: Info,
        first_samp: int = 0,
        copy: Literal["auto", "data", "info", "both"] | None = "auto",
        verbose: Verbose = None,
    ) -> None:
        one_of("copy", copy, ["auto", "data", "info", "both", None])
        given = np.asarray(data)
        if given.dtype.kind not in "biufc" or given.ndim != 2:
            msg = f"data must be numbers (n_channels, n_times), got {given.dtype} {given.shape}"
            raise InputError(msg)
        values = given.astype(np.complex128 if given.dtype.kind == "c" else np.float64, copy=False)
        if copy in {None, "info"} and values is not data:
            msg = f"data must be converted from {given.dtype}, which copy={copy!r} forbids"
            raise InputError(msg)
        if copy in {"data", "both"} and values is data:
            values = values.copy()
        super().__init__(
            RawRecording(
                info=as_info(info),
                samples=ArraySamples(values),
                first_sample=whole("first_samp", first_samp, least=-(2**31)),
            )
        )


@public("leadfield.io")
@verbose_aware
def read_raw_fif(
    fname: str | Path,
    allow_maxshield: bool | Literal["yes"] = False,
    preload: bool = False,
    on_split_missing: Literal["raise", "warn", "ignore"] = "raise",
    verbose: Verbose = None,
) -> Raw:
    """Open a raw recording.

    Only headers are read; samples are when they are asked for.

    Parameters
    ----------
    fname : path-like
        The file, or the first of several; ``.fif`` or ``.fif.gz``.
    allow_maxshield : bool | "yes"
        Whether to read what was recorded with active shielding; ``"yes"`` does not warn.
    preload : bool
        Whether to read all samples now.
    on_split_missing : "raise" | "warn" | "ignore"
        What to do if the file goes on in one that is not there.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    raw : Raw
        The recording.

    Raises
    ------
    MissingFileError
        If a file is not there.
    FormatError
        If it is no FIF file or holds no raw recording.

    See Also
    --------
    RawArray : Make a recording from an array.

    Examples
    --------
    >>> import tempfile
    >>> import numpy as np
    >>> from leadfield.api.recording.info import create_info
    >>> made = RawArray(np.ones((2, 50)), create_info(["Fz", "Cz"], 100.0, "eeg"))
    >>> (fname,) = made.save(tempfile.mkdtemp() + "/sub_raw.fif", verbose=False)
    >>> read_raw_fif(fname, verbose=False)
    <Raw | sub_raw.fif, 2 x 50 (0.5 s), in the file>
    """
    one_of("allow_maxshield", allow_maxshield, [True, False, "yes"])
    one_of("preload", preload, [True, False])
    one_of("on_split_missing", on_split_missing, ["raise", "warn", "ignore"])
    value = open_raw(fname, allow_shielded=allow_maxshield, missing=on_split_missing)
    return Raw(value.loaded() if preload else value)
