"""Label algebra: laws of union and difference."""

import numpy as np
import pytest

from leadfield.base.errors import MismatchError
from leadfield.labels.algebra import difference, union
from leadfield.labels.label import CorticalLabel, LabelPair


def label(*vertices, hemisphere="lh", subject="ann", **given):
    n = len(vertices)
    return CorticalLabel(
        vertices=np.array(vertices, np.int64),
        positions=np.zeros((n, 3)),
        values=np.ones(n),
        hemisphere=hemisphere,
        subject=subject,
        **given,
    )


def pair(left, right):
    return LabelPair(lh=label(*left), rh=label(*right, hemisphere="rh"), name="pair")


def members(value):
    return {one.hemisphere: one.vertices.tolist() for one in value.hemispheres}


def test_a_union_knows_no_order_of_its_labels():
    one, other = label(1, 3), label(3, 8)
    np.testing.assert_array_equal(union(one, other).vertices, union(other, one).vertices)
    np.testing.assert_array_equal(union(one, other).values, [1, 2, 1])


def test_what_a_difference_and_its_rest_hold_is_the_label():
    one, other = label(1, 3, 5), label(3, 4)
    left = difference(one, other)
    shared = difference(one, left)
    np.testing.assert_array_equal(union(left, shared).vertices, one.vertices)


def test_a_pair_takes_a_label_on_its_side():
    assert members(union(pair([1], [2]), label(7))) == {"lh": [1, 7], "rh": [2]}
    assert members(union(label(7), pair([1], [2]))) == {"lh": [1, 7], "rh": [2]}


def test_what_is_left_of_a_pair_may_be_one_label():
    assert members(difference(pair([1], [2]), label(1))) == {"rh": [2]}
    assert members(difference(pair([1, 4], [2]), pair([1], [5]))) == {"lh": [4], "rh": [2]}


def test_a_pair_is_of_one_subject():
    with pytest.raises(MismatchError, match="one subject, got 'ann' and 'ben'"):
        union(label(1), label(2, hemisphere="rh", subject="ben"))
