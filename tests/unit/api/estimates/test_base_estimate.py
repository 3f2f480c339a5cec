"""What all kinds of source estimates share."""

import numpy as np
import pytest

from leadfield.api.estimates.kinds import estimate_of
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError

KEYS = [(kind, vector) for kind in ("surface", "volume", "mixed") for vector in (False, True)]


@pytest.mark.parametrize("key", KEYS)
class TestEveryKind:
    def test_holds_what_it_was_given(self, make_estimate, key):
        stc = make_estimate(*key)
        assert stc.shape == stc.data.shape == ((4, 3, 4) if key[1] else (4, 4))
        np.testing.assert_allclose(stc.times, [-0.1, 0, 0.1, 0.2], atol=1e-12)
        assert (stc.tmin, stc.tstep, stc.sfreq, stc.subject) == (-0.1, 0.1, 10, None)
        assert stc.value.axes.kind == key[0]
        assert f"<{type(stc).__name__} | 4 sources, 4 samples, -100 to 200 ms>" == repr(stc)

    def test_has_data_that_can_be_changed(self, make_estimate, key):
        stc = make_estimate(*key)
        stc.data[0] = 7
        stc.data *= 2
        assert (stc.value.data[0] == 14).all()

    def test_has_a_copy_of_its_own(self, make_estimate, key):
        stc = make_estimate(*key)
        other = stc.copy()
        other.data[:] = 0
        assert stc.data.any()
        assert type(other) is type(stc)

    def test_leaves_the_array_it_was_given_alone(self, make_estimate, key):
        data = np.ones((4, 3, 2) if key[1] else (4, 2))
        stc = make_estimate(*key, data=data)
        stc.data[:] = 0
        assert data.all()

    def test_can_be_cropped_averaged_and_summed(self, make_estimate, key):
        stc = make_estimate(*key)
        assert stc.copy().crop(0, 0.1).shape[-1] == 2
        np.testing.assert_allclose(stc.mean().data[..., 0], stc.data.mean(axis=-1))
        np.testing.assert_allclose(stc.sum().data, stc.data.sum(axis=-1, keepdims=True))
        assert stc.bin(0.2).shape[-1] == 2

    def test_finds_its_peak(self, make_estimate, key):
        stc = make_estimate(*key)
        where, when = stc.get_peak(vert_as_index=True, time_as_index=True)
        size = np.linalg.norm(stc.data, axis=1) if key[1] else np.abs(stc.data)
        assert size[where, when] == size.max()
        vertex, time = stc.get_peak()
        assert vertex == np.concatenate(stc.vertices)[where]
        assert time == stc.times[when]


class TestOwnership:
    def test_the_frozen_value_shares_the_data_and_cannot_be_written_to(self, make_estimate):
        stc = make_estimate()
        value = stc.value
        assert np.shares_memory(value.data, stc.data)
        with pytest.raises(ValueError, match="read-only"):
            value.data[:] = 0

    def test_arrays_that_were_computed_are_taken_over(self, make_estimate):
        data = np.zeros((4, 4))
        assert estimate_of(data, make_estimate().value.axes).data is data

    def test_data_of_a_frozen_value_are_copied(self, make_estimate):
        value = make_estimate().value
        stc, other = estimate_of(value.data, value.axes), make_estimate()
        other.data = value.data
        for one in (stc, other):
            one.data[:] = 0
        assert value.data.any()

    def test_vertices_and_subject_may_be_set(self, make_estimate):
        stc = make_estimate()
        stc.subject = "ann"
        stc.vertices[1] = np.array([2, 10])
        axes = stc.value.axes
        assert (axes.subject, axes.vertices[1].tolist()) == ("ann", [2, 10])


class TestAttributes:
    def test_new_data_must_have_the_sources(self, make_estimate):
        stc = make_estimate()
        stc.data = np.zeros((4, 9))
        assert stc.times.shape == (9,)
        with pytest.raises(MismatchError, match="a row for each of the 4 vertices"):
            stc.data = np.zeros((5, 9))
        with pytest.raises(MismatchError, match="must have 2 dimensions, got 3"):
            stc.data = np.zeros((4, 3, 9))

    def test_the_time_axis_follows_tmin_and_tstep(self, make_estimate):
        stc = make_estimate()
        stc.tmin, stc.tstep = 1, 0.5
        assert stc.times.tolist() == [1, 1.5, 2, 2.5]
        with pytest.raises(InputError, match="tstep must be above 0"):
            stc.tstep = 0
        with pytest.raises(InputError, match="times follow from"):
            stc.times = [0]

    def test_times_have_numbers(self, make_estimate):
        assert make_estimate().time_as_index([0.0, 0.19], use_rounding=True).tolist() == [1, 3]

    @pytest.mark.parametrize(
        ("changes", "error", "words"),
        [
            ({"vertices": np.arange(4)}, ArgumentTypeError, "must be a list of arrays"),
            ({"subject": 3}, ArgumentTypeError, "subject must be a name"),
            ({"data": (np.ones((4, 2)),)}, ArgumentTypeError, "a kernel and sensor data"),
            ({"data": (np.ones((4, 2)), np.ones((3, 2)))}, MismatchError, "a column for each row"),
            ({"data": (np.ones((5, 2)), np.ones((2, 2)))}, InputError, "data must have shape 4"),
        ],
    )
    def test_what_does_not_fit_is_refused(self, make_estimate, changes, error, words):
        with pytest.raises(error, match=words):
            make_estimate(**changes)
