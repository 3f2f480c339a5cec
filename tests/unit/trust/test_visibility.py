from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import scipy

from leadfield.trust.patches import source_directions
from leadfield.trust.scan import make_scan, scan_energies, white_leads
from leadfield.trust.visibility import (
    chance_to_exceed,
    detection_chances,
    expected_errors,
    leads_of_type,
    measure_visibility,
    needed_amplitudes,
    noise_quantile,
    study_visibility,
    types_of,
)


def measured(model, nave=10.0, noise_scale=1.0):
    return measure_visibility(
        model,
        white_leads(model),
        source_directions(model),
        nave=nave,
        noise_scale=noise_scale,
        rng=np.random.default_rng(0),
    )


def test_strengths_are_roots_of_the_energy_that_a_source_gives(little):
    model = little("fixed").model
    found = measured(model, nave=10.0, noise_scale=2.0)
    want = np.linalg.norm(white_leads(model), axis=2) * np.sqrt(10 / 2)
    np.testing.assert_allclose(found.strengths, want, rtol=1e-12)


def test_the_threshold_is_exceeded_by_one_map_of_noise_in_twenty(little):
    scan = make_scan(white_leads(little("loose").model))
    threshold = noise_quantile(scan, np.random.default_rng(0))
    noise = np.random.default_rng(1).standard_normal((scan.n_components, 4000))
    share = (scan_energies(scan.bases, noise).max(axis=0) > threshold).mean()
    assert abs(share - 0.05) < 0.025  # three standard errors of a quantile of 1000


def test_a_source_without_energy_is_detected_as_often_as_noise_exceeds():
    want = scipy.stats.chi2.sf(20.0, 8)
    np.testing.assert_allclose(chance_to_exceed(20.0, np.array([0.0]), degrees=8), want, rtol=1e-9)


def test_chances_are_those_of_noncentral_chi_square():
    energies = np.array([1.0, 10.0, 30.0, 100.0])
    want = scipy.stats.ncx2.sf(22.0, 8, energies)
    np.testing.assert_allclose(chance_to_exceed(22.0, energies, degrees=8), want, atol=1e-8)


def test_tabulated_chances_are_exact_enough(little):
    seen = measured(little("loose").model)
    amplitude = float(np.median(needed_amplitudes(seen)))
    exact = chance_to_exceed(seen.threshold, (amplitude * seen.strengths) ** 2, degrees=8)
    want = (exact * seen.weights).sum(axis=1)
    np.testing.assert_allclose(detection_chances(seen, amplitude), want, atol=1e-5)


def test_the_needed_amplitude_is_detected_with_90_percent(little, constraint):
    seen = measured(little(constraint).model)
    np.testing.assert_allclose(detection_chances(seen, needed_amplitudes(seen)), 0.9, atol=1e-6)


def test_four_times_the_epochs_need_half_the_amplitude(little):
    model = little("loose").model
    few, many = measured(model, nave=10), measured(model, nave=40)
    np.testing.assert_allclose(needed_amplitudes(many), needed_amplitudes(few) / 2, rtol=1e-9)


def test_what_no_sensor_sees_needs_an_infinite_amplitude_and_may_be_anywhere(little):
    seen = measured(little("fixed").model)
    strengths = seen.strengths.copy()
    strengths[1] = 0
    blind = replace(seen, strengths=strengths)
    assert np.flatnonzero(np.isinf(needed_amplitudes(blind))).tolist() == [1]
    np.testing.assert_allclose(expected_errors(blind, 1.0)[1], 0.07, rtol=1e-9)


def test_errors_fall_to_three_millimetres_as_sources_grow(little):
    seen = measured(little("loose").model)
    amplitude = float(needed_amplitudes(seen).max())
    errors = [expected_errors(seen, factor * amplitude) for factor in (0.5, 1, 2, 1e6)]
    assert all((b < a).all() for a, b in pairwise(errors))
    np.testing.assert_allclose(errors[-1], 0.003, rtol=1e-3)


def test_labels_have_averages_over_their_sources(little):
    study = study_visibility(
        little("loose").model, amplitude=3.0, nave=1, noise_scale=1.0, rng=np.random.default_rng(0)
    )
    rows = np.array([1, 2, 6])
    found = study.in_label("a", rows)
    chances = detection_chances(study.seen, 3.0)[rows]
    errors = expected_errors(study.seen, 3.0)[rows]
    np.testing.assert_allclose(found.probability, chances.mean())
    np.testing.assert_allclose(found.expected_error, errors.mean())
    at = detection_chances(study.seen.picked(rows), found.needed_amplitude).mean()
    np.testing.assert_allclose(at, 0.9, atol=1e-6)
    assert found.by_type == {"mag": found.probability}


def test_a_label_without_sources_has_nan(little):
    study = study_visibility(
        little("fixed").model, amplitude=1.0, nave=1, noise_scale=1.0, rng=np.random.default_rng(0)
    )
    found = study.in_label("a", np.empty(0, int))
    values = [found.probability, found.expected_error, found.needed_amplitude]
    assert np.isnan([*values, *found.by_type.values()]).all()


@pytest.fixture
def mixed(problem):
    """An operator of magnetometers, gradiometers and EEG, with a projection for each."""
    from leadfield.inverse.make import make_inverse
    from leadfield.inverse.orientation_prior import loose_by_kind
    from leadfield.inverse.source_prior import SourcePrior

    forward = problem.forwards["surface"]
    return make_inverse(
        problem.info,
        forward,
        problem.noise,
        prior=SourcePrior(loose=loose_by_kind(forward.sources, 1.0)),
    )


def test_types_are_those_of_the_channels(mixed):
    assert types_of(mixed) == ["mag", "grad", "eeg"]


@pytest.mark.parametrize("kind", ["mag", "grad", "eeg"])
def test_one_type_alone_is_an_operator_of_its_channels(mixed, problem, kind):
    from leadfield.inverse.make import make_inverse
    from leadfield.inverse.orientation_prior import loose_by_kind
    from leadfield.inverse.source_prior import SourcePrior

    forward = problem.forwards["surface"]
    rows = problem.info.channels.of_type(kind)
    alone = make_inverse(
        problem.info.pick(rows),
        forward,
        problem.noise,
        prior=SourcePrior(loose=loose_by_kind(forward.sources, 1.0)),
    )
    found, want = leads_of_type(mixed, white_leads(mixed), kind), white_leads(alone)
    grams = [one @ one.swapaxes(1, 2) for one in (found, want)]
    np.testing.assert_allclose(grams[0], grams[1], rtol=0, atol=1e-6 * np.abs(grams[1]).max())
