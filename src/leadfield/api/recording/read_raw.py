"""Reading raw recordings: ``read_raw_fif``."""

from pathlib import Path
from typing import Literal

from leadfield.api.recording.raw import Raw
from leadfield.base.checks import one_of
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.base.raise_or_warn import OnMissing
from leadfield.recording.fif.read_raw import open_raw


@public("leadfield.io")
@verbose_aware
def read_raw_fif(
    fname: str | Path,
    allow_maxshield: bool | Literal["yes"] = False,
    preload: bool = False,
    on_split_missing: OnMissing = "raise",
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
        Verbosity.

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
    >>> from leadfield.api.recording.raw_array import RawArray
    >>> recorded = RawArray(np.ones((2, 50)), create_info(["Fz", "Cz"], 100.0, "eeg"))
    >>> (fname,) = recorded.save(tempfile.mkdtemp() + "/sub_raw.fif", verbose=False)
    >>> read_raw_fif(fname, verbose=False)
    <Raw | sub_raw.fif, 2 x 50 (0.5 s), in the file>
    """
    one_of("allow_maxshield", allow_maxshield, [True, False, "yes"])
    one_of("preload", preload, [True, False])
    one_of("on_split_missing", on_split_missing, ["raise", "warn", "ignore"])
    value = open_raw(fname, allow_maxshield=allow_maxshield, on_split_missing=on_split_missing)
    return Raw(value.loaded() if preload else value)
