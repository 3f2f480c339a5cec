"""Gradient compensation: weighted sums of references go and come back."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, MismatchError
from leadfield.recording.compensation import Compensation
from leadfield.recording.compensator import compensator
from leadfield.recording.create import create_measurement_info


def compensation(grade, weights):
    return Compensation(
        kind=grade,
        grade=grade,
        row_names=("A", "B"),
        column_names=("R", "S"),
        weights=np.array(weights),
    )


@pytest.fixture
def info():
    made = create_measurement_info(
        ["A", "B", "R", "S"], 100.0, ["mag", "mag", "ref_meg", "ref_meg"]
    )
    both = (compensation(1, [[0.1, 0.2], [0.3, 0.4]]), compensation(3, [[1.0, 0], [0, 2.0]]))
    return replace(made, compensations=both)


def test_references_are_subtracted_by_weight(info):
    expected = [[1, 0, -0.1, -0.2], [0, 1, -0.3, -0.4], [0, 0, 1, 0], [0, 0, 0, 1]]
    np.testing.assert_allclose(compensator(info, 0, 1), expected)


@pytest.mark.parametrize(("there", "back"), [(0, 1), (0, 3), (1, 3)])
def test_the_way_back_undoes_the_way_there(there, back, info):
    both = compensator(info, back, there) @ compensator(info, there, back)
    np.testing.assert_allclose(both, np.eye(4), atol=1e-15)


def test_the_same_grade_changes_nothing(info):
    np.testing.assert_array_equal(compensator(info, 3, 3), np.eye(4))


def test_a_grade_that_is_not_there_is_refused(info):
    with pytest.raises(MismatchError, match=r"one of \[0, 1, 3\], got 2"):
        compensator(info, 0, 2)


def test_a_missing_reference_is_named(info):
    without = replace(info, channels=info.channels.pick([0, 1, 2]))
    with pytest.raises(ChannelError, match="'S'"):
        compensator(without, 0, 1)


def test_picking_without_a_reference_drops_the_compensations(info):
    assert info.pick([0, 2]).compensations == ()


def test_picking_keeps_the_rows_that_are_picked(info):
    assert info.pick([1, 2, 3]).compensations[0].row_names == ("B",)


def test_the_grade_is_kept_with_the_coils(info):
    marked = info.in_grade(3)
    assert (marked.compensation_grade, info.compensation_grade) == (3, 0)
    assert marked.channels.coil_types[2] == info.channels.coil_types[2]
