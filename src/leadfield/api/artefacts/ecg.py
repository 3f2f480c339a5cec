"""Heartbeats of a recording: ``find_ecg_events``, ``create_ecg_epochs``, ``compute_proj_ecg``."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, Literal, overload

import numpy as np

from leadfield.api.artefacts.artefact_projections import (
    ArtefactOptions,
    compute_artefact_projections,
)
from leadfield.api.epochs.epochs import Epochs
from leadfield.api.recording.as_recording import as_recording
from leadfield.artefacts.heartbeats import HeartbeatSearch, find_heartbeats
from leadfield.artefacts.patterns import PatternCounts
from leadfield.artefacts.synthetic_ecg import with_synthetic_ecg
from leadfield.base.checks import one_of
from leadfield.base.errors import DataError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.make import EpochParameters

if TYPE_CHECKING:
    from leadfield.api.artefacts.compute_proj import MegMode
    from leadfield.api.epochs.arguments import Baseline
    from leadfield.api.recording.projection_items import ProjectionItem
    from leadfield.api.recording.raw import Raw
    from leadfield.base.arrays import Floats, Ints
    from leadfield.epochs.selection import DropLog
    from leadfield.filters.design import FilterMethod
    from leadfield.filters.iir_design import IirParams
    from leadfield.recording.picks import Picks

REJECT = {"grad": 2000e-13, "mag": 3000e-15, "eeg": 50e-6, "eog": 250e-6}

Threshold = float | Literal["auto"]


@overload
def find_ecg_events(
    raw: Raw,
    event_id: int = 999,
    ch_name: str | None = None,
    tstart: float = 0.0,
    l_freq: float = 5,
    h_freq: float = 35,
    qrs_threshold: Threshold = "auto",
    filter_length: str | int = "10s",
    return_ecg: Literal[False] = False,
    reject_by_annotation: bool = True,
    verbose: Verbose = None,
) -> tuple[Ints, int | None, float]: ...


@overload
def find_ecg_events(
    raw: Raw,
    event_id: int = 999,
    ch_name: str | None = None,
    tstart: float = 0.0,
    l_freq: float = 5,
    h_freq: float = 35,
    qrs_threshold: Threshold = "auto",
    filter_length: str | int = "10s",
    *,
    return_ecg: Literal[True],
    reject_by_annotation: bool = True,
    verbose: Verbose = None,
) -> tuple[Ints, int | None, float, Floats]: ...


@overload
def find_ecg_events(
    raw: Raw,
    event_id: int = 999,
    ch_name: str | None = None,
    tstart: float = 0.0,
    l_freq: float = 5,
    h_freq: float = 35,
    qrs_threshold: Threshold = "auto",
    filter_length: str | int = "10s",
    return_ecg: bool = False,
    reject_by_annotation: bool = True,
    verbose: Verbose = None,
) -> Any: ...


@public("leadfield.preprocessing")
@verbose_aware
def find_ecg_events(
    raw: Raw,
    event_id: int = 999,
    ch_name: str | None = None,
    tstart: float = 0.0,
    l_freq: float = 5,
    h_freq: float = 35,
    qrs_threshold: Threshold = "auto",
    filter_length: str | int = "10s",
    return_ecg: bool = False,
    reject_by_annotation: bool = True,
    verbose: Verbose = None,
) -> Any:
    """Find heartbeats in the ECG of a recording, or in its MEG.

    Without an ECG channel, the mean over the good magnetometers (or gradiometers) stands for it.

    Parameters
    ----------
    raw : Raw
        The recording.
    event_id : int
        Event code of a heartbeat.
    ch_name : str | None
        The channel to look at; None for the first good ECG channel, or else the mean field.
    tstart : float
        Time in s from which on to look.
    l_freq, h_freq : float
        Edges in Hz of the band in which R waves are looked for.
    qrs_threshold : float | "auto"
        Share of the signal's size, that of its first three seconds, at which a beat starts;
        ``"auto"`` tries several and takes one that gives a pulse that hearts can have.
    filter_length : str | int
        Length of the filter in samples or as a time such as ``"10s"``.
    return_ecg : bool
        Whether to return the filtered signal, too.
    reject_by_annotation : bool
        Whether to leave out what annotations that start with "bad" or "edge" cover.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    ecg_events : ndarray of int, shape (n_events, 3)
        Sample number, 0, event code.
    ch_ecg : int | None
        Index of the channel, None for the mean field.
    average_pulse : float
        Heartbeats a minute.
    ecg : ndarray, shape (1, n_times)
        With ``return_ecg``: the signal, without what was left out.

    Raises
    ------
    ChannelError
        If there is no channel of that name, or neither an ECG nor MEG.
    DataError
        If there are two seconds of data or less.

    See Also
    --------
    create_ecg_epochs : Epochs around heartbeats.
    compute_proj_ecg : Projectors that take heartbeats out.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import create_info
    >>> from leadfield.io import RawArray
    >>> from leadfield.preprocessing import find_ecg_events
    >>> rng = np.random.default_rng(0)
    >>> ecg = 1e-5 * rng.standard_normal((1, 6000))
    >>> for start in range(150, 5950, 170):
    ...     ecg[0, start : start + 12] += rng.uniform(9e-4, 1.1e-3) * np.hanning(12)
    >>> raw = RawArray(ecg, create_info(["ECG"], 200.0, "ecg"))
    >>> events, row, pulse = find_ecg_events(raw)
    >>> len(events), row, round(pulse)
    (34, 0, 68)
    """
    one_of("return_ecg", return_ecg, [True, False])
    search = HeartbeatSearch(
        channel=ch_name,
        band=(l_freq, h_freq),
        length=filter_length,
        tstart=tstart,
        threshold=qrs_threshold,
        good_only=reject_by_annotation,
        code=event_id,
    )
    found = find_heartbeats(as_recording(raw), search)
    beats = (found.events.copy(), found.row, found.pulse)
    return (*beats, found.signal.samples[np.newaxis].copy()) if return_ecg else beats


@public("leadfield.preprocessing")
@verbose_aware
def create_ecg_epochs(
    raw: Raw,
    ch_name: str | None = None,
    event_id: int = 999,
    picks: Picks = None,
    tmin: float = -0.5,
    tmax: float = 0.5,
    l_freq: float = 8,
    h_freq: float = 16,
    reject: Mapping[str, float] | None = None,
    flat: Mapping[str, float] | None = None,
    baseline: Baseline = None,
    preload: bool = True,
    keep_ecg: bool = False,
    reject_by_annotation: bool = True,
    decim: int = 1,
    verbose: Verbose = None,
) -> Epochs:
    """Cut epochs around heartbeats.

    Only the signal in which heartbeats are looked for is filtered; the epochs are not, nor are
    projectors applied to them.

    Parameters
    ----------
    raw : Raw
        The recording.
    ch_name : str | None
        The channel in which to look for heartbeats; None for the first good ECG channel, or
        else the mean field of the sensors.
    event_id : int
        Event code of a heartbeat.
    picks : str | array_like | slice | None
        Channels of the epochs by name, type or number; None for all.
    tmin, tmax : float
        Start and end in s relative to the heartbeat.
    l_freq, h_freq : float
        Edges in Hz of the band in which R waves are looked for.
    reject, flat : dict | None
        Largest and smallest peak-to-peak amplitudes by channel type.
    baseline : tuple of float | None
        Interval in s whose mean is subtracted.
    preload : bool
        Whether to load the samples into memory now.
    keep_ecg : bool
        Whether the mean field, in which heartbeats were found, becomes the channel
        ``"ECG-SYN"`` of the epochs.
    reject_by_annotation : bool
        Whether to leave out what annotations that start with "bad" cover.
    decim : int
        Keep every decim-th sample.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    ecg_epochs : Epochs
        The epochs.

    Raises
    ------
    InputError
        If the mean field shall be kept, and a channel is looked at or nothing is loaded.
    DataError
        If no heartbeat is found.

    See Also
    --------
    find_ecg_events : Find heartbeats alone.

    Examples
    --------
    >>> from leadfield.preprocessing import create_ecg_epochs
    >>> beats = create_ecg_epochs(raw, keep_ecg=True)
    >>> beats.ch_names[-2:]
    ['STI 014', 'ECG-SYN']
    """
    one_of("keep_ecg", keep_ecg, [True, False])
    recording = as_recording(raw)
    search = HeartbeatSearch(
        channel=ch_name, band=(l_freq, h_freq), good_only=reject_by_annotation, code=event_id
    )
    found_in_channel = ch_name is not None or "ecg" in recording.info.channels.types
    if keep_ecg and (found_in_channel or not preload):
        msg = (
            "keep_ecg=True must come with preload=True and without an ECG channel, got "
            f"preload={preload!r}{' and a channel' if found_in_channel else ''}"
        )
        raise InputError(msg)
    found = find_heartbeats(recording, search)
    if not len(found.events):
        msg = "at least one heartbeat must be found to cut epochs around, got none"
        raise DataError(msg)
    epochs = Epochs(
        raw,
        found.events,
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
    if keep_ecg:
        parameters = EpochParameters(
            tmin=tmin, tmax=tmax, baseline=baseline, decim=decim, reject_by_annotation=False
        )
        whole = found.signal.spread(recording.n_samples)
        epochs.value = with_synthetic_ecg(epochs.value, whole, recording, parameters)
    return epochs


@overload
def compute_proj_ecg(
    raw: Raw,
    raw_event: Raw | None = None,
    tmin: float = -0.2,
    tmax: float = 0.4,
    n_grad: float = 2,
    n_mag: float = 2,
    n_eeg: float = 2,
    l_freq: float | None = 1.0,
    h_freq: float | None = 35.0,
    average: bool = True,
    filter_length: str | int = "10s",
    n_jobs: int | None = None,
    ch_name: str | None = None,
    reject: Mapping[str, float] | None = REJECT,
    flat: Mapping[str, float] | None = None,
    bads: Collection[str] = (),
    avg_ref: bool = False,
    no_proj: bool = False,
    event_id: int = 999,
    ecg_l_freq: float = 5,
    ecg_h_freq: float = 35,
    tstart: float = 0.0,
    qrs_threshold: Threshold = "auto",
    filter_method: FilterMethod = "fir",
    iir_params: IirParams | None = None,
    copy: bool = True,
    return_drop_log: Literal[False] = False,
    meg: MegMode = "separate",
    verbose: Verbose = None,
) -> tuple[list[ProjectionItem], Ints]: ...


@overload
def compute_proj_ecg(
    raw: Raw,
    raw_event: Raw | None = None,
    tmin: float = -0.2,
    tmax: float = 0.4,
    n_grad: float = 2,
    n_mag: float = 2,
    n_eeg: float = 2,
    l_freq: float | None = 1.0,
    h_freq: float | None = 35.0,
    average: bool = True,
    filter_length: str | int = "10s",
    n_jobs: int | None = None,
    ch_name: str | None = None,
    reject: Mapping[str, float] | None = REJECT,
    flat: Mapping[str, float] | None = None,
    bads: Collection[str] = (),
    avg_ref: bool = False,
    no_proj: bool = False,
    event_id: int = 999,
    ecg_l_freq: float = 5,
    ecg_h_freq: float = 35,
    tstart: float = 0.0,
    qrs_threshold: Threshold = "auto",
    filter_method: FilterMethod = "fir",
    iir_params: IirParams | None = None,
    copy: bool = True,
    *,
    return_drop_log: Literal[True],
    meg: MegMode = "separate",
    verbose: Verbose = None,
) -> tuple[list[ProjectionItem], Ints, DropLog]: ...


@overload
def compute_proj_ecg(
    raw: Raw,
    raw_event: Raw | None = None,
    tmin: float = -0.2,
    tmax: float = 0.4,
    n_grad: float = 2,
    n_mag: float = 2,
    n_eeg: float = 2,
    l_freq: float | None = 1.0,
    h_freq: float | None = 35.0,
    average: bool = True,
    filter_length: str | int = "10s",
    n_jobs: int | None = None,
    ch_name: str | None = None,
    reject: Mapping[str, float] | None = REJECT,
    flat: Mapping[str, float] | None = None,
    bads: Collection[str] = (),
    avg_ref: bool = False,
    no_proj: bool = False,
    event_id: int = 999,
    ecg_l_freq: float = 5,
    ecg_h_freq: float = 35,
    tstart: float = 0.0,
    qrs_threshold: Threshold = "auto",
    filter_method: FilterMethod = "fir",
    iir_params: IirParams | None = None,
    copy: bool = True,
    return_drop_log: bool = False,
    meg: MegMode = "separate",
    verbose: Verbose = None,
) -> Any: ...


@public("leadfield.preprocessing")
@verbose_aware
def compute_proj_ecg(
    raw: Raw,
    raw_event: Raw | None = None,
    tmin: float = -0.2,
    tmax: float = 0.4,
    n_grad: float = 2,
    n_mag: float = 2,
    n_eeg: float = 2,
    l_freq: float | None = 1.0,
    h_freq: float | None = 35.0,
    average: bool = True,
    filter_length: str | int = "10s",
    n_jobs: int | None = None,
    ch_name: str | None = None,
    reject: Mapping[str, float] | None = REJECT,
    flat: Mapping[str, float] | None = None,
    bads: Collection[str] = (),
    avg_ref: bool = False,
    no_proj: bool = False,
    event_id: int = 999,
    ecg_l_freq: float = 5,
    ecg_h_freq: float = 35,
    tstart: float = 0.0,
    qrs_threshold: Threshold = "auto",
    filter_method: FilterMethod = "fir",
    iir_params: IirParams | None = None,
    copy: bool = True,
    return_drop_log: bool = False,
    meg: MegMode = "separate",
    verbose: Verbose = None,
) -> Any:
    """Compute SSP projectors that take heartbeats out.

    Heartbeats are found in the ECG, or in the mean field of the sensors; the recording is
    filtered and cut into epochs around them; the patterns that vary most over their average, or
    over all of them, are the projectors.

    Parameters
    ----------
    raw : Raw
        The recording.
    raw_event : Raw | None
        The recording in which to look for heartbeats, if another.
    tmin, tmax : float
        Start and end of the epochs in s relative to the heartbeat.
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
    ch_name : str | None
        The channel in which to look for heartbeats; None for the first good ECG channel, or
        else the mean field of the sensors.
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
        Event code of a heartbeat.
    ecg_l_freq, ecg_h_freq : float
        Edges in Hz of the band in which R waves are looked for.
    tstart : float
        Time in s from which on to look for heartbeats.
    qrs_threshold : float | "auto"
        As of :func:`find_ecg_events`.
    filter_method : "fir" | "iir"
        What to filter the recording with.
    iir_params : dict | None
        Parameters of an IIR filter, as of :meth:`leadfield.io.Raw.filter`.
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
        Those of the recording, and new ones; an empty list if no good heartbeat is found.
    ecg_events : ndarray of int, shape (n_events, 3)
        The heartbeats.
    drop_log : tuple of tuple of str
        With ``return_drop_log``: for each heartbeat why it has no epoch, or ``()``.

    See Also
    --------
    compute_proj_eog : Of blinks.
    leadfield.compute_proj_epochs : Of any epochs.

    Examples
    --------
    >>> from leadfield.preprocessing import compute_proj_ecg
    >>> projs, events = compute_proj_ecg(raw, n_mag=1)
    >>> projs
    [<ProjectionItem | ECG-axial--0.200-0.400-PCA-01, active: off, n_channels: 32>]
    """
    options = ArtefactOptions(
        kind="ECG",
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
    search = HeartbeatSearch(
        channel=ch_name,
        band=(ecg_l_freq, ecg_h_freq),
        length=filter_length,
        tstart=tstart,
        threshold=qrs_threshold,
        code=event_id,
    )
    one_of("return_drop_log", return_drop_log, [True, False])
    watched = as_recording(raw if raw_event is None else raw_event)
    events = find_heartbeats(watched, search).events.copy()
    projs, drop_log = compute_artefact_projections(raw, events, options, copy=copy)
    return (projs, events, drop_log) if return_drop_log else (projs, events)
