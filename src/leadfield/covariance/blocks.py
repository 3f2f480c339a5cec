"""The blocks of channels that noise is described in: one for MEG, one for each other type."""

from collections.abc import Collection, Mapping

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import known_options, number
from leadfield.recording.info import MeasurementInfo

# Types whose noise is described, in the order of log lines; and those of figures, in theirs.
TYPES = ("mag", "grad", "eeg", "csd", "seeg", "ecog", "dbs")
PLOTTED_TYPES = ("grad", "mag", "eeg", "seeg", "ecog", "dbs")
# Factors that bring the types to one order of magnitude: to estimate, and to count dimensions.
ESTIMATION_SCALES = {
    "mag": 1e15,
    "grad": 1e13,
    "eeg": 1e6,
    "csd": 1e3,
    "seeg": 1e3,
    "ecog": 1e6,
    "dbs": 1e6,
}
RANK_SCALES = {
    "mag": 1e12,
    "grad": 1e11,
    "eeg": 1e5,
    "csd": 1.0,
    "seeg": 1e1,
    "ecog": 1e4,
    "dbs": 1e4,
}


def by_type(info: MeasurementInfo, exclude: Collection[str] = ()) -> dict[str, Ints]:
    """Indices of the channels of each type whose noise is described."""
    types = info.channels.types
    left = [name not in exclude for name in info.names]
    found = {
        kind: np.flatnonzero([keep and t == kind for t, keep in zip(types, left, strict=True)])
        for kind in TYPES
    }
    return {kind: picks for kind, picks in found.items() if len(picks)}


def by_block(info: MeasurementInfo, exclude: Collection[str] = ()) -> dict[str, Ints]:
    """As :func:`by_type`, with magnetometers and gradiometers together as ``"meg"``.

    Where a recording has one of the two, the block keeps that type's name.
    """
    found = by_type(info, exclude)
    if not {"mag", "grad"} <= found.keys():
        return found
    both = np.sort(np.concatenate([found.pop("mag"), found.pop("grad")]))
    return {"meg": both, **found}


def noisy_channels(info: MeasurementInfo) -> Ints:
    """Indices of the good channels whose noise is described, in the data's order."""
    found = by_type(info, info.bads)
    return np.sort(np.concatenate([*found.values(), np.empty(0, np.int64)])).astype(np.int64)


def scales(
    info: MeasurementInfo, given: Mapping[str, float] | None, default: Mapping[str, float]
) -> Floats:
    """The factor of each channel (n_channels,); 1 for types without noise."""
    known_options("scalings", given or {}, TYPES)
    factors = {
        **default,
        **{kind: number(f"scalings[{kind!r}]", x, above=0) for kind, x in (given or {}).items()},
    }
    return np.array([factors.get(kind, 1.0) for kind in info.channels.types])
