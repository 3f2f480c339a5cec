"""LCMV beamformers: what the weights promise, and what is refused."""

from dataclasses import replace

import numpy as np
import pytest

from leadfield.base.errors import ChannelError, DataError, InputError, MismatchError
from leadfield.covariance.noise import NoiseCovariance
from leadfield.inverse.lcmv import LcmvOptions, invert_data_covariance, lcmv_weights
from leadfield.inverse.make_lcmv import make_beamformer

K = 12


@pytest.fixture
def fields():
    return np.random.default_rng(0).standard_normal((5, 3, K))


@pytest.fixture
def covariance(fields):
    """White noise and one strong source, the second, along its first direction."""
    return np.eye(K) + 50 * np.outer(fields[1, 0], fields[1, 0])


def weights_of(fields, covariance, *, reg=0.0, **options):
    space = invert_data_covariance(covariance, reg, K)
    normals = np.tile([0.0, 0.0, 1.0], (len(fields), 1))
    return lcmv_weights(fields, normals, space, LcmvOptions(reg=reg, **options))


def test_unit_gain_passes_each_direction_alone(fields, covariance):
    weights, _ = weights_of(fields, covariance, pick_ori="vector", weight_norm=None)
    gains = weights @ fields.transpose(0, 2, 1)
    np.testing.assert_allclose(gains, np.tile(np.eye(3), (5, 1, 1)), atol=1e-10)


def test_unit_gain_lets_the_least_power_through(fields, covariance):
    """Any other weights of the same gain pass more of the data's variance."""
    weights, _ = weights_of(fields, covariance, pick_ori="normal", weight_norm=None)
    rng = np.random.default_rng(1)
    for i, (w,) in enumerate(weights):
        line = fields[i, 2]
        away = rng.standard_normal((100, K))
        away -= np.outer(away @ line, line) / (line @ line)
        others = w + 0.1 * away
        least = w @ covariance @ w
        assert (np.einsum("ij,jk,ik->i", others, covariance, others) > least).all()


@pytest.mark.parametrize("weight_norm", ["unit-noise-gain", "unit-noise-gain-invariant"])
def test_unit_noise_gain_makes_white_noise_one(fields, covariance, weight_norm):
    weights, _ = weights_of(fields, covariance, pick_ori="vector", weight_norm=weight_norm)
    power = weights @ weights.transpose(0, 2, 1)
    np.testing.assert_allclose(np.einsum("ncc->nc", power), 1, rtol=1e-10)


def test_the_invariant_norm_does_not_depend_on_the_axes(fields, covariance):
    turn = np.linalg.qr(np.random.default_rng(2).standard_normal((3, 3)))[0]
    data = np.random.default_rng(3).standard_normal((K, 4))
    lengths = [
        np.linalg.norm(weights_of(one, covariance)[0] @ data, axis=1)
        for one in (fields, turn @ fields)
    ]
    np.testing.assert_allclose(lengths[0], lengths[1], rtol=1e-9)


@pytest.mark.parametrize("weight_norm", ["unit-noise-gain", "nai"])
def test_the_strongest_orientation_is_that_of_the_source(fields, covariance, weight_norm):
    _, strongest = weights_of(fields, covariance, pick_ori="max-power", weight_norm=weight_norm)
    np.testing.assert_allclose(np.abs(strongest[1]), [1, 0, 0], atol=1e-9)


def test_the_strongest_orientation_lets_most_power_through(fields, covariance):
    """No other orientation of the normalised filter has more."""
    _, strongest = weights_of(fields, covariance, pick_ori="max-power")
    space = invert_data_covariance(covariance, 0.0, K)
    directions = np.random.default_rng(4).standard_normal((200, 3))
    directions /= np.linalg.norm(directions, axis=1, keepdims=True)

    def power(lines):
        rows = lines @ space.inverse
        return np.einsum("ij,ij->i", rows, lines) / np.einsum("ij,ij->i", rows, rows)

    for i in range(5):
        assert power(directions @ fields[i]).max() <= power(strongest[i : i + 1] @ fields[i])[0]


def test_the_index_of_neural_activity_is_over_the_noise_in_the_data(fields, covariance):
    plain, _ = weights_of(fields, 4 * covariance, weight_norm="unit-noise-gain")
    index, _ = weights_of(fields, 4 * covariance, weight_norm="nai")
    np.testing.assert_allclose(index, plain / 2, rtol=1e-9)  # white noise of variance 4


def test_lead_fields_of_two_directions_need_a_reduced_rank(fields, covariance):
    fields[2, 2] = 0
    with pytest.raises(DataError, match=r"1 of 5 sources have two, .* reduce_rank=True"):
        weights_of(fields, covariance)
    weights, _ = weights_of(fields, covariance, reduce_rank=True)
    assert np.isfinite(weights).all()


def test_a_singular_data_covariance_needs_regularisation(fields):
    flat = np.diag([1.0] * (K - 1) + [0.0])
    with pytest.raises(DataError, match=r"must have the rank 12 .* reg=0\.05"):
        weights_of(fields, flat)
    assert np.isfinite(weights_of(fields, flat, reg=0.05)[0]).all()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"reg": -1}, "reg must be at least 0"),
        ({"pick_ori": "max"}, "one of None, 'normal', 'max-power', 'vector', got 'max'"),
        ({"weight_norm": "NAI"}, "weight_norm must be one of None, 'unit-noise-gain'"),
        ({"inversion": "single", "reduce_rank": True}, "needs inversion='matrix'"),
        ({"inversion": "single", "pick_ori": "vector"}, "weight_norm='unit-noise-gain'"),
    ],
)
def test_options_that_do_not_fit_are_refused(options, words):
    with pytest.raises(InputError, match=words):
        LcmvOptions(**options)


def test_reducing_the_rank_of_one_direction_is_refused(fields, covariance):
    with pytest.raises(InputError, match="needs a forward model of free orientations"):
        weights_of(fields[:, 2:], covariance, reduce_rank=True)


@pytest.fixture
def make(problem):
    def make(kind="surface", noise="noise", **options):
        forward = problem.forwards[kind]
        return make_beamformer(
            problem.info,
            forward,
            options.pop("data", problem.noise),
            noise=problem.noise if noise == "noise" else noise,
            options=LcmvOptions(**options),
        )

    return make


@pytest.mark.parametrize("kind", ["surface", "volume", "discrete", "mixed"])
def test_it_is_made_for_every_kind_of_source(make, kind):
    model = make(kind, pick_ori="max-power")
    assert model.weights.shape == (model.sources.n_sources, 1, model.whitener.rank)


def test_volumes_have_no_normals(make):
    with pytest.raises(MismatchError, match="got a volume source space"):
        make("volume", pick_ori="normal")


def test_several_types_of_channels_need_the_noise(make):
    with pytest.raises(InputError, match=r"noise_cov must be given .* got eeg and grad and mag"):
        make(noise=None)


def test_data_without_a_channel_in_common_are_refused(make):
    other = NoiseCovariance(names=("A", "B"), data=np.eye(2), degrees=10)
    with pytest.raises(ChannelError, match="share channels, got none"):
        make(data=other)


def test_bad_channels_of_the_data_are_left_out(make, problem):
    first = problem.noise.names[5]
    model = make(data=replace(problem.noise, bads=(first,)))
    assert first not in model.info.names
