"""Places in the MRI and in MNI coordinates, and what is said of those that are none."""

import numpy as np
import pytest

import leadfield
from leadfield.base.errors import InputError, MismatchError, MissingFileError, OutOfRangeError

TRANS = leadfield.CoordinateTransform("head", "mri")


def test_a_single_place_may_come():
    np.testing.assert_allclose(leadfield.head_to_mri([0.0, 0, 0.05], "ann", TRANS), [0, 0, 50])


@pytest.mark.parametrize("pos", [[0.1, 0.2], [["a", "b", "c"]], [[0, np.nan, 0]], 0.1])
def test_what_are_no_places_is_refused(pos):
    with pytest.raises(InputError, match="pos must be"):
        leadfield.head_to_mri(pos, "ann", TRANS)


def test_scaled_images_are_not_taken_back():
    with pytest.raises(InputError, match="unscale must be False"):
        leadfield.head_to_mri([[0, 0, 0.05]], "ann", TRANS, unscale=True)


def test_a_transform_of_something_else_is_refused():
    other = leadfield.CoordinateTransform("meg", "head")
    with pytest.raises(MismatchError, match="between head and MRI"):
        leadfield.head_to_mri([[0, 0, 0.05]], "ann", other)


def test_a_subject_without_the_transform_is_refused(little_subjects):
    with pytest.raises(MissingFileError, match=r"talairach\.xfm"):
        leadfield.read_talxfm("ann", little_subjects)


@pytest.mark.parametrize(
    ("vertices", "hemis", "error", "problem"),
    [
        ([3, 10**6], 0, OutOfRangeError, "vertices of lh must be from 0 to"),
        ([-1], 1, OutOfRangeError, "vertices of rh must be from 0 to"),
        ([3], 2, InputError, r"hemis must be 0 \(left\) or 1 \(right\), got \[2\]"),
        ([3.5], 0, MismatchError, "hemis must be whole numbers"),
        ([3, 4], [0], MismatchError, "one for each of the vertices"),
    ],
)
def test_vertices_must_be_there(little_subjects, vertices, hemis, error, problem):
    with pytest.raises(error, match=problem):
        leadfield.vertex_to_mni(vertices, hemis, "ann", little_subjects)
