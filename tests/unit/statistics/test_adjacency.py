"""Adjacency along several dimensions."""

import numpy as np
import scipy.sparse

from leadfield.statistics.adjacency import combined, path


def test_numbers_that_follow_each_other_are_adjacent():
    np.testing.assert_array_equal(path(3).toarray(), [[0, 1, 0], [1, 0, 1], [0, 1, 0]])
    assert path(1).toarray() == [[0.0]]


def test_two_dimensions_combine_to_the_kronecker_sum():
    a = np.array([[0, 1, 1], [1, 0, 0], [1, 0, 1]])
    b = path(4).toarray()
    off = a - np.diag(np.diag(a))
    expected = np.kron(off, np.eye(4)) + np.kron(np.eye(3), b) + np.eye(12)
    found = combined([scipy.sparse.coo_array(a), path(4)])
    np.testing.assert_array_equal(found.toarray(), expected)
