"""Peak of an evoked response: channel, latency, amplitude."""

from collections.abc import Callable

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import looked_up
from leadfield.base.errors import ChannelError, DataError, InputError
from leadfield.epochs.evoked import EvokedResponse
from leadfield.epochs.time_axis import samples_between
from leadfield.recording.picks import pick_types, resolve_picks

# What is maximised, and which sign must occur.
MODES: dict[str, tuple[Callable[[Floats], Floats], str | None]] = {
    "abs": (np.abs, None),
    "pos": (np.positive, "positive"),
    "neg": (np.negative, "negative"),
}


def find_peak(
    evoked: EvokedResponse,
    kind: str | None,
    window: tuple[float | None, float | None],
    *,
    mode: str = "abs",
    merge_grads: bool = False,
    strict: bool = True,
) -> tuple[str, int, float]:
    """Channel, sample and value of the peak of one channel type between two times in s.

    ``merge_grads`` takes the root mean square of each pair of gradiometers; ``strict``
    requires a value of the sign of ``mode``.
    """
    names, data = _of_type(evoked, kind)
    if merge_grads:
        if kind != "grad" or mode == "neg":
            msg = f"merge_grads needs ch_type='grad' and no mode 'neg', got {kind!r}, {mode!r}"
            raise InputError(msg)
        names, data = _merge_gradiometers(names, data)
    samples = samples_between(evoked.times, *window)
    transform, sign = looked_up("mode", mode, MODES)
    sizes = transform(data[:, samples])
    if strict and sign is not None and not (sizes > 0).any():
        msg = f"mode {mode!r} needs {sign} values, there are none: use mode='abs'"
        raise DataError(msg)
    row, place = np.unravel_index(np.argmax(sizes), sizes.shape)
    sample = samples.start + int(place)
    return names[int(row)], sample, data[row, sample].item()


def _of_type(evoked: EvokedResponse, kind: str | None) -> tuple[list[str], Floats]:
    """Names and samples of the good channels of a type, or of all if there is one type."""
    info = evoked.info
    types = info.channels.types
    present = {types[i] for i in resolve_picks(info, None, exclude=())} - {"ref_meg"}
    if kind is None:
        if len(present) > 1:
            msg = f"ch_type must be one of {sorted(present)}, as there are several types"
            raise ChannelError(msg)
        return list(info.names), evoked.data
    if kind not in {*present, "misc"} or kind not in types:
        msg = f"ch_type must be a type of these data, {sorted(present)}, got {kind!r}"
        raise ChannelError(msg)
    wanted = {"meg": kind} if kind in {"mag", "grad"} else {kind: True}
    rows = pick_types(info, ref_meg=False, **wanted)
    if not len(rows):
        msg = f"at least one {kind} channel must be good, all are bad"
        raise ChannelError(msg)
    return [info.names[i] for i in rows], evoked.data[rows]


def _merge_gradiometers(names: list[str], data: Floats) -> tuple[list[str], Floats]:
    """Root mean square of the two gradiometers of each site, named with an X at the end."""
    sites: dict[str, list[int]] = {}
    for row, name in enumerate(names):
        sites.setdefault(name[:-1], []).append(row)
    pairs = {site: rows for site, rows in sites.items() if len(rows) == 2}
    if not pairs:
        msg = "merge_grads needs both gradiometers of a site, no site has two good ones"
        raise ChannelError(msg)
    both = data[np.array(list(pairs.values()))]
    merged: Floats = np.sqrt((both**2).mean(axis=1))
    return [f"{site}X" for site in pairs], merged
