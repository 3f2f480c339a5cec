"""Every public name is there, documented, and listed."""

from importlib import import_module

import pytest

PLACES = [
    "leadfield",
    "leadfield.io",
    "leadfield.minimum_norm",
    "leadfield.viz",
    "leadfield.datasets",
]


@pytest.mark.parametrize("place", PLACES)
def test_every_listed_name_can_be_had_and_says_what_it_is(place):
    module = import_module(place)
    for name in module.__all__:
        assert getattr(module, name).__doc__, name


@pytest.mark.parametrize("place", PLACES)
def test_an_unknown_name_is_an_attribute_error(place):
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = import_module(place).nothing
