"""Noise covariance by channel type: blocks and ranks, for figures."""

from collections.abc import Collection

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.errors import ChannelError
from leadfield.covariance.blocks import PLOTTED_TYPES, by_type
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import rank_of_covariance
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projector import make_projector


def covariance_by_type(
    noise: NoiseCovariance,
    info: MeasurementInfo,
    *,
    exclude: str | Collection[str] = (),
    project: bool = False,
) -> dict[str, Floats]:
    """The covariance (n, n) between the channels of each type that ``info`` knows.

    ``exclude`` are channels to leave out, ``"bads"`` those of ``info``. ``project`` applies
    its projections.
    """
    noise, info, rows = _pick_plotted(noise, info, exclude)
    data = noise.full()
    if project:
        projector = make_projector(info.projections, info.names).matrix
        data = projector @ data @ projector.T
    return {kind: data[np.ix_(r, r)] for kind, r in rows.items()}


def rank_by_type(
    noise: NoiseCovariance, info: MeasurementInfo, *, exclude: str | Collection[str] = ()
) -> dict[str, int]:
    """The rank of each type's covariance after projection, as a whitener would use it."""
    noise, info, rows = _pick_plotted(noise, info, exclude)
    return {
        kind: rank_of_covariance(noise.pick([noise.names[i] for i in r]), info.pick(r))[kind]
        for kind, r in rows.items()
    }


def _pick_plotted(
    noise: NoiseCovariance, info: MeasurementInfo, exclude: str | Collection[str]
) -> tuple[NoiseCovariance, MeasurementInfo, dict[str, Ints]]:
    """Channels of both, none of them bad, and their rows by type."""
    if isinstance(exclude, str):
        exclude = info.bads if exclude == "bads" else (exclude,)
    usable = set(noise.names) - set(exclude)
    names = [name for name in info.names if name in usable]
    picked = info.pick(info.channels.indices(names)).with_bads(())
    found = by_type(picked)
    rows = {kind: found[kind] for kind in PLOTTED_TYPES if kind in found}
    if not rows:
        msg = "covariance and info must share MEG or EEG channels, they share none"
        raise ChannelError(msg)
    return noise.pick(names), picked, rows
