"""Power of sources as quadratic forms: of products of components, which many samples share.

The power of a source whose lines are q (c, n) in samples x (k, n) is the sum of (q xᵀ)², or
that of ``qᵀq`` times ``xᵀx``: symmetric matrices, of which a half is kept, packed. The second way
costs the same for any number of samples, and for any number of sources that are averaged.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.numerics.threads import share

NUMBERS = 2**22  # in a block of intermediate values: 32 MB
FORMS = 2**23  # numbers in a block of forms: 64 MB, tall enough for fast products
SQUARES = 2**20  # numbers in a block of square matrices: 8 MB
WHOLE = 40  # rows of a symmetric matrix that is multiplied out, and packed after that
# Packing a form costs what this many samples would.
PACKING = 20

# Samples (n_points, k, n) come with the group of points that they belong to.
Parts = Iterable[tuple[int, Floats]]
AddPower = Callable[[Parts, int, Floats], None]


def packed_length(n: int) -> int:
    """Numbers in a packed symmetric matrix of n rows."""
    return n * (n + 1) // 2


def add_products(samples: Floats, packed: Floats) -> None:
    """Add the products xᵀx of samples (n_points, k, n) to packed ones (n_points, m)."""
    height = max(1, SQUARES // samples.shape[2] ** 2)
    starts = range(0, len(samples), height)

    def work(some: Iterator[int]) -> None:
        for top in some:
            points = slice(top, top + height)
            _add_triangles(samples[points], packed[points])

    share(work, starts, len(starts))


def _add_triangles(samples: Floats, packed: Floats) -> None:
    """The same, packed as the square below the two triangles of halves, then those."""
    n_points, _, n = samples.shape
    if n <= WHOLE:
        packed += (samples.mT @ samples).reshape(n_points, -1)[:, _triangle(n)]
        return
    half = n // 2
    first, last = samples[..., :half], samples[..., half:]
    square = half * (n - half)
    both = square + packed_length(half)
    packed[:, :square] += (last.mT @ first).reshape(n_points, -1)
    _add_triangles(first, packed[:, square:both])
    _add_triangles(last, packed[:, both:])


@cache
def _triangle(n: int) -> Ints:
    """Where in a matrix (n, n) its lower triangle is."""
    rows, columns = np.tril_indices(n)
    places: Ints = rows * n + columns
    return places


def _weigh(forms: Floats, n: int) -> None:
    """Let what is off the diagonal of packed forms stand for its mirror image, too."""
    diagonal = np.zeros((1, packed_length(n)))
    add_products(np.eye(n)[np.newaxis], diagonal)
    forms *= 2 - diagonal


def square_forms(lines: Floats) -> Floats:
    """Packed forms (n_sources, m) of lines (n_sources, c, n), to multiply packed products with."""
    n = lines.shape[2]
    forms = np.zeros((len(lines), packed_length(n)))
    add_products(lines, forms)
    _weigh(forms, n)
    return forms


def add_forms(kernel: ImagingKernel, packed: Floats, out: Floats) -> None:
    """Add each source's power in packed products (n_groups * n_points, m) to ``out``."""
    for rows in kernel.blocks(max(1, FORMS // packed.shape[1])):
        power = square_forms(kernel.lines(rows)) @ packed.T
        out[rows] += power.reshape(-1, *out.shape[1:])


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
    """What adds the power of each source in several samples to an array.

    It takes samples and groups, how many samples there are at a point in all, and the array
    (n_sources, n_groups, n_points).
    """

    def add(parts: Parts, n_samples: int, out: Floats) -> None:
        if forms_pay(kernel, out[0].size, n_samples):
            add_forms(kernel, collect_products(parts, kernel.n_components, out.shape[1:]), out)
            return
        for group, samples in parts:
            add_squares(kernel, samples, out[:, group])

    return add


def power_of_labels(kernel: ImagingKernel, labels: Sequence[Ints]) -> AddPower:
    """The same of the mean power of the sources in each label, whose rows are given."""
    n = kernel.n_components
    forms = np.zeros((len(labels), packed_length(n)))

    def work(some: Iterator[int]) -> None:
        for i in some:
            # One source of all lines has the sum of their power.
            add_products(kernel.lines(labels[i]).reshape(1, -1, n), forms[i : i + 1])

    share(work, range(len(labels)), len(labels))
    forms /= np.array([[len(rows)] for rows in labels])
    _weigh(forms, n)

    def add(parts: Parts, n_samples: int, out: Floats) -> None:  # noqa: ARG001
        packed = collect_products(parts, n, out.shape[1:])
        out += (forms @ packed.T).reshape(out.shape)

    return add


def collect_products(parts: Parts, n: int, shape: tuple[int, ...]) -> Floats:
    """Packed products (n_groups * n_points, m) of all samples, of groups and points of a shape."""
    packed = np.zeros((*shape, packed_length(n)))
    for group, samples in parts:
        add_products(samples, packed[group])
    return packed.reshape(-1, packed.shape[-1])
