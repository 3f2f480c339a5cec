"""Read-only arrays."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pytest
import scipy.sparse

from leadfield.base.arrays import lock_arrays, locked, never_falls
from leadfield.base.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Value:
    """Something that holds arrays in every way."""

    alone: np.ndarray
    several: tuple
    nested: tuple
    by_name: dict
    sparse: scipy.sparse.csr_array
    name: str = "x"

    def __post_init__(self):
        lock_arrays(self)


@pytest.fixture
def arrays():
    return [np.arange(3.0) + i for i in range(3)]


@pytest.fixture
def value(arrays):
    alone, one, other = arrays
    return Value(
        alone=alone,
        several=(one, 1),
        nested=((one, one), ()),
        by_name={"a": other},
        sparse=scipy.sparse.csr_array(np.eye(3)),
    )


@pytest.mark.parametrize(
    "pick",
    [
        lambda v: v.alone,
        lambda v: v.several[0],
        lambda v: v.nested[0][1],
        lambda v: v.by_name["a"],
        lambda v: v.sparse.data,
        lambda v: v.sparse.indices,
    ],
    ids=[
        "alone",
        "in a tuple",
        "in a tuple of tuples",
        "in a dict",
        "sparse data",
        "sparse indices",
    ],
)
def test_no_array_of_a_value_can_be_written_to(value, pick):
    with pytest.raises(ValueError, match="read-only"):
        pick(value)[0] = 7


def test_locking_copies_nothing_and_leaves_the_given_array_open(value, arrays):
    assert np.shares_memory(value.alone, arrays[0])
    arrays[0][0] = 7
    assert value.alone[0] == 7


def test_a_shape_that_does_not_fit_is_an_error():
    with pytest.raises(InputError, match=r"gain must have shape any x 3, got \(2, 2\)"):
        locked(np.eye(2), shape=(None, 3), name="gain")


def test_what_is_locked_already_is_left_as_it_is(value):
    again = Value(
        alone=value.alone,
        several=value.several,
        nested=value.nested,
        by_name=value.by_name,
        sparse=value.sparse,
    )
    names = ("alone", "several", "nested", "by_name", "sparse")
    assert all(getattr(again, name) is getattr(value, name) for name in names)


def test_a_mapping_that_computes_what_it_gives_stays_what_it_is():
    class View(Mapping):
        def __getitem__(self, key):
            return [key]

        def __iter__(self):
            return iter("ab")

        def __len__(self):
            return 2

    view = View()
    empty = scipy.sparse.csr_array(np.eye(1))
    value = Value(alone=np.ones(1), several=(), nested=(), by_name=view, sparse=empty)
    assert value.by_name is view


class TestOrder:
    def test_of_numbers_that_grow_or_stay(self):
        assert never_falls(np.array([0, 3, 3, 9]))
        assert not never_falls(np.array([0, 3, 3, 9]), grows=True)
        assert never_falls(np.array([0, 3, 9]), grows=True)

    @pytest.mark.parametrize("dtype", [np.int32, np.int64])
    def test_is_not_fooled_by_differences_that_wrap_round(self, dtype):
        limits = np.iinfo(dtype)
        values = np.array([0, limits.max, limits.min, -1, 4], dtype)
        assert (np.diff(values) >= 0).all()
        assert not never_falls(values)
