"""Folding of a spatial filter: one matrix from data inwards, and lines of sources after it."""

from dataclasses import replace

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.spatial_filter import SpatialFilter


def fold_filter(spatial_filter: SpatialFilter) -> tuple[ImagingKernel, Floats]:
    """A kernel without gains, and the matrix (n_components, n_channels) before it.

    Few sources are seen by few components: these are rotated to no more than sources have lines.
    """
    kernel = spatial_filter.kernel
    inward = kernel.apply_gains(spatial_filter.inward_matrix())
    if len(kernel.leads) >= len(inward):
        return replace(kernel, gains=None), inward
    lines = kernel.lines(slice(0, kernel.n_sources))
    basis, coordinates = np.linalg.qr(lines.reshape(-1, lines.shape[2]).T)
    small = ImagingKernel(leads=coordinates.T, per_source=lines.shape[1], combined=kernel.combined)
    return small, basis.T @ inward
