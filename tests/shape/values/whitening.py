"""Values of the stage ``whitening``."""

import numpy as np

from leadfield.covariance.noise import NoiseCovariance
from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.create import create_measurement_info
from leadfield.whitening.evoked import whiten_response
from leadfield.whitening.make import make_whitener


def values():
    info = create_measurement_info(["M1", "M2"], 100.0, "mag")
    noise = NoiseCovariance(names=info.names, data=np.array([[2.0, 1], [1, 3]]), degrees=9)
    yield make_whitener(noise, info)
    evoked = EvokedResponse(info=info, data=np.ones((2, 5)), first=0, nave=4)
    yield whiten_response(evoked, noise)[0]
