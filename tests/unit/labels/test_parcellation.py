"""Labels from and to a parcellation: there and back."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.labels.label import CorticalLabel
from leadfield.labels.parcellation import (
    labels_from_parcellation,
    one_annotation_file,
    parcellation_from_labels,
)

SPARE = [(0.2 * i, 0.1, 0.0, 1.0) for i in range(1, 6)]


def test_labels_come_back_with_the_rest_as_unknown():
    positions = np.arange(12.0).reshape(4, 3)
    one = CorticalLabel(
        vertices=np.array([0, 2]),
        positions=positions[[0, 2]],
        values=np.ones(2),
        hemisphere="lh",
        name="a-lh",
    )
    parcellation = parcellation_from_labels([one], 4, lambda count: SPARE[:count])
    assert parcellation.names == ("a", "unknown")
    again, rest = labels_from_parcellation(parcellation, positions, "lh", "ann")
    assert (again.name, again.vertices.tolist()) == ("a-lh", [0, 2])
    assert (rest.name, rest.vertices.tolist(), rest.subject) == ("unknown-lh", [1, 3], "ann")
    np.testing.assert_array_equal(again.positions, one.positions)


def test_a_single_file_tells_its_hemisphere(tmp_path):
    assert one_annotation_file(tmp_path / "rh.x.annot") == {"rh": tmp_path / "rh.x.annot"}
    with pytest.raises(InputError, match=r"must begin with lh or rh, got 'x\.annot'"):
        one_annotation_file("x.annot")
