"""LCMV estimates: the spatial filter of a beamformer."""

import numpy as np

from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.minimum_norm import KINDS
from leadfield.estimates.spatial_filter import SpatialFilter
from leadfield.inverse.beamformer import BeamformerModel

QUANTITIES = {None: "Current (A·m)", "nai": "Neural activity index"}


def lcmv_filter(model: BeamformerModel) -> SpatialFilter:
    """The spatial filter of a beamformer; vectors are along x, y and z."""
    n, o, k = model.weights.shape
    mixing = model.axes.transpose(0, 2, 1) if model.vector else None
    return SpatialFilter(
        inward=(model.whitening,),
        kernel=ImagingKernel(
            leads=np.reshape(model.weights, (n * o, k)),
            mixing=mixing,
            per_source=o,
            combined=o == 3 and not model.vector,
        ),
        info=model.info,
        kind=KINDS[model.sources.kind],
        vertices=model.sources.vertices,
        subject=model.sources.subject,
        quantity=QUANTITIES.get(model.options.weight_norm, "Beamformer output"),
    )
