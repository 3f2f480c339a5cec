"""Centres of mass of activity."""

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError
from leadfield.estimates.centre import activity_label, middle_time
from leadfield.estimates.source_courses import SourceAxes, SourceCourses


def courses(data):
    axes = SourceAxes(kind="surface", vertices=([3, 7], [2]), tmin=-0.1, tstep=0.1, subject="ann")
    return SourceCourses(axes=axes, data=np.asarray(data))


def test_sources_weigh_what_their_values_sum_up_to():
    label = activity_label(courses([[1.0, 2.0], [0.0, 5.0], [9.0, 9.0]]), 0)
    assert (label.hemisphere, label.subject) == ("lh", "ann")
    assert label.vertices.tolist() == [3, 7]
    assert label.values.tolist() == [3.0, 5.0]


def test_the_active_hemisphere_needs_no_name():
    assert activity_label(courses([[0.0], [0.0], [2.0]]), None).hemisphere == "rh"
    with pytest.raises(InputError, match="activity in 2 hemispheres"):
        activity_label(courses([[0.0], [1.0], [2.0]]), None)


def test_times_weigh_what_all_sources_sum_up_to():
    assert middle_time(courses([[1.0, 0.0], [0.0, 2.0], [0.0, 1.0]])) == pytest.approx(-0.025)


@pytest.mark.parametrize("value", [-1.0, 1j])
def test_values_must_be_masses(value):
    with pytest.raises(DataError, match="0 or more"):
        activity_label(courses([[1.0], [1.0], [value]]), 0)
