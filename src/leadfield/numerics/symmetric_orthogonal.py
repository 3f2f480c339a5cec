"""Symmetric orthogonalisation: the orthogonal signals that are together closest to given ones."""

import numpy as np
import scipy

from leadfield.base.arrays import Floats
from leadfield.base.errors import DataError
from leadfield.base.log import LOGGER, warn

SINGULAR = 1e-6  # of the largest singular value


def orthogonalized(signals: Floats, *, n_iter: int, tol: float) -> Floats:
    """Mutually orthogonal signals (n, n_times), close to ``signals``, and of lengths of their own.

    It solves the two halves of the problem in turn (Colclough et al. 2015): the orthonormal signals
    that are closest to those given, each times its length, are the polar factor of these; the best
    lengths of orthonormal signals are their products with those given. It ends when the error gets
    less by less than ``tol`` of it, or after ``n_iter`` turns.
    """
    n, n_times = signals.shape
    if n_times < n:
        msg = f"signals must have at least as many times as there are, {n}, got {n_times}"
        raise DataError(msg)
    # In the signals' own space all turns are with matrices of n x n.
    basis, inside = scipy.linalg.qr(signals.T, mode="economic", check_finite=False)
    total = float(np.linalg.norm(inside)) ** 2 or 1.0
    lengths, error, turned = np.ones(n), np.inf, inside
    for turn in range(n_iter):
        left, sizes, right = np.linalg.svd(inside * lengths)
        if not turn:
            _check_rank(sizes)
        turned = left @ right
        lengths = np.einsum("ij,ij->j", inside, turned)
        turned *= lengths
        before, error = error, float(np.linalg.norm(inside - turned)) ** 2 / total
        if before - error <= tol * error:
            LOGGER.debug("Orthogonalised in %d turns, error %g", turn + 1, error)
            break
    else:
        warn(f"signals are still getting closer after {n_iter} turns: raise n_iter, or tol")
    out: Floats = np.ascontiguousarray((basis @ turned).T)
    return out


def _check_rank(sizes: Floats) -> None:
    rank = int((sizes > SINGULAR * sizes[0]).sum())
    if rank < len(sizes):
        msg = (
            f"signals must be linearly independent to be made orthogonal, {len(sizes)} are of rank "
            f"{rank}: take fewer or larger labels, at most as many as the data's rank"
        )
        raise DataError(msg)
