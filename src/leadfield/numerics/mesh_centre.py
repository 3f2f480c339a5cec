"""Centre of mass of weighted vertices, as a vertex."""

from leadfield.base.arrays import Floats, Ints


def middle_vertex(places: Floats, vertices: Ints, weights: Floats, candidates: Ints) -> int:
    """Candidate nearest to the weighted mean place of ``vertices``.

    Weights must not be negative, nor all 0 (Larson & Lee 2013, Ear Hear 34:e1).
    """
    middle = weights @ places[vertices] / weights.sum()
    return int(candidates[((places[candidates] - middle) ** 2).sum(axis=1).argmin()])
