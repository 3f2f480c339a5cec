"""Adjacency along several dimensions: ``combine_adjacency``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.base.checks import whole
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.statistics.adjacency import combined, path

if TYPE_CHECKING:
    from scipy.sparse import coo_array


@public("leadfield.stats")
def combine_adjacency(*structure: Any) -> coo_array:
    """Combine the adjacency along several dimensions, such as times, frequencies and sensors.

    Parameters
    ----------
    *structure : int | array | sparse matrix
        Of each dimension the number of its elements, which then are neighbours one after the
        other, or ones where they are neighbours. Zeros alone keep its elements apart.

    Returns
    -------
    adjacency : coo_array, shape (n, n)
        Ones for neighbours along one dimension that are equal in the others, and on the diagonal;
        elements are ordered as those of an array, the last dimension fastest.

    See Also
    --------
    permutation_cluster_test : Takes it.
    leadfield.spatial_src_adjacency : That of sources.

    Examples
    --------
    >>> combine_adjacency(2, 3).toarray().astype(int)
    array([[1, 1, 0, 1, 0, 0],
           [1, 1, 1, 0, 1, 0],
           [0, 1, 1, 0, 0, 1],
           [1, 0, 0, 1, 1, 0],
           [0, 1, 0, 1, 1, 1],
           [0, 0, 1, 0, 1, 1]])
    """
    if not structure:
        msg = "structure must hold a dimension or more, got none"
        raise InputError(msg)
    return combined([_dimension(f"structure[{i}]", one) for i, one in enumerate(structure)])


def _dimension(name: str, one: Any) -> Any:
    """A sparse matrix of ones."""
    import scipy  # slow to load

    if isinstance(one, int | np.integer):
        return path(whole(name, one, least=1))
    if not (isinstance(one, np.ndarray) or hasattr(one, "tocoo")):
        msg = f"{name} must be a whole number or a matrix, got {one!r}"
        raise ArgumentTypeError(msg)
    if one.ndim != 2 or one.shape[0] != one.shape[1]:
        msg = f"{name} must be square, got shape {one.shape}"
        raise InputError(msg)
    matrix = scipy.sparse.coo_array(one)
    wrong = (matrix.data != 0) & (matrix.data != 1) & (matrix.row != matrix.col)
    if wrong.any():
        msg = f"{name} must hold zeros and ones, got {matrix.data[wrong][0]}"
        raise InputError(msg)
    return matrix
