"""Spreading over the cortex: what one step does, and that the shortcut changes nothing."""

import numpy as np
import pytest
import scipy

from leadfield.base.errors import InputError
from leadfield.morph.smoothing import nearest_source_matrix, smoothing_matrix
from leadfield.numerics.mesh import neighbours
from leadfield.numerics.mesh_sphere import octahedron
from leadfield.numerics.sparse_rows import SparseRows

N = 258
EDGES = neighbours(octahedron(4)[1], N) + scipy.sparse.eye_array(N, format="csr")
ROWS = SparseRows.of(EDGES)
ALL = SparseRows.of_ones(np.arange(N), N)
SOURCES = np.array([3, 40, 41, 200])
AT_SOURCES = SparseRows.of_ones(SOURCES, N).as_csr().T.toarray()


def plainly(steps):
    """Step by step, on dense matrices."""
    edges, values = EDGES.toarray(), AT_SOURCES.copy()
    has = np.zeros(N)
    has[SOURCES] = 1
    for _ in range(steps):
        count = edges @ has
        values = edges @ (values * has[:, None]) / np.maximum(count, 1)[:, None]
        has = (count > 0).astype(float)
    return values, int((has == 0).sum())


@pytest.mark.parametrize("steps", [1, 2, 5, 12])
def test_any_number_of_steps_is_the_plain_computation(steps):
    expected, missing = plainly(steps)
    matrix, done, left_out = smoothing_matrix(ALL, ROWS, SOURCES, steps)
    np.testing.assert_allclose(matrix.as_csr().toarray(), expected, atol=1e-14)
    assert (done, left_out) == (steps, missing)


def test_few_rows_are_those_of_all():
    rows = np.array([0, 7, 100])
    few, _, _ = smoothing_matrix(SparseRows.of_ones(rows, N), ROWS, SOURCES, 9)
    every, _, _ = smoothing_matrix(ALL, ROWS, SOURCES, 9)
    np.testing.assert_allclose(few.as_csr().toarray(), every.as_csr().toarray()[rows], atol=1e-14)


def test_without_a_number_it_goes_on_until_the_cortex_is_full():
    matrix, done, missing = smoothing_matrix(ALL, ROWS, SOURCES, None)
    assert missing == 0
    assert plainly(done)[1] == 0
    assert plainly(done - 1)[1] > 0
    np.testing.assert_allclose(matrix.as_csr().sum(axis=1), 1)


def test_no_step_leaves_the_sources():
    matrix, done, missing = smoothing_matrix(ALL, ROWS, SOURCES, 0)
    assert np.array_equal(matrix.as_csr().toarray(), AT_SOURCES)
    assert (done, missing) == (0, N - len(SOURCES))


def test_two_pieces_cannot_be_filled_from_one():
    two = scipy.sparse.block_diag([EDGES, EDGES], format="csr")
    rows = SparseRows.of_ones(np.arange(2 * N), 2 * N)
    with pytest.raises(InputError, match="258 vertices that no path"):
        smoothing_matrix(rows, SparseRows.of(two), SOURCES, None)
    with pytest.raises(InputError, match="in one piece"):
        nearest_source_matrix(two, SOURCES)


def test_the_nearest_source_gives_its_value():
    matrix = nearest_source_matrix(EDGES, SOURCES).as_csr().toarray()
    assert np.array_equal(matrix.sum(axis=1), np.ones(N))
    assert np.array_equal(matrix[SOURCES], np.eye(4))
    hops = scipy.sparse.csgraph.shortest_path(EDGES, unweighted=True, indices=SOURCES)
    assert (hops.T[np.arange(N), matrix.argmax(axis=1)] == hops.min(axis=0)).all()
