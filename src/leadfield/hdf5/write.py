"""Writing of HDF5 trees: dicts, lists, numbers, texts, arrays, also in parts, sparse matrices.

The layout is h5io's, so that MNE-Python reads what is written here.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.errors import ArgumentTypeError
from leadfield.base.files import may_write
from leadfield.base.replacing import replacing
from leadfield.hdf5.library import h5py_for


def write_tree(
    path: str | Path, title: str, value: Mapping[str, Any], *, what: str, overwrite: bool
) -> None:
    """Write a dict under ``title`` to the file of ``what``, for errors."""
    h5py = h5py_for(f"save {what}s in HDF5 files")
    with (
        replacing(may_write(path, overwrite=overwrite)) as stream,
        h5py.File(stream, "w") as file,
    ):
        _write(file, title, value)


def _write(group: Any, name: str, value: Any) -> None:
    if isinstance(value, Mapping):
        _write_items(group, name, "dict", {f"key_{key}": one for key, one in value.items()})
    elif isinstance(value, list | tuple):
        kind = "list" if isinstance(value, list) else "tuple"
        _write_items(group, name, kind, {f"idx_{i}": one for i, one in enumerate(value)})
    elif hasattr(value, "indptr"):
        parts = {"data": value.data, "indices": value.indices, "indptr": value.indptr}
        _write_items(group, name, "csr_array", {**parts, "shape": tuple(map(int, value.shape))})
    elif isinstance(value, np.ndarray):
        _write_array(group, name, "ndarray", value)
    elif hasattr(value, "blocks"):
        _write_blocks(group, name, value)
    elif value is None:
        _write_array(group, name, "None", [False])
    elif isinstance(value, str):
        _write_array(group, name, "unicode", np.frombuffer(value.encode(), np.uint8))
    elif isinstance(value, int | float):
        _write_array(group, name, "int" if isinstance(value, int) else "float", [value])
    else:
        msg = f"{name} must be a dict, list, number, text or array, got {type(value).__name__}"
        raise ArgumentTypeError(msg)


def _write_items(group: Any, name: str, title: str, items: Mapping[str, Any]) -> None:
    inside = group.create_group(name)
    inside.attrs["TITLE"] = title
    for key, value in items.items():
        _write(inside, key, value)


def _write_blocks(group: Any, name: str, value: Any) -> None:
    """Write an array that comes a run of samples, of its last axis, at a time."""
    for samples, values in value.blocks():
        if name not in group:
            dataset = group.create_dataset(name, shape=value.shape, dtype=values.dtype)
            dataset.attrs["TITLE"] = "ndarray"
        dataset[..., samples] = values
    if name not in group:
        _write_array(group, name, "ndarray", np.empty(value.shape))


def _write_array(group: Any, name: str, title: str, values: Any) -> None:
    group.create_dataset(name, data=values).attrs["TITLE"] = title
