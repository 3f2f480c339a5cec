"""Values of the stage ``doctor``."""

import numpy as np

from leadfield.doctor.data_set import DataSet
from leadfield.doctor.sample_statistics import SampleStatistics
from leadfield.recording.create import create_measurement_info


def values():
    counts = np.zeros(2, np.int64)
    yield SampleStatistics(
        source="raw",
        info=create_measurement_info(["a", "b"], 100.0, "mag"),
        n_samples=200,
        n_windows=2,
        not_finite=counts,
        constant=counts.copy(),
        first_constant=np.full(2, np.nan),
        clipped=counts.copy(),
        levels=np.ones(2),
        covariance=np.eye(2),
    )
    yield DataSet(events=np.ones((1, 3), np.int64))
