"""Events in trigger channels: ``find_events``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from leadfield.api.recording.as_recording import as_recording
from leadfield.base.checks import number, whole
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.events.lists import (
    MOST,
    union,
)
from leadfield.events.stim_channels import find_in_channels, trigger_channels
from leadfield.events.triggers import MaskType, TriggerRules

if TYPE_CHECKING:
    from leadfield.api.recording.raw import Raw
    from leadfield.base.arrays import Ints


@public("leadfield")
@verbose_aware
def find_events(
    raw: Raw,
    stim_channel: str | Sequence[str] | None = None,
    output: Literal["onset", "offset", "step"] = "onset",
    consecutive: bool | Literal["increasing"] = "increasing",
    min_duration: float = 0,
    shortest_event: int = 2,
    mask: int | None = None,
    uint_cast: bool = False,
    mask_type: MaskType = "and",
    initial_event: bool = False,
    verbose: Verbose = None,
) -> Ints:
    """Find events in the trigger channels of a recording.

    Parameters
    ----------
    raw : Raw
        The recording.
    stim_channel : str | list of str | None
        Stimulus channels, whose events are merged. None takes the channels named by the
        environment variables ``MNE_STIM_CHANNEL``, ``MNE_STIM_CHANNEL_1``, ..., else
        ``"STI101"`` or ``"STI 014"``, else all stimulus channels.
    output : "onset" | "offset" | "step"
        Whether to report the first sample of events, the last, or every step.
    consecutive : bool | "increasing"
        Whether a step between two values other than 0 is an event: always, never, or
        only if the value increases.
    min_duration : float
        Values that last no longer than this, in s, are ignored.
    shortest_event : int
        Minimum number of samples between events.
    mask : int | None
        Bits to keep or to clear, see ``mask_type``; None for no mask.
    uint_cast : bool
        Whether to read values as unsigned 16-bit integers, for systems that use bit 16.
    mask_type : "and" | "not_and"
        Whether the mask keeps bits or clears them.
    initial_event : bool
        Whether a first sample other than 0 is an event.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    events : ndarray of int, shape (n_events, 3)
        Sample number, value before, value after, in time order; the first sample of the
        recording has the number ``raw.first_samp``.

    Raises
    ------
    ChannelError
        If the recording has no such channel.
    InputError
        If events are too close together.

    See Also
    --------
    read_events : Read events from a file.
    events_from_annotations : Create events from annotations.

    Notes
    -----
    Changes within ``min_duration`` count as one, from the value before the first of them to
    the value after the last. (MNE-Python takes the value before the last but one.)

    Examples
    --------
    >>> from leadfield import create_info
    >>> from leadfield.io import RawArray
    >>> raw = RawArray([[0, 32, 32, 33, 32, 0]], create_info(["STI 014"], 1000.0, "stim"))
    >>> find_events(raw, consecutive=True, shortest_event=1)
    array([[ 1,  0, 32],
           [ 3, 32, 33],
           [ 4, 33, 32]])
    """
    recording = as_recording(raw)
    info = recording.info
    names = trigger_channels(stim_channel, info)
    rules = TriggerRules(
        output=output,
        consecutive=consecutive,
        merge=_samples_up_to(min_duration, info.sampling_rate),
        mask=None if mask is None else whole("mask", mask, least=-MOST),
        mask_type=mask_type,
        unsigned=uint_cast,
        initial=initial_event,
    )
    lists = find_in_channels(recording, names, rules)
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
