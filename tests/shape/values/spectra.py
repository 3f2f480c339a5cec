"""Values of the stage ``spectra``, and of those that are made of them."""

import numpy as np

from leadfield.api.interop.epochs_tfr import EpochTransforms
from leadfield.api.recording.info import Info
from leadfield.api.recording.raw_array import RawArray
from leadfield.estimates.induced_power import WaveletPlan
from leadfield.estimates.recording_windows import RecordingWindows
from leadfield.estimates.spectral_density import plan_spectrum
from leadfield.recording.create import create_measurement_info
from leadfield.spectra.tapers import make_tapers


def values():
    tapers = make_tapers(10, 100.0, "hann", low_bias=False, adaptive=False)
    yield tapers
    yield plan_spectrum(tapers, 100.0, 0, 50)
    yield WaveletPlan(
        bands=((np.ones(3, complex),),), samples=range(0, 10, 2), n_times=10, n_epochs=2
    )
    info = create_measurement_info(["MEG 001"], 100.0, "mag")
    yield RecordingWindows(
        recording=RawArray(np.ones((1, 20)), Info(info)).value,
        channels=np.arange(1),
        matrix=np.ones((2, 1)),
        starts=np.arange(3),
        n_times=10,
        most=2,
    )
    yield EpochTransforms(
        info=info, data=np.ones((2, 1, 1, 4), complex), frequencies=np.ones(1), tmin=0.0
    )
