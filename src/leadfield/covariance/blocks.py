"""Channel blocks of noise covariances: all of MEG, and each other channel type."""

from collections.abc import Collection, Mapping

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import known_options, number
from leadfield.base.errors import InputError
from leadfield.recording.info import MeasurementInfo

# Channel types with noise, in the order of log lines; and those of figures, in their order.
TYPES = ("mag", "grad", "eeg", "csd", "seeg", "ecog", "dbs")
PLOTTED_TYPES = ("grad", "mag", "eeg", "seeg", "ecog", "dbs")
# Factors that bring the types to one order of magnitude: for estimation, and for the rank.
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
    """Indices of the channels of each type that has noise, without those in ``exclude``."""
    types = np.array(info.channels.types)
    included = np.array([name not in exclude for name in info.names], bool)
    found = {kind: np.flatnonzero((types == kind) & included) for kind in TYPES}
    return {kind: picks for kind, picks in found.items() if len(picks)}


def by_block(info: MeasurementInfo, exclude: Collection[str] = ()) -> dict[str, Ints]:
    """As :func:`by_type`, with magnetometers and gradiometers together as ``"meg"``.

    Where a recording has only one of the two, the block has that type's name.
    """
    found = by_type(info, exclude)
    if not {"mag", "grad"} <= found.keys():
        return found
    both = np.sort(np.concatenate([found.pop("mag"), found.pop("grad")]))
    return {"meg": both, **found}


def noisy_channels(info: MeasurementInfo) -> Ints:
    """Indices of the good channels that have noise, in the order of the data."""
    found = by_type(info, info.bads)
    return np.sort(np.concatenate([*found.values(), np.empty(0, np.int64)])).astype(np.int64)


def channel_scales(
    info: MeasurementInfo, given: Mapping[str, float] | None, default: Mapping[str, float]
) -> Floats:
    """Scaling factor of each channel (n_channels,); 1 for types without noise."""
    known_options("scalings", given or {}, TYPES)
    checked = {k: number(f"scalings[{k!r}]", x, above=0) for k, x in (given or {}).items()}
    factors = {**default, **checked}
    return np.array([factors.get(kind, 1.0) for kind in info.channels.types])


def meg_value(by_type: Mapping[str, float]) -> float:
    """The value for MEG as a whole, on which both its types must agree."""
    if by_type["mag"] != by_type["grad"]:
        msg = (
            "mag and grad must be equal where magnetometers and gradiometers depend on each "
            f"other (rank below their number), got {by_type['mag']} and {by_type['grad']}"
        )
        raise InputError(msg)
    return by_type["mag"]
