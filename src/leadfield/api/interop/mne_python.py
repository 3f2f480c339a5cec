"""MNE-Python itself, which only making its objects needs."""

from importlib import import_module
from typing import Any

from leadfield.base.errors import MissingPackageError


def mne_python() -> Any:
    """The package, or an error that says how to install it."""
    try:
        return import_module("mne")
    except ImportError as problem:
        msg = "to_mne() makes objects of MNE-Python's, which must be installed: pip install mne"
        raise MissingPackageError(msg) from problem
