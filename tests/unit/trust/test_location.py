"""Credible sets: members, verdicts, places, labels."""

import numpy as np
import pytest

from leadfield.trust.calibration import calibrate, make_model_scan, noise_averages
from leadfield.trust.data_components import trial_components
from leadfield.trust.location import (
    NOTHING,
    best_sample,
    find_credible_set,
    located,
    nothing_located,
)
from leadfield.trust.scan import scan_energies
from leadfield.trust.set_geometry import label_of_set, place_of, sources_in_mri


@pytest.fixture(scope="module")
def calibration(round_head):
    prepared = make_model_scan(round_head.inverses[0.2].value)
    return calibrate(prepared, None, registration=1.7e-3, rng=np.random.default_rng(0))


@pytest.fixture
def components(calibration):
    """Three samples, a strong source in the second."""
    scan = calibration.prepared.search.scan
    data = np.random.default_rng(1).standard_normal((scan.n_components, 3))
    data[:, 1] += 20 * scan.bases[100, 2]
    return data


def test_the_set_has_all_that_explain_nearly_as_much(calibration, components):
    found = find_credible_set(components, 1, calibration, coverage=0.9)
    energies = scan_energies(calibration.prepared.search.scan.bases, components[:, [1]])[:, 0]
    assert found.best == energies.argmax()
    assert found.energy == energies.max()
    least = (1 - found.tolerance) * energies.max()
    assert found.rows.tolist() == np.flatnonzero(energies >= least).tolist()
    assert found.best in found.rows


def test_the_sample_is_that_of_the_best_explanation(calibration, components):
    assert best_sample(components, calibration.prepared.search) == 1


def test_places_are_in_the_subjects_surface_ras(calibration, components):
    found = find_credible_set(components, 1, calibration, coverage=0.9)
    value = located(found, calibration, coverage=0.9, p=0.01, time=0.1)
    sources = sources_in_mri(calibration.prepared.model)
    side = ["lh", "rh"].index(value.hemisphere)
    np.testing.assert_array_equal(value.position, sources.spaces[side].positions[value.vertex])
    inside = np.concatenate(
        [s.positions[v] for s, v in zip(sources.spaces, value.vertices, strict=True)]
    )
    furthest = np.linalg.norm(inside - value.position, axis=1).max()
    assert value.radius == pytest.approx(furthest)


def test_where_nothing_is_detected_there_is_neither_place_nor_set(calibration):
    value = nothing_located(calibration.prepared.model, coverage=0.9, p=0.4)
    assert value.verdict == NOTHING
    assert (value.vertex, value.position, value.radius, value.time) == (None,) * 4
    assert [len(v) for v in value.vertices] == [0, 0]


def test_labels_hold_all_points_nearest_to_the_set(calibration):
    sources = sources_in_mri(calibration.prepared.model)
    left = sources.spaces[0].vertices[[3, 9]]
    pair = label_of_set(sources, (left, np.empty(0, int)), "source")
    assert set(left) < set(pair.lh.vertices)
    assert len(pair.rh) == 0


def test_rows_are_counted_over_all_source_spaces(calibration):
    sources = sources_in_mri(calibration.prepared.model)
    n = sources.spaces[0].n_sources
    assert place_of(sources, n + 2) == ("rh", sources.spaces[1].vertices[2])


def test_noise_of_trials_has_no_response_left(round_head):
    epochs = round_head.trials(np.random.default_rng(0), 40, field=1e-12 * np.ones(60))
    trials = trial_components(round_head.inverses[0.2].value, epochs.value, slice(None))
    noise = noise_averages(trials, trials.shape[1], 2000, np.random.default_rng(1))
    assert np.var(noise) == pytest.approx(1, abs=0.1)


def test_a_volume_has_sets_too(little_inverse):
    made = little_inverse(2, n=60, kind="volume", n_channels=20)
    prepared = make_model_scan(made.model)
    calibration = calibrate(prepared, None, registration=1e-3, rng=np.random.default_rng(0))
    data = 30 * prepared.search.scan.bases[7, :1].T
    found = find_credible_set(data, 0, calibration, coverage=0.9)
    value = located(found, calibration, coverage=0.9, p=None, time=0.0)
    assert (found.best, value.hemisphere) == (7, None)
    assert value.vertex == made.model.sources.spaces[0].vertices[7]
