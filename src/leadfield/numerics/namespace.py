"""Array API standard: the namespace of arrays of NumPy, PyTorch, CuPy and others."""

from typing import Any

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import ArgumentTypeError, MissingPackageError

# An array of any library, or its functions: there is no common type.
AnyArray = Any
Namespace = Any


def namespace_of(array: AnyArray) -> Namespace:
    """The array namespace of the array's library: NumPy, PyTorch, CuPy, ...

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


def empty_like_array(shape: tuple[int, ...], like: AnyArray) -> AnyArray:
    """Uninitialised array of another shape, of the data type and device of ``like``."""
    space = namespace_of(like)
    if space is np:
        return np.empty(shape, like.dtype)
    return space.empty(shape, dtype=like.dtype, device=like.device)


def convert_array(array: Floats, like: AnyArray) -> AnyArray:
    """The array converted to the library, data type and device of ``like``."""
    space = namespace_of(like)
    if space is np:
        return array.astype(like.dtype)
    # A copy: some libraries complain of arrays that cannot be written to.
    return space.asarray(array.copy(), dtype=like.dtype, device=like.device)
