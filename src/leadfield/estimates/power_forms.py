"""Power of sources as quadratic forms: of products of components, which many samples share.

The power of a source whose lines are q (c, n) in samples x (k, n) is the sum of (q xᵀ)², or
that of ``qᵀq`` times ``xᵀx``: symmetric matrices, of which a half is kept, packed. The second way
costs the same for any number of samples, and for any number of sources that are averaged.
"""

from collections.abc import Callable, Iterable

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.estimates.imaging_kernel import ImagingKernel

NUMBERS = 2**22  # in a block of intermediate values: 32 MB
# Packing costs per product what this many samples would.
PACKING = 20

AddPower = Callable[[Iterable[Floats], int, Floats], None]


def packed_length(n: int) -> int:
    """Numbers in a packed symmetric matrix of n rows."""
    return n * (n + 1) // 2


def add_products(samples: Floats, packed: Floats) -> None:
    """Add the products xᵀx of samples (n_points, k, n) to packed ones (n_points, m)."""
    n = samples.shape[2]
    places = _packed_places(n)
    height = max(1, NUMBERS // (4 * n * n))
    for top in range(0, len(samples), height):
        some = samples[top : top + height]
        products = some.mT @ some
        packed[top : top + height] += products.reshape(len(some), -1)[:, places]


def square_forms(lines: Floats) -> Floats:
    """Packed forms (n_sources, m) of lines (n_sources, c, n), to multiply packed products with."""
    n = lines.shape[2]
    forms = (lines.mT @ lines).reshape(len(lines), -1)[:, _packed_places(n)]
    # What is off the diagonal stands for its mirror image, too.
    rows, columns = np.tril_indices(n)
    forms *= np.where(rows == columns, 1.0, 2.0)
    return forms


def _packed_places(n: int) -> Ints:
    rows, columns = np.tril_indices(n)
    places: Ints = rows * n + columns
    return places


def add_forms(kernel: ImagingKernel, packed: Floats, out: Floats) -> None:
    """Add the power of each source in packed products (n_points, m) to ``out`` (n, n_points)."""
    height = max(1, NUMBERS // (2 * kernel.n_components**2))
    for rows in kernel.blocks(height):
        out[rows] += square_forms(kernel.lines(rows)) @ packed.T


def add_squares(kernel: ImagingKernel, samples: Floats, out: Floats) -> None:
    """Add the power of each source in samples (n_points, k, n) to ``out`` (n, n_points)."""
    n_points, k, n = samples.shape
    flat = samples.reshape(-1, n).T
    for rows in kernel.blocks(max(1, NUMBERS // (3 * n_points * k))):
        lines = kernel.lines(rows)
        values = (lines.reshape(-1, n) @ flat).reshape(*lines.shape[:2], n_points, k)
        out[rows] += np.einsum("scpk,scpk->sp", values, values)


def forms_pay(kernel: ImagingKernel, n_points: int, n_samples: int) -> bool:
    """Whether forms cost less than squares for ``n_samples`` at each of so many points."""
    n = kernel.n_components
    return n * (1 + PACKING / n_points) < 2 * kernel.per_source * n_samples


def power_of_sources(kernel: ImagingKernel) -> AddPower:
    """What adds the power of each source in several samples (n_points, k, n) to an array.

    It takes samples, how many there are at a point in all, and the array (n_sources, n_points).
    """

    def add(parts: Iterable[Floats], n_samples: int, out: Floats) -> None:
        if forms_pay(kernel, out.shape[1], n_samples):
            add_forms(kernel, collect_products(parts, kernel.n_components, out.shape[1]), out)
            return
        for samples in parts:
            add_squares(kernel, samples, out)

    return add


def power_of_labels(kernel: ImagingKernel, labels: Iterable[Ints]) -> AddPower:
    """The same of the mean power of the sources in each label, whose rows are given."""
    forms = np.concatenate([_mean_form(kernel.lines(rows)) for rows in labels])

    def add(parts: Iterable[Floats], n_samples: int, out: Floats) -> None:  # noqa: ARG001
        out += forms @ collect_products(parts, kernel.n_components, out.shape[1]).T

    return add


def _mean_form(lines: Floats) -> Floats:
    return square_forms(lines.reshape(1, -1, lines.shape[2])) / len(lines)


def collect_products(parts: Iterable[Floats], n: int, n_points: int) -> Floats:
    """Packed products (n_points, m) of all samples."""
    packed = np.zeros((n_points, packed_length(n)))
    for samples in parts:
        add_products(samples, packed)
    return packed
