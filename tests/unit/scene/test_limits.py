"""Colour limits: what ``clim`` may say, and what it means."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.scene.limits import Limits, make_limits

VALUES = np.random.default_rng(0).normal(size=(40, 5))


def points(limits):
    return [limits.low, limits.middle, limits.high]


def response(top=20.0):
    """Noise of 1 before a response of few sources."""
    values = np.random.default_rng(3).normal(size=(500, 60))
    values[:5, 30:35] = -top
    return values


@pytest.mark.parametrize("signed", [False, True])
def test_auto_goes_from_two_fifths_of_the_largest_value_to_it(signed):
    values = response() if signed else abs(response())
    found = make_limits("auto", values, signed=signed)
    assert np.allclose(points(found), [8, 12, 20])
    assert found.signed is signed


def test_auto_leaves_noise_without_colour_and_the_top_below_saturation():
    values = abs(response(top=10.0))
    found = make_limits("auto", values, signed=False)
    assert (values[:, :30] >= found.low).mean() < 0.001
    assert (values > found.high).sum() == 0


def test_auto_colours_no_more_than_a_part_of_flat_values():
    values = np.linspace(0.9, 1, 1000)
    assert points(make_limits("auto", values, signed=False))[0] == np.percentile(values, 96)


def test_auto_follows_values_that_are_all_negative():
    found = make_limits("auto", -abs(VALUES), signed=False)
    assert found.low < found.middle < found.high == -abs(VALUES).min()


def test_auto_shows_few_values_among_zeros():
    values = np.zeros(1000)
    values[:3] = 5.0
    assert np.allclose(points(make_limits("auto", values, signed=False)), [2, 3, 5])


def test_percentiles_of_lims_keep_the_sign():
    found = make_limits({"kind": "percent", "lims": [10, 50, 90]}, VALUES, signed=True)
    assert points(found) == np.percentile(VALUES, [10, 50, 90]).tolist()


def test_percent_is_meant_where_no_kind_is_given():
    found = make_limits({"lims": [10, 50, 90]}, VALUES, signed=False)
    assert points(found) == np.percentile(VALUES, [10, 50, 90]).tolist()


def test_values_are_taken_as_they_are():
    assert points(make_limits({"kind": "value", "lims": [8, 12, 15]}, VALUES, signed=False)) == [
        8,
        12,
        15,
    ]


def test_all_zero_values_get_a_span_and_a_warning():
    with pytest.warns(RuntimeWarning, match="0 to 2"):
        found = make_limits("auto", np.zeros(5), signed=False)
    assert points(found) == [0, 1, 2]


@pytest.mark.parametrize(("value", "expected"), [(4.0, [0, 2, 4]), (-4.0, [-4, -2, 0])])
def test_a_constant_map_gets_a_span(value, expected):
    assert points(make_limits("auto", np.full(5, value), signed=False)) == expected


@pytest.mark.parametrize(
    "clim",
    [
        "automatic",
        {},
        {"lims": [1, 2, 3], "pos_lims": [1, 2, 3]},
        {"kind": "value", "lims": [1, 2]},
        {"kind": "value", "lims": [3, 2, 1]},
        {"kind": "value", "lims": [1, 2, np.inf]},
        {"kind": "value", "pos_lims": [-1, 0, 1]},
        {"kind": "percent", "lims": [0, 50, 101]},
        {"kind": "percentage", "lims": [1, 2, 3]},
        {"kind": "value", "lims": [1, 2, 3], "limits": None},
    ],
)
def test_what_makes_no_sense_is_refused(clim):
    with pytest.raises(InputError):
        make_limits(clim, VALUES, signed=False)


@pytest.mark.parametrize("clim", [None, 3, {"kind": "value", "lims": ["a", "b", "c"]}])
def test_other_types_are_refused(clim):
    with pytest.raises(ArgumentTypeError):
        make_limits(clim, VALUES, signed=False)


def test_lengths_of_vectors_have_no_signed_limits():
    with pytest.raises(InputError, match="no sign"):
        make_limits({"pos_lims": [1, 2, 3]}, VALUES, signed=False, may_be_signed=False)


def test_limits_that_do_not_differ_are_refused():
    with pytest.raises(InputError, match="differ"):
        Limits(low=1, middle=1, high=1)


@pytest.mark.parametrize("key", ["lims", "pos_lims"])
def test_limits_far_above_all_values_are_told_with_the_values_range(key):
    values = np.array([-3e-10, 1e-10, 2e-10])
    clim = {"kind": "value", key: [0.75, 1.25, 1.75]}
    with pytest.warns(RuntimeWarning, match=r"far above all values \(-3e-10 to 2e-10\)"):
        make_limits(clim, values, signed=False)
    make_limits({**clim, key: [1e-9, 2e-9, 3e-9]}, values, signed=False)
