"""Adjacency of labels: which hold sources that are neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import scipy

from leadfield.base.arrays import Ints

if TYPE_CHECKING:
    from scipy.sparse import coo_array


def adjacency_of_groups(rows: Sequence[Ints], adjacency: coo_array) -> coo_array:
    """Ones (n_groups, n_groups) where some of one group's rows are neighbours of another's."""
    n = len(rows)
    columns = np.concatenate([np.empty(0, np.int64), *rows])
    starts = np.cumsum([0, *map(len, rows)])
    content = (np.ones(len(columns)), columns, starts)
    members = scipy.sparse.csr_array(content, shape=(n, adjacency.shape[0]))
    one, other = (members @ adjacency.tocsr() @ members.T).nonzero()
    return scipy.sparse.coo_array((np.ones(len(one)), (one, other)), shape=(n, n))
