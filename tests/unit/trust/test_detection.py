"""The test with random signs, against all sums written out."""

import numpy as np
import pytest

from leadfield.trust.data_components import average_components
from leadfield.trust.detection import flip_maxima, rank_of_threshold, sign_flip_test
from leadfield.trust.scan import make_scan, scan_energies
from leadfield.trust.scan_maximum import make_search


def problem(seed, *, signal=0.0, n_trials=12, n_times=6):
    rng = np.random.default_rng(seed)
    scan = make_scan(rng.standard_normal((90, 3, 25)))
    trials = rng.standard_normal((n_trials, 25, n_times))
    trials[:, :, 2] += signal * scan.bases[40, 0]
    return make_search(scan, rng.random((90, 3))), trials


def brute_maxima(search, trials, n_flips, seed):
    """Every energy of every sum."""
    rng = np.random.default_rng(seed)
    out = []
    for _ in range(n_flips):
        signs = rng.choice([-1.0, 1.0], (1, len(trials)))
        sums = np.tensordot(signs[0], trials, axes=1) / np.sqrt(len(trials))
        out.append(scan_energies(search.scan.bases, sums).max())
    return np.array(out)


@pytest.mark.parametrize("signal", [0.0, 0.8, 5.0])
def test_p_and_threshold_are_those_of_all_sums(signal):
    search, trials = problem(4, signal=signal)
    test = sign_flip_test(
        search, trials, np.arange(6) / 100, n_flips=99, rng=np.random.default_rng(1)
    )
    maxima = brute_maxima(search, trials, 99, 1)
    observed = scan_energies(search.scan.bases, average_components(trials)).max()
    assert test.statistic == pytest.approx(observed, rel=1e-12)
    assert test.p == (1 + (maxima >= observed).sum()) / 100
    assert test.threshold == pytest.approx(np.sort(maxima)[-5], rel=1e-12)
    assert test.found == (test.statistic > test.threshold)


def test_the_largest_maxima_are_exact():
    search, trials = problem(5)
    ours = flip_maxima(search, trials, np.inf, n_flips=60, rng=np.random.default_rng(2))
    rank = rank_of_threshold(60)
    expected = np.sort(brute_maxima(search, trials, 60, 2))[-rank:]
    np.testing.assert_allclose(np.sort(ours)[-rank:], expected, rtol=1e-12)


def test_the_curve_is_the_largest_energy_at_each_time():
    search, trials = problem(6, signal=3.0)
    times = np.arange(6) / 100
    test = sign_flip_test(search, trials, times, n_flips=19, rng=np.random.default_rng(0))
    energies = scan_energies(search.scan.bases, average_components(trials))
    np.testing.assert_allclose(test.curve, energies.max(axis=0), rtol=1e-12)
    assert test.time == times[2]
    assert test.found_at(0.021)
    assert not test.found_at(0.05)


def test_signs_that_are_all_one_count_as_equal():
    """Few trials have few patterns of signs: the data's own comes again."""
    search, trials = problem(7, signal=9.0, n_trials=6)
    test = sign_flip_test(
        search, trials, np.arange(6) / 100, n_flips=999, rng=np.random.default_rng(0)
    )
    assert test.p == pytest.approx(1 / 32, abs=0.02)


@pytest.mark.parametrize(("n_flips", "rank"), [(19, 1), (99, 5), (199, 10), (999, 50)])
def test_the_threshold_stands_where_p_reaches_a_twentieth(n_flips, rank):
    assert rank_of_threshold(n_flips) == rank
