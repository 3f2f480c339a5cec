"""Reading of HDF5 trees: dicts, lists, sparse matrices, and plain arrays of numbers, nothing else.

Files are laid out as h5io lays them out. Names and types say what a node is; the attributes
(``TITLE``), whose texts may claim any length, are not read. Nothing that a file holds is evaluated,
loaded or followed to another file, and memory is bounded by the file's size.
"""

import math
from pathlib import Path
from types import ModuleType
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import never_falls
from leadfield.base.errors import FormatError, InputError
from leadfield.base.files import existing
from leadfield.base.foreign_formats import HDF5, HEAD, other_format
from leadfield.hdf5.library import h5py_for

DEEPEST = 16
MOST_AXES = 4
LEAST_BYTES = 65536  # short texts are compressed, and then longer than what the file has of them
FILTERS = {1, 2, 3}  # gzip, shuffle, checksums: those that are part of HDF5 itself
NUMBERS = "biufc"
SPARSE = {"data", "indices", "indptr"}
BROKEN = (OSError, RuntimeError, KeyError, ValueError, TypeError, AttributeError, OverflowError)


def read_tree(path: str | Path, title: str, what: str) -> dict[str, Any]:
    """The dict under ``title`` in the file of ``what``, for errors."""
    h5py = h5py_for(f"read {what}s in HDF5 files")
    file_path = existing(path, what)
    try:
        with h5py.File(file_path, "r") as file:
            found = _Nodes(h5py, file_path.stat().st_size).read(file, title)
    except InputError as problem:
        raise FormatError(file_path, str(problem)[:300]) from problem
    except BROKEN as problem:
        msg = f"the {what} must be in an HDF5 file, got {str(problem)[:120]}"
        head = file_path.read_bytes()[:HEAD]
        raise other_format(file_path, head, msg, family=[HDF5]) from problem
    if not isinstance(found, dict):
        msg = f"{title!r} must be a dict that holds the {what}, got {type(found).__name__}"
        raise FormatError(file_path, msg)
    return found


def as_text(held: object) -> str | None:
    """The text, or None, that an array of a tree stands for."""
    match held:
        case np.ndarray(dtype=np.dtypes.UInt8DType(), ndim=1):
            try:
                return held.tobytes().decode()
            except UnicodeDecodeError as problem:
                msg = f"texts must be in UTF-8: {problem}"
                raise InputError(msg) from problem
        case np.ndarray(dtype=np.dtypes.BoolDType(), size=1):
            return None
    msg = f"a text must come, got {str(held)[:40]!r}"
    raise InputError(msg)


def as_number(held: object) -> Any:
    """The number, or truth value, that an array of a tree stands for."""
    if isinstance(held, np.ndarray) and held.size == 1:
        return held.ravel()[0].item()
    msg = f"a number must come, got {str(held)[:40]!r}"
    raise InputError(msg)


@final
class _Nodes:
    """Nodes of an open file, each of which is read once, with the library and the file's size."""

    def __init__(self, h5py: ModuleType, size: int) -> None:
        self._h5py, self._size = h5py, size
        self._read: set[int] = set()

    def read(self, group: Any, name: str, depth: int = 0) -> Any:
        """The value of a node of a group."""
        if not isinstance(group.get(name, getlink=True), self._h5py.HardLink):
            msg = f"{name!r} must be there, and lie in this very file"
            raise InputError(msg)
        node = group[name]
        address = self._h5py.h5o.get_info(node.id).addr
        if address in self._read or depth > DEEPEST:
            msg = f"nodes must be a tree of at most {DEEPEST} levels, {name!r} is not in one"
            raise InputError(msg)
        self._read.add(address)
        if isinstance(node, self._h5py.Group):
            return self._group(node, depth + 1)
        if isinstance(node, self._h5py.Dataset):
            return self._array(node)
        msg = f"{name!r} must be a group or an array"
        raise InputError(msg)

    def _group(self, group: Any, depth: int) -> Any:
        """A sparse matrix, a list or a dict, as names say."""
        names = list(group)
        if set(names) >= SPARSE:
            return _sparse(group.name, {name: self.read(group, name, depth) for name in names})
        if names and all(name.startswith("idx_") for name in names):
            return [self.read(group, f"idx_{i}", depth) for i in range(len(names))]
        return {name.removeprefix("key_"): self.read(group, name, depth) for name in names}

    def _array(self, node: Any) -> NDArray[Any]:
        """A plain array of numbers that lies in the file itself and is no larger than it."""
        plan = node.id.get_create_plist()
        filters = {plan.get_filter(i)[0] for i in range(plan.get_nfilters())}
        most = max(self._size, LEAST_BYTES if node.chunks else 0)
        plain = (
            node.dtype.kind in NUMBERS
            and node.shape is not None
            and node.ndim <= MOST_AXES
            and not node.is_virtual
            and not node.external
            and filters <= FILTERS
            and math.prod(node.chunks or ()) * node.dtype.itemsize <= most
            and node.nbytes <= most
        )
        if not plain:
            msg = (
                f"{node.name!r} must be an array of numbers in the file itself, no larger than it, "
                f"got {node.dtype} {node.shape}"
            )
            raise InputError(msg)
        return np.asarray(node[()])


def _sparse(name: str, parts: dict[str, Any]) -> Any:
    """A matrix by rows, whose indices are in bounds and whose values are finite."""
    arrays = data, columns, starts = parts["data"], parts["indices"], parts["indptr"]
    if not all(isinstance(one, np.ndarray) and one.ndim == 1 for one in arrays):
        msg = f"{name!r} must be a sparse matrix of three arrays"
        raise InputError(msg)
    shape = tuple(map(as_number, parts.get("shape", ())))
    kinds = (data.dtype.kind, columns.dtype.kind, starts.dtype.kind)
    valid = (
        kinds == ("f", "i", "i")
        and [type(n) for n in shape] == [int, int]
        and len(starts) == shape[0] + 1
        and starts[0] == 0
        and starts[-1] == len(data) == len(columns)
        and never_falls(starts)
        and (len(columns) == 0 or 0 <= columns.min() <= columns.max() < shape[1])
        and np.isfinite(data).all()
    )
    if not valid:
        msg = f"{name!r} must be a sparse matrix with finite values inside its shape"
        raise InputError(msg)
    import scipy

    return scipy.sparse.csr_array((data, columns, starts), shape=shape)
