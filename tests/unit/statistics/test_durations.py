"""Durations of clusters."""

import numpy as np

from leadfield.statistics.durations import cluster_durations


def test_places_last_as_long_as_they_are_in_a_cluster_with_its_sign():
    statistic = np.array([[2.0, 2.0, -3.0], [3.0, 1.0, -3.0]])
    clusters = [(np.array([0, 1, 0]), np.array([0, 0, 1])), (np.array([0, 1]), np.array([2, 2]))]
    found = cluster_durations(statistic, clusters, 0.5)
    np.testing.assert_array_equal(found, [[1, 1, 0], [0.5, 0.5, 0], [-1, 0, -1]])
