"""Time-frequency transforms of epochs, MNE-Python's."""

from dataclasses import dataclass
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from leadfield.api.interop.info import measurement_info_of
from leadfield.api.interop.origin import kind_of, mne_bases
from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.errors import ArgumentTypeError, InputError, StateError
from leadfield.recording.info import MeasurementInfo


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class EpochTransforms:
    """Complex ``data`` (n_epochs, n_channels, n_frequencies, n_times), from ``tmin`` in s on."""

    info: MeasurementInfo
    data: NDArray[np.complexfloating[Any, Any]]
    frequencies: Floats
    tmin: float

    def __post_init__(self) -> None:
        lock_arrays(self)


def epoch_transforms_of(epochs_tfr: object) -> EpochTransforms:
    """The value of an EpochsTFR of MNE-Python's, whose array it shares."""
    if "EpochsTFR" not in mne_bases(epochs_tfr):
        msg = f"epochs_tfr must be an EpochsTFR of MNE-Python's, got {kind_of(epochs_tfr)}"
        raise ArgumentTypeError(msg)
    found: Any = epochs_tfr
    data = np.asarray(found.data)
    if not np.iscomplexobj(data):
        msg = (
            "epochs_tfr must hold complex numbers, got power, which has no phase: compute it with "
            "output='complex'"
        )
        raise StateError(msg)
    if data.ndim != 4:
        msg = (
            "epochs_tfr must have one number for each epoch, channel, frequency and time, got "
            f"shape {data.shape}: compute it with method='morlet', which has no tapers"
        )
        raise InputError(msg)
    return EpochTransforms(
        info=measurement_info_of(found.info),
        data=data,
        frequencies=np.asarray(found.freqs, float),
        tmin=float(found.tmin),
    )
