"""Evoked responses of MNE-Python's."""

from typing import Any

import numpy as np

from leadfield.api.interop.info import measurement_info_of
from leadfield.api.interop.origin import mne_bases
from leadfield.api.interop.values import path_or_none
from leadfield.epochs.evoked import EvokedResponse


def evoked_from_mne(evoked: object) -> EvokedResponse | None:
    """Value of an ``Evoked`` of MNE-Python's, which shares its samples; None for others."""
    if "Evoked" not in mne_bases(evoked):
        return None
    found: Any = evoked
    info, baseline = measurement_info_of(found.info), found.baseline
    value = EvokedResponse(
        info=info,
        data=np.asarray(found.data),
        first=int(found.first),
        nave=float(found.nave),
        comment=found.comment or "",
        kind=found.kind,
        baseline=None if baseline is None else (float(baseline[0]), float(baseline[1])),
        file=path_or_none(getattr(found, "filename", None)),
    )
    # Decimation and shifts can leave the first sample between two whole numbers.
    offset = float(found.times[0]) - value.first / info.sampling_rate
    if abs(offset) * info.sampling_rate > 1e-9:
        value = value.with_tmin(float(found.times[0]))
    return value
