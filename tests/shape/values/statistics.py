"""Values of the stage ``statistics``."""

import numpy as np

from leadfield.statistics.called_maps import CalledMaps
from leadfield.statistics.cluster_rule import ClusterRule
from leadfield.statistics.cluster_test import cluster_test
from leadfield.statistics.comparison import compare_with_zero
from leadfield.statistics.components import find_components, run_steps
from leadfield.statistics.hills import hill_tree
from leadfield.statistics.max_test import max_test
from leadfield.statistics.neighbours import on_lattice
from leadfield.statistics.regression import least_squares
from leadfield.statistics.repeated_measures import factor_effect
from leadfield.statistics.statistic_maps import ContrastMaps
from leadfield.statistics.threshold import Threshold


def values():
    rng = np.random.default_rng(0)
    comparison = compare_with_zero(rng.standard_normal((6, 12)), 10, 0, rng)
    maps, lattice = ContrastMaps(comparison=comparison), on_lattice((3, 4))
    threshold = Threshold(level=0.5, tail=0, included=np.ones(12, np.bool_))
    rule = ClusterRule(neighbours=lattice, threshold=threshold)
    (runs,) = maps.runs(range(1), rule)
    yield from (comparison, comparison.contrast, maps, lattice, threshold, rule, runs)
    yield CalledMaps(samples=comparison.samples, draws=comparison.draws, call=np.mean, size=None)
    yield from (run_steps(runs, lattice), find_components(runs, lattice))
    yield factor_effect("A", [2, 3])
    yield hill_tree(
        np.array([[[1, 3, 2, 4]]], np.int32), np.array([0, 2, 1, 3]), on_lattice((1, 4))
    )
    yield least_squares(np.eye(4)[:, :2], rng.standard_normal((4, 3)))
    yield max_test(comparison, 0)
    yield cluster_test(maps, lattice, threshold)
