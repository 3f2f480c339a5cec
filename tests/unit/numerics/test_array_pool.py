"""ArrayPool for many arrays: all their own, few blocks."""

import numpy as np

from leadfield.numerics.array_pool import BLOCK, ArrayPool


def test_arrays_of_one_block_follow_each_other():
    room, shape = ArrayPool(), (3, 40)
    made = [room.next(shape) for _ in range(BLOCK // (8 * 120) + 2)]
    for number, array in enumerate(made):
        array[:] = number
    assert all((array == number).all() for number, array in enumerate(made))
    assert len({id(array.base) for array in made}) == 2


def test_another_shape_begins_a_block():
    room = ArrayPool()
    one, other = room.next((2, 3)), room.next((4,))
    assert one.shape == (2, 3)
    assert other.shape == (4,)
    assert not np.shares_memory(one, other)


def test_what_is_large_has_a_block_of_its_own():
    room, n = ArrayPool(), BLOCK // 8 + 1
    assert room.next((n,)).base.shape == (1, n)
    assert not np.shares_memory(room.next((n,)), room.next((n,)))


def test_arrays_without_numbers():
    assert ArrayPool().next((0, 5)).shape == (0, 5)
