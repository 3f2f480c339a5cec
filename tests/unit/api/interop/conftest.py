"""Objects that look like MNE-Python's, where it is not installed."""

import types

import pytest


@pytest.fixture(scope="session")
def mne_like():
    """Function that makes an object of a class of a name as of MNE-Python's, from a base class."""

    def make(name, base, *content):
        kind = types.new_class(name, (base,), exec_body=lambda d: d.update(__module__="mne.any"))
        return kind(*content)

    return make
