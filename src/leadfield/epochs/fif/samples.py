"""Samples of epochs and averages as FIF files hold them, calibrated."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats
from leadfield.base.log import LOGGER

LARGEST = 1e30  # before calibration: squares of what it makes are finite


def calibrated(stored: NDArray[Any], cals: Floats, path: Path) -> Floats:
    """Samples (..., n_channels, n_times) in SI units; what is no number of the field is NaN."""
    lost = np.abs(stored) > LARGEST
    if lost.any():
        LOGGER.info(
            "%s has %d samples that are infinite or above %g: NaN", path, lost.sum(), LARGEST
        )
        stored = np.where(lost, np.nan, stored)
    with np.errstate(invalid="ignore"):  # some NaNs shout
        samples: Floats = stored * cals[:, np.newaxis]
    return samples
