"""Time courses of conditions."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.epochs.condition_courses import (
    bootstrap_interval,
    check_interval,
    combine_function,
)

DATA = np.array([[[1.0, 5.0], [3.0, -5.0]]])


@pytest.mark.parametrize(
    ("combine", "kind", "wanted"),
    [
        ("gfp", "eeg", [1, 5]),
        ("gfp", "mag", [5**0.5, 5]),
        ("rms", "eeg", [5**0.5, 5]),
        ("mean", "eeg", [2, 0]),
        ("median", "mag", [2, 0]),
        ("std", "mag", [1, 5]),
    ],
)
def test_channels_are_made_one(combine, kind, wanted):
    np.testing.assert_allclose(combine_function(combine, kind)(DATA), [wanted])


def test_the_interval_of_means_narrows_with_the_number_of_responses():
    random = np.random.default_rng(1)
    few, many = (
        np.diff(bootstrap_interval(random.standard_normal((n, 50)), 0.95), axis=0).mean()
        for n in (10, 1000)
    )
    assert many == pytest.approx(2 * 1.96 / 1000**0.5, rel=0.05)
    assert few > 5 * many


def test_the_interval_is_the_same_each_time():
    courses = np.random.default_rng(1).standard_normal((5, 10))
    assert (bootstrap_interval(courses, 0.9) == bootstrap_interval(courses, 0.9)).all()


def test_an_interval_has_two_limits():
    with pytest.raises(InputError, match=r"\(2, 3\)"):
        check_interval(np.ones(3), 3)
