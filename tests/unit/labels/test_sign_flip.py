"""Sign flips."""

import numpy as np

from leadfield.labels.sign_flip import sign_flips


def test_normals_against_most_others_are_flipped():
    normals = np.array([[0, 0, 1], [0.1, 0, 1], [0, 0, -1], [0, 0.1, 1]], float)
    assert sign_flips(normals).tolist() == [1, 1, -1, 1]


def test_of_nothing_there_are_none():
    assert sign_flips(np.empty((0, 3))).shape == (0,)
