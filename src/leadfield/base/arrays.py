"""Read-only arrays: locking them, alone and in frozen dataclasses; names of array types."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.base.errors import InputError

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
# Corners of large meshes: 32 bits take half the memory. They index; to compute, widen them.
Corners = NDArray[np.signedinteger[Any]]
Bools = NDArray[np.bool_]


def locked(
    x: ArrayLike,
    dtype: Any = np.float64,
    *,
    shape: tuple[int | None, ...] | None = None,
    name: str = "array",
) -> NDArray[Any]:
    """Read-only view of ``x`` as an array of ``dtype``; copies only to convert.

    ``shape`` is checked where it is given; None in it stands for any length.
    """
    with np.errstate(invalid="ignore"):  # a file may hold NaNs that shout when converted
        a = np.asarray(x, dtype)
    if shape is not None and (
        a.ndim != len(shape)
        or any(n is not None and n != m for n, m in zip(shape, a.shape, strict=True))
    ):
        want = " x ".join("any" if n is None else str(n) for n in shape)
        msg = f"{name} must have shape {want}, got {a.shape}"
        raise InputError(msg)
    a = a.view()
    a.flags.writeable = False
    return a


def lock_arrays(value: Any) -> None:
    """Make every array that a frozen dataclass holds read-only, those in tuples and mappings too.

    For ``__post_init__``. The value sees the arrays it was given; it copies nothing.
    """
    for field in fields(value):
        held = getattr(value, field.name)
        shown = _read_only(held)
        if shown is not held:
            object.__setattr__(value, field.name, shown)


def _read_only(held: Any) -> Any:
    if isinstance(held, np.ndarray):
        if not held.flags.writeable:
            return held
        view = held.view()
        view.flags.writeable = False
        return view
    if isinstance(held, tuple) and any(isinstance(one, np.ndarray) for one in held):
        return tuple(map(_read_only, held))
    if isinstance(held, Mapping) and any(isinstance(one, np.ndarray) for one in held.values()):
        return {key: _read_only(one) for key, one in held.items()}
    if hasattr(held, "indptr"):  # a sparse matrix
        parts = (_read_only(one) for one in (held.data, held.indices, held.indptr))
        return type(held)(tuple(parts), shape=held.shape, copy=False)
    return held
