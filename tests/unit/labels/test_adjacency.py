"""Adjacency of labels."""

import numpy as np

from leadfield.labels.adjacency import adjacency_of_groups
from leadfield.sources.adjacency import adjacency_by_triangles


def test_groups_are_neighbours_where_some_of_theirs_are(sheet):
    rows = [np.array([0, 1]), np.array([2]), np.array([20]), np.array([], int)]
    found = adjacency_of_groups(rows, adjacency_by_triangles(sheet.triangles))
    assert found.toarray().tolist() == [[1, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
