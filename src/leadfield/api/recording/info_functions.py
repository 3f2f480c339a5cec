"""Functions of measurement info: ``anonymize_info``, ``rename_channels``, ``write_info``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from leadfield.api.interop.origin import kind_of
from leadfield.api.recording.info import Info, as_info
from leadfield.api.recording.save_info import save_info
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware

if TYPE_CHECKING:
    from leadfield.api.recording.edit_persons import KeepHis
    from leadfield.base.raise_or_warn import OnMissing


def _own_info(info: object, method: str) -> Info:
    """An Info of leadfield's, which can be changed in place."""
    if isinstance(info, Info):
        return info
    msg = (
        f"info must be an Info of leadfield's, which is changed in place, got {kind_of(info)}: "
        f"call its own {method}()"
    )
    raise ArgumentTypeError(msg)


@public("leadfield.io")
@verbose_aware
def anonymize_info(
    info: Info,
    daysback: float | None = None,
    keep_his: KeepHis = False,
    verbose: Verbose = None,
) -> Info:
    """Take personal data out of measurement info, in place.

    Names, experimenter, project, serial numbers, weight and height are replaced, machines and
    what is not known are removed, and all dates are moved by the same time. Channels,
    annotations and the processing history's numbers stay.

    Parameters
    ----------
    info : Info
        The info. For data use their own method, ``raw.anonymize()``: annotations count from
        the date, too.
    daysback : float | None
        How many days dates are moved back; None for as many as let the measurement begin with
        the year 2000. Without a date of the measurement, all other dates are removed.
    keep_his : bool | str | list of str
        What to keep of the subject: ``"his_id"``, ``"sex"``, ``"hand"``; True for all three.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    info : Info
        The object itself.

    Raises
    ------
    StateError
        If dates would become such as FIF files cannot hold.

    Examples
    --------
    >>> from leadfield import create_info
    >>> from leadfield.io import anonymize_info
    >>> info = create_info(["Cz"], 100.0, "eeg")
    >>> info["experimenter"] = "Ann Onym"
    >>> anonymize_info(info)["experimenter"]
    'mne_anonymize'
    """
    return _own_info(info, "anonymize").anonymize(daysback, keep_his)


@public("leadfield")
@verbose_aware
def rename_channels(
    info: Info,
    mapping: Mapping[str, str] | Callable[[str], str],
    allow_duplicates: bool = False,
    *,
    on_missing: OnMissing = "raise",
    verbose: Verbose = None,
) -> None:
    """Rename channels of measurement info, in place.

    Parameters
    ----------
    info : Info
        The info. For data use their own method, ``raw.rename_channels()``: annotations name
        channels, too.
    mapping : dict of str | callable
        New name for each old one, or a function from old to new names.
    allow_duplicates : bool
        Whether names that become equal are numbered, with a warning; else they are refused.
    on_missing : "raise" | "warn" | "ignore"
        What to do about names that are not in the info.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    ChannelError
        If channels are missing, or names would become equal.

    Examples
    --------
    >>> from leadfield import create_info, rename_channels
    >>> info = create_info(["EEG 001", "EEG 002"], 100.0, "eeg")
    >>> rename_channels(info, {"EEG 001": "Cz"})
    >>> info.ch_names
    ['Cz', 'EEG 002']
    """
    _own_info(info, "rename_channels").rename_channels(
        mapping, allow_duplicates, on_missing=on_missing
    )


@public("leadfield.io")
@verbose_aware
def write_info(
    fname: str | Path,
    info: Info,
    *,
    data_type: Literal[4, 5, 16] | None = None,
    reset_range: bool = True,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write measurement info to a FIF file.

    Parameters
    ----------
    fname : path-like
        The file, such as ``sub-info.fif``.
    info : Info
        The measurement info.
    data_type : int | None
        How samples of such a recording are stored: 4 (single precision), 5 (double) or 16
        (short); None to leave it out.
    reset_range : bool
        Whether ranges of channels are written as 1.
    overwrite : bool
        Whether to overwrite an existing file.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    OverwriteError
        If the file exists and ``overwrite`` is False.

    See Also
    --------
    read_info : Read measurement info.

    Examples
    --------
    >>> from leadfield.io import read_info, write_info
    >>> write_info("tone-info.fif", raw.info)
    >>> read_info("tone-info.fif")["nchan"]
    33
    """
    save_info(
        fname, as_info(info), data_type=data_type, reset_range=reset_range, overwrite=overwrite
    )
