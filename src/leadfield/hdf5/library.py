"""The package h5py, loaded at first use."""

from importlib import import_module
from types import ModuleType

from leadfield.base.errors import MissingPackageError


def h5py_for(purpose: str) -> ModuleType:
    """The package h5py, or an error that says how to install it."""
    try:
        return import_module("h5py")
    except ImportError as problem:
        msg = f'h5py is needed to {purpose}: pip install "leadfield[hdf5]"'
        raise MissingPackageError(msg) from problem
