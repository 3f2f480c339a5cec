"""One of every value of the package fif that holds arrays."""

import numpy as np

from leadfield.fif.named_matrix import NamedMatrix


def values():
    yield NamedMatrix(row_names=("A", "B"), column_names=("C",), data=np.ones((2, 1)))
