"""Arrays that cannot be changed by accident."""

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
