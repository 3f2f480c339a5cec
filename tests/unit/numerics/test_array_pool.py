"""A pool of arrays: none overlap, few blocks."""

import numpy as np

from leadfield.numerics.array_pool import BLOCK, ArrayPool


def test_arrays_of_one_block_follow_each_other():
    pool, shape = ArrayPool(), (3, 40)
    arrays = [pool.allocate(shape) for _ in range(BLOCK // (8 * 120) + 2)]
    for number, array in enumerate(arrays):
        array[:] = number
    assert all((array == number).all() for number, array in enumerate(arrays))
    assert len({id(array.base) for array in arrays}) == 2


def test_another_shape_begins_a_block():
    pool = ArrayPool()
    one, other = pool.allocate((2, 3)), pool.allocate((4,))
    assert one.shape == (2, 3)
    assert other.shape == (4,)
    assert not np.shares_memory(one, other)


def test_what_is_large_has_a_block_of_its_own():
    pool, n = ArrayPool(), BLOCK // 8 + 1
    assert pool.allocate((n,)).base.shape == (1, n)
    assert not np.shares_memory(pool.allocate((n,)), pool.allocate((n,)))


def test_arrays_without_numbers():
    assert ArrayPool().allocate((0, 5)).shape == (0, 5)
