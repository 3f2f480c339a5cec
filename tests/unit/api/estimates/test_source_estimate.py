"""Source estimates on the cortex: hemispheres, labels, moments."""

import numpy as np
import pytest

from leadfield.api.estimates.mixed_estimate import MixedSourceEstimate
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError

PAIR = [[1, 5], [2, 9]]


class TestHemispheres:
    def test_are_apart(self, make_estimate):
        stc = make_estimate()
        assert [stc.lh_vertno.tolist(), stc.rh_vertno.tolist()] == PAIR
        np.testing.assert_array_equal(np.concatenate([stc.lh_data, stc.rh_data]), stc.data)

    def test_have_their_own_peaks(self, make_estimate):
        stc = make_estimate(data=np.array([[1.0, 0], [0, 9], [0, 3], [-4, 0]]))
        assert stc.get_peak("rh", mode="pos") == (2, 0.0)
        assert stc.get_peak("rh", vert_as_index=True, time_as_index=True) == (3, 0)

    @pytest.mark.parametrize("vector", [False, True])
    def test_can_be_restricted_to_a_label(self, make_estimate, make_label, vector):
        part = make_estimate(vector=vector).in_label(make_label("rh", [9, 10]))
        assert [v.tolist() for v in part.vertices] == [[], [9]]
        np.testing.assert_array_equal(part.data, make_estimate(vector=vector).data[3:])

    @pytest.mark.parametrize("vector", [False, True])
    def test_can_be_filled_up(self, make_estimate, vector):
        stc = make_estimate(vector=vector)
        stc.expand([[0, 1, 3], []])
        assert [v.tolist() for v in stc.vertices] == [[0, 1, 3, 5], [2, 9]]
        np.testing.assert_array_equal(stc.data[[1, 3, 4, 5]], make_estimate(vector=vector).data)
        assert not stc.data[[0, 2]].any()
        with pytest.raises(ArgumentTypeError, match="a list of 2 arrays"):
            stc.expand(np.arange(3))


class TestVectors:
    @pytest.mark.parametrize(
        ("kind", "scalar"),
        [
            ("surface", SourceEstimate),
            ("volume", VolSourceEstimate),
            ("mixed", MixedSourceEstimate),
        ],
    )
    def test_have_lengths_and_components(self, make_estimate, kind, scalar):
        stc = make_estimate(kind, vector=True)
        assert type(stc.magnitude()) is scalar
        np.testing.assert_allclose(stc.magnitude().data, np.linalg.norm(stc.data, axis=1))
        part, lines = stc.project(np.tile([0.0, 0, 1], (4, 1)))
        assert type(part) is scalar
        np.testing.assert_array_equal(part.data, stc.data[:, 2])
        np.testing.assert_array_equal(lines[:, 2], 1)

    def test_have_a_component_along_the_normal(self, little_inverse):
        sources = little_inverse().model.sources
        data = np.random.default_rng(0).standard_normal((9, 3, 2))
        stc = VectorSourceEstimate(data, list(sources.vertices), 0, 1)
        part, lines = stc.project("normal", sources)
        np.testing.assert_array_equal(lines, sources.normals)
        np.testing.assert_allclose(part.data, np.einsum("ik,ikt->it", lines, data))
        towards = stc.project("pca", sources)[1]
        assert ((towards * lines).sum(axis=1) >= 0).all()

    @pytest.mark.parametrize(
        ("arguments", "error", "words"),
        [
            (("normal",), ArgumentTypeError, "needs src"),
            (("up",), InputError, "directions must be one of 'normal', 'pca', got 'up'"),
            ((np.ones((3, 3)),), MismatchError, "must have shape"),
            ((np.full((4, 3), np.nan),), InputError, "directions must be finite"),
        ],
    )
    def test_need_directions_that_fit(self, make_estimate, arguments, error, words):
        with pytest.raises(error, match=words):
            make_estimate(vector=True).project(*arguments)
