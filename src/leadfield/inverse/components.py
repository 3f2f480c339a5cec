"""Inverse operators as files hold them: a whitener in a basis, and components for all channels."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import MismatchError
from leadfield.covariance.noise import NoiseCovariance
from leadfield.inverse.operator import InverseModel
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import Projection
from leadfield.recording.projector import make_projector
from leadfield.whitening.whitener import Whitener

Eigen = tuple[Floats, Floats]  # values, and vectors as rows


def stored_whitener(noise: NoiseCovariance, eigen: Eigen | None) -> Whitener:
    """The whitener in whose basis an operator's fields are."""
    if noise.diagonal:
        eigen = noise.data, np.eye(len(noise.names))
    if eigen is None or len(eigen[0]) != len(noise.names):
        have = "none" if eigen is None else len(eigen[0])
        msg = f"the eigenvectors of its {len(noise.names)} channels, it has {have}"
        raise MismatchError(msg)
    values, vectors = eigen
    return Whitener(names=noise.names, eigenvalues=values, eigenvectors=vectors)


def count_components(
    singular_values: Floats,
    projections: tuple[Projection, ...],
    whitener: Whitener,
    noise: NoiseCovariance,
) -> int:
    """How many components are signal; those beyond the noise's rank are rounding."""
    rank = whitener.rank
    if noise.diagonal:
        rank -= make_projector(projections, noise.names).n_vectors
    return int(np.sum(singular_values[:rank] > 0))


def padded_decomposition(model: InverseModel) -> tuple[Floats, Floats, Floats]:
    """Singular values (k,), fields (k, n_channels), leads (n_columns, k) for other programs.

    They expect a component for each channel, also where the noise has none.
    """
    n, count = len(model.whitener.names), len(model.singular_values)
    k = min(n, len(model.leads))
    fields = np.zeros((k, n))
    fields[:count, model.whitener.eigenvalues > 0] = model.fields
    leads = np.zeros((len(model.leads), k))
    leads[:, :count] = model.leads
    return np.pad(model.singular_values, (0, k - count)), fields, leads


def operator_info(
    info: MeasurementInfo, noise: NoiseCovariance, projections: tuple[Projection, ...]
) -> MeasurementInfo:
    """The channels of the noise covariance, none bad, with the recording's projections."""
    rows = info.channels.indices(noise.names, what="the inverse operator's information")
    return info.pick(rows).with_bads(()).with_projections(projections)
