"""Applying a kernel to data: one pass over blocks of sources that stay in the cache.

It goes through the array namespace of the arrays that come, so it runs where they are.
"""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.estimates.imager import Imager
from leadfield.numerics.namespace import AnyArray, empty_like_array, namespace_of

NUMBERS = 200_000  # in a block: 1.6 MB, which a core's cache holds
ELSEWHERE = 50_000_000  # the same on other devices, where few large products are best
WIDTH = 512  # times in a block, at most


def applied(imager: Imager, components: Floats) -> Floats:
    """Activity (n_sources, n_times), or (n_sources, 3, n_times), of whitened components.

    ``components`` are (n_components, n_times).
    """
    inner = imager.gained(components)
    n_times = components.shape[1]
    out: Floats = empty_like_array(imager.shape(n_times), inner)
    for left in range(0, n_times, WIDTH):
        columns = slice(left, min(left + WIDTH, n_times))
        part = inner[:, columns]
        for rows in _blocks(imager, part):
            out[rows, ..., columns] = _imaged(imager, rows, part)
    return out


def power(imager: Imager, covariance: Floats) -> Floats:
    """Variance (n_sources,) of activity whose components have this covariance.

    A source's components add up, whether they would be combined or not.
    """
    space = namespace_of(covariance)
    inner = imager.gained(space.matrix_transpose(imager.gained(covariance)))
    out: Floats = empty_like_array((imager.n_sources,), inner)
    for rows in _blocks(imager, inner):
        lines = imager.mixed(rows, imager.lines(rows))
        out[rows] = space.sum(space.vecdot(lines @ inner, lines), axis=1)
    return out


def _blocks(imager: Imager, inner: AnyArray) -> Iterator[slice]:
    """Runs of sources for a product with ``inner``."""
    n_sources = imager.n_sources
    numbers = NUMBERS if isinstance(inner, np.ndarray) else ELSEWHERE
    height = max(64, numbers // (inner.shape[1] * imager.per_source))
    for top in range(0, n_sources, height):
        yield slice(top, min(top + height, n_sources))


def _imaged(imager: Imager, rows: slice, inner: Floats) -> Floats:
    c = imager.per_source
    numbers = imager.leads[c * rows.start : c * rows.stop, :] @ inner
    parts = imager.mixed(rows, imager.by_source(numbers))
    if imager.combined:
        return _lengths(parts)
    return parts if imager.vector else parts[:, 0, :]


def _lengths(parts: AnyArray) -> Floats:
    """Norms (n, k) of vectors (n, c, k)."""
    space = namespace_of(parts)
    if isinstance(parts, np.ndarray):  # which need not make an array of squares
        squares = np.einsum("nct,nct->nt", parts, parts)
    else:
        squares = space.sum(parts * parts, axis=1)
    lengths: Floats = space.sqrt(squares)
    return lengths
