"""Mapping views: keys, errors, and what is kept as long as the value is the same."""

import copy
import pickle
from typing import final

import pytest

from leadfield.api.mapping_view import MappingView
from leadfield.base.errors import UnknownNameError


@final
class View(MappingView):
    """Counts how often its costly key is computed."""

    _noun = "a view"
    _costly = frozenset({"list"})

    def __init__(self, value):
        self.value_, self.count = value, 0

    @property
    def value(self):
        return self.value_

    def _table(self):
        return {"list": self._list, "double": lambda value: 2 * value}

    def _list(self, value):
        self.count += 1
        return [value, value]


@pytest.fixture
def view():
    return View("a")


def test_each_key_gives_what_it_says(view):
    assert dict(view) == {"list": ["a", "a"], "double": "aa"}


def test_an_unknown_key_is_an_error_that_lists_the_others(view):
    with pytest.raises(UnknownNameError, match="a view has 'list', 'double', got 'triple'"):
        view["triple"]


def test_what_is_costly_is_computed_once_for_a_value(view):
    assert view["list"] == view["list"]
    assert view.count == 1
    view.value_ = "b"
    assert view["list"] == ["b", "b"]


def test_nobody_can_change_what_is_kept(view):
    view["list"].append("c")
    assert view["list"] == ["a", "a"]


@pytest.mark.parametrize(
    "again", [copy.copy, copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v))]
)
def test_a_copy_does_not_take_along_what_is_kept(view, again):
    view["list"]
    other = again(view)
    assert other["list"] == ["a", "a"]
    assert other.count == 2


def test_views_of_equal_values_are_equal(view):
    assert view == View("a")
    assert view != View("b")
