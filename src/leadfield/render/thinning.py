"""Thinning of glyphs: the strongest kept, and none nearer to another than a distance."""

from collections import defaultdict

import numpy as np

from leadfield.base.arrays import Floats32, Ints

BESIDE = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]


def spread_out(places: Floats32, strengths: Floats32, distance: float) -> Ints:
    """Rows of ``places`` (n, 2) that lie apart, the strongest first."""
    order = np.argsort(-strengths, kind="stable")
    squares = np.floor(places / max(distance, 1e-9)).astype(np.int64).tolist()
    points = places.tolist()
    kept: list[int] = []
    nearby: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for row in order.tolist():
        (column, line), (x, y) = squares[row], points[row]
        around = [other for i, j in BESIDE for other in nearby.get((column + i, line + j), ())]
        if all((x - u) ** 2 + (y - v) ** 2 >= distance**2 for u, v in around):
            kept.append(row)
            nearby[column, line].append((x, y))
    return np.array(kept, np.int64)
