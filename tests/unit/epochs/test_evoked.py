"""Evoked responses as values."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import (
    InputError,
)


@pytest.mark.parametrize(
    "change",
    [{"data": np.zeros((6, 30))}, {"data": np.zeros((7, 0))}, {"nave": 0}, {"kind": "x"}],
)
def test_a_response_that_does_not_fit_is_refused(evoked, change):
    with pytest.raises(InputError):
        replace(evoked, **change)


def test_a_clock_off_the_samples_stays_off(evoked):
    moved = evoked.with_tmin(0.1234)
    np.testing.assert_allclose(moved.times, 0.1234 + np.arange(30) / 100, atol=1e-15)
    np.testing.assert_allclose(moved.crop_samples(slice(5, 9)).times, moved.times[5:9], atol=1e-15)
    with pytest.warns(RuntimeWarning, match="alias"):
        fewer = moved.decimate(4)
    np.testing.assert_allclose(fewer.times, moved.times[-moved.first % 4 :: 4], atol=1e-15)
