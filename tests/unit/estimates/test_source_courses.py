"""Source activity as a value."""

import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError
from leadfield.estimates.source_courses import SourceAxes, SourceCourses


def axes(**changes):
    fields = {
        "kind": "surface",
        "vertices": ([1, 5], [2, 9]),
        "tmin": -0.1,
        "tstep": 0.05,
        "subject": "ann",
        **changes,
    }
    return SourceAxes(**fields)


def courses(data=None, **changes):
    data = np.arange(12.0).reshape(4, 3) if data is None else data
    return SourceCourses(axes=axes(**changes), data=data)


def test_times_start_at_tmin():
    np.testing.assert_allclose(courses().times, [-0.1, -0.05, 0])


def test_a_value_shares_the_array_that_it_was_given():
    data = np.zeros((4, 3))
    value = courses(data)
    data[0] = 1
    assert np.shares_memory(value.data, data)
    assert (value.data[0] == 1).all()


def test_data_and_vertices_cannot_be_changed():
    value = courses()
    for array in (value.data, *value.axes.vertices):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_one_sample_may_come_without_a_time_axis():
    assert courses(data=np.zeros(4)).data.shape == (4, 1)


@pytest.mark.parametrize("dtype", [np.float32, np.complex128])
def test_data_keep_their_precision(dtype):
    assert courses(data=np.zeros((4, 2), dtype)).data.dtype == dtype


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "sphere"}, "kind must be one of"),
        ({"vertices": ([1, 5, 6, 7],)}, "must be a list of 2 arrays"),
        ({"kind": "mixed", "vertices": ([1, 5, 6, 7],)}, "must be a list of at least 2 arrays"),
        ({"vertices": ([5, 1], [2, 9])}, "in growing order"),
        ({"vertices": ([-1, 1], [2, 9])}, "from 0 up"),
        ({"vertices": ([1], [2, 9])}, "data must have shape 3 x any, got"),
        ({"vector": True, "data": np.zeros((4, 2))}, "data must have shape 4 x 3 x any"),
        ({"tstep": 0}, "tstep must be at least"),
        ({"tmin": np.nan}, "tmin must be"),
    ],
)
def test_what_does_not_fit_is_refused(changes, words):
    with pytest.raises(InputError, match=words):
        courses(**changes)


def test_restricting_keeps_each_space_its_sources():
    part = axes().restrict(np.array([1, 2]))
    assert [v.tolist() for v in part.vertices] == [[5], [2]]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "mixed"}, "of one kind"),
        ({"vertices": ([1, 5], [2, 8])}, "the same vertices"),
        ({"subject": "ben"}, "of one subject"),
    ],
)
def test_only_what_fits_can_be_combined(changes, words):
    with pytest.raises(MismatchError, match=words):
        axes().check_fits(axes(**changes))
