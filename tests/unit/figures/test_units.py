"""Units, factors and titles of figures."""

import pytest

from leadfield.base.errors import ArgumentTypeError
from leadfield.figures.units import quantities


def test_one_title_or_factor_may_stand_for_all_types():
    found = quantities(scalings=2, titles="waves")
    assert {(one.title, one.scale) for one in found.values()} == {("waves", 2)}


def test_those_of_one_type_leave_the_others_alone():
    found = quantities(units={"eeg": "V"})
    assert found["eeg"].unit == "V"
    assert found["mag"] == quantities()["mag"]


def test_other_things_are_refused():
    with pytest.raises(ArgumentTypeError, match="titles must be a dictionary by channel type"):
        quantities(titles=3)
