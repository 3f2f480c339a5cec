"""All steps of trigger channels: ``find_stim_steps``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leadfield.api.recording.as_recording import as_recording
from leadfield.base.checks import whole
from leadfield.base.errors import ChannelError
from leadfield.base.front_door import public
from leadfield.events.lists import MOST
from leadfield.events.steps import trigger_steps
from leadfield.events.stim_channels import trigger_channels
from leadfield.events.triggers import whole_values
from leadfield.recording.picks import pick_channels

if TYPE_CHECKING:
    from leadfield.api.recording.raw import Raw
    from leadfield.base.arrays import Ints


@public("leadfield")
def find_stim_steps(
    raw: Raw,
    pad_start: int | None = None,
    pad_stop: int | None = None,
    merge: int = 0,
    stim_channel: str | Sequence[str] | None = None,
) -> Ints:
    """Find all steps of trigger channels.

    Parameters
    ----------
    raw : Raw
        The recording.
    pad_start, pad_stop : int | None
        Values before the recording and after it, from and to which there are steps, too; None
        for no such steps.
    merge : int
        Steps at most so many samples apart become one, at the last one's sample; for a negative
        number at the first one's.
    stim_channel : str | list of str | None
        The channels, which must all change at a step; None for the usual one.

    Returns
    -------
    steps : ndarray of int, shape (n_steps, 3)
        Sample, value before, value after.

    Raises
    ------
    ChannelError
        If there is no such channel.

    See Also
    --------
    find_events : Find events, with rules for what counts as one.

    Examples
    --------
    >>> from leadfield import create_info
    >>> from leadfield.io import RawArray
    >>> trigger = RawArray([[0, 0, 3, 3, 0]], create_info(["STI 014"], 100.0, "stim"))
    >>> find_stim_steps(trigger)
    array([[2, 0, 3],
           [4, 3, 0]])
    """
    recording = as_recording(raw)
    names = trigger_channels(stim_channel, recording.info)
    present = [name for name in names if name in recording.info.names]
    if not present:
        msg = f"stim_channel must be in the data, got {stim_channel!r}"
        raise ChannelError(msg)
    rows = pick_channels(recording.info.names, present, ordered=False)
    values = whole_values(recording.read(0, recording.n_samples, rows))
    return trigger_steps(
        values,
        first_sample=recording.first_sample,
        pad_start=None if pad_start is None else whole("pad_start", pad_start, least=-MOST),
        pad_stop=None if pad_stop is None else whole("pad_stop", pad_stop, least=-MOST),
        merge=whole("merge", merge, least=-MOST),
    )
