"""Spatial filters applied to responses, segments, covariances and complex data; filters by hand."""

import numpy as np
import pytest

from leadfield.base.errors import DataError, InputError
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.segments import Segments
from leadfield.estimates.spatial_filter import (
    SpatialFilter,
    localize_covariance,
    localize_evoked,
    localize_segments,
)


def segments(data, block=None):
    return Segments(data.shape, lambda a, b: data[..., a:b], block)


def activity_of(spatial_filter, data):
    components = spatial_filter.decompose(data)
    return spatial_filter.localize_components(components)


def test_responses_must_hold_numbers(little_inverse, make_kernel, make_evoked):
    made = little_inverse()
    data = make_evoked(made).data.copy()
    data[3, 2] = np.nan
    spatial_filter = minimum_norm_filter(make_kernel(made))
    with pytest.raises(DataError, match=r"data must be finite, got 1 NaN.*the first at \(3, 2\)"):
        localize_evoked(spatial_filter, make_evoked(made, data=data))


@pytest.mark.parametrize("orientation", [None, "normal", "vector"])
@pytest.mark.parametrize("method", ["dSPM", "eLORETA"])
@pytest.mark.parametrize("stop", [103, 1100])  # by components, and by a kernel multiplied out
def test_segments_join_to_the_whole(
    little_inverse, method, orientation, stop, make_kernel, make_evoked
):
    made = little_inverse()
    spatial_filter = minimum_norm_filter(make_kernel(made, method), pick_ori=orientation)
    data = make_evoked(made, 1200).data
    joined = localize_segments(spatial_filter, segments(data[:, 100:stop], 333)).whole()
    whole = activity_of(spatial_filter, data[:, 100:stop])
    np.testing.assert_allclose(joined, whole, atol=1e-12 * abs(whole).max())


@pytest.mark.parametrize("stop", [3, 1100])
def test_segments_must_hold_numbers(little_inverse, stop, make_kernel, make_evoked):
    made = little_inverse()
    data = make_evoked(made, 1200).data.copy()
    data[3, 2] = np.nan
    spatial_filter = minimum_norm_filter(make_kernel(made))
    with pytest.raises(DataError, match=r"data must be finite, got 1 NaN"):
        localize_segments(spatial_filter, segments(data[:, :stop])).whole()


@pytest.mark.parametrize("method", ["sLORETA", "eLORETA"])
@pytest.mark.parametrize(("loose", "orientation"), [(0.0, None), (0.3, None), (0.3, "normal")])
def test_power_is_that_of_the_activity(
    little_inverse, method, loose, orientation, make_kernel, make_evoked
):
    made = little_inverse(loose=loose)
    data = make_evoked(made, 50).data
    spatial_filter = minimum_norm_filter(make_kernel(made, method), pick_ori=orientation)
    power = localize_covariance(spatial_filter, data @ data.T)
    activity = activity_of(spatial_filter, data)
    np.testing.assert_allclose(power[:, 0], (activity**2).sum(axis=1), rtol=1e-9)


MATRIX = np.random.default_rng(8).standard_normal((4, 9))  # of a filter that nobody prepared


def filter_by_hand(made, **changes):
    """Four sources on the left, each a row of the matrix."""
    fields = {
        "inward": (np.eye(9),),
        "kernel": ImagingKernel(leads=MATRIX),
        "info": made.info,
        "kind": "surface",
        "vertices": (np.arange(4), np.empty(0, int)),
        "subject": "ann",
        "quantity": "pseudo-Z",
    }
    return SpatialFilter(**{**fields, **changes})


class TestAFilterMadeByHand:
    """Nothing of an inverse operator is needed: an adaptive filter is applied the same way."""

    def test_is_a_matrix_for_a_response(self, little_inverse, make_evoked):
        made = little_inverse()
        response = make_evoked(made)
        data, axes = localize_evoked(filter_by_hand(made), response)
        np.testing.assert_allclose(data, MATRIX @ response.data, rtol=1e-12)
        assert (axes.kind, axes.subject, axes.quantity) == ("surface", "ann", "pseudo-Z")
        assert axes.tmin == pytest.approx(-0.01)

    def test_is_the_product_of_its_matrices(self, little_inverse, make_evoked):
        made = little_inverse()
        halves = made.rng.standard_normal((6, 9)), made.rng.standard_normal((9, 6))
        two = filter_by_hand(made, inward=halves)
        data = make_evoked(made).data
        expected = MATRIX @ halves[1] @ halves[0] @ data
        scale = abs(expected).max()
        np.testing.assert_allclose(activity_of(two, data), expected, atol=1e-12 * scale)
        linear = two.linear_kernel().matrix
        np.testing.assert_allclose(linear @ data, expected, atol=1e-12 * scale)

    def test_takes_the_channels_that_it_names(self, little_inverse, make_evoked):
        made = little_inverse()
        response = make_evoked(made)
        order = np.arange(9)[::-1]
        backwards = make_evoked(made, info=made.info.pick(order), data=response.data[order])
        one, other = (localize_evoked(filter_by_hand(made), e)[0] for e in (response, backwards))
        np.testing.assert_allclose(other, one, rtol=1e-12)

    @pytest.mark.parametrize("stop", [1, 9])  # by components, and multiplied out
    def test_is_applied_to_segments(self, little_inverse, stop, make_evoked):
        made = little_inverse()
        data = make_evoked(made, 10).data
        joined = localize_segments(filter_by_hand(made), segments(data[:, :stop], 4)).whole()
        np.testing.assert_allclose(joined, MATRIX @ data[:, :stop], rtol=1e-10)

    def test_is_applied_to_a_covariance(self, little_inverse, make_evoked):
        made = little_inverse()
        data = make_evoked(made, 50).data
        power = localize_covariance(filter_by_hand(made), data @ data.T)
        np.testing.assert_allclose(power[:, 0], ((MATRIX @ data) ** 2).sum(axis=1), rtol=1e-10)

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"inward": ()}, "at least one matrix"),
            ({"inward": (np.eye(8),)}, r"channels and rows of inward are \(9, 8\)"),
            ({"vertices": (np.arange(3), np.arange(0))}, "of 4 sources cannot have 3 vertices"),
        ],
    )
    def test_must_fit_together(self, little_inverse, changes, words):
        with pytest.raises(InputError, match=words):
            filter_by_hand(little_inverse(), **changes)


class TestComplexData:
    def test_have_the_norm_of_all_their_components(self, little_inverse):
        """The length of (3j, 4, 0) is 5."""
        spatial_filter = filter_by_hand(
            little_inverse(),
            kernel=ImagingKernel(leads=np.eye(9)[:3], per_source=3, combined=True),
            vertices=(np.arange(1), np.empty(0, int)),
        )
        data = np.zeros((9, 2), complex)
        data[:2, 0] = 3j, 4
        values = activity_of(spatial_filter, data)
        assert values.dtype == np.float64
        np.testing.assert_allclose(values, [[5, 0]])

    def test_are_localised_by_their_real_and_imaginary_parts(
        self, little_inverse, make_kernel, make_evoked
    ):
        made = little_inverse()
        data = make_evoked(made).data + 1j * make_evoked(made).data[:, ::-1]
        vectors = minimum_norm_filter(make_kernel(made), pick_ori="vector")
        parts = activity_of(vectors, data.real) + 1j * activity_of(vectors, data.imag)
        values = activity_of(vectors, data)
        np.testing.assert_allclose(values, parts, atol=1e-12 * abs(parts).max())
        lengths = activity_of(minimum_norm_filter(make_kernel(made)), data)
        np.testing.assert_allclose(lengths, np.linalg.norm(parts, axis=1), rtol=1e-12)

    def test_have_real_power(self, little_inverse, make_kernel, make_evoked):
        made = little_inverse()
        data = make_evoked(made, 50).data * np.exp(1j * np.arange(50))
        spatial_filter = minimum_norm_filter(make_kernel(made), pick_ori="normal")
        power = localize_covariance(spatial_filter, data @ data.conj().T)
        assert power.dtype == np.float64
        expected = (abs(activity_of(spatial_filter, data)) ** 2).sum(axis=1)
        np.testing.assert_allclose(power[:, 0], expected, rtol=1e-9)
