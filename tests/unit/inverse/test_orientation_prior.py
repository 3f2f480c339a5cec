"""Looseness: every allowed combination, and what is refused."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.forward.orient import convert_orientations
from leadfield.inverse.orientation_prior import loose_by_kind, orientation_prior


@pytest.mark.parametrize(
    ("kind", "loose", "fixed", "expected"),
    [
        ("surface", "auto", "auto", [0.2]),
        ("surface", "auto", True, [0.0]),
        ("surface", "auto", False, [0.2]),
        ("surface", 0, "auto", [0.0]),
        ("surface", 0.0, True, [0.0]),
        ("surface", 1, False, [1.0]),
        ("volume", "auto", "auto", [1.0]),
        ("discrete", "auto", "auto", [1.0]),
        ("discrete", 0.3, "auto", [0.3]),
        ("mixed", "auto", "auto", [1.0, 1.0]),
        ("mixed", {"surface": 0.4, "volume": 1}, "auto", [0.4, 1.0]),
    ],
)
def test_each_kind_has_its_share(problem, kind, loose, fixed, expected):
    share = loose_by_kind(problem.forwards[kind].sources, loose, fixed=fixed)
    assert list(share.values()) == expected


@pytest.mark.parametrize(
    ("kind", "loose", "fixed", "words"),
    [
        ("surface", 0.2, True, "with fixed=True loose must be 0"),
        ("surface", 0.0, False, "with fixed=False loose must be above 0"),
        ("surface", 1.1, "auto", "at most 1"),
        ("surface", -0.1, "auto", "at least 0"),
        ("surface", "free", "auto", "or 'auto', got 'free'"),
        ("surface", 0.2, "yes", "must be one of True, False, 'auto'"),
        ("volume", 0.5, "auto", "must be 1 for volume"),
        ("volume", "auto", True, "must be 1 for volume"),
        ("mixed", 0.5, "auto", "must be 1 for volume"),
        ("mixed", {"surface": 0.2}, "auto", "keys 'surface', 'volume'"),
        ("surface", {"surface": 2}, "auto", "at most 1"),
    ],
)
def test_what_cannot_be_is_refused(problem, kind, loose, fixed, words):
    with pytest.raises(InputError, match=words):
        loose_by_kind(problem.forwards[kind].sources, loose, fixed=fixed)


def test_none_is_no_looseness(problem):
    with pytest.raises(ArgumentTypeError, match="a number from 0 to 1, or 'auto', got None"):
        loose_by_kind(problem.forwards["surface"].sources, None)


def turned(problem, kind, *, fixed=False):
    return convert_orientations(
        problem.forwards[kind], surface_oriented=True, fixed=fixed, use_cps=True
    )


def test_tangents_of_loose_sources_are_weaker_than_normals(problem):
    model = turned(problem, "mixed")
    loose = loose_by_kind(model.sources, {"surface": 0.25, "volume": 1.0})
    prior = orientation_prior(model, loose).reshape(-1, 3)
    np.testing.assert_array_equal(prior[:20], np.tile([0.25, 0.25, 1], (20, 1)))
    np.testing.assert_array_equal(prior[20:], 1)


def test_fixed_sources_have_one_direction(problem):
    model = turned(problem, "surface", fixed=True)
    np.testing.assert_array_equal(
        orientation_prior(model, loose_by_kind(model.sources, 0.0)), np.ones(20)
    )
    with pytest.raises(MismatchError, match="loose must be 0"):
        orientation_prior(model, loose_by_kind(model.sources, 0.2))


def test_loose_sources_need_surface_axes(problem):
    model = problem.forwards["surface"]
    with pytest.raises(MismatchError, match="convert_forward_solution"):
        orientation_prior(model, loose_by_kind(model.sources, 0.2))
    free = loose_by_kind(model.sources, 1.0)
    np.testing.assert_array_equal(orientation_prior(replace(model), free), 1)
