"""Stacks of small symmetric matrices, 1 x 1 or 3 x 3: eigenvalues, square roots, Cholesky.

A stack of n matrices is packed as (1, n), or as (6, n) with rows xx, xy, xz, yy, yz, zz, so
that every formula is vectorised over all n of them.
"""

from functools import cache

import numpy as np

from leadfield.base.arrays import Floats, Ints

# Eigenvalues below this share of the largest count as 0: a source inside a sphere has a
# direction that no magnetometer sees.
NULL_EIGENVALUE = 1e-7
# Below this ratio of eigenvalues the closed form loses digits.
ILL_CONDITIONED = 1e-5


@cache
def upper_triangle(n: int) -> tuple[Ints, Ints]:
    """Rows and columns of what is packed of n x n matrices; finding them takes NumPy long."""
    return np.triu_indices(n)


def pack(blocks: Floats) -> Floats:
    """Packed form of symmetric blocks (n, 1, 1) or (n, 3, 3)."""
    row, column = upper_triangle(blocks.shape[1])
    packed: Floats = np.ascontiguousarray(blocks[:, row, column].T)
    return packed


def unpack(packed: Floats) -> Floats:
    """Blocks (n, 1, 1) or (n, 3, 3) of a packed form."""
    if len(packed) == 1:
        return packed.T[:, :, np.newaxis]
    order = np.array([[0, 1, 2], [1, 3, 4], [2, 4, 5]])
    return np.ascontiguousarray(packed[order].transpose(2, 0, 1))


def outer(vectors: Floats) -> Floats:
    """Packed outer products v vᵀ of vectors (n, 1) or (n, 3)."""
    row, column = upper_triangle(vectors.shape[1])
    packed: Floats = np.ascontiguousarray((vectors[:, row] * vectors[:, column]).T)
    return packed


def largest_eigenvalue(packed: Floats) -> Floats:
    """Largest eigenvalue (n,) of packed 3 x 3 matrices, in closed form (Smith 1961)."""
    xx, xy, xz, yy, yz, zz = packed
    mean = (xx + yy + zz) / 3
    x, y, z = xx - mean, yy - mean, zz - mean
    radius = np.sqrt((x * x + y * y + z * z + 2 * (xy * xy + xz * xz + yz * yz)) / 6)
    cube = 2 * radius**3
    volume = determinant(np.stack([x, xy, xz, y, yz, z]))
    cosine = np.divide(volume, cube, out=np.ones_like(cube), where=cube > 0)
    largest: Floats = mean + 2 * radius * np.cos(np.arccos(np.clip(cosine, -1, 1)) / 3)
    return largest


def determinant(packed: Floats) -> Floats:
    """Determinant (n,) of packed 3 x 3 matrices."""
    xx, xy, xz, yy, yz, zz = packed
    out: Floats = xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz)
    return out


def inverse_root(packed: Floats) -> tuple[Floats, Floats]:
    """Packed inverse square roots M^(-½), and the trace (n,) of M^½, of positive matrices.

    Where an eigenvalue is 0, the inverse is a pseudo-inverse.
    """
    if len(packed) == 1:
        root = np.sqrt(np.maximum(packed, 0))
        return np.divide(1, root, out=np.zeros_like(root), where=root > 0), root[0]
    # The two smaller eigenvalues only as sum and product: apart they lose digits if nearly equal.
    large = largest_eigenvalue(packed)
    rest = packed[0] + packed[3] + packed[5] - large
    product = np.divide(determinant(packed), large, out=np.zeros_like(large), where=large > 0)
    ill_conditioned = ~(product > ILL_CONDITIONED * large * rest)
    large, rest, product = (np.where(ill_conditioned, 1, x) for x in (large, rest, product))
    a, bc = np.sqrt(large), np.sqrt(product)
    b_plus_c = np.sqrt(rest + 2 * bc)
    # Cayley-Hamilton for the root U = M^½ with invariants I, II, III:
    # U = (I III + (I² - II) M - M²) / (I II - III), U⁻¹ = (M - I U + II) / III
    first, second, third = a + b_plus_c, a * b_plus_c + bc, a * bc
    diagonal = np.array([1.0, 0, 0, 1, 0, 1])[:, np.newaxis]
    square = _squared(packed)
    root = first * third * diagonal + (first**2 - second) * packed - square
    root /= first * second - third
    inverse: Floats = (packed - first * root + second * diagonal) / third
    if ill_conditioned.any():
        inverse[:, ill_conditioned], first[ill_conditioned] = _by_eigenvectors(
            packed[:, ill_conditioned]
        )
    return inverse, first


def _squared(packed: Floats) -> Floats:
    xx, xy, xz, yy, yz, zz = packed
    return np.stack(
        [
            xx * xx + xy * xy + xz * xz,
            xx * xy + xy * yy + xz * yz,
            xx * xz + xy * yz + xz * zz,
            xy * xy + yy * yy + yz * yz,
            xy * xz + yy * yz + yz * zz,
            xz * xz + yz * yz + zz * zz,
        ]
    )


def _by_eigenvectors(packed: Floats) -> tuple[Floats, Floats]:
    values, vectors = np.linalg.eigh(unpack(packed))
    nonzero = values > NULL_EIGENVALUE * values[:, -1:]
    roots = np.sqrt(np.where(nonzero, values, 0))
    inverse = np.divide(1, roots, out=np.zeros_like(roots), where=nonzero)
    return pack((vectors * inverse[:, np.newaxis]) @ vectors.swapaxes(1, 2)), roots.sum(axis=1)


def cholesky_factor(packed: Floats) -> Floats:
    """Upper triangular F (n, 1, 1) or (n, 3, 3) with Fᵀ F = M, where M may be singular."""
    if len(packed) == 1:
        return np.sqrt(np.maximum(packed, 0)).T[:, :, np.newaxis]
    xx, xy, xz, yy, yz, zz = packed
    out = np.zeros((packed.shape[1], 3, 3), packed.dtype)
    out[:, 0, 0], over = _pivot(xx)
    out[:, 0, 1], out[:, 0, 2] = xy * over, xz * over
    out[:, 1, 1], over = _pivot(yy - out[:, 0, 1] ** 2)
    out[:, 1, 2] = (yz - out[:, 0, 1] * out[:, 0, 2]) * over
    out[:, 2, 2], _ = _pivot(zz - out[:, 0, 2] ** 2 - out[:, 1, 2] ** 2)
    return out


def _pivot(square: Floats) -> tuple[Floats, Floats]:
    root = np.sqrt(np.maximum(square, 0))
    return root, np.divide(1, root, out=np.zeros_like(root), where=root > 0)
