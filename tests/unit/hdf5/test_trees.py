"""HDF5 trees: what is written is read, and nothing but plain arrays in the file itself."""

import numpy as np
import pytest
import scipy

from leadfield.base.errors import ArgumentTypeError, FormatError, InputError, OverwriteError
from leadfield.hdf5.read import as_number, as_text, read_tree
from leadfield.hdf5.write import write_tree

h5py = pytest.importorskip("h5py")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "some.h5"


def write(path, overwrite=False, **value):
    write_tree(path, "mine", value, what="thing", overwrite=overwrite)


def read(path):
    return read_tree(path, "mine", "thing")


def test_nested_values_come_back(path):
    matrix = scipy.sparse.csr_array(np.array([[0, 2.5], [0, 0], [1, 0]]))
    write(
        path,
        arrays=[np.arange(3), np.zeros((2, 0))],
        inner={"text": "Änne", "none": None, "empty": ""},
        numbers=(3, 0.5, True),
        matrix=matrix,
        waves=np.array([1j, 2]),
    )
    found = read(path)
    assert [one.tolist() for one in found["arrays"]] == [[0, 1, 2], [[], []]]
    assert {key: as_text(one) for key, one in found["inner"].items()} == {
        "text": "Änne",
        "none": None,
        "empty": "",
    }
    assert [as_number(one) for one in found["numbers"]] == [3, 0.5, True]
    assert np.array_equal(found["matrix"].toarray(), matrix.toarray())
    assert found["waves"].tolist() == [1j, 2]


def test_what_is_no_plain_value_is_not_written(path):
    with pytest.raises(ArgumentTypeError, match="thing must be a dict"):
        write(path, thing={1, 2})
    assert not path.exists()


def test_a_file_is_kept_unless_it_may_be_replaced(path):
    write(path, a=1)
    with pytest.raises(OverwriteError):
        write(path, a=2)
    write(path, overwrite=True, a=2)
    assert as_number(read(path)["a"]) == 2


def edited(path, edit):
    """A file of which one node is another."""
    write(path, plain=np.arange(3), group={"inside": np.arange(2)})
    with h5py.File(path, "a") as file:
        del file["mine/key_plain"]
        edit(file["mine"])
    return path


def virtual(group):
    layout = h5py.VirtualLayout(shape=(2,), dtype="f8")
    layout[:] = h5py.VirtualSource(group.file.filename, "mine/key_group/key_inside", shape=(2,))
    group.create_virtual_dataset("key_plain", layout)


def outside(group):
    storage = [("/etc/hostname", 0, 8)]
    group.create_dataset("key_plain", shape=(1,), dtype="f8", external=storage)


def matrix(group, **parts):
    held = {"data": [1.0], "indices": [0], "indptr": [0, 1], "shape": None}
    inside = group.create_group("key_plain")
    for name, values in {**held, **parts}.items():
        if values is not None:
            inside[name] = np.asarray(values)
    if "shape" not in parts:
        inside["shape/idx_0"], inside["shape/idx_1"] = [1], [1]


def holds(value):
    """Edit that puts a value in."""
    return lambda group: group.__setitem__("key_plain", value)


def claims(*shape, **storage):
    """Edit that puts in an array of which nothing is written."""
    return lambda group: group.create_dataset("key_plain", shape, "f8", **storage)


def sparse(**parts):
    """Edit that puts in a sparse matrix."""
    return lambda group: matrix(group, **parts)


EDITS = {
    "a link to another file": holds(h5py.ExternalLink("/etc/passwd", "/")),
    "a soft link": holds(h5py.SoftLink("/mine/key_group")),
    "the group it is in": lambda group: group.__setitem__("key_plain", group),
    "a node that was read": lambda group: group.__setitem__("key_plain", group["key_group"]),
    "a reference": lambda group: group.__setitem__("key_plain", group.ref),
    "a type": holds(np.dtype("f8")),
    "a text of any length": holds("text"),
    "a record": holds(np.zeros(2, [("a", "f8"), ("b", "i4")])),
    "five axes": holds(np.zeros((1,) * 5)),
    "nothing": holds(h5py.Empty("f8")),
    "more than the file": claims(10**9),
    "more than compression gives": claims(10**7, compression="gzip"),
    "large chunks": claims(4, chunks=(10**7,), maxshape=(None,)),
    "another filter": claims(400, compression="lzf"),
    "a virtual array": virtual,
    "an array elsewhere": outside,
    "data of two axes": sparse(data=[[1.0]]),
    "a column too far": sparse(indices=[1]),
    "a column below 0": sparse(indices=[-1]),
    "a row too long": sparse(indptr=[0, 2]),
    "a late start": sparse(indptr=[1, 1]),
    "starts whose differences wrap round": sparse(
        indptr=np.array([0, 2**31 - 1, -(2**31), -1, 1], np.int32),
        shape=None,
        **{"shape/idx_0": [4], "shape/idx_1": [1]},
    ),
    "NaN": sparse(data=[np.nan]),
    "complex values": sparse(data=[1j]),
    "a shape that is an array": sparse(shape=[1, 1]),
    "a list with a gap": lambda group: group.create_group("key_plain").__setitem__("idx_1", [1]),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_is_no_plain_array_in_the_file_is_refused(path, edit):
    with pytest.raises(FormatError):
        read(edited(path, edit))


def test_a_sparse_matrix_that_is_right_is_read(path):
    assert read(edited(path, sparse()))["plain"].toarray().tolist() == [[1]]


def test_a_tree_is_not_too_deep(path):
    value = {}
    for _ in range(20):
        value = {"a": value}
    write(path, **value)
    with pytest.raises(FormatError, match="at most 16 levels"):
        read(path)


def test_another_title_is_no_such_file(path):
    write(path, a=1)
    with pytest.raises(FormatError, match="'other' must be there"):
        read_tree(path, "other", "thing")


def test_an_array_is_no_dict(path):
    with h5py.File(path, "w") as file:
        file["mine"] = [1, 2]
    with pytest.raises(FormatError, match="must be a dict that holds the thing"):
        read(path)


def test_other_bytes_are_no_hdf5_file(path):
    path.write_bytes(b"something else entirely")
    with pytest.raises(FormatError, match="must be in an HDF5 file"):
        read(path)


@pytest.mark.parametrize("held", [None, 3.0, np.arange(3), np.array([True, False]), {"a": 1}])
def test_what_is_no_text_is_refused(held):
    with pytest.raises(InputError, match="a text must come"):
        as_text(held)


def test_a_text_is_in_utf_8():
    with pytest.raises(InputError, match="UTF-8"):
        as_text(np.array([255, 254], np.uint8))


@pytest.mark.parametrize("held", [None, [], np.arange(3)])
def test_what_is_no_number_is_refused(held):
    with pytest.raises(InputError, match="a number must come"):
        as_number(held)
