"""Making LCMV beamformers: choose channels, whiten, weigh, filter."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import ChannelError, InputError, MismatchError
from leadfield.base.log import LOGGER
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank, rank_of_covariance
from leadfield.forward.model import ForwardModel
from leadfield.forward.orient import convert_orientations, source_normals
from leadfield.inverse.beamformer import BeamformerModel
from leadfield.inverse.depth_prior import DepthWeighting, depth_prior
from leadfield.inverse.lcmv import LcmvOptions, invert_data_covariance, lcmv_weights
from leadfield.inverse.make import mix_channels, select_channels, select_info
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.space import SpaceKind
from leadfield.whitening.make import make_whitener
from leadfield.whitening.whitener import Whitener


def make_beamformer(
    info: MeasurementInfo,
    forward: ForwardModel,
    data: NoiseCovariance,
    *,
    noise: NoiseCovariance | None,
    options: LcmvOptions,
    depth: DepthWeighting | None = None,
    rank: Rank = "info",
) -> BeamformerModel:
    """The beamformer for the good channels that all of them have.

    Without ``noise`` the channels must be of one type, and are taken to be equally noisy.
    """
    forward = _orient(forward, options)
    adaptive = set(data.names) - set(data.bads)
    names = select_channels(info, forward, data if noise is None else noise)
    names = [name for name in names if name in adaptive]
    if not names:
        msg = "data covariance, noise covariance and forward model must share channels, got none"
        raise ChannelError(msg)
    rows = forward.channels.indices(names, what="the forward model")
    picked = info.pick(info.channels.indices(names))
    ranks = rank_of_covariance(data.pick(names), picked, rank)
    if noise is None:
        white = _alike(picked)
    else:
        white = noise
        _check_ranks(ranks, rank_of_covariance(noise.pick(names), picked, rank))
    whitener = make_whitener(white, picked, names=names, rank=ranks)
    variances = None if depth is None else depth_prior(forward, rows, depth, whitener)
    fields = _white_fields(forward, rows, whitener, variances)
    space = invert_data_covariance(
        whitener.matrix @ data.pick(names).full() @ whitener.matrix.T, options.reg, len(names)
    )
    axes = forward.orientations.reshape(-1, forward.per_source, 3)
    weights, strongest = lcmv_weights(fields, _normals(forward, axes), space, options)
    LOGGER.info(
        "    LCMV beamformer of %d channels, rank %d, for %d sources",
        len(names),
        whitener.rank,
        len(weights),
    )
    return BeamformerModel(
        info=select_info(info, forward, rows),
        whitener=whitener,
        weights=weights,
        options=options,
        data=data.pick(names),
        noise=None if noise is None else noise.pick(names),
        sources=forward.sources,
        axes=axes,
        strongest=strongest,
    )


def _orient(forward: ForwardModel, options: LcmvOptions) -> ForwardModel:
    if options.pick_ori is None:
        return forward
    if not forward.free:
        msg = (
            f"pick_ori={options.pick_ori!r} needs a forward model of free orientations, got a "
            "fixed one: use pick_ori=None, or read the free one"
        )
        raise MismatchError(msg)
    if options.pick_ori != "normal":
        return forward
    if any(space.kind is SpaceKind.VOLUME for space in forward.sources.spaces):
        msg = "pick_ori='normal' needs sources with normals, got a volume source space"
        raise MismatchError(msg)
    return convert_orientations(forward, surface_oriented=True, fixed=False, use_cps=True)


def _alike(info: MeasurementInfo) -> NoiseCovariance:
    """Noise of variance 1 in channels of one type."""
    types = sorted({*info.channels.types} & {"mag", "grad", "eeg"})
    if len(types) > 1:
        msg = (
            f"noise_cov must be given for channels of several types, got {' and '.join(types)}: "
            "estimate it, or pick one type"
        )
        raise InputError(msg)
    n = len(info.names)
    return NoiseCovariance(
        names=tuple(info.names), data=np.ones(n), degrees=0, projections=info.projections
    )


def _check_ranks(data: dict[str, int], noise: dict[str, int]) -> None:
    for block, count in data.items():
        if noise.get(block) != count:
            msg = (
                f"data and noise covariance must have one rank, that of {block} is {count} in the "
                f"data and {noise.get(block, 0)} in the noise: use rank='info', or rank=dict(...)"
            )
            raise MismatchError(msg)


def _white_fields(
    forward: ForwardModel, rows: np.ndarray, whitener: Whitener, variances: Floats | None
) -> Floats:
    """White lead fields (n_sources, c, rank), weighted by depth."""
    n, c = forward.sources.n_sources, forward.per_source
    weights = np.ones(n) if variances is None else np.sqrt(variances)
    turns = weights[:, np.newaxis, np.newaxis] * np.eye(c)
    lines = forward.leadfield.T.reshape(n, c, -1)
    return mix_channels(lines, rows, turns, whitener.matrix.T).reshape(n, c, -1)


def _normals(forward: ForwardModel, axes: Floats) -> Floats:
    """Normals (n_sources, c) along the columns; those of volumes point upwards."""
    normals = source_normals(forward.sources, use_cps=True)
    first = 0
    for space in forward.sources.spaces:
        if space.kind is SpaceKind.VOLUME:
            normals[first : first + space.n_sources] = [0, 0, 1]
        first += space.n_sources
    out: Floats = (axes @ normals[:, :, np.newaxis])[..., 0]
    return out
