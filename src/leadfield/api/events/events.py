"""Events, with MNE-Python's names and arguments."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from numpy.typing import ArrayLike

from leadfield.base.arrays import Ints
from leadfield.base.checks import listed, number, whole
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError, StateError
from leadfield.base.files import as_path, existing
from leadfield.base.log import LOGGER, Verbose, verbose_aware, warn
from leadfield.base.public import public
from leadfield.events import fif, text
from leadfield.events.from_annotations import DEFAULT_PATTERN, annotated_events
from leadfield.events.lists import MOST, as_events, chosen, evenly_spaced, merged, union
from leadfield.events.stim_channels import trigger_channels
from leadfield.events.triggers import TriggerRules, find_in_trigger, masked_steps
from leadfield.recording.picks import pick_channels
from leadfield.recording.raw import RawRecording


def as_recording(raw: Any) -> RawRecording:
    """The value of a Raw."""
    value = getattr(raw, "value", raw)
    if not isinstance(value, RawRecording):
        msg = f"raw must be a Raw, got {type(raw).__name__}"
        raise ArgumentTypeError(msg)
    return value


@public("leadfield")
@verbose_aware
def find_events(
    raw: Any,
    stim_channel: str | Sequence[str] | None = None,
    output: str = "onset",
    consecutive: bool | str = "increasing",
    min_duration: float = 0,
    shortest_event: int = 2,
    mask: int | None = None,
    uint_cast: bool = False,
    mask_type: str = "and",
    initial_event: bool = False,
    verbose: Verbose = None,
) -> Ints:
    """Find events in the trigger channels of a recording.

    Parameters
    ----------
    raw : Raw
        The recording.
    stim_channel : str | list of str | None
        Trigger channels, whose events are put together. None takes those that the
        environment names (``MNE_STIM_CHANNEL``, ``MNE_STIM_CHANNEL_1``, ...), else
        ``"STI101"`` or ``"STI 014"``, else all trigger channels.
    output : "onset" | "offset" | "step"
        Whether to give the first sample of events, the last, or both changes.
    consecutive : bool | "increasing"
        Whether a change from one value to another without a 0 between them is an event:
        always, never, or only up.
    min_duration : float
        Values that last at most this long, in s, are passed over.
    shortest_event : int
        Events must be at least this many samples apart.
    mask : int | None
        Bits of the values to look at, or, by ``mask_type``, not to.
    uint_cast : bool
        Whether values are 16-bit numbers without a sign, as where bit 16 was in use.
    mask_type : "and" | "not_and"
        Whether the mask keeps bits or clears them.
    initial_event : bool
        Whether a first value other than 0 is an event.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        Sample, value before, value after, in time order; samples count as in ``raw``,
        ``raw.first_samp`` being the first.

    Raises
    ------
    ChannelError
        If there is no such channel.
    InputError
        If events are too close together.

    See Also
    --------
    read_events : Read events from a file.
    events_from_annotations : Events where the recording has annotations.

    Notes
    -----
    Changes within ``min_duration`` count as one, from the value before the first of them to
    the value after the last. (MNE-Python takes the value before the last but one.)

    Examples
    --------
    >>> from leadfield.api.recording.info import create_info
    >>> from leadfield.api.recording.raw_array import RawArray
    >>> raw = RawArray([[0, 32, 32, 33, 32, 0]], create_info(["STI 014"], 1000.0, "stim"))
    >>> find_events(raw, consecutive=True, shortest_event=1)
    array([[ 1,  0, 32],
           [ 3, 32, 33],
           [ 4, 33, 32]])
    """
    recording = as_recording(raw)
    info = recording.info
    names = trigger_channels(stim_channel, info)
    if not names:
        hint = ": events_from_annotations takes its annotations" if recording.annotations else ""
        msg = f"there must be a trigger channel to find events in, the data have none{hint}"
        raise ChannelError(msg)
    rules = TriggerRules(
        output=output,
        consecutive=consecutive,
        merge=_samples_up_to(min_duration, info.sampling_rate),
        mask=None if mask is None else whole("mask", mask, least=-MOST),
        mask_type=mask_type,
        unsigned=uint_cast,
        initial=initial_event,
    )
    rows = pick_channels(info.names, names)
    LOGGER.info("Looking for events on %s", ", ".join(names))
    triggers = recording.read(0, recording.n_samples, rows)
    first = recording.first_sample
    lists = [
        find_in_trigger(trigger, rules, first_sample=first, name=name)
        for trigger, name in zip(triggers, names, strict=True)
    ]
    for events, name in zip(lists, names, strict=True):
        _check_apart(events, shortest_event, name)
    return union(lists)


def _samples_up_to(duration: float, rate: float) -> int:
    """Whole samples that are shorter than a duration in s."""
    samples = number("min_duration", duration, least=0) * rate
    n = int(samples)
    return n - 1 if n == samples and n else n


def _check_apart(events: Ints, shortest: int, name: str) -> None:
    close = int((events[1:, 0] - events[:-1, 0] < shortest).sum())
    if close:
        msg = (
            f"events must be at least shortest_event={shortest} samples apart, on {name} {close} "
            "are not: pass over short values with min_duration, or lower shortest_event"
        )
        raise InputError(msg)


@public("leadfield")
@verbose_aware
def read_events(
    filename: str | Path,
    include: int | Iterable[int] | None = None,
    exclude: int | Iterable[int] | None = None,
    mask: int | None = None,
    mask_type: str = "and",
    return_event_id: bool = False,
    verbose: Verbose = None,
) -> Ints | tuple[Ints, dict[str, int]]:
    """Read events from a file.

    Parameters
    ----------
    filename : path-like
        A FIF file (``-eve.fif``, ``.gz``), or text (``.eve``, ``.lst``, ``.txt``) of
        three columns, or four with the time as second.
    include : int | list of int | None
        Event numbers to keep; None for all.
    exclude : int | list of int | None
        Event numbers to leave out, where ``include`` is None.
    mask : int | None
        Bits of the values to look at, or, by ``mask_type``, not to.
    mask_type : "and" | "not_and"
        Whether the mask keeps bits or clears them.
    return_event_id : bool
        Whether to give the names of the numbers too, which few files have.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        Sample, value before, value after.
    event_id : dict
        Numbers by name, if asked for.

    Raises
    ------
    FormatError
        If the file holds no events.
    DataError
        If no event is left.

    See Also
    --------
    write_events : Write such a file.
    """
    path = existing(filename, "event file")
    if path.suffix in {".fif", ".gz"}:
        events, names = fif.read_events(path)
    else:
        events, names = text.read_events(path), None
        if mask is not None and len(events) and events[0, 2] == 0:
            warn("the first row of the file, number 0, is no event: left out")
            events = events[1:]
    events = chosen(events, include=include, exclude=exclude)
    if mask is not None:
        before = len(events)
        events = masked_steps(events, whole("mask", mask, least=-MOST), mask_type)
        if len(events) < before:
            warn(f"{before - len(events)} of {before} events are hidden by the mask")
    if not return_event_id:
        return events
    if names is None:
        msg = f"{path} must hold names of events to return them, it has none"
        raise StateError(msg)
    return events, names


@public("leadfield")
@verbose_aware
def write_events(
    filename: str | Path,
    events: ArrayLike,
    *,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write events to a file.

    Parameters
    ----------
    filename : path-like
        A FIF file (``-eve.fif``, ``.gz``) or text (``.eve``, ``.lst``, ``.txt``).
    events : array_like of int, shape (n_events, 3)
        Sample, value before, value after.
    overwrite : bool
        Whether a file that is there may be replaced.
    verbose : bool | str | int | None
        How much to tell.

    Raises
    ------
    OverwriteError
        If the file exists and ``overwrite`` is False.

    See Also
    --------
    read_events : Read such a file.

    Examples
    --------
    >>> import tempfile
    >>> filename = tempfile.mkdtemp() + "/sub-eve.fif"
    >>> write_events(filename, [[6450, 0, 1], [6600, 0, 2]])
    >>> read_events(filename, include=2)
    array([[6600,    0,    2]])
    """
    path = as_path(filename)
    form = fif if path.suffix in {".fif", ".gz"} else text
    form.write_events(path, as_events(events), overwrite=overwrite)


@public("leadfield")
def merge_events(
    events: ArrayLike, ids: Iterable[int], new_id: int, replace_events: bool = True
) -> Ints:
    """Put several event numbers under one.

    Parameters
    ----------
    events : array_like of int, shape (n_events, 3)
        The events.
    ids : list of int
        Numbers to put together.
    new_id : int
        The new number.
    replace_events : bool
        Whether the new events take the place of the old ones, or stand beside them.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        The new list.

    Examples
    --------
    >>> merge_events([[134, 0, 1], [341, 0, 2], [502, 0, 3]], [1, 2], 12)
    array([[134,   0,  12],
           [341,   0,  12],
           [502,   0,   3]])
    """
    return merged(as_events(events), ids, new_id, replace=replace_events)


@public("leadfield")
def make_fixed_length_events(
    raw: Any,
    id: int = 1,
    start: float = 0,
    stop: float | None = None,
    duration: float = 1.0,
    first_samp: bool = True,
    overlap: float = 0.0,
) -> Ints:
    """Make events at even distances.

    Parameters
    ----------
    raw : Raw
        The recording.
    id : int
        Number of the events.
    start, stop : float | None
        First and last time in s from the start of the recording; None for its end.
    duration : float
        Length of what belongs to an event, in s; it must fit before ``stop``.
    first_samp : bool
        Whether samples count as in ``raw``, or from 0.
    overlap : float
        By how much an event comes before the end of the one before, in s.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        The events.

    Raises
    ------
    DataError
        If no event fits.
    """
    recording = as_recording(raw)
    rate, n = recording.info.sampling_rate, recording.n_samples
    length = number("duration", duration, above=0)
    shared = number("overlap", overlap, least=0)
    if shared >= length:
        msg = f"overlap must be below duration ({length:g} s), got {shared:g} s"
        raise InputError(msg)
    first = round(number("start", start) * rate)
    end = n if stop is None else min(round(number("stop", stop) * rate), n)
    shift = recording.first_sample if first_samp else 0
    return evenly_spaced(
        (first + shift, end + shift),
        step=rate * (length - shared),
        length=round(rate * length),
        event_number=whole("id", id, least=-MOST),
    )


@public("leadfield")
@verbose_aware
def events_from_annotations(
    raw: Any,
    event_id: dict[str, int] | Callable[[str], int | None] | str | None = "auto",
    regexp: str | None = DEFAULT_PATTERN,
    use_rounding: bool = True,
    *,
    verbose: Verbose = None,
) -> tuple[Ints, dict[str, int]]:
    """Events where a recording has annotations.

    Parameters
    ----------
    raw : Raw
        The recording.
    event_id : dict | callable | "auto" | None
        Numbers by description, or a function that gives one, or None to pass it over.
        ``"auto"`` and None count descriptions from 1, in the order of the alphabet.
    regexp : str | None
        What descriptions must match; by default all but those that start with "bad" or
        "edge".
    use_rounding : bool
        Whether to round onsets to samples; else what is left of a sample is cut off.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        An event at the onset of each annotation.
    event_id : dict
        Numbers by description.

    Raises
    ------
    DataError
        If no annotation is left.
    """
    recording = as_recording(raw)
    events, names = annotated_events(recording, event_id, regexp, rounded=use_rounding)
    LOGGER.info("Descriptions used: %s", listed(names))
    return events, names
