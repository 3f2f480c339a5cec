"""Localising: channels that must fit, orientations, labels, segments, power, ratios."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, DataError, InputError, MismatchError
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.data_channels import match_channels
from leadfield.estimates.explained_variance import (
    decompose,
    localize_and_explain,
    subtract_explained,
)
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.snr import estimate_evoked_snr
from leadfield.estimates.spatial_filter import (
    SpatialFilter,
    localize_covariance,
    localize_evoked,
    localize_segments,
)
from leadfield.inverse.kernel import prepare_kernel
from leadfield.labels.label import CorticalLabel
from leadfield.recording.channels import Channels
from leadfield.recording.projection import FIELD, Projection

EVERY = [(0.0, None), (0.0, "vector"), (0.3, None), (0.3, "normal"), (1.0, "vector")]


def kernel_of(made, method="dSPM", **changes):
    return prepare_kernel(made.model, **{"nave": 2, "lambda2": 0.1, "method": method, **changes})


def evoked(made, n_times=5, **changes):
    data = np.random.default_rng(3).standard_normal((len(made.info.names), n_times))
    return EvokedResponse(
        **{"info": made.info, "data": data, "first": -1, "n_averaged": 2, **changes}
    )


class TestChannels:
    def test_come_in_the_operators_order(self, little_inverse):
        made = little_inverse()
        backwards = made.info.pick(np.arange(9)[::-1])
        assert match_channels(made.model.info, backwards).tolist() == list(range(9))[::-1]

    def test_that_lack_are_named(self, little_inverse):
        made = little_inverse()
        with pytest.raises(ChannelError, match=r"they lack 'MEG 000', 'MEG 001': make an operator"):
            match_channels(made.model.info, made.info.pick(np.arange(2, 9)))

    def test_must_be_compensated_alike(self, little_inverse):
        made = little_inverse()
        channels: Channels = made.info.channels
        other = replace(channels, coil_types=channels.coil_types + (2 << 16))
        with pytest.raises(MismatchError, match="got 2 and 0: call apply_gradient_compensation"):
            match_channels(made.model.info, replace(made.info, channels=other))

    def test_that_were_projected_otherwise_are_pointed_out(self, little_inverse):
        made = little_inverse()
        foreign = Projection(
            description="ECG",
            kind=FIELD,
            active=True,
            channel_names=made.info.names[:2],
            vectors=np.array([[0.6, 0.8]]),
        )
        with pytest.warns(RuntimeWarning, match="had projections 'ECG' applied"):
            match_channels(made.model.info, made.info.with_projections([foreign]))
        match_channels(
            made.model.info, made.info.with_projections([foreign.activated(active=False)])
        )

    def test_must_hold_numbers(self, little_inverse):
        made = little_inverse()
        data = evoked(made).data.copy()
        data[3, 2] = np.nan
        spatial_filter = minimum_norm_filter(kernel_of(made))
        with pytest.raises(
            DataError, match=r"data must be finite, got 1 NaN.*the first at \(3, 2\)"
        ):
            localize_evoked(spatial_filter, evoked(made, data=data))


class TestOrientations:
    @pytest.mark.parametrize(("loose", "orientation"), EVERY)
    def test_make_as_many_numbers_as_they_say(self, little_inverse, loose, orientation):
        made = little_inverse(loose=loose)
        spatial_filter = minimum_norm_filter(kernel_of(made), pick_ori=orientation)
        data, axes = localize_evoked(spatial_filter, evoked(made))
        assert data.shape == ((9, 3, 5) if orientation == "vector" else (9, 5))
        assert axes.vector == (orientation == "vector")
        assert axes.subject == "ann"
        np.testing.assert_allclose(axes.times(5), [-0.01, 0, 0.01, 0.02, 0.03], atol=1e-12)

    def test_of_fixed_sources_have_a_sign(self, little_inverse):
        made = little_inverse(loose=0.0)
        data, _ = localize_evoked(minimum_norm_filter(kernel_of(made)), evoked(made))
        assert (data < 0).any()

    def test_of_fixed_sources_lie_along_their_normals(self, little_inverse):
        made = little_inverse(loose=0.0)
        both = [
            localize_evoked(minimum_norm_filter(kernel_of(made), pick_ori=o), evoked(made))[0]
            for o in (None, "vector")
        ]
        normals = made.model.orientations
        np.testing.assert_allclose(both[1], normals[:, :, None] * both[0][:, None], atol=1e-14)

    def test_that_are_x_y_and_z_are_turned_to_the_normal(self, little_inverse):
        made = little_inverse(loose=1.0)
        turned = made.model.orientations.reshape(-1, 3, 3)
        upright = np.tile(np.eye(3), (len(turned), 1))
        leads = made.model.leads.reshape(len(turned), 3, -1)
        leads = (turned.swapaxes(1, 2) @ leads).reshape(made.model.leads.shape)
        model = replace(made.model, orientations=upright, leads=leads)
        kernel = prepare_kernel(model, nave=2, lambda2=0.1, method="MNE")
        vectors, normal = (
            localize_evoked(minimum_norm_filter(kernel, pick_ori=o), evoked(made))[0]
            for o in ("vector", "normal")
        )
        normals = model.sources.normals
        np.testing.assert_allclose(normal, np.einsum("ik,ikt->it", normals, vectors), atol=1e-12)

    @pytest.mark.parametrize(
        ("options", "orientation", "words"),
        [
            ({"loose": 0.0}, "normal", "needs an operator of loose or free orientations"),
            ({"kind": "volume"}, "normal", "got a volume source space"),
            ({"kind": "mixed"}, "normal", "got a mixed source space"),
            ({}, "tangent", "pick_ori must be one of None, 'normal', 'vector', got 'tangent'"),
        ],
    )
    def test_that_there_are_not_are_refused(self, little_inverse, options, orientation, words):
        made = little_inverse(**options)
        with pytest.raises(InputError, match=words):
            minimum_norm_filter(kernel_of(made), pick_ori=orientation)


def region(vertices=(1, 2, 5), hemisphere="rh", subject="ann"):
    n = len(vertices)
    return CorticalLabel(
        vertices=np.array(vertices),
        positions=np.zeros((n, 3)),
        values=np.ones(n),
        hemisphere=hemisphere,
        name="some",
        subject=subject,
    )


class TestLabels:
    @pytest.mark.parametrize(("loose", "orientation"), EVERY)
    @pytest.mark.parametrize("method", ["dSPM", "eLORETA"])
    def test_take_their_sources_alone(self, little_inverse, method, loose, orientation):
        made = little_inverse(loose=loose)
        part, every = (
            localize_evoked(
                minimum_norm_filter(kernel_of(made, method), pick_ori=orientation, label=label),
                evoked(made),
            )
            for label in (region(), None)
        )
        assert [v.tolist() for v in part[1].vertices] == [[], [1, 5]]
        np.testing.assert_allclose(part[0], every[0][[4, 6]], rtol=1e-12)

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"vertices": [0, 2]}, r"holds none of 9: is it of this hemisphere \(rh\)"),
            ({"subject": "ben"}, "must be of one subject, got 'ben' and 'ann'"),
            ({"hemisphere": "left"}, "hemi must be one of 'lh', 'rh', got 'left'"),
        ],
    )
    def test_that_do_not_fit_are_refused(self, little_inverse, changes, words):
        made = little_inverse()
        with pytest.raises(InputError, match=words):
            minimum_norm_filter(kernel_of(made), label=region(**changes))

    def test_of_a_volume_are_refused(self, little_inverse):
        made = little_inverse(kind="volume")
        with pytest.raises(MismatchError, match="only sources in a volume"):
            minimum_norm_filter(kernel_of(made), label=region())


def test_residual_and_prediction_make_the_data(little_inverse):
    made = little_inverse()
    kernel, response = kernel_of(made), evoked(made)
    _, _, explanation = localize_and_explain(kernel, minimum_norm_filter(kernel), response)
    left = subtract_explained(kernel, response, explanation)
    np.testing.assert_allclose(left.data + explanation.predicted, response.data, atol=1e-14)


def test_an_explained_map_is_that_of_the_filter(little_inverse):
    made = little_inverse()
    kernel, response = kernel_of(made), evoked(made)
    spatial_filter = minimum_norm_filter(kernel)
    data, _, _ = localize_and_explain(kernel, spatial_filter, response)
    np.testing.assert_array_equal(data, localize_evoked(spatial_filter, response)[0])


def test_silence_has_nothing_to_explain(little_inverse):
    made = little_inverse()
    silent = evoked(made, data=np.zeros((9, 2)))
    kernel = kernel_of(made)
    data, _, explanation = localize_and_explain(kernel, minimum_norm_filter(kernel), silent)
    assert explanation.share is None
    assert not data.any()


def activity_of(spatial_filter, data):
    components = spatial_filter.decompose(data)
    return spatial_filter.localize_components(components)


@pytest.mark.parametrize("orientation", [None, "normal", "vector"])
@pytest.mark.parametrize("method", ["dSPM", "eLORETA"])
@pytest.mark.parametrize("stop", [103, 1100])  # by components, and by a kernel multiplied out
def test_segments_join_to_the_whole(little_inverse, method, orientation, stop):
    made = little_inverse()
    spatial_filter = minimum_norm_filter(kernel_of(made, method), pick_ori=orientation)
    data = evoked(made, 1200).data
    joined = localize_segments(spatial_filter, lambda a, b: data[:, a:b], (100, stop), segment=333)
    whole = activity_of(spatial_filter, data[:, 100:stop])
    np.testing.assert_allclose(joined, whole, atol=1e-12 * abs(whole).max())


@pytest.mark.parametrize("stop", [3, 1100])
def test_segments_must_hold_numbers(little_inverse, stop):
    made = little_inverse()
    data = evoked(made, 1200).data.copy()
    data[3, 2] = np.nan
    spatial_filter = minimum_norm_filter(kernel_of(made))
    with pytest.raises(DataError, match=r"data must be finite, got 1 NaN"):
        localize_segments(spatial_filter, lambda a, b: data[:, a:b], (0, stop))


@pytest.mark.parametrize("method", ["sLORETA", "eLORETA"])
@pytest.mark.parametrize(("loose", "orientation"), [(0.0, None), (0.3, None), (0.3, "normal")])
def test_power_is_that_of_the_activity(little_inverse, method, loose, orientation):
    made = little_inverse(loose=loose)
    data = evoked(made, 50).data
    spatial_filter = minimum_norm_filter(kernel_of(made, method), pick_ori=orientation)
    power = localize_covariance(spatial_filter, data @ data.T)
    activity = activity_of(spatial_filter, data)
    np.testing.assert_allclose(power[:, 0], (activity**2).sum(axis=1), rtol=1e-9)


class TestSignalToNoise:
    def test_is_none_where_there_is_no_signal(self, little_inverse):
        made = little_inverse()
        field, by_misfit = estimate_evoked_snr(evoked(made, data=np.full((9, 2), 1e-6)), made.model)
        assert (field < 1).all()
        assert not by_misfit.any()

    def test_grows_with_the_signal(self, little_inverse):
        made = little_inverse()
        data = 3 * made.gain[:, :1] * np.array([1.0, 2.0, 4.0])
        field, by_misfit = estimate_evoked_snr(evoked(made, data=data), made.model)
        np.testing.assert_allclose(field[1:] / field[:-1], 2)
        assert (np.diff(by_misfit) > 0).all()

    def test_leaves_as_much_as_noise_would(self, little_inverse):
        """One step of λ² further up would leave more than the test's threshold."""
        made = little_inverse()
        response = evoked(made, data=30 * made.gain[:, :1])
        snr = estimate_evoked_snr(response, made.model)[1][0]
        threshold = 27.877  # chi2.isf(0.001, 9)
        for factor, below in ((1.0, True), (1 / 0.99, False)):
            kernel = kernel_of(made, "MNE", lambda2=factor / snr**2)
            components = decompose(kernel, response.data)
            left = (1 - kernel.solution.fit)[:, None] * components.values
            assert (2 * (left**2).sum() < threshold) == below

    def test_says_where_the_model_cannot_explain_the_data(self, little_inverse):
        made = little_inverse()
        with pytest.warns(RuntimeWarning, match="explains the data at 1 of 1 times"):
            assert estimate_evoked_snr(evoked(made, 1, n_averaged=1e12), made.model)[1][0] > 10


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

    def test_is_a_matrix_for_a_response(self, little_inverse):
        made = little_inverse()
        response = evoked(made)
        data, axes = localize_evoked(filter_by_hand(made), response)
        np.testing.assert_allclose(data, MATRIX @ response.data, rtol=1e-12)
        assert (axes.kind, axes.subject, axes.quantity) == ("surface", "ann", "pseudo-Z")
        assert axes.tmin == pytest.approx(-0.01)

    def test_is_the_product_of_its_matrices(self, little_inverse):
        made = little_inverse()
        halves = made.rng.standard_normal((6, 9)), made.rng.standard_normal((9, 6))
        two = filter_by_hand(made, inward=halves)
        data = evoked(made).data
        expected = MATRIX @ halves[1] @ halves[0] @ data
        scale = abs(expected).max()
        np.testing.assert_allclose(activity_of(two, data), expected, atol=1e-12 * scale)
        linear = two.linear_kernel().whole
        np.testing.assert_allclose(linear @ data, expected, atol=1e-12 * scale)

    def test_takes_the_channels_that_it_names(self, little_inverse):
        made = little_inverse()
        response = evoked(made)
        order = np.arange(9)[::-1]
        backwards = evoked(made, info=made.info.pick(order), data=response.data[order])
        one, other = (localize_evoked(filter_by_hand(made), e)[0] for e in (response, backwards))
        np.testing.assert_allclose(other, one, rtol=1e-12)

    @pytest.mark.parametrize("stop", [1, 9])  # by components, and multiplied out
    def test_is_applied_to_segments(self, little_inverse, stop):
        made = little_inverse()
        data = evoked(made, 10).data
        joined = localize_segments(
            filter_by_hand(made), lambda a, b: data[:, a:b], (0, stop), segment=4
        )
        np.testing.assert_allclose(joined, MATRIX @ data[:, :stop], rtol=1e-10)

    def test_is_applied_to_a_covariance(self, little_inverse):
        made = little_inverse()
        data = evoked(made, 50).data
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

    def test_are_localised_by_their_real_and_imaginary_parts(self, little_inverse):
        made = little_inverse()
        data = evoked(made).data + 1j * evoked(made).data[:, ::-1]
        vectors = minimum_norm_filter(kernel_of(made), pick_ori="vector")
        parts = activity_of(vectors, data.real) + 1j * activity_of(vectors, data.imag)
        values = activity_of(vectors, data)
        np.testing.assert_allclose(values, parts, atol=1e-12 * abs(parts).max())
        lengths = activity_of(minimum_norm_filter(kernel_of(made)), data)
        np.testing.assert_allclose(lengths, np.linalg.norm(parts, axis=1), rtol=1e-12)

    def test_have_real_power(self, little_inverse):
        made = little_inverse()
        data = evoked(made, 50).data * np.exp(1j * np.arange(50))
        spatial_filter = minimum_norm_filter(kernel_of(made), pick_ori="normal")
        power = localize_covariance(spatial_filter, data @ data.conj().T)
        assert power.dtype == np.float64
        expected = (abs(activity_of(spatial_filter, data)) ** 2).sum(axis=1)
        np.testing.assert_allclose(power[:, 0], expected, rtol=1e-9)
