"""One of every value of label time courses that holds arrays."""

import numpy as np

from leadfield.estimates.label_time_courses import LabelPlan


def values():
    yield LabelPlan(
        mode="mean",
        rows=(np.array([0, 1]),),
        signs=(np.ones(2),),
        volumes=(slice(2, 4),),
        n_sources=4,
    )
