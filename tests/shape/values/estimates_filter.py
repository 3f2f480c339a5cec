"""One of every value of the stage estimates that holds arrays and is about spatial filters."""

import numpy as np

from leadfield.estimates.explained_variance import Components, Explanation
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.localized_response import LocalizedResponse
from leadfield.estimates.regularisation import ResponseRegularisation
from leadfield.estimates.sensor_signals import SensorGains
from leadfield.estimates.source_courses import SourceAxes
from leadfield.estimates.spatial_filter import SpatialFilter
from leadfield.inverse.regularisation import fit_regularisation
from leadfield.recording.create import create_measurement_info


def values():
    kernel = ImagingKernel(
        leads=np.ones((6, 2)), gains=np.ones(2), mixing=np.ones((2, 3)), per_source=3
    )
    yield kernel
    yield kernel.multiply(np.eye(2))
    yield SpatialFilter(
        inward=(np.eye(2), np.ones((2, 2))),
        kernel=kernel,
        info=create_measurement_info(["MEG 001", "MEG 002"], 100.0, "mag"),
        kind="surface",
        vertices=(np.array([3]), np.array([5])),
    )
    yield Components(white=np.ones((2, 4)), values=np.ones((2, 4)))
    yield Explanation(predicted=np.ones((2, 4)), share=0.5)
    yield ResponseRegularisation(
        fit=fit_regularisation(np.array([2.0, 1.0]), np.array([2.0, 1.0])),
        window=(0.0, 0.1),
        times=np.arange(3.0),
        power=np.ones(3),
    )
    yield LocalizedResponse(
        data=np.ones((2, 4)),
        axes=SourceAxes(
            kind="surface", vertices=(np.array([3]), np.array([5])), tmin=0.0, tstep=0.1
        ),
        lambda2=0.1,
        found=None,
        explained=None,
    )
    yield SensorGains(names=("MEG 001",), leads=np.ones((1, 2)), rows=np.array([0, 3]))
