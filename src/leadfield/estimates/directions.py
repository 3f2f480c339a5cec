"""Dipole moments to scalars: their length, or their component along a direction."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import MismatchError
from leadfield.estimates.label_rows import rows_among
from leadfield.estimates.source_courses import SourceAxes, Values
from leadfield.forward.orient import source_normals
from leadfield.sources.space import Sources


def moment_lengths(moments: Values) -> Values:
    """Length (n_sources, n_times) of each moment (n_sources, 3, n_times)."""
    power = (np.abs(moments) ** 2).sum(axis=1)
    lengths: Values = np.sqrt(power)
    return lengths


def project_moments(moments: Values, directions: Floats) -> Values:
    """Component (n_sources, n_times) of each source's moment along its direction (n_sources, 3)."""
    n_sources = len(moments)
    if directions.shape != (n_sources, 3):
        msg = f"directions must have shape ({n_sources}, 3), one a source, got {directions.shape}"
        raise MismatchError(msg)
    components: Values = (directions[:, np.newaxis] @ moments)[:, 0]
    return components


def principal_directions(moments: Values, normals: Floats | None) -> Floats:
    """Unit vectors (n_sources, 3) along which each source has most power.

    Of the two ways along a line, the one nearer the normal, or without normals the one
    that makes the values' sum positive.
    """
    # The real part and the imaginary one are two rows of samples.
    real = moments
    if np.iscomplexobj(moments):
        real = np.concatenate([moments.real, moments.imag], axis=2)
    _, vectors = np.linalg.eigh(real @ real.swapaxes(1, 2))
    directions: Floats = vectors[:, :, 2]
    reference = real.sum(axis=2) if normals is None else normals
    along = (directions * reference).sum(axis=1, keepdims=True)
    return np.where(along < 0, -directions, directions)


def normals_at(axes: SourceAxes, sources: Sources, *, use_cps: bool) -> Floats:
    """Normals (n_sources, 3) at an estimate's sources, upwards in volumes.

    ``use_cps`` takes averages over patches of the cortex, where these are known.
    """
    normals = source_normals(sources, use_cps=use_cps)
    return normals[rows_among(axes.vertices, sources)]
