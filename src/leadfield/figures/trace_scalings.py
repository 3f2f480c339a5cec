"""How high a row of traces is, by channel type: a usual height, or one that fits the data."""

from collections.abc import Mapping
from typing import Any, Literal

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import number
from leadfield.base.errors import ArgumentTypeError

# Half the height of a row, in SI units.
SCALINGS: dict[str, float | Literal["auto"]] = {
    "mag": 1e-12,
    "grad": 4e-11,
    "eeg": 2e-5,
    "eog": 1.5e-4,
    "ecg": 5e-4,
    "emg": 1e-3,
    "ref_meg": 1e-12,
    "misc": "auto",
    "stim": 1.0,
    "resp": 1.0,
    "chpi": 1e-4,
    "exci": 1.0,
    "ias": 1.0,
    "syst": 1.0,
    "seeg": 1e-4,
    "dbs": 1e-4,
    "bio": 1e-6,
    "ecog": 1e-4,
    "csd": 0.02,
    "dipole": 1e-7,
    "gof": 100.0,
    "gsr": 1.0,
    "temperature": 0.1,
    "eyegaze": 0.2,
    "pupil": 0.01,
    "hbo": 1e-5,
    "hbr": 1e-5,
    "fnirs_cw_amplitude": 0.02,
    "fnirs_fd_ac_amplitude": 0.02,
    "fnirs_fd_phase": 0.2,
    "fnirs_od": 0.02,
    "fnirs_td_gated_amplitude": 1.0,
    "fnirs_td_moments_intensity": 1.0,
    "fnirs_td_moments_mean": 1e-10,
    "fnirs_td_moments_variance": 1e-20,
}


def check_scalings(given: object) -> dict[str, float | Literal["auto"]]:
    """The table with a user's own scalings; ``"auto"`` alone is for all types."""
    if given == "auto":
        return dict.fromkeys(SCALINGS, "auto")
    if given is not None and not isinstance(given, Mapping):
        msg = f"scalings must be None, 'auto' or a dictionary by channel type, got {given!r}"
        raise ArgumentTypeError(msg)
    out = dict(SCALINGS)
    for kind, value in (given or {}).items():
        auto = isinstance(value, str) and value == "auto"
        out[kind] = "auto" if auto else number(f"scalings[{kind!r}]", value, above=0)
    return out


def quartile_range(samples: Floats, *, segment: int | None) -> float:
    """Range between the quartiles of samples (n_channels, n_times), 1 where it is nothing.

    The means of segments of so many samples are taken out of long data first.
    """
    if segment is not None and segment and samples.shape[1] >= segment:
        whole = samples[:, : samples.shape[1] // segment * segment]
        parts = whole.reshape(len(samples), -1, segment)
        samples = parts - np.nanmean(parts, axis=2, keepdims=True)
    values = samples[np.isfinite(samples)]
    if not values.size:
        return 1.0
    low, high = np.percentile(values, [25, 75])
    return float(high - low) or 1.0


def row_heights(samples: Floats, types: tuple[str, ...], scalings: Mapping[str, Any]) -> Floats:
    """What a row is high for each channel (n_channels,): triggers fill half of it."""
    halves = np.array([float(scalings.get(kind, 1.0)) for kind in types])
    stim = np.array([kind == "stim" for kind in types], bool)
    halves[stim] = samples[stim].max(axis=1)
    halves[halves == 0] = 1.0
    heights: Floats = 2 * halves
    return heights
