"""Windows of a recording: runs that overlap, projections folded into the matrix before."""

import numpy as np
import pytest

from leadfield.api.epochs.epochs import Epochs
from leadfield.api.recording.info import Info
from leadfield.api.recording.raw_array import RawArray
from leadfield.base.errors import DataError
from leadfield.estimates.recording_windows import RecordingWindows, projected_matrix
from leadfield.recording.create import create_measurement_info

DATA = np.random.default_rng(0).standard_normal((3, 100))
INFO = create_measurement_info(["A", "B", "C"], 100.0, "mag")
MATRIX = np.array([[1.0, 2.0]])


def windows(starts, *, most=3, data=DATA):
    return RecordingWindows(
        recording=RawArray(data, Info(INFO)).value,
        channels=np.array([2, 0]),
        matrix=MATRIX,
        starts=np.array(starts),
        n_times=10,
        most=most,
    )


def test_windows_that_touch_are_read_together_and_as_often_as_wanted():
    read = windows([0, 5, 15, 40, 45, 50, 55, 60])
    for _ in range(2):
        runs = list(read)
        assert [starts for _, starts in runs] == [[0, 5, 15], [0, 5, 10], [0, 5]]
        assert [data.shape[1] for data, _ in runs] == [25, 20, 15]
        np.testing.assert_allclose(runs[1][0], MATRIX @ DATA[[2, 0], 40:60])


def test_samples_must_be_numbers():
    data = DATA.copy()
    data[2, 43] = np.nan
    assert len(list(windows([0, 60], data=data))) == 2
    with pytest.raises(DataError, match="data must be finite, got 1 NaN"):
        list(windows([40], data=data))


def test_a_matrix_for_unprojected_samples_projects_them(little_inverse):
    made = little_inverse(projected=True)
    data = np.random.default_rng(1).standard_normal((9, 50))
    events = np.array([[0, 0, 1]])
    epochs = Epochs(RawArray(data, Info(made.info)), events, tmin=0, tmax=0.2, baseline=None)
    projected = epochs.get_data()[0]
    channels = np.array([4, 1])
    matrix, used = projected_matrix(epochs.value, MATRIX, channels)
    np.testing.assert_allclose(matrix @ data[used, :21], MATRIX @ projected[channels], atol=1e-12)


def test_without_projections_the_matrix_stays():
    events = np.array([[0, 0, 1]])
    epochs = Epochs(RawArray(DATA, Info(INFO)), events, tmin=0, tmax=0.2, baseline=None)
    channels = np.array([2, 1])
    matrix, used = projected_matrix(epochs.value, MATRIX, channels)
    assert matrix is MATRIX
    assert used is channels
