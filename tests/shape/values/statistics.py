"""Values of the stage ``statistics``."""

import numpy as np

from leadfield.statistics.called_maps import CalledMaps
from leadfield.statistics.cluster_test import cluster_test
from leadfield.statistics.comparison import compare_with_zero
from leadfield.statistics.components import find_components
from leadfield.statistics.max_test import max_test
from leadfield.statistics.neighbours import on_lattice
from leadfield.statistics.statistic_maps import ContrastMaps, Threshold


def values():
    rng = np.random.default_rng(0)
    comparison = compare_with_zero(rng.standard_normal((6, 12)), 10, 0, rng)
    maps, lattice = ContrastMaps(comparison=comparison), on_lattice((3, 4))
    threshold = Threshold(level=0.5, tail=0, included=np.ones(12, np.bool_))
    (active,) = maps.active(0, 1, threshold)
    yield from (comparison, comparison.contrast, maps, lattice, threshold, active)
    yield CalledMaps(samples=comparison.samples, draws=comparison.draws, call=np.mean, size=None)
    yield find_components(active, lattice, np.zeros(12, np.int32))
    yield max_test(comparison, 0)
    yield cluster_test(maps, lattice, threshold)
