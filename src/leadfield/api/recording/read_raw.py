"""Reading raw recordings: ``read_raw``, ``read_raw_fif``."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

from leadfield.api.recording.raw import Raw
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.base.files import existing
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.fif.streams import is_stream
from leadfield.recording.fif.read_raw import open_raw
from leadfield.recording.formats import format_of

if TYPE_CHECKING:
    from leadfield.base.raise_or_warn import OnMissing


@public("leadfield.io")
@verbose_aware
def read_raw(fname: str | Path, *, preload: bool = False, verbose: Verbose = None) -> Raw:
    """Open a raw recording in a file of any format that leadfield reads.

    Parameters
    ----------
    fname : path-like
        The file; the ending of its name says its format: ``.fif`` or ``.fif.gz``.
    preload : bool
        Whether to load all samples into memory now.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    raw : Raw
        The recording.

    Raises
    ------
    InputError
        If the name ends like no known format.
    MissingFileError
        If the file does not exist.
    FormatError
        If the file is not what its name says.

    See Also
    --------
    read_raw_fif : Open a FIF file, with the options of that format.

    Examples
    --------
    >>> (fname,) = raw.save("tone_raw.fif")
    >>> read_raw(fname)
    <Raw | tone_raw.fif, 33 x 3000 (30.0 s), in the file>
    """
    one_of("preload", preload, [True, False])
    path = existing(fname, "recording")
    value = format_of(path).open_raw(path)
    return Raw(value.loaded() if preload else value)


@public("leadfield.io")
@verbose_aware
def read_raw_fif(
    fname: str | Path | IO[bytes],
    allow_maxshield: bool | Literal["yes"] = False,
    preload: bool = False,
    on_split_missing: OnMissing = "raise",
    verbose: Verbose = None,
) -> Raw:
    """Open a raw recording in a FIF file.

    Only headers are read; samples are read when they are needed.

    Parameters
    ----------
    fname : path-like | file-like
        The file, or the first of a split recording; ``.fif`` or ``.fif.gz``. An open file or
        another object with ``read`` and ``seek``, which stays open, needs ``preload=True``.
    allow_maxshield : bool | "yes"
        Whether to read data recorded with active shielding (MaxShield); ``"yes"`` does
        so without a warning.
    preload : bool
        Whether to load all samples into memory now.
    on_split_missing : "raise" | "warn" | "ignore"
        What to do if a file of a split recording is missing.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    raw : Raw
        The recording.

    Raises
    ------
    MissingFileError
        If a file does not exist.
    FormatError
        If the file is not a FIF file or has no raw data.

    See Also
    --------
    RawArray : Create a recording from an array.

    Examples
    --------
    >>> import tempfile
    >>> import numpy as np
    >>> from leadfield import create_info
    >>> from leadfield.io import RawArray
    >>> recorded = RawArray(np.ones((2, 50)), create_info(["Fz", "Cz"], 100.0, "eeg"))
    >>> (fname,) = recorded.save(tempfile.mkdtemp() + "/sub_raw.fif", verbose=False)
    >>> read_raw_fif(fname, verbose=False)
    <Raw | sub_raw.fif, 2 x 50 (0.5 s), in the file>
    """
    one_of("allow_maxshield", allow_maxshield, [True, False, "yes"])
    one_of("preload", preload, [True, False])
    one_of("on_split_missing", on_split_missing, ["raise", "warn", "ignore"])
    if is_stream(fname) and not preload:
        msg = "preload must be True for file-like objects, which are read once: got False"
        raise InputError(msg)
    value = open_raw(fname, allow_maxshield=allow_maxshield, on_split_missing=on_split_missing)
    return Raw(value.loaded() if preload else value)
