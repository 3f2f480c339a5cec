"""The library that arrays belong to, by the array API standard's protocol."""

from typing import Any

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import ArgumentTypeError, MissingPackageError

# An array of any library, or its functions: there is no common type.
AnyArray = Any
Namespace = Any


def namespace_of(array: AnyArray) -> Namespace:
    """The functions of the array's own library: NumPy's, PyTorch's, CuPy's, ...

    Libraries without the protocol need the optional package array-api-compat.
    """
    if isinstance(array, np.ndarray):
        return np
    if hasattr(array, "__array_namespace__"):
        return array.__array_namespace__()
    try:
        import array_api_compat
    except ImportError as problem:
        msg = (
            f"arrays of type {type(array).__name__} need the package array-api-compat: "
            'pip install "leadfield[arrays]"'
        )
        raise MissingPackageError(msg) from problem
    try:
        return array_api_compat.array_namespace(array)
    except TypeError as problem:
        msg = f"an array of a library with the array API must come, got {type(array).__name__}"
        raise ArgumentTypeError(msg) from problem


def empty_like_kin(shape: tuple[int, ...], kin: AnyArray) -> AnyArray:
    """An array of another shape with the type and on the device of ``kin``."""
    space = namespace_of(kin)
    if space is np:
        return np.empty(shape, kin.dtype)
    return space.empty(shape, dtype=kin.dtype, device=kin.device)


def converted(array: Floats, kin: AnyArray) -> AnyArray:
    """The array as one of the library, of the type and on the device of ``kin``."""
    space = namespace_of(kin)
    if space is np:
        return array.astype(kin.dtype)
    # A copy: some libraries complain of arrays that cannot be written to.
    return space.asarray(array.copy(), dtype=kin.dtype, device=kin.device)
