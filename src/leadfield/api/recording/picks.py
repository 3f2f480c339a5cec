"""Channel selection by type and name: ``pick_types``, ``pick_channels``, ``pick_info``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.recording.info import Info, as_info
from leadfield.base.errors import InputError, OutOfRangeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.recording import picks as inner
from leadfield.recording.create import KIND_AND_COIL

if TYPE_CHECKING:
    from leadfield.base.arrays import Ints

Sensors = bool | Literal["mag", "grad", "planar1", "planar2"]
Eyetrack = Literal["eyegaze", "pupil"]
Fnirs = Literal[
    "hbo",
    "hbr",
    "fnirs_cw_amplitude",
    "fnirs_od",
    "fnirs_fd_ac_amplitude",
    "fnirs_fd_phase",
    "fnirs_td_gated_amplitude",
    "fnirs_td_moments_intensity",
    "fnirs_td_moments_mean",
    "fnirs_td_moments_variance",
]


@public("leadfield")
def pick_types(
    info: Info,
    meg: Sensors = False,
    eeg: bool = False,
    stim: bool = False,
    eog: bool = False,
    ecg: bool = False,
    emg: bool = False,
    ref_meg: Sensors | Literal["auto"] = "auto",
    *,
    misc: bool = False,
    resp: bool = False,
    chpi: bool = False,
    exci: bool = False,
    ias: bool = False,
    syst: bool = False,
    seeg: bool = False,
    dipole: bool = False,
    gof: bool = False,
    bio: bool = False,
    ecog: bool = False,
    fnirs: bool | Fnirs | Collection[Fnirs] = False,
    csd: bool = False,
    dbs: bool = False,
    temperature: bool = False,
    gsr: bool = False,
    eyetrack: bool | Eyetrack | Collection[Eyetrack] = False,
    include: Iterable[str] = (),
    exclude: Literal["bads"] | Collection[str] = "bads",
    selection: Collection[str] | None = None,
) -> Ints:
    """Pick channels by type and name.

    Parameters
    ----------
    info : Info
        The channels.
    meg : bool | str
        True for all MEG channels, or one of ``"mag"``, ``"grad"``, ``"planar1"``,
        ``"planar2"``.
    eeg, stim, eog, ecg, emg : bool
        Whether to pick channels of this type.
    ref_meg : bool | str
        Reference sensors; ``"auto"`` picks them along with MEG if the data have
        gradient compensations.
    misc, resp, chpi, exci, ias, syst, seeg, dipole, gof, bio, ecog : bool
        Whether to pick channels of this type.
    fnirs : bool | str | list of str
        True for all, or some of ``"hbo"``, ``"hbr"``, ``"fnirs_od"``, ...
    csd, dbs, temperature, gsr : bool
        Whether to pick channels of this type.
    eyetrack : bool | str | list of str
        True for all, or some of ``"eyegaze"``, ``"pupil"``.
    include : list of str
        Additional channels by name.
    exclude : list of str | "bads"
        Channels to exclude; ``"bads"`` for those marked as bad.
    selection : list of str | None
        Names that the choice of MEG and EEG channels is restricted to.

    Returns
    -------
    sel : ndarray of int
        Channel indices in increasing order.

    See Also
    --------
    pick_channels : Pick channels by name.

    Examples
    --------
    >>> from leadfield import create_info
    >>> info = create_info(["Fz", "Cz", "HEOG"], 100.0, ["eeg", "eeg", "eog"])
    >>> pick_types(info, eeg=True)
    array([0, 1])
    """
    arguments = {name: value for name, value in locals().items() if name != "info"}
    return inner.pick_types(as_info(info), **arguments)


@public("leadfield")
@verbose_aware
def pick_channels(
    ch_names: Sequence[str],
    include: Iterable[str],
    exclude: Iterable[str] = (),
    ordered: bool = True,
    *,
    verbose: Verbose = None,
) -> Ints:
    """Pick channels by name.

    Parameters
    ----------
    ch_names : list of str
        All names.
    include : list of str
        Names to pick; all if empty.
    exclude : list of str
        Names to exclude.
    ordered : bool
        Whether to keep the order of ``include`` and require all its names to be there;
        otherwise the order is that of ``ch_names`` and missing names are ignored.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    sel : ndarray of int
        Channel indices.

    Raises
    ------
    ChannelError
        If a channel is missing.

    See Also
    --------
    pick_types : Pick channels by type.

    Examples
    --------
    >>> pick_channels(["Fz", "Cz", "Pz"], include=["Pz", "Fz"])
    array([2, 0])
    """
    return inner.pick_channels(list(ch_names), include, exclude, ordered=ordered)


@public("leadfield")
def pick_channels_regexp(ch_names: Sequence[str], regexp: str) -> list[int]:
    """Pick channels whose names begin as a regular expression says.

    Parameters
    ----------
    ch_names : list of str
        All names.
    regexp : str
        The regular expression.

    Returns
    -------
    sel : list of int
        Channel indices.

    Raises
    ------
    InputError
        If it is no regular expression.

    Examples
    --------
    >>> pick_channels_regexp(["MEG 2331", "MEG 2332", "EEG 001"], "MEG ...1")
    [0]
    """
    try:
        begins = re.compile(regexp).match
    except re.error as error:
        msg = f"regexp must be a regular expression, got {regexp!r} ({error})"
        raise InputError(msg) from error
    return [i for i, name in enumerate(ch_names) if begins(name)]


@public("leadfield")
@verbose_aware
def pick_info(
    info: Info,
    sel: ArrayLike | None = (),
    copy: bool = True,
    verbose: Verbose = None,
) -> Info:
    """Restrict measurement info to some channels.

    Parameters
    ----------
    info : Info
        The measurement info.
    sel : array_like of int | None
        Indices of the channels; None for all.
    copy : bool
        Whether to leave ``info`` unchanged and return a new object.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    info : Info
        Info of these channels in this order, with the projectors that apply to them.

    Raises
    ------
    ChannelError
        If no channels are given or one is given twice.

    Examples
    --------
    >>> from leadfield import create_info
    >>> pick_info(create_info(["Fz", "Cz", "Pz"], 100.0, "eeg"), [2, 0]).ch_names
    ['Pz', 'Fz']
    """
    value = as_info(info)
    if sel is not None:
        value = value.pick(inner.resolve_picks(value, np.asarray(sel, np.int64)))
    if copy:
        return Info(value)
    info.value = value
    return info


@public("leadfield")
def channel_type(info: Info, idx: int) -> str:
    """Get the type of one channel.

    Parameters
    ----------
    info : Info
        The channels.
    idx : int
        Index of the channel.

    Returns
    -------
    type : str
        ``"mag"``, ``"grad"``, ``"eeg"``, ``"eog"``, ``"stim"``, ...

    Raises
    ------
    OutOfRangeError
        If there is no such channel.

    Examples
    --------
    >>> from leadfield import create_info
    >>> channel_type(create_info(["Fz"], 100.0, "eeg"), 0)
    'eeg'
    """
    types = as_info(info).channels.types
    if not -len(types) <= idx < len(types):
        msg = f"idx must be one of {len(types)} channels, got {idx!r}"
        raise OutOfRangeError(msg)
    return types[idx]


@public("leadfield")
@verbose_aware
def channel_indices_by_type(
    info: Info,
    picks: inner.Picks = None,
    *,
    exclude: Literal["bads"] | Collection[str] = (),
    verbose: Verbose = None,
) -> dict[str, list[int]]:
    """Get the indices of channels by type.

    Parameters
    ----------
    info : Info
        The channels.
    picks : str | array_like | slice | None
        Channels by name, type or number; None for all.
    exclude : list of str | "bads"
        Channels to exclude if ``picks`` are types.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    indices : dict of list of int
        Channel indices for each type, an empty list for types without channels.

    Examples
    --------
    >>> from leadfield import create_info
    >>> info = create_info(["Fz", "Cz", "HEOG"], 100.0, ["eeg", "eeg", "eog"])
    >>> channel_indices_by_type(info)["eeg"]
    [0, 1]
    """
    value = as_info(info)
    types = value.channels.types
    out: dict[str, list[int]] = {kind: [] for kind in KIND_AND_COIL}
    for i in inner.resolve_picks(value, picks, none="all", exclude=exclude).tolist():
        out[types[i]].append(i)
    return out
