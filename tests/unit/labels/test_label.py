"""Cortical labels as values: what must hold of them."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.labels.label import CorticalLabel, keep_vertices, vertices_in_label


def label(vertices=(1, 4, 6), hemisphere="lh"):
    n = len(vertices)
    return CorticalLabel(
        vertices=np.array(vertices),
        positions=np.arange(3.0 * n).reshape(n, 3),
        values=np.arange(float(n)),
        hemisphere=hemisphere,
        name="some",
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [({"vertices": (4, 1)}, "in order"), ({"hemisphere": "both"}, "hemi must be one of")],
)
def test_what_is_no_label_is_refused(given, words):
    with pytest.raises(InputError, match=words):
        label(**given)


def test_vertices_keep_their_positions_and_values():
    few = keep_vertices(label(), np.array([True, False, True]), "few")
    assert (few.name, few.vertices.tolist(), few.values.tolist()) == ("few", [1, 6], [0, 2])
    np.testing.assert_array_equal(few.positions, [[0, 1, 2], [6, 7, 8]])


def test_vertices_used_keep_their_order():
    assert vertices_in_label(label(), [6, 2, 4]).tolist() == [6, 4]
