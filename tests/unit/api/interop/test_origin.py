"""Objects of MNE-Python are known by the modules of their classes."""

import types

from leadfield.api.interop.origin import mne_bases, mne_class


def make_class(name, module, bases=()):
    return types.new_class(name, bases, exec_body=lambda space: space.update(__module__=module))


def test_a_class_and_its_bases_are_named():
    base = make_class("BaseRaw", "mne.io.base")
    own = make_class("RawCTF", "mne.io.ctf.ctf", (base,))
    users = make_class("MyRaw", "lab", (own,))
    assert mne_class(own()) == mne_class(users()) == "RawCTF"
    assert mne_bases(users()) == {"RawCTF", "BaseRaw"}


def test_other_objects_are_not_taken_for_it():
    assert mne_class([]) is None
    assert not mne_bases(make_class("Raw", "mnesque.io")())
