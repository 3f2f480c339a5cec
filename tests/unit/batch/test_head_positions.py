"""Runs between which the head did not move go together."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.batch.head_positions import farthest_apart, find_head_positions
from leadfield.recording.create import create_measurement_info
from leadfield.recording.frames import Frame, Transform

INFO = create_measurement_info(["MEG 001"], 100.0, "mag")


def at(height):
    matrix = np.eye(4)
    matrix[2, 3] = height
    head = Transform(source=Frame.DEVICE, target=Frame.HEAD, matrix=matrix)
    return replace(INFO, device_to_head=head)


def test_one_position_has_no_run_in_its_name():
    (one,) = find_head_positions([at(0.04), at(0.04)], ["1", "2"])
    assert (one.run, one.recordings) == (None, (0, 1))


def test_runs_of_one_position_go_together_though_another_lies_between():
    found = find_head_positions([at(0.04), at(0.05), at(0.04)], ["1", "2", "3"])
    assert [(one.run, one.recordings) for one in found] == [("1", (0, 2)), ("2", (1,))]


def test_runs_without_a_number_are_counted():
    found = find_head_positions([at(0.04), at(0.05)], [None, None])
    assert [one.run for one in found] == ["1", "2"]


def test_recordings_without_a_position_are_at_one():
    assert len(find_head_positions([INFO, INFO], ["1", "2"])) == 1


def test_how_far_the_head_moved_is_the_largest_distance():
    assert farthest_apart([at(0.04), at(0.047), at(0.044)]) == pytest.approx(7)
    assert farthest_apart([INFO]) == 0
