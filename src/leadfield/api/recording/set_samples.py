"""Samples of a recording that users set: ``raw[picks, start:stop] = values``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.recording.read_samples import item_span
from leadfield.base.errors import InputError, MismatchError, StateError
from leadfield.recording.samples import ArraySamples, Values

if TYPE_CHECKING:
    from leadfield.recording.raw import RawRecording


def set_item(
    raw: RawRecording, own: Values | None, item: Any, values: Any
) -> tuple[RawRecording, Values]:
    """The recording with samples set, and the array that holds its samples.

    ``own`` is that array where nobody else has it: it is written to. Without one the samples
    are copied first, since other recordings may share them.
    """
    if not raw.preloaded:
        msg = "samples must be in memory to be set: read with preload=True or call load_data()"
        raise StateError(msg)
    rows, start, stop = item_span(raw, item)
    given = np.asarray(values)
    if given.dtype.kind == "c" and raw.samples.dtype.kind != "c":
        msg = "samples must be real, as those of this recording, got complex ones: make a RawArray"
        raise InputError(msg)
    shape = (len(rows), stop - start)
    try:
        given = np.broadcast_to(given, shape)
    except ValueError as error:
        msg = f"values must fit the {shape[0]} x {shape[1]} samples, got {given.shape}"
        raise MismatchError(msg) from error
    if own is None:
        own = raw.values(0, raw.n_samples)
        raw = replace(raw, samples=ArraySamples(own))
    own[rows, start:stop] = given
    return raw, own
