"""One of every value of label time courses that holds arrays."""

import numpy as np
import scipy

from leadfield.estimates.label_time_courses import LabelPlan
from leadfield.estimates.volume_label_courses import VolumeLabelPlan


def values():
    yield LabelPlan(
        mode="mean",
        rows=(np.array([0, 1]),),
        signs=(np.ones(2),),
        volumes=(slice(2, 4),),
        n_sources=4,
    )
    weights = scipy.sparse.csr_array(np.eye(2))
    yield VolumeLabelPlan(mode="max", weights=weights, ends=np.array([0, 1, 2]))
