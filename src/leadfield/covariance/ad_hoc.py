"""Ad hoc noise covariance: typical standard deviations of sensors, no data."""

from collections.abc import Mapping

import numpy as np

from leadfield.base.checks import known_options, number
from leadfield.base.errors import ChannelError
from leadfield.covariance.noise import NoiseCovariance
from leadfield.recording.info import MeasurementInfo

# Standard deviations in T/m, T and V.
TYPICAL_DEVIATIONS = {"grad": 5e-13, "mag": 20e-15, "eeg": 0.2e-6}


def ad_hoc_covariance(
    info: MeasurementInfo, deviations: Mapping[str, float] | None = None
) -> NoiseCovariance:
    """Diagonal covariance with one variance per channel type, for all MEG and EEG channels.

    ``deviations`` are standard deviations by type that replace the typical ones.
    """
    known_options("std", deviations or {}, TYPICAL_DEVIATIONS)
    given = {kind: number(f"std[{kind!r}]", x, above=0) for kind, x in (deviations or {}).items()}
    strength = {**TYPICAL_DEVIATIONS, **given}
    picks = info.channels.of_type(*TYPICAL_DEVIATIONS)
    if not len(picks):
        msg = f"ad hoc noise needs MEG or EEG channels, got none in {len(info.channels)}"
        raise ChannelError(msg)
    types = info.channels.types
    names = tuple(info.names[i] for i in picks)
    # As in MNE-Python, bad channels have a variance of 0.
    good = np.array([name not in info.bads for name in names])
    return NoiseCovariance(
        names=names,
        data=good * np.array([strength[types[i]] ** 2 for i in picks]),
        degrees=0,
        bads=tuple(name for name in info.bads if name in set(names)),
        projections=info.projections,
    )
