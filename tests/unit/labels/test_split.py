"""Splitting of labels."""

import numpy as np
import pytest

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.freesurfer.surface import Surface
from leadfield.labels.split import part_names, split_by


@pytest.fixture(scope="module")
def sphere(sheet):
    """The sheet 30 mm above the origin, almost a part of a sphere."""
    return Surface(vertices=sheet.vertices + np.array([-2.5, -2.5, 30]), triangles=sheet.triangles)


@pytest.fixture
def strip(sheet, on_sheet):
    """The first column of the sheet, from back to front."""
    assert sheet.vertices[30, 1] == 5
    return on_sheet(np.arange(0, 36, 6), name="strip-lh", colour=(1.0, 0.0, 0.0, 0.5))


def test_parts_are_equally_long_from_back_to_front(sphere, strip):
    parts = split_by(strip, 3, sphere)
    assert [part.vertices.tolist() for part in parts] == [[0, 6], [12, 18], [24, 30]]
    assert [part.values.tolist() for part in parts] == [[1, 2], [3, 4], [5, 6]]


def test_parts_are_named_in_turn_or_as_asked(sphere, strip):
    assert [part.name for part in split_by(strip, 2, sphere)] == ["strip_div1-lh", "strip_div2-lh"]
    assert [part.name for part in split_by(strip, ["a", "b"], sphere)] == ["a", "b"]


def test_parts_are_shades_of_one_colour(sphere, strip):
    dark, light = (part.colour for part in split_by(strip, 2, sphere))
    assert 0 < dark[0] < light[0] < 1
    assert dark[1:] == light[1:] == (0, 0, 0.5)


@pytest.mark.parametrize("freesurfer", [False, True])
def test_no_vertex_is_lost_or_twice(sphere, on_sheet, freesurfer):
    label = on_sheet([1, 2, 7, 8, 9, 14, 15, 20, 27])
    parts = split_by(label, 4, sphere, freesurfer=freesurfer)
    together = np.concatenate([part.vertices for part in parts])
    assert sorted(together) == label.vertices.tolist()


def test_pieces_that_do_not_touch_are_labels_the_largest_first(sheet, on_sheet):
    pieces = split_by(on_sheet([0, 4, 5, 10, 30, 31]), "contiguous", sheet)
    assert [piece.vertices.tolist() for piece in pieces] == [[4, 5, 10], [30, 31], [0]]


def test_a_label_without_name_or_hemisphere_in_it_has_parts_with_names(on_sheet):
    assert part_names(on_sheet([3], name="spot"), 1) == ["spot_div1"]
    assert part_names(on_sheet([3]), 1) == ["unnamed_div1"]


@pytest.mark.parametrize(
    ("parts", "error", "words"),
    [
        (1, InputError, "at least 2"),
        (2.5, ArgumentTypeError, "whole number"),
        (["a"], InputError, "at least two names"),
        ("pieces", InputError, "contiguous"),
    ],
)
def test_parts_that_are_none_are_refused(sheet, strip, parts, error, words):
    with pytest.raises(error, match=words):
        split_by(strip, parts, sheet)


def test_a_single_vertex_cannot_be_split(sheet, on_sheet):
    with pytest.raises(InputError, match="at least 2 vertices"):
        split_by(on_sheet([7]), 2, sheet)
