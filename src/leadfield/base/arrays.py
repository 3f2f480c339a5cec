"""Read-only arrays: locking them, alone and in frozen dataclasses; names of array types."""

import copyreg
from collections.abc import Iterable, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.base.errors import InputError

Floats = NDArray[np.float64]
Floats32 = NDArray[np.float32]
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
    return _locked_view(a)


def lock_arrays(value: Any) -> None:
    """Make every array that a frozen dataclass holds read-only, those in tuples and mappings too.

    For ``__post_init__``. The value sees the arrays it was given; it copies nothing. Its copies,
    and what is unpickled of it, are locked as well, which NumPy forgets.
    """
    if type(value) not in copyreg.dispatch_table:
        copyreg.pickle(type(value), _reduce)
    for field in fields(value):
        content = getattr(value, field.name)
        locked_content = _read_only(content)
        if locked_content is not content:
            object.__setattr__(value, field.name, locked_content)


def lock_shapes(value: Any, shapes: Mapping[str, tuple[int | None, ...]]) -> None:
    """Check the shape of fields that hold an array, as floats, and lock all arrays of a value."""
    for name, shape in shapes.items():
        held = getattr(value, name)
        if held is not None:
            object.__setattr__(value, name, locked(held, shape=shape, name=name))
    lock_arrays(value)


def never_falls(x: NDArray[Any], *, grows: bool = False) -> bool:
    """Whether no number is below the one before, or with ``grows`` each is above it.

    Not by their differences: those of whole numbers far apart wrap round.
    """
    order = x[1:] > x[:-1] if grows else x[1:] >= x[:-1]
    return bool(order.all())


def _reduce(value: Any) -> tuple[Any, ...]:
    """How to make a copy of a value: from its class and the contents of its fields."""
    return _restored, (type(value), *(getattr(value, field.name) for field in fields(value)))


def _restored(kind: type[Any], *contents: Any) -> Any:
    """A value with these contents, which were checked when the first one was made."""
    value = object.__new__(kind)
    for field, content in zip(fields(kind), contents, strict=True):
        object.__setattr__(value, field.name, content)
    lock_arrays(value)
    return value


def _read_only(content: Any) -> Any:
    """The same with all arrays read-only; the very same where they are already."""
    if isinstance(content, np.ndarray):
        return _locked_view(content) if content.flags.writeable else content
    if type(content) is tuple:
        items = tuple(map(_read_only, content))
        return items if _differ(items, content) else content
    if isinstance(content, dict | MappingProxyType):  # what users hold locks arrays of its own
        table = {key: _read_only(one) for key, one in content.items()}
        return table if _differ(table.values(), content.values()) else content
    if hasattr(content, "indptr"):  # a sparse matrix
        arrays = (content.data, content.indices, content.indptr)
        views = tuple(map(_read_only, arrays))
        if _differ(views, arrays):
            return type(content)(views, shape=content.shape, copy=False)
    return content


def _locked_view(array: NDArray[Any]) -> NDArray[Any]:
    view = array.view()
    view.flags.writeable = False
    return view


def _differ(items: Iterable[Any], others: Iterable[Any]) -> bool:
    return any(a is not b for a, b in zip(items, others, strict=True))
