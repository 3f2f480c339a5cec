"""What ``Raw.resample`` does: trigger channels, events, a warning about those that are lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.recording.filter_samples import has_rate
from leadfield.base.checks import number
from leadfield.base.errors import InputError
from leadfield.base.log import log_level, warn
from leadfield.events.stim_channels import trigger_channels
from leadfield.events.triggers import TriggerRules, find_in_trigger
from leadfield.recording.picks import pick_types, resolve_picks
from leadfield.recording.resample import resample_events, resample_recording

if TYPE_CHECKING:
    from leadfield.base.arrays import Ints
    from leadfield.filters.resampling import ResampleOptions
    from leadfield.recording.picks import Picks
    from leadfield.recording.raw import RawRecording


def with_rate(
    raw: RawRecording, sfreq: float, stim_picks: Picks, options: ResampleOptions, *, told: bool
) -> RawRecording:
    """The recording at another rate; warns of lost events unless ``told`` which there are."""
    if has_rate(raw.info, sfreq):
        return raw
    if stim_picks is None:
        triggers = pick_types(raw.info, stim=True, ref_meg=False, exclude=())
    elif isinstance(stim_picks, str | slice) or np.size(stim_picks):
        triggers = resolve_picks(raw.info, stim_picks, exclude=())
    else:
        triggers = np.empty(0, np.int64)
    resampled = resample_recording(raw, number("sfreq", sfreq, above=0), triggers, options)
    if not told and _count_events(raw) != _count_events(resampled):
        warn(
            "resampling changed the number of events in the trigger channels: find them in the "
            "original recording and give them to resample(events=...)"
        )
    return resampled


def moved_events(events: ArrayLike, before: RawRecording, after: RawRecording) -> Ints:
    """Events at the samples of the resampled recording."""
    given = np.asarray(events)
    if given.ndim != 2 or given.shape[1] != 3 or given.dtype.kind not in "iu":
        msg = f"events must be whole numbers (n, 3), got {given.dtype} {given.shape}"
        raise InputError(msg)
    return resample_events(given.astype(np.int64), before, after)


def _count_events(raw: RawRecording) -> int:
    """Number of events in the trigger channels; 0 where they hold none that can be found."""
    names = [name for name in trigger_channels(None, raw.info) if name in raw.info.names]
    rows = raw.info.channels.indices(names)
    count = 0
    with log_level("warning"):
        for trigger, name in zip(raw.read(0, raw.n_samples, rows), names, strict=True):
            if np.isfinite(trigger).all():
                found = find_in_trigger(trigger, TriggerRules(), first_sample=0, name=name)
                count += len(found)
    return count
