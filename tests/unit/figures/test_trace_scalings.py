"""How high rows of traces are."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.figures.trace_scalings import check_scalings, quartile_range, row_heights


def test_the_range_of_noise_is_that_between_its_quartiles():
    noise = np.random.default_rng(0).standard_normal((2, 50_000))
    assert quartile_range(noise, segment=None) == pytest.approx(1.349, abs=0.01)


def test_slow_drifts_do_not_count():
    noise = np.random.default_rng(0).standard_normal((1, 50_000))
    drift = np.repeat(np.arange(50), 1000)
    assert quartile_range(noise + drift, segment=1000) == pytest.approx(1.349, abs=0.02)


def test_what_does_not_change_has_a_range_of_one():
    assert quartile_range(np.ones((2, 10)), segment=None) == 1
    assert quartile_range(np.full((2, 10), np.nan), segment=None) == 1


def test_triggers_fill_half_a_row():
    heights = row_heights(np.array([[0, 5.0], [0, 1e-12]]), ("stim", "mag"), {"mag": 1e-12})
    assert heights.tolist() == [10, 2e-12]


def test_auto_is_for_all_types():
    assert set(check_scalings("auto").values()) == {"auto"}


@pytest.mark.parametrize(("given", "error"), [(3.0, ArgumentTypeError), ({"mag": -1}, InputError)])
def test_scalings_must_be_positive_numbers_by_type(given, error):
    with pytest.raises(error, match="scalings"):
        check_scalings(given)
