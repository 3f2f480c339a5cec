"""Laws of detection and location: how often they are wrong, on data they have not seen.

The numbers of draws are small, and so tolerances are wide; ``docs/how-far-to-trust-a-map.md``
has the tables. SNR² is the energy of the whitened average over its number of components.
"""

import numpy as np
import pytest

from leadfield.trust.calibration import calibrate, make_model_scan, noise_averages
from leadfield.trust.detection import sign_flip_test
from leadfield.trust.location import ONE, SEVERAL, find_credible_set
from leadfield.trust.surrogates import surrogate_fields

TRIALS, TIMES = 20, 4
TAU = np.arange(TIMES) / 100


@pytest.fixture(scope="module", params=[0.0, 0.2], ids=["fixed", "loose"])
def prepared(request, round_head):
    return make_model_scan(round_head.inverses[request.param].value)


@pytest.fixture(scope="module")
def calibration(prepared):
    rng = np.random.default_rng(0)
    noise = rng.standard_normal((TRIALS, prepared.search.scan.n_components, 10))
    return calibrate(prepared, noise, registration=1.7e-3, rng=rng)


def draw_fields(prepared, n, seed):
    """Sources, and unit fields (n_components, n) of patches displaced from them."""
    rng = np.random.default_rng(seed)
    model = prepared.model
    chosen = rng.integers(0, model.sources.n_sources, n)
    fields = surrogate_fields(
        model.sources, prepared.leads, model.orientations, chosen, registration=1.7e-3, rng=rng
    )
    return chosen, fields.T


def draw_trials(rng, n_components, signal=None):
    """Trials whose noise is strong in some components, with a signal at one time."""
    trials = rng.standard_normal((TRIALS, n_components, TIMES))
    trials *= np.linspace(0.5, 2, n_components)[:, np.newaxis]  # not what the covariance says
    if signal is not None:
        trials[:, :, 1] += signal[:, np.newaxis].T / np.sqrt(TRIALS)
    return trials


def share_detected(prepared, n, signals=None, seed=3):
    rng = np.random.default_rng(seed)
    count = prepared.search.scan.n_components
    found = 0
    for i in range(n):
        trials = draw_trials(rng, count, None if signals is None else signals[:, i])
        found += sign_flip_test(prepared.search, trials, TAU, n_flips=39, rng=rng).found
    return found / n


def test_noise_is_called_a_response_in_one_of_twenty(prepared):
    """Also where the covariance is wrong; 160 draws spread by 1.7 %."""
    assert share_detected(prepared, 160) < 0.05 + 3 * 0.017


def test_a_response_as_strong_as_its_noise_is_detected(prepared):
    _, fields = draw_fields(prepared, 30, 4)
    signals = np.sqrt(fields.shape[0]) * fields  # an SNR of 1, of 1.4 for the strongest noise
    assert share_detected(prepared, 30, 1.5 * signals) > 0.9


@pytest.mark.parametrize("snr", [0.7, 1.0, 3.0])
def test_sets_cover_sources_that_the_calibration_has_not_seen(calibration, snr):
    """Nine in ten; 200 draws spread by 2.1 %, 300 surrogates by 1.7 %."""
    prepared = calibration.prepared
    sources, fields = draw_fields(prepared, 200, 5)
    rng = np.random.default_rng(6)
    data = snr * np.sqrt(len(fields)) * fields + noise_averages(None, len(fields), 200, rng)
    sets = [find_credible_set(data, i, calibration, coverage=0.9) for i in range(200)]
    pairs = zip(sets, sources, strict=True)
    single = [(one, source) for one, source in pairs if one.verdict == ONE]
    assert len(single) > 0.85 * 200  # a twentieth is called several
    covered = np.mean([source in one.rows for one, source in single])
    assert 0.9 - 3 * 0.027 < covered < 0.9 + 3 * 0.027


def test_sets_shrink_with_the_strength_of_the_response_and_grow_with_the_coverage(calibration):
    weak, strong, strongest = (calibration.tolerance(e, 0.9) for e in (30.0, 300.0, 3000.0))
    # Beyond some strength the registration alone counts; 300 surrogates spread by a few percent.
    assert weak > strong > 0.9 * strongest
    shares = [calibration.tolerance(300.0, coverage) for coverage in (0.5, 0.8, 0.95)]
    assert shares == sorted(shares)


def test_two_equal_sources_far_apart_are_told_from_one(calibration):
    """Each with an SNR of 2, in 60 magnetometers alone; 60 draws of 0.8 spread by 5 %."""
    prepared = calibration.prepared
    sources, fields = draw_fields(prepared, 300, 7)
    places = prepared.model.sources.positions[sources]
    gaps = np.linalg.norm(places[:150] - places[150:], axis=1)
    likeness = np.abs((fields[:, :150] * fields[:, 150:]).sum(axis=0))
    pairs = np.flatnonzero((gaps > 0.05) & (likeness < 0.5))[:60]
    rng = np.random.default_rng(8)
    both = fields[:, pairs] + fields[:, 150 + pairs]
    data = 2 * np.sqrt(len(fields)) * both + noise_averages(None, len(fields), len(pairs), rng)
    sets = [find_credible_set(data, i, calibration, coverage=0.9) for i in range(len(pairs))]
    assert np.mean([one.verdict == SEVERAL for one in sets]) > 0.65
    assert all(len(one.rows) == 0 for one in sets if one.verdict == SEVERAL)
