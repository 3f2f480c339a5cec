"""A name of MNE-Python's is here, or its error says what to do instead."""

from importlib import import_module

import pytest

mne = pytest.importorskip("mne")

from compatibility import CLASSES, find  # noqa: E402

DOORS = ["", ".io", ".minimum_norm", ".preprocessing", ".viz"]
COMPLETE = {"Annotations", "BiHemiLabel", "Label", "SourceEstimate", "SourceMorph"}
COMPLETE |= {"MixedSourceEstimate", "MixedVectorSourceEstimate", "SourceSimulator"}
COMPLETE |= {"VolSourceEstimate", "VolVectorSourceEstimate"}


def without_a_word(names, thing):
    """The names that a thing neither has nor says anything of."""
    silent = []
    for name in names:
        try:
            getattr(thing, name)
        except AttributeError as error:
            ours = f"has no attribute {name!r}, which MNE-Python has: "
            if ours not in str(error) and ": it is leadfield." not in str(error):
                silent.append(name)
    return silent


@pytest.mark.parametrize("door", DOORS)
def test_every_public_name_is_here_or_says_how_to_go_on(door):
    theirs = import_module(f"mne{door}")
    names = {name for name in dir(theirs) if not name.startswith("_")}
    assert len(names) > 20
    assert not without_a_word(names, import_module(f"leadfield{door}"))


@pytest.mark.parametrize("name", sorted(CLASSES.keys() - COMPLETE))
def test_so_is_every_method(name):
    ours = find(name)
    lacking = {
        one for one in dir(CLASSES[name]) if not one.startswith("_") and not hasattr(ours, one)
    }
    assert lacking
    # An object without anything in it: only what it lacks is asked for.
    assert not without_a_word(lacking, ours.__new__(ours))
