"""The search for the maximum finds what all energies have."""

import numpy as np
import pytest

from leadfield.trust.scan import make_scan, scan_energies
from leadfield.trust.scan_maximum import find_maxima, make_search


def smooth_problem(rng, *, n=400, directions=3, count=40):
    """Sources whose fields change with their places."""
    places = rng.random((n, 3))
    mixing = rng.standard_normal((4, directions * count))
    waves = np.cos(3 * places @ rng.standard_normal((3, 4)))
    leads = (waves @ mixing).reshape(n, directions, count)
    leads += 0.1 * rng.standard_normal(leads.shape)
    return make_scan(leads), places


@pytest.mark.parametrize("directions", [1, 3])
@pytest.mark.parametrize("count", [12, 40, 100])
def test_each_column_has_the_largest_energy_of_all(directions, count):
    rng = np.random.default_rng(directions * count)
    scan, places = smooth_problem(rng, directions=directions, count=count)
    components = rng.standard_normal((count, 30))
    found = find_maxima(make_search(scan, places), components, np.arange(30))
    energies = scan_energies(scan.bases, components)
    np.testing.assert_allclose(found.energies, energies.max(axis=0), rtol=1e-12)
    assert found.sources.tolist() == energies.argmax(axis=0).tolist()
    assert found.columns.tolist() == list(range(30))


def test_a_group_has_the_largest_energy_of_its_columns():
    rng = np.random.default_rng(8)
    scan, places = smooth_problem(rng)
    components = rng.standard_normal((40, 24))
    groups = np.repeat([0, 1, 2], 8)
    found = find_maxima(make_search(scan, places), components, groups)
    energies = scan_energies(scan.bases, components)
    for group in range(3):
        own = energies[:, groups == group]
        source, column = np.unravel_index(own.argmax(), own.shape)
        assert found.energies[group] == pytest.approx(own.max(), rel=1e-12)
        assert (found.sources[group], found.columns[group]) == (source, 8 * group + column)


def test_what_is_not_asked_for_is_not_looked_for():
    rng = np.random.default_rng(9)
    scan, places = smooth_problem(rng)
    components = rng.standard_normal((40, 6))
    found = find_maxima(
        make_search(scan, places), components, np.arange(6), lambda best: np.full(len(best), 1e3)
    )
    assert found.sources.tolist() == [-1] * 6


def test_sources_in_one_place_are_one_region():
    scan = make_scan(np.random.default_rng(0).standard_normal((60, 3, 20)))
    assert len(make_search(scan, np.zeros((60, 3))).members) == 1
