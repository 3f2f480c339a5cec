"""Signal-to-noise ratio at the sensors of each source's activity.

Goldenholz et al. 2009, Hum Brain Mapp 30:1077.
"""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.covariance.noise import NoiseCovariance
from leadfield.estimates.label_rows import rows_among
from leadfield.estimates.source_courses import SourceAxes, Values
from leadfield.forward.model import ForwardModel
from leadfield.forward.orient import convert_orientations
from leadfield.inverse.make import select_channels
from leadfield.recording.info import MeasurementInfo


def source_snr(
    data: Values,
    axes: SourceAxes,
    *,
    info: MeasurementInfo,
    forward: ForwardModel,
    noise: NoiseCovariance,
) -> Floats:
    """SNR (n_sources, n_times) in dB of moments along normals, in A·m.

    It is the power of the field of a source relative to the noise, averaged over the good
    channels that data, forward model and noise covariance have in common.
    """
    fixed = convert_orientations(forward, surface_oriented=True, fixed=True, use_cps=True)
    names = select_channels(info, forward, noise)
    rows = fixed.channels.indices(names, what="the forward model")
    sources = rows_among(axes.vertices, fixed.sources)
    gain = fixed.leadfield[np.ix_(rows, sources)]
    power = (gain**2 / noise.pick(names).variances().data[:, np.newaxis]).mean(axis=0)
    with np.errstate(divide="ignore"):  # no activity is minus infinity
        snr: Floats = 10 * np.log10(data**2 * power[:, np.newaxis])
    return snr
