"""Virtual channels: MEG channels of one type, mapped from the channels of both."""

from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import one_of
from leadfield.base.errors import ChannelError
from leadfield.forward.field_mapping import field_mapping
from leadfield.recording.info import MeasurementInfo

CENTRE = np.array([0.0, 0.0, 0.04])  # of the sphere, in m and head coordinates


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VirtualChannels:
    """Channels of ``info``: ``weights`` (n_channels, n_sources) of the channels ``sources``."""

    info: MeasurementInfo
    sources: Ints
    weights: Floats

    def __post_init__(self) -> None:
        lock_arrays(self)

    def apply(self, data: Floats) -> Floats:
        """Samples (..., n_channels, n_times) of data of all channels."""
        return np.asarray(np.matmul(self.weights, data[..., self.sources, :]))


def make_virtual_channels(info: MeasurementInfo, ch_type: str, mode: str) -> VirtualChannels:
    """The good channels of a type, ``"mag"`` or ``"grad"``, each under its name with ``_v``.

    Bad channels are neither used nor made. Projections keep their channels' names: they are
    of fields that were measured.
    """
    one_of("ch_type", ch_type, ["mag", "grad"])
    good = np.flatnonzero([name not in info.bads for name in info.names])
    sources = np.intersect1d(info.channels.of_type("mag", "grad"), good)
    rows = np.intersect1d(info.channels.of_type(ch_type), good)
    if not len(rows):
        msg = (
            f"virtual channels take the places of the good {ch_type} channels in the data, there "
            "are none: pick channels afterwards"
        )
        raise ChannelError(msg)
    wanted = info.pick(rows)
    weights = field_mapping(info.pick(sources), wanted, CENTRE, mode=mode)
    names = [f"{name}_v" for name in wanted.names]
    return VirtualChannels(
        info=replace(wanted, channels=wanted.channels.renamed(names)),
        sources=sources,
        weights=weights,
    )
