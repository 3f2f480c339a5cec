"""Epochs cut from recordings, with MNE-Python's names and arguments."""

from pathlib import Path
from typing import Any, Literal

from leadfield.api.epochs.base_epochs import BaseEpochs
from leadfield.api.epochs.timed_data import Baseline
from leadfield.api.events.from_annotations import events_from_annotations
from leadfield.api.recording.raw import as_recording
from leadfield.base.arrays import Ints
from leadfield.base.checks import listed, one_of
from leadfield.base.errors import ArgumentTypeError, DataError
from leadfield.base.files import existing
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.epochs.epoch_projections import Projecting, with_projection
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.fif.read_epochs import read_epochs as read_value
from leadfield.epochs.make import Cutting, cut_epochs
from leadfield.epochs.projections import all_active
from leadfield.epochs.rejection import Rejection
from leadfield.epochs.selection import check_inside, choose
from leadfield.recording.picks import resolve_picks

PROJECTING: dict[bool | str, Projecting] = {True: "on", False: "off", "delayed": "delayed"}


def as_projecting(proj: bool | str) -> Projecting:
    """What ``proj`` means."""
    one_of("proj", proj, PROJECTING)
    return PROJECTING[proj]


def refuse_metadata(metadata: Any) -> None:
    """Raise if there are metadata."""
    if metadata is not None:
        msg = (
            "metadata must be None: tables beside epochs are not supported, choose epochs by "
            "names or numbers"
        )
        raise ArgumentTypeError(msg)


@public("leadfield")
class Epochs(BaseEpochs):
    """Parts of a recording around events.

    Nothing is read until samples are needed. Then each epoch is read, detrended, less
    its baseline, projected, and judged; epochs that are rejected are dropped.

    Parameters
    ----------
    raw : Raw
        The recording.
    events : array_like of int, shape (n_events, 3) | None
        Sample, value before, number; None for the recording's annotations.
    event_id : int | list of int | dict | str | list of str | None
        Event numbers, if a dict by name; names with slashes can be asked for by their
        parts. None for all. Without ``events``, descriptions of annotations.
    tmin, tmax : float
        Start and end in s relative to the event.
    baseline : tuple of float | None
        Interval in s whose mean is subtracted from each channel that is data, EOG, ECG
        or EMG; None in it for an end of the epoch.
    picks : str | array_like | slice | None
        Channels by name, type or number; None for all.
    preload : bool
        Whether to read and keep the samples now.
    reject, flat : dict | None
        Largest and smallest peak-to-peak amplitude by channel type, in T, T/m, V.
    proj : bool | "delayed"
        Whether to apply projections. ``"delayed"`` applies them only to judge epochs.
    decim : int
        One of how many samples stays.
    reject_tmin, reject_tmax : float | None
        Ends in s of what is judged; None for the epoch's ends.
    detrend : int | None
        0 to subtract each data channel's mean, 1 its least-squares line.
    on_missing : "raise" | "warn" | "ignore"
        What to do if no event has a number asked for.
    reject_by_annotation : bool
        Whether epochs are dropped that meet annotations starting with "bad".
    metadata : None
        Not supported.
    event_repeated : "error" | "drop" | "merge"
        What to do about several events at one sample: an error, keep the first, or
        make them one event under a joint name.
    on_outside : "warn" | "raise" | "ignore"
        What to do about events outside the recording.
    verbose : bool | str | int | None
        How much to tell.

    Raises
    ------
    DataError
        If no event is left.
    ChannelError
        If there is a limit for a channel type that the epochs do not have.
    InputError
        If tmin is after tmax, or the baseline outside the epoch.

    See Also
    --------
    EpochsArray : Epochs of an array.
    read_epochs : Epochs of a file.
    find_events : Find events in a recording.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield.api.recording.info import create_info
    >>> from leadfield.api.recording.raw_array import RawArray
    >>> data = np.random.default_rng(0).standard_normal((2, 1000)) * 1e-6
    >>> raw = RawArray(data, create_info(["Fz", "Cz"], 100.0, "eeg"))
    >>> events = [[100, 0, 1], [300, 0, 2], [500, 0, 1], [990, 0, 2]]
    >>> epochs = Epochs(raw, events, {"aud/left": 1, "aud/right": 2})
    >>> epochs.drop_bad().drop_log
    ((), (), (), ('TOO_SHORT',))
    >>> epochs["left"].average()
    <Evoked | 'aud/left' (average, N=2), -0.2 to 0.5 s, baseline -0.2 to 0 s, 2 channels>
    """

    @verbose_aware
    def __init__(
        self,
        raw: Any,
        events: Any = None,
        event_id: Any = None,
        tmin: float = -0.2,
        tmax: float = 0.5,
        baseline: Baseline = (None, 0),
        picks: Any = None,
        preload: bool = False,
        reject: dict[str, float] | None = None,
        flat: dict[str, float] | None = None,
        proj: bool | Literal["delayed"] = True,
        decim: int = 1,
        reject_tmin: float | None = None,
        reject_tmax: float | None = None,
        detrend: int | None = None,
        on_missing: str = "raise",
        reject_by_annotation: bool = True,
        metadata: None = None,
        event_repeated: str = "error",
        *,
        on_outside: str = "warn",
        verbose: Verbose = None,
    ) -> None:
        refuse_metadata(metadata)
        recording = as_recording(raw)
        if events is None:
            events, event_id = _annotated(raw, event_id, on_missing)
        choice = choose(events, event_id, on_missing=on_missing, repeated=event_repeated)
        first = recording.first_sample
        check_inside(choice, first, first + recording.n_samples, on_outside)
        rejection = Rejection(
            reject={} if reject is None else reject,
            flat={} if flat is None else flat,
            start=reject_tmin,
            stop=reject_tmax,
        )
        cutting = Cutting(
            tmin=tmin,
            tmax=tmax,
            baseline=baseline,
            detrend=detrend,
            step=decim,
            spare_bad_times=reject_by_annotation,
        )
        # What was projected cannot be had without.
        wanted = True if proj is False and all_active(recording.info) else proj
        value = cut_epochs(
            recording,
            choice,
            resolve_picks(recording.info, picks, none="all", exclude=()),
            cutting,
            rejection=rejection,
            projecting=as_projecting(wanted),
        )
        self._hold(value)
        if preload:
            self.load_data()

    @classmethod
    def of(cls, value: EpochSet) -> "Epochs":
        """Epochs that hold a value.

        Parameters
        ----------
        value : epochs.epoch_set.EpochSet
            The value.

        Returns
        -------
        epochs : Epochs
            Its holder.
        """
        epochs = Epochs.__new__(Epochs)
        epochs._hold(value)  # noqa: SLF001 - its own
        return epochs


def _annotated(raw: Any, event_id: Any, on_missing: str) -> tuple[Ints, dict[str, int]]:
    """Events of annotations, and the numbers of those descriptions that are wanted."""
    events, known = events_from_annotations(raw)
    if not len(events):
        msg = "events must be given, as the recording has no annotations to take instead"
        raise DataError(msg)
    if event_id is None:
        return events, known
    if isinstance(event_id, dict):
        return events, event_id
    wanted = [event_id] if isinstance(event_id, str) else list(event_id)
    missing = [name for name in wanted if name not in known]
    if missing:
        message = f"event_id must name annotations, {listed(known)}, got {listed(missing)}"
        raise_or_warn("on_missing", on_missing, message)
    return events, {name: known[name] for name in wanted if name in known}


@public("leadfield")
@verbose_aware
def read_epochs(
    fname: str | Path,
    proj: bool | Literal["delayed"] = True,
    preload: bool = True,
    verbose: Verbose = None,
) -> Epochs:
    """Read epochs from a ``-epo.fif`` file, and those that go on with it.

    Parameters
    ----------
    fname : path-like
        The first file.
    proj : bool | "delayed"
        Whether to apply projections.
    preload : bool
        Whether to read the samples now; else they are read when needed.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    epochs : Epochs
        The epochs.

    Raises
    ------
    FormatError
        If the file is no FIF file or holds no epochs.

    See Also
    --------
    Epochs.save : Write such a file.

    Examples
    --------
    >>> files = epochs.save("tone-epo.fif")
    >>> len(read_epochs(files[0]))
    28
    """
    how = as_projecting(proj)
    value = read_value(existing(fname, "epochs file"), load=preload)
    if not all_active(value.info):
        value = with_projection(value, how)
    return Epochs.of(value)
