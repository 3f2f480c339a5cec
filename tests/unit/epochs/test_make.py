"""Epochs made of arrays."""

import numpy as np
import pytest

from leadfield.base.errors import (
    ArgumentTypeError,
    DataError,
    MismatchError,
)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (np.ones((3, 6, 5)), MismatchError),
        (np.ones((7, 5)), MismatchError),
        (np.ones((3, 7, 0)), MismatchError),
        (np.full((3, 7, 5), np.nan), DataError),
        (np.ones((3, 7, 5), complex), ArgumentTypeError),
        (np.full((3, 7, 5), "x"), ArgumentTypeError),
    ],
)
def test_arrays_that_are_no_epochs_are_refused(in_memory, data, error):
    with pytest.raises(error, match="epochs must"):
        in_memory(data)
