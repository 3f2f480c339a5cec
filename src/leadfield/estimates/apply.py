"""Applying a kernel to data: one pass over blocks of sources that stay in the cache."""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.estimates.imager import Imager

NUMBERS = 100_000  # in a block: under 1 MB, which a core's cache holds
WIDTH = 512  # times in a block, at most


def applied(imager: Imager, components: Floats) -> Floats:
    """Activity (n_sources, n_times), or (n_sources, 3, n_times), of whitened components.

    ``components`` are (n_components, n_times).
    """
    inner = imager.gained(components)
    n_times = components.shape[1]
    out = np.empty(imager.shape(n_times))
    for left in range(0, n_times, WIDTH):
        columns = slice(left, left + WIDTH)
        part = inner[:, columns]
        for rows in _blocks(imager, part.shape[1]):
            out[rows, ..., columns] = _imaged(imager, rows, part)
    return out


def power(imager: Imager, covariance: Floats) -> Floats:
    """Variance (n_sources,) of activity whose components have this covariance.

    A source's components add up, whether they would be combined or not.
    """
    inner = imager.gained(imager.gained(covariance).T)
    out = np.empty(imager.mixing.shape[0])
    for rows in _blocks(imager, len(inner)):
        lines = _mixed(imager.mixing[rows], _lines(imager, rows))
        out[rows] = np.vecdot(lines @ inner, lines).sum(axis=1)
    return out


def _blocks(imager: Imager, width: int) -> Iterator[slice]:
    n_sources = imager.mixing.shape[0]
    height = max(64, NUMBERS // (width * imager.per_source))
    for top in range(0, n_sources, height):
        yield slice(top, min(top + height, n_sources))


def _lines(imager: Imager, rows: slice) -> Floats:
    c = imager.per_source
    lines = imager.leads[c * rows.start : c * rows.stop]
    return lines.reshape(rows.stop - rows.start, c, lines.shape[1])


def _mixed(mixing: Floats, parts: Floats) -> Floats:
    return mixing[:, :, None] * parts if mixing.ndim == 2 else mixing @ parts


def _imaged(imager: Imager, rows: slice, inner: Floats) -> Floats:
    c = imager.per_source
    lines = imager.leads[c * rows.start : c * rows.stop] @ inner
    parts = _mixed(imager.mixing[rows], lines.reshape(-1, c, lines.shape[1]))
    if imager.combined:
        lengths: Floats = np.sqrt((parts * parts).sum(axis=1))
        return lengths
    return parts if imager.vector else parts[:, 0]
