"""Recordings from arrays."""

import numpy as np
import pytest

from leadfield.api.recording.info import create_info
from leadfield.api.recording.raw_array import RawArray
from leadfield.base.errors import (
    InputError,
)


class TestArrays:
    def test_are_not_changed_and_do_not_change_it(self):
        data = np.zeros((1, 5))
        raw = RawArray(data, create_info(1, 1.0), copy="data")
        data[:] = 1
        assert not raw.get_data().any()

    def test_may_be_complex(self):
        raw = RawArray([[1 + 1j, 2]], create_info(1, 1.0))
        assert raw[0][0].dtype == np.complex128

    @pytest.mark.parametrize(
        ("data", "options", "message"),
        [
            (np.zeros(3), {}, "n_channels, n_times"),
            (np.zeros((2, 3)), {}, "each of its 1 channels, got 2"),
            ([["a"]], {}, "numbers"),
            (np.zeros((1, 3), int), {"copy": None}, "must be converted"),
            (np.zeros((1, 3)), {"copy": "all"}, "copy must be one of"),
        ],
    )
    def test_that_do_not_fit_are_refused(self, data, options, message):
        with pytest.raises(InputError, match=message):
            RawArray(data, create_info(1, 1.0), **options)
