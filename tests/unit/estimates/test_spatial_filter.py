"""Localising: channels that must fit, orientations, labels, segments, power, ratios."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, DataError, InputError, MismatchError
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.components import matched_channels
from leadfield.estimates.snr import estimated_snr
from leadfield.estimates.spatial_filter import (
    localize_covariance,
    localize_evoked,
    localize_segments,
    make_spatial_filter,
    residual,
)
from leadfield.inverse.kernel import prepare
from leadfield.recording.channels import Channels
from leadfield.recording.projection import FIELD, Projection

EVERY = [(0.0, None), (0.0, "vector"), (0.3, None), (0.3, "normal"), (1.0, "vector")]


def kernel_of(made, method="dSPM", **changes):
    return prepare(made.model, **{"n_averaged": 2, "lambda2": 0.1, "method": method, **changes})


def evoked(made, n_times=5, **changes):
    data = np.random.default_rng(3).standard_normal((len(made.info.names), n_times))
    return EvokedResponse(
        **{"info": made.info, "data": data, "first": -1, "n_averaged": 2, **changes}
    )


class TestChannels:
    def test_come_in_the_operators_order(self, little_inverse):
        made = little_inverse()
        backwards = made.info.pick(np.arange(9)[::-1])
        assert matched_channels(made.model, backwards).tolist() == list(range(9))[::-1]

    def test_that_lack_are_named(self, little_inverse):
        made = little_inverse()
        with pytest.raises(ChannelError, match=r"they lack 'MEG 000', 'MEG 001': make an operator"):
            matched_channels(made.model, made.info.pick(np.arange(2, 9)))

    def test_must_be_compensated_alike(self, little_inverse):
        made = little_inverse()
        channels: Channels = made.info.channels
        other = replace(channels, coil_types=channels.coil_types + (2 << 16))
        with pytest.raises(MismatchError, match="got 2 and 0: call apply_gradient_compensation"):
            matched_channels(made.model, replace(made.info, channels=other))

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
            matched_channels(made.model, made.info.with_projections([foreign]))
        matched_channels(made.model, made.info.with_projections([foreign.activated(active=False)]))

    def test_must_hold_numbers(self, little_inverse):
        made = little_inverse()
        data = evoked(made).data.copy()
        data[3, 2] = np.nan
        localiser = make_spatial_filter(kernel_of(made), made.info)
        with pytest.raises(
            DataError, match=r"data must be finite, got 1 NaN.*the first at \(3, 2\)"
        ):
            localize_evoked(localiser, evoked(made, data=data))


class TestOrientations:
    @pytest.mark.parametrize(("loose", "orientation"), EVERY)
    def test_make_as_many_numbers_as_they_say(self, little_inverse, loose, orientation):
        made = little_inverse(loose=loose)
        localiser = make_spatial_filter(kernel_of(made), made.info, orientation=orientation)
        activity, _ = localize_evoked(localiser, evoked(made))
        assert activity.data.shape == ((9, 3, 5) if orientation == "vector" else (9, 5))
        assert activity.vector == (orientation == "vector")
        assert activity.subject == "ann"
        np.testing.assert_allclose(activity.times, [-0.01, 0, 0.01, 0.02, 0.03], atol=1e-12)

    def test_of_fixed_sources_have_a_sign(self, little_inverse):
        made = little_inverse(loose=0.0)
        activity, _ = localize_evoked(make_spatial_filter(kernel_of(made), made.info), evoked(made))
        assert (activity.data < 0).any()

    def test_of_fixed_sources_lie_along_their_normals(self, little_inverse):
        made = little_inverse(loose=0.0)
        both = [
            localize_evoked(
                make_spatial_filter(kernel_of(made), made.info, orientation=o), evoked(made)
            )[0].data
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
        kernel = prepare(model, n_averaged=2, lambda2=0.1, method="MNE")
        vectors, normal = (
            localize_evoked(make_spatial_filter(kernel, made.info, orientation=o), evoked(made))[
                0
            ].data
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
            make_spatial_filter(kernel_of(made), made.info, orientation=orientation)


class TestLabels:
    label = SimpleNamespace(hemi="rh", vertices=np.array([1, 2, 5]), name="some", subject="ann")

    @pytest.mark.parametrize(("loose", "orientation"), EVERY)
    @pytest.mark.parametrize("method", ["dSPM", "eLORETA"])
    def test_take_their_sources_alone(self, little_inverse, method, loose, orientation):
        made = little_inverse(loose=loose)
        part, every = (
            localize_evoked(
                make_spatial_filter(
                    kernel_of(made, method), made.info, orientation=orientation, label=label
                ),
                evoked(made),
            )[0]
            for label in (self.label, None)
        )
        assert [v.tolist() for v in part.vertices] == [[], [1, 5]]
        np.testing.assert_allclose(part.data, every.data[[4, 6]], rtol=1e-12)

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"vertices": np.array([0, 2])}, r"holds none of 9: is it of this hemisphere \(rh\)"),
            ({"subject": "ben"}, "must be of one subject, got 'ben' and 'ann'"),
            ({"hemi": "left"}, "hemi of a label must be one of 'lh', 'rh', got 'left'"),
        ],
    )
    def test_that_do_not_fit_are_refused(self, little_inverse, changes, words):
        made = little_inverse()
        label = SimpleNamespace(**{**vars(self.label), **changes})
        with pytest.raises(InputError, match=words):
            make_spatial_filter(kernel_of(made), made.info, label=label)

    def test_of_a_volume_are_refused(self, little_inverse):
        made = little_inverse(kind="volume")
        with pytest.raises(MismatchError, match="only sources in a volume"):
            make_spatial_filter(kernel_of(made), made.info, label=self.label)


def test_residual_and_prediction_make_the_data(little_inverse):
    made = little_inverse()
    localiser = make_spatial_filter(kernel_of(made), made.info)
    response = evoked(made)
    _, explanation = localize_evoked(localiser, response)
    left = residual(localiser, response, explanation)
    np.testing.assert_allclose(left.data + explanation.predicted, response.data, atol=1e-14)


def test_silence_has_nothing_to_explain(little_inverse):
    made = little_inverse()
    silent = evoked(made, data=np.zeros((9, 2)))
    activity, explanation = localize_evoked(make_spatial_filter(kernel_of(made), made.info), silent)
    assert explanation.share is None
    assert not activity.data.any()


def activity_of(localiser, data):
    return localiser.activity(localiser.decomposed(data), tmin=0, tstep=1).data


@pytest.mark.parametrize("orientation", [None, "normal", "vector"])
@pytest.mark.parametrize("method", ["dSPM", "eLORETA"])
@pytest.mark.parametrize("stop", [103, 1100])  # by components, and by a kernel multiplied out
def test_segments_join_to_the_whole(little_inverse, method, orientation, stop):
    made = little_inverse()
    localiser = make_spatial_filter(kernel_of(made, method), made.info, orientation=orientation)
    data = evoked(made, 1200).data
    joined = localize_segments(localiser, lambda a, b: data[:, a:b], (100, stop), segment=333)
    whole = activity_of(localiser, data[:, 100:stop])
    np.testing.assert_allclose(joined, whole, atol=1e-12 * abs(whole).max())


@pytest.mark.parametrize("stop", [3, 1100])
def test_segments_must_hold_numbers(little_inverse, stop):
    made = little_inverse()
    data = evoked(made, 1200).data.copy()
    data[3, 2] = np.nan
    localiser = make_spatial_filter(kernel_of(made), made.info)
    with pytest.raises(DataError, match=r"data must be finite, got 1 NaN"):
        localize_segments(localiser, lambda a, b: data[:, a:b], (0, stop))


@pytest.mark.parametrize("method", ["sLORETA", "eLORETA"])
@pytest.mark.parametrize(("loose", "orientation"), [(0.0, None), (0.3, None), (0.3, "normal")])
def test_power_is_that_of_the_activity(little_inverse, method, loose, orientation):
    made = little_inverse(loose=loose)
    data = evoked(made, 50).data
    localiser = make_spatial_filter(kernel_of(made, method), made.info, orientation=orientation)
    power = localize_covariance(localiser, data @ data.T)
    activity = activity_of(localiser, data)
    np.testing.assert_allclose(power[:, 0], (activity**2).sum(axis=1), rtol=1e-9)


class TestSignalToNoise:
    def test_is_none_where_there_is_no_signal(self, little_inverse):
        made = little_inverse()
        field, by_misfit = estimated_snr(evoked(made, data=np.full((9, 2), 1e-6)), made.model)
        assert (field < 1).all()
        assert not by_misfit.any()

    def test_grows_with_the_signal(self, little_inverse):
        made = little_inverse()
        data = 3 * made.gain[:, :1] * np.array([1.0, 2.0, 4.0])
        field, by_misfit = estimated_snr(evoked(made, data=data), made.model)
        np.testing.assert_allclose(field[1:] / field[:-1], 2)
        assert (np.diff(by_misfit) > 0).all()

    def test_leaves_as_much_as_noise_would(self, little_inverse):
        """One step of λ² further up would leave more than the test's threshold."""
        made = little_inverse()
        response = evoked(made, data=30 * made.gain[:, :1])
        snr = estimated_snr(response, made.model)[1][0]
        threshold = 27.877  # chi2.isf(0.001, 9)
        for factor, below in ((1.0, True), (1 / 0.99, False)):
            kernel = kernel_of(made, "MNE", lambda2=factor / snr**2)
            components = make_spatial_filter(kernel, made.info).decomposed(response.data)
            left = (1 - kernel.solution.fit)[:, None] * components.values
            assert (2 * (left**2).sum() < threshold) == below

    def test_says_where_the_model_cannot_explain_the_data(self, little_inverse):
        made = little_inverse()
        with pytest.warns(RuntimeWarning, match="explains the data at 1 of 1 times"):
            assert estimated_snr(evoked(made, 1, n_averaged=1e12), made.model)[1][0] > 10
