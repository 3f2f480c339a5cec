"""Posterior covariances against the explicit matrix."""

from types import SimpleNamespace

import numpy as np
import pytest

from leadfield.api.labels.as_label import as_label
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.minimum_norm import ORIENTATIONS
from leadfield.estimates.regularisation import evoked_components
from leadfield.trust.label_amplitudes import label_amplitudes
from leadfield.trust.posterior import make_posterior, source_covariances, sum_covariance

LAMBDA2, SCALE, NAVE = 0.2, 0.7, 12.0


@pytest.fixture
def response():
    """Function that makes a random response of an operator's channels."""

    def make(made):
        data = np.random.default_rng(3).standard_normal((len(made.info.names), 5))
        return EvokedResponse(info=made.info, data=data, first=-1, nave=NAVE)

    return make


def posterior_of(made):
    return make_posterior(made.model, lambda2=LAMBDA2, noise_scale=SCALE, nave=NAVE)


def dense(made):
    """The posterior covariance of all columns, by Bayes' rule in the space of the sensors."""
    prior = np.diag(SCALE / (LAMBDA2 * NAVE) * made.model.source_variances)
    seen = made.gain @ prior
    data = seen @ made.gain.T + SCALE / NAVE * made.noise
    return prior - seen.T @ np.linalg.solve(data, seen)


def close(ours, expected):
    np.testing.assert_allclose(ours, expected, rtol=0, atol=1e-12 * np.abs(expected).max())


@pytest.mark.parametrize("loose", [0.0, 0.3, 1.0])
@pytest.mark.parametrize("kind", ["surface", "volume", "mixed"])
def test_blocks_are_those_of_the_explicit_matrix(little_inverse, loose, kind):
    if kind != "surface" and loose != 1.0:
        pytest.skip("volumes have free orientations")
    made = little_inverse(n=7, n_channels=30, loose=loose, kind=kind)
    c = made.model.per_source
    whole = dense(made).reshape(-1, c, made.gain.shape[1] // c, c)
    blocks = np.stack([whole[i, :, i] for i in range(len(whole))])
    close(source_covariances(posterior_of(made)), blocks)


def test_sums_are_those_of_the_explicit_matrix(little_inverse):
    made = little_inverse(n=7, n_channels=30, loose=0.3)
    rows = np.array([1, 4, 11])
    weights = np.random.default_rng(0).standard_normal((2, 3, 3))
    every = np.zeros((2, made.model.sources.n_sources, 3))
    every[:, rows] = weights
    flat = every.reshape(2, -1)
    covariance, _ = sum_covariance(posterior_of(made), weights, rows)
    close(covariance, flat @ dense(made) @ flat.T)


def test_blocks_of_many_sources_fit_together(little_inverse):
    made = little_inverse(n=300, n_channels=20, loose=0.3)
    blocks = source_covariances(posterior_of(made))
    whole = np.diagonal(dense(made)).reshape(-1, 3)
    close(np.diagonal(blocks, axis1=1, axis2=2), whole)


def test_little_data_leave_the_prior(little_inverse):
    made = little_inverse(n=7, n_channels=30, loose=0.3)
    posterior = make_posterior(made.model, lambda2=1e9, noise_scale=1e9, nave=1)
    std = np.diagonal(source_covariances(posterior), axis1=1, axis2=2)
    np.testing.assert_allclose(std.ravel(), made.model.source_variances, rtol=1e-6)


class TestLabels:
    @pytest.fixture
    def made(self, little_inverse):
        return little_inverse(n=7, n_channels=30, loose=0.3)

    @pytest.fixture
    def label(self):
        """Two sources of the left hemisphere, whose vertices are odd."""
        return as_label(SimpleNamespace(hemi="lh", vertices=[3, 9], name="here", subject="ann"))

    def test_along_normals_have_gaussian_intervals(self, made, label, response):
        evoked = response(made)
        components = evoked_components(made.model, evoked) / np.sqrt(NAVE)
        found = label_amplitudes(posterior_of(made), components, [label], level=0.9, normal=True)
        turns = ORIENTATIONS["normal"](made.model, use_cps=True)[:, 0]
        normals = np.concatenate([s.normals[s.vertices] for s in made.model.sources.spaces])
        flip = 1.0 if normals[1] @ normals[4] > 0 else -1.0
        weights = np.zeros((len(turns), 3))
        weights[1], weights[4] = turns[1] / 2, flip * turns[4] / 2
        flat = weights.ravel()
        prior = made.model.source_variances / LAMBDA2
        seen = (made.gain * prior) @ made.gain.T + made.noise
        means = flat @ ((prior * made.gain).T @ np.linalg.solve(seen, evoked.data))
        sign = np.sign(found.amplitudes[0] @ means)  # which way is up is a convention
        close(sign * found.amplitudes[0], means)
        half = 1.6448536269514722 * np.sqrt(flat @ dense(made) @ flat)
        np.testing.assert_allclose(
            found.intervals[0] - found.amplitudes[0][:, None], [[-half, half]] * 5, rtol=1e-9
        )
        assert found.signed
        assert found.names == ("here",)

    def test_of_lengths_are_positive_and_hold_the_posterior(self, made, label, response):
        components = evoked_components(made.model, response(made)) / np.sqrt(NAVE)
        found = label_amplitudes(posterior_of(made), components, [label], level=0.9, normal=False)
        assert (found.intervals[0] > 0).all()
        assert (found.intervals[0, :, 0] < found.intervals[0, :, 1]).all()
        # A length is longer on average than the mean vector is.
        assert (found.intervals[0].mean(axis=1) > found.amplitudes[0]).all()
