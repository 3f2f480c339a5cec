"""Sources outside the brain and sensors inside the head do not pass unseen."""

import logging
from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import DataError, MismatchError
from leadfield.forward.equivalent_dipoles import make_sphere_with_shells, make_sphere_without_shells
from leadfield.forward.inside_head import check_coils_outside_head, restrict_to_inner_skull
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.recording.frames import Frame

# In, in, near the skull at 70 mm, outside, in.
HEIGHTS = 0.04 + np.array([0.0, 0.03, 0.068, 0.075, -0.05])


@pytest.fixture
def conductor():
    return make_sphere_with_shells(
        (0, 0, 0.04), 0.1, relative_radii=(0.7, 1), conductivities=(1, 1)
    )


@pytest.fixture
def column(make_sources):
    return make_sources(np.stack([0 * HEIGHTS, 0 * HEIGHTS, HEIGHTS], axis=1))


def test_sources_outside_the_inner_skull_are_left_out_and_counted(
    column, conductor, mri_to_head, caplog
):
    with caplog.at_level(logging.INFO, logger="leadfield"):
        kept = restrict_to_inner_skull(column, conductor, mri_to_head, margin=0.0)
    assert kept.vertices[0].tolist() == [0, 1, 2, 4]
    assert "Left out 1 of 5 sources outside the inner skull" in caplog.text


def test_sources_near_the_skull_are_left_out_and_counted(column, conductor, mri_to_head, caplog):
    with caplog.at_level(logging.INFO, logger="leadfield"):
        kept = restrict_to_inner_skull(column, conductor, mri_to_head, margin=0.005)
    assert kept.vertices[0].tolist() == [0, 1, 4]
    assert "Left out 1 sources within 5 mm of the inner skull" in caplog.text


def test_sources_that_all_stay_are_the_same_space(make_sources, conductor, mri_to_head):
    sources = make_sources(np.array([[0, 0, 0.05], [0, 0, 0.06]]))
    kept = restrict_to_inner_skull(sources, conductor, mri_to_head, margin=0.005)
    assert kept.spaces[0] is sources.spaces[0]


def test_sources_in_the_mri_frame_are_moved_to_the_head(make_sources, conductor, mri_to_head):
    there = np.array([[0.0, 0.01, 0.05]])
    sources = make_sources(mri_to_head.inverse().points(there), frame=Frame.MRI)
    kept = restrict_to_inner_skull(sources, conductor, mri_to_head, margin=0.0)
    assert kept.frame == Frame.HEAD
    assert kept.positions == pytest.approx(there)


def test_sources_in_a_frame_that_leads_nowhere_are_refused(make_sources, conductor, mri_to_head):
    sources = make_sources(np.zeros((1, 3)), frame=Frame.DEVICE)
    with pytest.raises(MismatchError, match="DEVICE"):
        restrict_to_inner_skull(sources, conductor, mri_to_head, margin=0.0)


def test_no_source_left_is_an_error_that_says_where_to_look(make_sources, conductor, mri_to_head):
    sources = make_sources(np.array([[0, 0, 0.2], [0, 0, 0.3], [0, 0, 0.109]]))
    with pytest.raises(DataError, match="2 of 3 outside and 1 within 5 mm of it: check the head"):
        restrict_to_inner_skull(sources, conductor, mri_to_head, margin=0.005)


def test_no_source_chosen_is_an_error(make_sources, conductor, mri_to_head):
    sources = make_sources(np.zeros((2, 3)), vertices=np.empty(0, int))
    with pytest.raises(DataError, match="choose at least one point"):
        restrict_to_inner_skull(sources, conductor, mri_to_head, margin=0.0)


def test_a_head_model_in_another_frame_is_refused(column, mri_to_head):
    odd = replace(make_sphere_without_shells((0, 0, 0)), frame=Frame.DEVICE)
    with pytest.raises(MismatchError, match="MRI or the HEAD frame, got DEVICE"):
        restrict_to_inner_skull(column, odd, mri_to_head, margin=0.0)


def test_coils_inside_the_head_are_an_error_a_warning_or_nothing(head_info, conductor, mri_to_head):
    array = make_sensor_array(head_info, meg=True, eeg=False, use_references=True)
    close = replace(array.meg, centres=0.5 * array.meg.centres)
    check_coils_outside_head(array.meg, conductor, mri_to_head, on_inside="raise")
    with pytest.raises(MismatchError, match="outside the head, got 20 of 20 inside"):
        check_coils_outside_head(close, conductor, mri_to_head, on_inside="raise")
    with pytest.warns(RuntimeWarning, match="outside the head, got 20 of 20 inside"):
        check_coils_outside_head(close, conductor, mri_to_head, on_inside="warn")
    check_coils_outside_head(close, conductor, mri_to_head, on_inside="ignore")
