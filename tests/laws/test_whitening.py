"""Laws of whitening and of shrinkage, for any noise."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.covariance import ShrunkCovariance
from sklearn.model_selection import GridSearchCV

from leadfield.covariance.estimate import estimate_covariances
from leadfield.covariance.estimators import choose_estimators
from leadfield.covariance.noise import NoiseCovariance
from leadfield.numerics.shrinkage import held_out_log_likelihoods
from leadfield.recording.create import average_reference, create_measurement_info
from leadfield.recording.projection import FIELD, Projection
from leadfield.recording.projector import make_projector
from leadfield.whitening.make import make_whitener

STRENGTH = {"mag": 1e-13, "grad": 4e-12, "eeg": 1e-6}


@st.composite
def recordings(draw):
    """Channels of mixed types with projections, and samples of correlated noise in them."""
    counts = {kind: draw(st.integers(2, 6)) for kind in STRENGTH}
    types = [kind for kind, n in counts.items() for _ in range(n)]
    order = draw(st.permutations(range(len(types))))
    types = [types[i] for i in order]
    info = create_measurement_info([f"{kind} {i}" for i, kind in enumerate(types)], 100.0, types)
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    magnetic = [name for name, kind in zip(info.names, types, strict=True) if kind == "mag"]
    n_vectors = draw(st.integers(0, len(magnetic) - 1))
    turned = np.linalg.qr(rng.standard_normal((len(magnetic), len(magnetic))))[0]
    pattern = Projection(
        description="pattern",
        kind=FIELD,
        active=draw(st.booleans()),
        channel_names=tuple(magnetic),
        vectors=turned[:n_vectors],
    )
    info = info.with_projections([pattern, average_reference(info, active=True)])
    mixing = np.eye(len(types)) + 0.5 * rng.standard_normal((len(types),) * 2)
    strengths = np.array([STRENGTH[kind] for kind in types])
    samples = strengths[:, None] * (mixing @ rng.standard_normal((len(types), 400)))
    return info, samples


def noise_of(info, samples):
    data = samples @ samples.T / samples.shape[1]
    return NoiseCovariance(names=info.names, data=data, degrees=samples.shape[1])


def expected_rank(info):
    return len(info.names) - make_projector(info.projections, info.names).n_vectors


@settings(deadline=None, max_examples=50)
@given(recordings())
def test_whitened_noise_has_identity_covariance_on_its_rank(recording):
    info, samples = recording
    whitener = make_whitener(noise_of(info, samples), info)
    assert whitener.rank == expected_rank(info)
    for block in ("eeg", "meg"):
        # MEG and EEG are whitened each by itself: noise they share stays shared.
        rows = info.channels.of_type(block)
        own = whitener.matrix[np.abs(whitener.matrix[:, rows]).max(axis=1) > 0][:, rows]
        white = own @ samples[rows]
        identity = white @ white.T / samples.shape[1]
        np.testing.assert_allclose(identity, np.eye(len(own)), atol=1e-6)


@settings(deadline=None, max_examples=50)
@given(recordings())
def test_whitening_sees_nothing_of_what_projections_take_out(recording):
    info, samples = recording
    whitener = make_whitener(noise_of(info, samples), info)
    basis = make_projector(info.projections, info.names).basis
    seen = np.abs(whitener.matrix @ basis)
    assert (seen <= 1e-6 * np.abs(whitener.matrix).max(axis=1, keepdims=True)).all()


@settings(deadline=None, max_examples=50)
@given(recordings())
def test_the_colorer_makes_noise_of_the_covariance_again(recording):
    info, samples = recording
    noise = noise_of(info, samples)
    whitener = make_whitener(noise, info)
    projector = make_projector(info.projections, info.names).matrix
    expected = projector @ noise.data @ projector.T
    made = whitener.colorer @ whitener.colorer.T
    for block in ("meg", "eeg"):
        rows = info.channels.of_type(block)
        own = np.ix_(rows, rows)
        scale = np.abs(expected[own]).max()
        np.testing.assert_allclose(made[own], expected[own], atol=1e-9 * scale)


@settings(deadline=None, max_examples=30)
@given(recordings(), st.sampled_from(["empirical", "shrunk", "shrinkage", "diagonal_fixed"]))
def test_estimated_noise_is_whitened_on_its_rank(recording, method):
    info, samples = recording
    (noise,) = estimate_covariances(samples, info, choose_estimators(method, None, full_rank=False))
    assert make_whitener(noise, info).rank == expected_rank(info)


@settings(deadline=None, max_examples=25)
@given(st.integers(2, 8), st.integers(12, 40), st.integers(2, 4), st.integers(0, 2**32 - 1))
def test_the_search_by_eigenvalues_is_the_grid_search(n, n_samples, n_folds, seed):
    rng = np.random.default_rng(seed)
    samples = rng.standard_normal((n_samples, n)) @ rng.standard_normal((n, n))
    amounts = np.logspace(-4, 0, 30)
    grid = GridSearchCV(
        ShrunkCovariance(store_precision=False, assume_centered=True),
        {"shrinkage": amounts},
        cv=n_folds,
    ).fit(samples)
    folds = np.array_split(samples, n_folds)
    pairs = []
    for k, held_out in enumerate(folds):
        learnt = np.vstack([fold for i, fold in enumerate(folds) if i != k])
        pairs.append((learnt.T @ learnt / len(learnt), held_out.T @ held_out / len(held_out)))
    scores = held_out_log_likelihoods(pairs, amounts)
    expected = grid.cv_results_["mean_test_score"]
    assert amounts[scores.argmax()] == grid.best_params_["shrinkage"]
    np.testing.assert_allclose(scores.max(), expected.max(), rtol=1e-11)
