"""Optional packages, loaded at first use."""

from importlib import import_module
from types import ModuleType

from leadfield.base.errors import MissingPackageError


def pandas_for(purpose: str) -> ModuleType:
    """The package pandas, or an error that says how to install it."""
    try:
        return import_module("pandas")
    except ImportError as error:
        msg = (
            f"{purpose} needs pandas, which is not installed: "
            "python -m pip install 'leadfield[tables]'"
        )
        raise MissingPackageError(msg) from error
