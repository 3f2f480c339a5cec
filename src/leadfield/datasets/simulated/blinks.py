"""Simulated eye blinks: their pattern over sensors."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.forward.infinite_medium import primary_field
from leadfield.forward.sensor_array import SensorArray
from leadfield.forward.sphere import MU0_4PI

EYES = np.array([[-0.032, 0.092, 0.0], [0.032, 0.092, 0.0]])  # m, head frame
MOMENT = 60e-9  # A·m, upwards, of each eye
EEG = 90e-6  # V, at the eyes
FADE = 0.05  # m, over which it fades on the scalp


def blink_pattern(array: SensorArray) -> Floats:
    """Signals (n_sensors,) of MEG and EEG at the peak of a blink, in SI units."""
    if array.meg is None or array.eeg is None:
        msg = "a blink needs MEG and EEG"  # the simulated recording has both
        raise AssertionError(msg)
    upward = primary_field(array.meg, EYES)[:, 2::3].sum(axis=1)
    away = np.linalg.norm(array.eeg.points - EYES.mean(axis=0), axis=1)
    scalp = array.eeg.summed @ np.exp(-away / FADE)
    return np.concatenate([MU0_4PI * MOMENT * upward, EEG * scalp])
