"""What several benchmarks begin with, with either package."""

from pathlib import Path
from typing import Any

import numpy as np

PARCELS = 34  # a hemisphere
FORWARD = "sample_audvis-meg-oct-6-fwd.fif"


def recordings(data: str | Path) -> Path:
    """The folder of a data set's recordings."""
    return Path(data) / "MEG" / "sample"


def epochs_of(mne: Any, data: str | Path, **options: Any) -> Any:
    """Epochs of one condition, of all MEG channels."""
    raw = mne.io.read_raw_fif(recordings(data) / "sample_audvis_filt-0-40_raw.fif")
    events = mne.find_events(raw, stim_channel="STI 014")
    raw.info["bads"] = ["MEG 2443", "EEG 053"]
    times = {"tmin": -0.2, "tmax": 0.5, "baseline": (None, 0)}
    return mne.Epochs(raw, events, {"aud_l": 1}, picks="meg", **times, **options)


def strips(mne: Any, src: Any, subject: str | None = None) -> list[Any]:
    """Labels of neighbouring vertex numbers that share the sources among them."""
    return [
        mne.Label(vertices, hemi=hemi, name=f"{k}-{hemi}", subject=subject)
        for hemi, space in zip(("lh", "rh"), src, strict=True)
        for k, vertices in enumerate(np.array_split(space["vertno"], PARCELS))
    ]
