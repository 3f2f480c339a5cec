"""Whitened evoked responses: data in standard deviations of the noise of their average."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Ints
from leadfield.base.errors import ChannelError
from leadfield.covariance.blocks import PLOTTED_TYPES, by_type
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank
from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.info import MeasurementInfo
from leadfield.whitening.make import make_whitener


def whiten_response(
    evoked: EvokedResponse,
    noise: NoiseCovariance,
    *,
    names: Sequence[str] | None = None,
    rank: Rank = None,
    scalings: Mapping[str, float] | None = None,
    diagonal: bool = False,
) -> tuple[EvokedResponse, int]:
    """The response with channels ``names`` (the good ones if None) white, and the noise's rank.

    ``noise`` is that of one epoch. Other channels stay as they are. ``diagonal`` uses only
    the variances.
    """
    if diagonal:
        noise = noise.variances()
    whitener = make_whitener(noise, evoked.info, names=names, rank=rank, scalings=scalings)
    rows = evoked.info.channels.indices(whitener.names)
    data = evoked.data.copy()
    # Averaging n epochs divides the noise's variance by n.
    data[rows] = np.sqrt(evoked.nave) * (whitener.square @ evoked.data[rows])
    return replace(evoked, data=data), whitener.rank


def whiten_groups(
    evoked: EvokedResponse, noise: NoiseCovariance, groups: Iterable[Ints]
) -> EvokedResponse:
    """The response with the good channels of each group of rows whitened by themselves."""
    data = evoked.data.copy()
    for rows in groups:
        good = np.array([r for r in rows if evoked.info.names[r] not in evoked.info.bads])
        if len(good):
            names = [evoked.info.names[r] for r in good]
            data[good] = whiten_response(evoked, noise, names=names)[0].data[good]
    return replace(evoked, data=data)


def whitening_groups(info: MeasurementInfo, rank: Rank) -> dict[str, Ints]:
    """The good channels by type, both types of MEG together if ``rank`` has one for ``"meg"``."""
    found = by_type(info, info.bads)
    groups = {kind: found[kind] for kind in PLOTTED_TYPES if kind in found}
    if isinstance(rank, Mapping) and "meg" in rank and {"grad", "mag"} <= groups.keys():
        both = np.sort(np.concatenate([groups.pop("grad"), groups.pop("mag")]))
        groups = {"meg": both, **groups}
    if not groups:
        msg = "whitening needs good MEG or EEG channels, the response has none"
        raise ChannelError(msg)
    return groups
