"""Quantities of pages have units in which their numbers are short."""

import pytest

from leadfield.web.quantity import PageQuantity, prefixed_quantity


@pytest.mark.parametrize(
    ("text", "largest", "wanted"),
    [
        ("Current (A·m)", 3.2e-11, PageQuantity(name="Current", unit="pA·m", scale=1e12)),
        ("Current (A·m)", 3.2e-8, PageQuantity(name="Current", unit="nA·m", scale=1e9)),
        ("dSPM", 14.0, PageQuantity(name="dSPM")),
        ("Current (A·m)", 0.0, PageQuantity(name="Current", unit="A·m")),
        ("", 1.0, PageQuantity()),
    ],
)
def test_the_unit_suits_the_largest_value(text, largest, wanted):
    found = prefixed_quantity(text, largest)
    assert (found.name, found.unit) == (wanted.name, wanted.unit)
    assert found.scale == pytest.approx(wanted.scale)
