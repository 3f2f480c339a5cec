"""Making an inverse operator: choose channels, orient, weight, whiten, decompose.

Hämäläinen & Ilmoniemi 1994; Dale et al. 2000.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError, DataError, MismatchError
from leadfield.base.log import LOGGER
from leadfield.covariance.noise import NoiseCovariance
from leadfield.covariance.rank import Rank
from leadfield.forward.model import ForwardModel
from leadfield.forward.orient import (
    convert_orientations,
    refuse_fixed_volumes,
    source_axes,
    source_normals,
)
from leadfield.inverse.depth_prior import DepthWeighting, depth_prior
from leadfield.inverse.eeg_reference import check_reference
from leadfield.inverse.operator import InverseModel
from leadfield.inverse.orientation_prior import Loose, free_prior
from leadfield.inverse.source_prior import SourcePrior
from leadfield.numerics.eigen import rank_of
from leadfield.numerics.scratch import Scratch
from leadfield.numerics.tall_svd import tall_svd
from leadfield.numerics.threads import even_slices, on_one_thread, share
from leadfield.recording.channels import EEG
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import merged_projections
from leadfield.whitening.make import make_whitener
from leadfield.whitening.whitener import Whitener

BLOCK = 128  # sources at a time: their lines stay in the cache
PANELS = 4  # of columns of what mixes channels: of a triangle 5/8 are left


@on_one_thread()
def make_inverse(
    info: MeasurementInfo,
    forward: ForwardModel,
    noise: NoiseCovariance,
    *,
    prior: SourcePrior,
    rank: Rank = None,
    use_cps: bool = True,
) -> InverseModel:
    """The inverse operator for the good channels that all three have."""
    loose, depth = prior.loose, prior.depth
    if depth is not None and depth.exp == 0:
        depth = None
    _check_orientations(forward, loose, depth)
    if depth is not None and depth.allow_fixed_depth and prior.fixed:
        forward = convert_orientations(forward, surface_oriented=True, fixed=True, use_cps=use_cps)
    names = select_channels(info, forward, noise)
    rows = forward.channels.indices(names, what="the forward model")
    whitener = make_whitener(noise, info, names=names, rank=rank)
    model, turns = _select_axes(forward, loose, use_cps=use_cps)
    depth_variances = None if depth is None else depth_prior(model, rows, depth, whitener)
    orient_variances = None if prior.fixed else free_prior(model.sources, loose)
    if depth_variances is not None and orient_variances is not None:
        depth_variances = np.repeat(depth_variances, 3)
    given_variances = prior.column_variances(model.sources.n_sources)
    variances = np.ones(model.sources.n_sources * (1 if prior.fixed else 3))
    for factor in (depth_variances, orient_variances, given_variances):
        variances = variances if factor is None else variances * factor
    leads, singular_values, fields = _decompose(
        model, rows, whitener, turns=turns, weights=np.sqrt(variances)
    )
    scale = whitener.rank / _trace_of_sources(singular_values)
    # What few or dependent columns leave of the noise's dimensions is rounding.
    k = rank_of(singular_values, "auto")
    singular_values = singular_values[:k] * np.sqrt(scale)
    picked = noise.pick(names)
    LOGGER.info("    largest singular value %g", singular_values[0])
    return InverseModel(
        info=select_info(info, forward, rows),
        whitener=whitener,
        fields=fields[:k],
        singular_values=singular_values,
        leads=leads[:, :k],
        leads_weighted=False,
        noise=replace(picked, data=picked.full()),
        source_variances=variances * scale,
        depth_prior=depth_variances,
        orientation_prior=orient_variances,
        given_prior=given_variances,
        free=not prior.fixed,
        orientations=model.orientations if turns is None else turns.reshape(-1, 3),
        sources=model.sources,
        frame=model.frame,
        mri_to_head=model.mri_to_head,
        methods=_modalities(forward, rows),
    )


def _check_orientations(forward: ForwardModel, loose: Loose, depth: DepthWeighting | None) -> None:
    if not any(loose.values()):
        refuse_fixed_volumes(forward.sources)
        if not forward.free and depth is not None and not depth.allow_fixed_depth:
            msg = (
                "depth weighting needs a forward model of free orientations, got a fixed one: "
                "read the free one and use fixed=True, or depth=None"
            )
            raise MismatchError(msg)
    elif not forward.free:
        msg = (
            "a forward model of fixed orientations makes only fixed inverses, got loose "
            f"{listed(loose.values())}: use loose=0 and depth=None, or read a free forward model"
        )
        raise MismatchError(msg)


def select_channels(
    info: MeasurementInfo, forward: ForwardModel, noise: NoiseCovariance
) -> list[str]:
    """Names of the channels, in the data's order, that are good and in all three."""
    bads = {*info.bads, *noise.bads}
    in_forward, in_noise = set(forward.channels.names), set(noise.names)
    names = [n for n in info.names if n in in_forward and n in in_noise and n not in bads]
    if set(info.bads) != set(noise.bads):
        LOGGER.info("    bads of the data and of the noise covariance differ: both are left out")
    if not names:
        msg = (
            "the data, the forward model and the noise covariance must have good channels in "
            f"common, got none: data {listed(info.names, 3)}, forward model "
            f"{listed(forward.channels.names, 3)}, noise covariance {listed(noise.names, 3)}"
        )
        raise ChannelError(msg)
    ours, theirs = info.compensation_grade, forward.info.compensation_grade
    if ours != theirs:
        msg = (
            f"data and forward model must have one compensation grade, got {ours} and {theirs}: "
            f"call apply_gradient_compensation({theirs}) on the data"
        )
        raise MismatchError(msg)
    merged = info.with_projections(merged_projections(info.projections, noise.projections))
    check_reference(merged, names)
    LOGGER.info("    inverse operator for %s channels", len(names))
    return names


def _select_axes(
    forward: ForwardModel, loose: Loose, *, use_cps: bool
) -> tuple[ForwardModel, Floats | None]:
    """The model to start from, and its sources' new axes (n_sources, p, 3) if it needs any."""
    if not any(loose.values()):
        if not forward.free:
            return forward, None
        model = forward.origin or forward
        return model, source_normals(model.sources, use_cps=use_cps)[:, None]
    if forward.surface_oriented or all(share == 1 for share in loose.values()):
        return forward, None
    return forward, source_axes(forward.sources, use_cps=use_cps)


def _decompose(
    model: ForwardModel,
    rows: Ints,
    whitener: Whitener,
    *,
    turns: Floats | None,
    weights: Floats,
) -> tuple[Floats, Floats, Floats]:
    """Leads V (n_columns, k), singular values (k,) and fields Uᵀ (k, rank).

    White channels stay white when they are rotated: so that the whitener is a triangle, of which
    a product needs little more than half.
    """
    n, p = model.sources.n_sources, model.per_source
    lines = model.leadfield.T.reshape(n, p, -1)
    turns = (np.eye(p) if turns is None else turns) * weights.reshape(n, -1, 1)
    rotation, triangle = np.linalg.qr(whitener.matrix)
    leads, singular_values, fields = tall_svd(mix_channels(lines, rows, turns, triangle.T))
    return leads, singular_values, fields @ rotation.T


def _trace_of_sources(singular_values: Floats) -> float:
    """Variance that sources of the prior's variance make in white channels."""
    trace = float(np.sum(singular_values**2))
    if not trace > 0:
        msg = "the whitened lead field must not be 0: compute the forward model again"
        raise DataError(msg)
    LOGGER.info("    trace of the source covariance in white channels was %g", trace)
    return trace


def mix_channels(lines: Floats, rows: Ints, turns: Floats, mixing: Floats) -> Floats:
    """Columns of the lead field as lines (n, p, n_channels), turned, their channels mixed.

    ``turns`` (n, q, p) make q weighted columns of each source's p; ``mixing`` is
    (n_rows, k), the result (n q, k).
    """
    n, q, p = turns.shape
    panels = list(_panels(mixing))
    out = np.empty((n * q, mixing.shape[1]))
    starts = range(0, n, BLOCK)

    def work(some: Iterator[int]) -> None:
        scratch = Scratch(2, BLOCK * max(p, q) * len(rows))
        for a in some:
            part = np.take(lines[a : a + BLOCK], rows, axis=2)
            # Widened first: a product that widens as it goes does so number by number.
            wide = scratch.arrays(*part.shape)[0]
            wide[:] = part
            turned = scratch.arrays(len(part), q, len(rows))[1]
            np.matmul(turns[a : a + BLOCK], wide, out=turned)
            flat = turned.reshape(-1, len(rows))
            mixed = out[q * a : q * (a + BLOCK)]
            for inputs, outputs, panel in panels:
                np.matmul(flat[:, inputs], panel, out=mixed[:, outputs])

    with np.errstate(invalid="ignore"):  # what is infinite raises afterwards
        share(work, starts, len(starts))
    return out


def _panels(mixing: Floats) -> Iterator[tuple[slice, slice, Floats]]:
    """Panels of a matrix: their rows, from the first to the last that is not 0, and columns."""
    for outputs in even_slices(mixing.shape[1], PANELS):
        rows = np.flatnonzero(mixing[:, outputs].any(axis=1))
        inputs = slice(int(rows[0]), int(rows[-1]) + 1) if len(rows) else slice(0)
        yield inputs, outputs, np.ascontiguousarray(mixing[inputs, outputs])


def select_info(info: MeasurementInfo, forward: ForwardModel, rows: Ints) -> MeasurementInfo:
    """The forward model's channels at ``rows`` with the data's projections, none bad."""
    return forward.info.pick(rows).with_bads(()).with_projections(info.projections)


def _modalities(forward: ForwardModel, rows: Ints) -> int:
    """1 for MEG, 2 for EEG, 3 for both."""
    electric = forward.channels.kinds[rows] == EEG
    return int(not electric.all()) + 2 * int(electric.any())
