"""Arrays survive the payload bit by bit, however they are packed."""

import numpy as np
import pytest

from leadfield.base.errors import InputError
from leadfield.web.payload import ArrayStore


@pytest.mark.parametrize("delta", [False, True])
@pytest.mark.parametrize("planes", [False, True])
@pytest.mark.parametrize("kind", ["int8", "uint8", "int16", "uint16", "int32", "uint32"])
def test_integers_come_back(unpack, kind, delta, planes):
    limits = np.iinfo(kind)
    array = np.random.default_rng(0).integers(limits.min, limits.max, (7, 3), kind, endpoint=True)
    store = ArrayStore()
    store.add(np.zeros(3, np.int8))
    name = store.add(array, delta=delta, planes=planes)
    found = unpack(store.pack({})).array(name)
    assert found.dtype == kind
    np.testing.assert_array_equal(found, array)


def test_fortran_order_and_an_empty_array_come_back(unpack):
    array = np.asfortranarray(np.arange(6, dtype=np.float32).reshape(2, 3))
    store = ArrayStore()
    names = store.add(array), store.add(np.zeros((0, 3), np.uint16), delta=True, planes=True)
    read = unpack(store.pack({"title": "é"}))
    np.testing.assert_array_equal(read.array(names[0]), array)
    assert read.array(names[1]).shape == (0, 3)
    assert read.header["title"] == "é"


def test_the_same_content_has_the_same_bytes():
    def made():
        store = ArrayStore()
        store.add(np.arange(9, dtype=np.uint16))
        return store.pack({"title": "a"})

    assert made() == made()


@pytest.mark.parametrize(
    "array", [np.zeros(3), np.array([np.nan], np.float32), np.array([np.inf], np.float32)]
)
def test_what_a_page_cannot_read_is_refused(array):
    with pytest.raises(InputError, match="array of a page must"):
        ArrayStore().add(array)


def test_a_header_holds_no_nan():
    with pytest.raises(ValueError, match="not JSON compliant"):
        ArrayStore().pack({"time": float("nan")})
