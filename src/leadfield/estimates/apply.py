"""Applying an imaging kernel to components: one pass over blocks of sources that stay in cache.

It goes through the array namespace of the arrays that come, so it runs where they are.
"""

from collections.abc import Iterator

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.precision import as_precise_as
from leadfield.numerics.namespace import AnyArray, empty_like_array, namespace_of
from leadfield.numerics.threads import share

NUMBERS = 200_000  # in a block: 1.6 MB, which a core's cache holds
ELSEWHERE = 50_000_000  # the same on other devices, where few large products are best
WIDTH = 512  # times in a block, at most


def apply_kernel(kernel: ImagingKernel, components: Floats) -> Floats:
    """Activity (n_sources, n_times), or (n_sources, 3, n_times), of components of data.

    ``components`` are (n_components, n_times), real or complex. Norms are real.
    """
    inner = as_precise_as(kernel.leads, kernel.apply_gains(components))
    n_times = components.shape[1]
    example: AnyArray = _real_part(inner[:1, :1]) if kernel.combined else inner
    out: Floats = empty_like_array(kernel.shape(n_times), example)
    runs = [slice(left, min(left + WIDTH, n_times)) for left in range(0, n_times, WIDTH)]
    parts = [(rows, run) for run in runs for rows in _blocks(kernel, inner[:, run])]

    def work(some: Iterator[tuple[slice, slice]]) -> None:
        for rows, run in some:
            out[rows, ..., run] = _source_values(kernel, rows, inner[:, run])

    if isinstance(example, np.ndarray):
        share(work, parts, len(parts))
    else:
        work(iter(parts))
    return out


def compute_power(kernel: ImagingKernel, covariance: Floats) -> Floats:
    """Variance (n_sources,) of activity whose components have this covariance.

    A source's components add up, whether they would be combined or not. A complex covariance
    (a cross-spectral density) must be Hermitian; its variances are real.
    """
    space = namespace_of(covariance)
    inner = kernel.apply_gains(space.matrix_transpose(kernel.apply_gains(covariance)))
    out: Floats = empty_like_array((kernel.n_sources,), _real_part(inner[:1, :1]))
    for rows in _blocks(kernel, inner):
        lines = kernel.lines(rows)
        out[rows] = _real_part(space.sum(space.vecdot(lines @ inner, lines), axis=1))
    return out


def _blocks(kernel: ImagingKernel, inner: AnyArray) -> Iterator[slice]:
    """Runs of sources for a product with ``inner``."""
    numbers = NUMBERS if isinstance(inner, np.ndarray) else ELSEWHERE
    return kernel.blocks(max(64, numbers // (inner.shape[1] * kernel.per_source)))


def _source_values(kernel: ImagingKernel, rows: slice, inner: Floats) -> Floats:
    c = kernel.per_source
    numbers = kernel.leads[c * rows.start : c * rows.stop, :] @ inner
    moments = kernel.mix(rows, kernel.by_source(numbers))
    if kernel.combined:
        return _lengths(moments)
    return moments if kernel.vector else moments[:, 0, :]


def _lengths(moments: AnyArray) -> Floats:
    """Norms (n, k) of vectors (n, c, k), real or complex."""
    space = namespace_of(moments)
    if isinstance(moments, np.ndarray):  # which need not make an array of squares
        squares = np.einsum("nct,nct->nt", moments.real, moments.real)
        if _is_complex(moments):
            squares += np.einsum("nct,nct->nt", moments.imag, moments.imag)
    elif _is_complex(moments):
        squares = space.sum(space.real(moments * space.conj(moments)), axis=1)
    else:
        squares = space.sum(moments * moments, axis=1)
    lengths: Floats = space.sqrt(squares)
    return lengths


def _is_complex(array: AnyArray) -> bool:
    return bool(namespace_of(array).isdtype(array.dtype, "complex floating"))


def _real_part(array: AnyArray) -> AnyArray:
    """The array itself if it is real: some libraries take the real part of complex ones alone."""
    return namespace_of(array).real(array) if _is_complex(array) else array
