"""Intervals of subjects drawn again."""

import numpy as np

from leadfield.statistics import bootstrap as module
from leadfield.statistics.bootstrap import interval_of_means, interval_of_statistic


def test_means_by_products_are_those_of_drawn_subjects(monkeypatch):
    rng = np.random.default_rng(0)
    data, drawn = rng.standard_normal((9, 4, 5)), rng.integers(0, 9, (200, 9))
    expected = interval_of_statistic(data, drawn, 0.9, lambda some: some.mean(axis=0))
    for columns in (3, 1024):
        monkeypatch.setattr(module, "COLUMNS", columns)
        np.testing.assert_allclose(interval_of_means(data, drawn, 0.9), expected, atol=1e-14)


def test_an_interval_has_its_confidence():
    rng = np.random.default_rng(0)
    inside = 0
    data = rng.standard_normal((40, 300))
    for column in data.T:
        low, high = interval_of_means(column[:, None], rng.integers(0, 40, (300, 40)), 0.8)[:, 0]
        inside += low < 0 < high
    assert 0.72 < inside / 300 < 0.86
