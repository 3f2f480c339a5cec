"""Source activity as a value."""

import numpy as np
import pytest

from leadfield.base.errors import InputError, MismatchError
from leadfield.estimates.source_courses import SourceCourses


def activity(**changes):
    fields = {
        "kind": "surface",
        "data": np.arange(12.0).reshape(4, 3),
        "vertices": ([1, 5], [2, 9]),
        "tmin": -0.1,
        "tstep": 0.05,
        "subject": "ann",
        **changes,
    }
    return SourceCourses(**fields)


def test_times_start_at_tmin():
    np.testing.assert_allclose(activity().times, [-0.1, -0.05, 0])


def test_data_and_vertices_cannot_be_changed():
    value = activity()
    for array in (value.data, *value.vertices):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_one_sample_may_come_without_a_time_axis():
    assert activity(data=np.zeros(4)).data.shape == (4, 1)


@pytest.mark.parametrize("dtype", [np.float32, np.complex128])
def test_data_keep_their_precision(dtype):
    assert activity(data=np.zeros((4, 2), dtype)).data.dtype == dtype


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
        ({"tstep": 0}, "tstep must be above 0"),
        ({"tmin": np.nan}, "tmin must be"),
    ],
)
def test_what_does_not_fit_is_refused(changes, words):
    with pytest.raises(InputError, match=words):
        activity(**changes)


def test_restricting_keeps_each_space_its_sources():
    part = activity().restricted(np.array([1, 2]))
    assert [v.tolist() for v in part.vertices] == [[5], [2]]
    assert part.data[:, 0].tolist() == [3, 6]


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
        activity().check_fits(activity(**changes))
