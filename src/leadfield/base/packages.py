"""Optional packages, loaded at first use."""

from importlib import import_module
from types import ModuleType

from leadfield.base.errors import MissingPackageError


def pandas_for(purpose: str) -> ModuleType:
    """The package pandas, or an error that says how to install it."""
    return _package("pandas", purpose, "leadfield[tables]")


def dask_for(purpose: str, module: str = "distributed") -> ModuleType:
    """A package of Dask's, or an error that says how to install it."""
    kubernetes = module.startswith("dask_kubernetes")
    return _package(module, purpose, "dask-kubernetes" if kubernetes else "leadfield[cluster]")


def openmeeg_for(purpose: str) -> ModuleType:
    """The package openmeeg, or an error that says how to install it."""
    return _package("openmeeg", purpose, "leadfield[openmeeg]")


def dipy_for(purpose: str, module: str) -> ModuleType:
    """A module of the package dipy, or an error that says how to install it."""
    return _package(module, purpose, "leadfield[volume]")


def _package(module: str, purpose: str, install: str) -> ModuleType:
    try:
        return import_module(module)
    except ImportError as error:
        name = module.partition(".")[0].replace("_", "-")
        msg = f"{purpose} needs {name}, which is not installed: python -m pip install '{install}'"
        raise MissingPackageError(msg) from error
