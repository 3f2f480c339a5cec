"""The package h5py, where it is not installed."""

import sys

import pytest

from leadfield.base.errors import MissingPackageError
from leadfield.hdf5.library import h5py_for


def test_without_h5py_the_error_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "h5py", None)
    with pytest.raises(
        MissingPackageError, match=r"to save things: pip install .leadfield\[hdf5\]"
    ):
        h5py_for("save things")
