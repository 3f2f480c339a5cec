"""Memory that is used again."""

import numpy as np

from leadfield.numerics.scratch import Scratch, take_rows


def test_arrays_of_any_shape_are_the_same_memory():
    scratch = Scratch(3, 24)
    first, second = scratch.arrays(4, 6), scratch.arrays(5, 2)
    assert first.shape == (3, 4, 6)
    assert second.shape == (3, 5, 2)
    assert all(np.shares_memory(a, b) for a, b in zip(first, second, strict=True))


def test_the_arrays_of_one_shape_do_not_overlap():
    a, b = Scratch(2, 10).arrays(3, 2)
    a[:], b[:] = 1, 2
    assert (a == 1).all()
    assert a.flags.c_contiguous
    assert not np.shares_memory(a, b)


def test_rows_are_taken_into_the_room_there_is():
    source, out = np.arange(12.0).reshape(4, 3), np.empty((2, 2, 3))
    take_rows(source, np.array([[3, 0], [1, 1]]), out)
    assert np.array_equal(out, source[[[3, 0], [1, 1]]])
