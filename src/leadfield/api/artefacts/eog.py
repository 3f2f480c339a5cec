"""Blinks of a recording: ``find_eog_events``, ``create_eog_epochs``, ``compute_proj_eog``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

import numpy as np

from leadfield.api.artefacts.artefact_projections import (
    ArtefactOptions,
    compute_artefact_projections,
)
from leadfield.api.epochs.epochs import Epochs
from leadfield.api.recording.as_recording import as_recording
from leadfield.artefacts.blinks import BlinkSearch, find_blinks
from leadfield.artefacts.patterns import PatternCounts
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware

if TYPE_CHECKING:
    from leadfield.api.artefacts.compute_proj import MegMode
    from leadfield.api.epochs.arguments import Baseline
    from leadfield.api.recording.projection_items import ProjectionItem
    from leadfield.api.recording.raw import Raw
    from leadfield.base.arrays import Ints
    from leadfield.epochs.selection import DropLog
    from leadfield.filters.design import FilterMethod
    from leadfield.filters.iir_design import IirParams
    from leadfield.recording.picks import Picks

REJECT = {"grad": 2000e-13, "mag": 3000e-15, "eeg": 500e-6, "eog": np.inf}


@public("leadfield.preprocessing")
@verbose_aware
def find_eog_events(
    raw: Raw,
    event_id: int = 998,
    l_freq: float = 1,
    h_freq: float = 10,
    filter_length: str | int = "10s",
    ch_name: str | Sequence[str] | None = None,
    tstart: float = 0,
    reject_by_annotation: bool = False,
    thresh: float | None = None,
    verbose: Verbose = None,
) -> Ints:
    """Find blinks in the EOG channels of a recording.

    The strongest of the channels is filtered, and its peaks in the direction of its largest
    deflection are the blinks.

    Parameters
    ----------
    raw : Raw
        The recording.
    event_id : int
        Event code of a blink.
    l_freq, h_freq : float
        Edges in Hz of the band in which peaks are looked for.
    filter_length : str | int
        Length of the filter in samples or as a time such as ``"10s"``.
    ch_name : str | list of str | None
        Channels to look at; None for all good EOG channels.
    tstart : float
        Time in s from which on to look.
    reject_by_annotation : bool
        Whether to leave out what annotations that start with "bad" cover.
    thresh : float | None
        How far peaks stand out of their surroundings, in the unit of the channel; None for a
        quarter of the signal's range.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    eog_events : ndarray of int, shape (n_events, 3)
        Sample number, 0, event code.

    Raises
    ------
    StateError
        If there is no EOG channel.
    ChannelError
        If there is no channel of that name.

    See Also
    --------
    create_eog_epochs : Epochs around blinks.
    compute_proj_eog : Projectors that take blinks out.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import create_info
    >>> from leadfield.io import RawArray
    >>> from leadfield.preprocessing import find_eog_events
    >>> eog = np.zeros((1, 4000))
    >>> for start in (500, 1800, 3100):
    ...     eog[0, start : start + 60] = 2e-4 * np.hanning(60)
    >>> raw = RawArray(eog, create_info(["EOG"], 200.0, "eog"))
    >>> find_eog_events(raw, thresh=1e-4)
    array([[ 530,    0,  998],
           [1830,    0,  998],
           [3129,    0,  998]])
    """
    search = BlinkSearch(
        channels=ch_name,
        band=(l_freq, h_freq),
        length=filter_length,
        tstart=tstart,
        threshold=thresh,
        good_only=reject_by_annotation,
        code=event_id,
    )
    return find_blinks(as_recording(raw), search)


@public("leadfield.preprocessing")
@verbose_aware
def create_eog_epochs(
    raw: Raw,
    ch_name: str | Sequence[str] | None = None,
    event_id: int = 998,
    picks: Picks = None,
    tmin: float = -0.5,
    tmax: float = 0.5,
    l_freq: float = 1,
    h_freq: float = 10,
    reject: Mapping[str, float] | None = None,
    flat: Mapping[str, float] | None = None,
    baseline: Baseline = None,
    preload: bool = True,
    reject_by_annotation: bool = True,
    thresh: float | None = None,
    decim: int = 1,
    verbose: Verbose = None,
) -> Epochs:
    """Cut epochs around blinks.

    Only the signal in which blinks are looked for is filtered; the epochs are not, nor are
    projectors applied to them.

    Parameters
    ----------
    raw : Raw
        The recording.
    ch_name : str | list of str | None
        Channels in which to look for blinks; None for all good EOG channels.
    event_id : int
        Event code of a blink.
    picks : str | array_like | slice | None
        Channels of the epochs by name, type or number; None for all.
    tmin, tmax : float
        Start and end in s relative to the blink.
    l_freq, h_freq : float
        Edges in Hz of the band in which blinks are looked for.
    reject, flat : dict | None
        Largest and smallest peak-to-peak amplitudes by channel type.
    baseline : tuple of float | None
        Interval in s whose mean is subtracted.
    preload : bool
        Whether to load the samples into memory now.
    reject_by_annotation : bool
        Whether to leave out what annotations that start with "bad" cover.
    thresh : float | None
        How far peaks stand out of their surroundings; None for a quarter of the range.
    decim : int
        Keep every decim-th sample.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    eog_epochs : Epochs
        The epochs.

    See Also
    --------
    find_eog_events : Find blinks alone.

    Examples
    --------
    >>> from leadfield.preprocessing import create_eog_epochs
    >>> blinks = create_eog_epochs(raw, ch_name="MEG 001")
    >>> blinks.event_id
    {'998': 998}
    """
    events = find_eog_events(
        raw,
        ch_name=ch_name,
        event_id=event_id,
        l_freq=l_freq,
        h_freq=h_freq,
        reject_by_annotation=reject_by_annotation,
        thresh=thresh,
    )
    return Epochs(
        raw,
        events,
        event_id,
        tmin,
        tmax,
        baseline=baseline,
        picks=picks,
        preload=preload,
        reject=reject,
        flat=flat,
        proj=False,
        decim=decim,
        reject_by_annotation=reject_by_annotation,
    )


@overload
def compute_proj_eog(
    raw: Raw,
    raw_event: Raw | None = None,
    tmin: float = -0.2,
    tmax: float = 0.2,
    n_grad: float = 2,
    n_mag: float = 2,
    n_eeg: float = 2,
    l_freq: float | None = 1.0,
    h_freq: float | None = 35.0,
    average: bool = True,
    filter_length: str | int = "10s",
    n_jobs: int | None = None,
    reject: Mapping[str, float] | None = REJECT,
    flat: Mapping[str, float] | None = None,
    bads: Collection[str] = (),
    avg_ref: bool = False,
    no_proj: bool = False,
    event_id: int = 998,
    eog_l_freq: float = 1,
    eog_h_freq: float = 10,
    tstart: float = 0.0,
    filter_method: FilterMethod = "fir",
    iir_params: IirParams | None = None,
    ch_name: str | Sequence[str] | None = None,
    copy: bool = True,
    return_drop_log: Literal[False] = False,
    meg: MegMode = "separate",
    verbose: Verbose = None,
) -> tuple[list[ProjectionItem], Ints]: ...


@overload
def compute_proj_eog(
    raw: Raw,
    raw_event: Raw | None = None,
    tmin: float = -0.2,
    tmax: float = 0.2,
    n_grad: float = 2,
    n_mag: float = 2,
    n_eeg: float = 2,
    l_freq: float | None = 1.0,
    h_freq: float | None = 35.0,
    average: bool = True,
    filter_length: str | int = "10s",
    n_jobs: int | None = None,
    reject: Mapping[str, float] | None = REJECT,
    flat: Mapping[str, float] | None = None,
    bads: Collection[str] = (),
    avg_ref: bool = False,
    no_proj: bool = False,
    event_id: int = 998,
    eog_l_freq: float = 1,
    eog_h_freq: float = 10,
    tstart: float = 0.0,
    filter_method: FilterMethod = "fir",
    iir_params: IirParams | None = None,
    ch_name: str | Sequence[str] | None = None,
    copy: bool = True,
    *,
    return_drop_log: Literal[True],
    meg: MegMode = "separate",
    verbose: Verbose = None,
) -> tuple[list[ProjectionItem], Ints, DropLog]: ...


@overload
def compute_proj_eog(
    raw: Raw,
    raw_event: Raw | None = None,
    tmin: float = -0.2,
    tmax: float = 0.2,
    n_grad: float = 2,
    n_mag: float = 2,
    n_eeg: float = 2,
    l_freq: float | None = 1.0,
    h_freq: float | None = 35.0,
    average: bool = True,
    filter_length: str | int = "10s",
    n_jobs: int | None = None,
    reject: Mapping[str, float] | None = REJECT,
    flat: Mapping[str, float] | None = None,
    bads: Collection[str] = (),
    avg_ref: bool = False,
    no_proj: bool = False,
    event_id: int = 998,
    eog_l_freq: float = 1,
    eog_h_freq: float = 10,
    tstart: float = 0.0,
    filter_method: FilterMethod = "fir",
    iir_params: IirParams | None = None,
    ch_name: str | Sequence[str] | None = None,
    copy: bool = True,
    return_drop_log: bool = False,
    meg: MegMode = "separate",
    verbose: Verbose = None,
) -> Any: ...


@public("leadfield.preprocessing")
@verbose_aware
def compute_proj_eog(
    raw: Raw,
    raw_event: Raw | None = None,
    tmin: float = -0.2,
    tmax: float = 0.2,
    n_grad: float = 2,
    n_mag: float = 2,
    n_eeg: float = 2,
    l_freq: float | None = 1.0,
    h_freq: float | None = 35.0,
    average: bool = True,
    filter_length: str | int = "10s",
    n_jobs: int | None = None,
    reject: Mapping[str, float] | None = REJECT,
    flat: Mapping[str, float] | None = None,
    bads: Collection[str] = (),
    avg_ref: bool = False,
    no_proj: bool = False,
    event_id: int = 998,
    eog_l_freq: float = 1,
    eog_h_freq: float = 10,
    tstart: float = 0.0,
    filter_method: FilterMethod = "fir",
    iir_params: IirParams | None = None,
    ch_name: str | Sequence[str] | None = None,
    copy: bool = True,
    return_drop_log: bool = False,
    meg: MegMode = "separate",
    verbose: Verbose = None,
) -> Any:
    """Compute SSP projectors that take blinks out.

    Blinks are found in the EOG; the recording is filtered and cut into epochs around them; the
    patterns that vary most over their average, or over all of them, are the projectors.

    Parameters
    ----------
    raw : Raw
        The recording.
    raw_event : Raw | None
        The recording in which to look for blinks, if another.
    tmin, tmax : float
        Start and end of the epochs in s relative to the blink.
    n_grad, n_mag, n_eeg : int | float
        Number of projectors for gradiometers, magnetometers and EEG; a number below 1 is the
        share of the variance that they shall explain.
    l_freq, h_freq : float | None
        Edges in Hz of the band to which the recording is filtered.
    average : bool
        Whether to take the patterns of the average of the epochs, not of the epochs.
    filter_length : str | int
        Length of the filters in samples or as a time such as ``"10s"``.
    n_jobs : int | None
        Has no effect.
    reject, flat : dict | None
        Largest and smallest peak-to-peak amplitudes of epochs by channel type; types that the
        recording has not are passed over.
    bads : list of str
        More channels to leave out, besides the bad ones.
    avg_ref : bool
        Whether to add an average EEG reference to the projectors that are returned.
    no_proj : bool
        Whether to leave out the projectors that the recording has from those that are returned.
    event_id : int
        Event code of a blink.
    eog_l_freq, eog_h_freq : float
        Edges in Hz of the band in which blinks are looked for.
    tstart : float
        Time in s from which on to look for blinks.
    filter_method : "fir" | "iir"
        What to filter the recording with.
    iir_params : dict | None
        Parameters of an IIR filter, as of :meth:`leadfield.io.Raw.filter`.
    ch_name : str | list of str | None
        Channels in which to look for blinks; None for all good EOG channels.
    copy : bool
        Whether to leave ``raw`` alone; otherwise it is loaded and filtered in place.
    return_drop_log : bool
        Whether to return the drop log of the epochs, too.
    meg : "separate" | "combined"
        Whether gradiometers and magnetometers have projectors of their own, or joint ones.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    projs : list of ProjectionItem
        Those of the recording, and new ones; an empty list if no good blink is found.
    eog_events : ndarray of int, shape (n_events, 3)
        The blinks.
    drop_log : tuple of tuple of str
        With ``return_drop_log``: for each blink why it has no epoch, or ``()``.

    See Also
    --------
    compute_proj_ecg : Of heartbeats.
    leadfield.compute_proj_epochs : Of any epochs.

    Examples
    --------
    >>> from leadfield.preprocessing import compute_proj_eog
    >>> projs, events = compute_proj_eog(raw, ch_name="MEG 001", n_mag=1)
    >>> projs
    [<ProjectionItem | EOG-axial--0.200-0.200-PCA-01, active: off, n_channels: 32>]
    """
    search = BlinkSearch(
        channels=ch_name,
        band=(eog_l_freq, eog_h_freq),
        length=filter_length,
        tstart=tstart,
        code=event_id,
    )
    options = ArtefactOptions(
        kind="EOG",
        counts=PatternCounts(grad=n_grad, mag=n_mag, eeg=n_eeg, meg=meg),
        tmin=tmin,
        tmax=tmax,
        limits=(reject, flat),
        bads=bads,
        average=average,
        with_reference=avg_ref,
        only_new=no_proj,
        filtering={
            "l_freq": l_freq,
            "h_freq": h_freq,
            "filter_length": filter_length,
            "n_jobs": n_jobs,
            "method": filter_method,
            "iir_params": iir_params,
        },
    )
    one_of("return_drop_log", return_drop_log, [True, False])
    watched = as_recording(raw if raw_event is None else raw_event)
    events = find_blinks(watched, search)
    projs, drop_log = compute_artefact_projections(raw, events, options, copy=copy)
    return (projs, events, drop_log) if return_drop_log else (projs, events)
