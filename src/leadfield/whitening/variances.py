"""Variances of channels, as they are, projected, or in units of another noise."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import ChannelError
from leadfield.covariance.blocks import PLOTTED_TYPES
from leadfield.covariance.noise import NoiseCovariance
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projector import make_projector
from leadfield.whitening.make import make_whitener


def channel_variances(
    noise: NoiseCovariance,
    info: MeasurementInfo,
    *,
    project: bool = False,
    other: NoiseCovariance | None = None,
) -> tuple[MeasurementInfo, Floats]:
    """Info of the channels that both have, and the variance of each.

    ``project`` applies the projections of ``info``. ``other`` whitens them first, good channels
    only: where both are the same noise, and its rank is full, variances are 1.
    """
    types = dict(zip(info.names, info.channels.types, strict=True))
    usable = set(noise.names)
    if other is not None:
        usable = (usable & set(other.names)) - set(info.bads) - set(noise.bads) - set(other.bads)
    names = [name for name in info.names if name in usable and types[name] in PLOTTED_TYPES]
    if not names:
        msg = "covariance and info must share MEG or EEG channels, they share none"
        raise ChannelError(msg)
    picked = info.pick(info.channels.indices(names))
    covariance = noise.pick(names).full()
    if project:
        projector = make_projector(info.projections, names).matrix
        covariance = projector @ covariance @ projector.T
    if other is not None:
        whitener = make_whitener(other, info, names=names).square
        covariance = whitener @ covariance @ whitener.T
    return picked, np.diag(covariance).copy()
