"""Looking for garbage is left out while modules are loaded, and as it was afterwards."""

import gc
import weakref

import pytest

from leadfield.base.front_door import without_collection


class Thing:
    """Something that refers to itself."""

    def __init__(self):
        self.me = self


@pytest.fixture(autouse=True)
def _searching():
    gc.enable()
    yield
    gc.unfreeze()
    gc.enable()


def test_no_garbage_is_looked_for_meanwhile():
    with without_collection():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_stays_off_where_it_was():
    gc.disable()
    with without_collection():
        pass
    assert not gc.isenabled()


def test_what_was_loaded_is_old_and_can_still_be_found():
    with without_collection():
        thing = Thing()
    assert any(one is thing for one in gc.get_objects(generation=2))
    gone = weakref.ref(thing)
    del thing
    gc.collect()
    assert gone() is None


def test_what_a_user_froze_stays_frozen():
    gc.freeze()
    frozen = gc.get_freeze_count()
    with without_collection():
        pass
    assert gc.get_freeze_count() >= frozen - 100 > 0
