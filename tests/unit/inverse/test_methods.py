"""The table of inverse methods: what each says of its values, and who must know their names."""

from typing import get_args

import pytest

from leadfield.inverse.methods import METHODS, InverseMethod, select_method

CURRENT = ("Current (A·m)", "A·m")


@pytest.mark.parametrize(
    ("name", "quantity", "unit"),
    [
        ("MNE", *CURRENT),
        ("dSPM", "dSPM", ""),
        ("sLORETA", "sLORETA", ""),
        ("eLORETA", *CURRENT),
    ],
)
def test_a_method_says_what_its_values_are(name, quantity, unit):
    method = select_method(name)
    assert (method.quantity, method.unit) == (quantity, unit)


def test_type_checkers_know_every_method():
    assert get_args(InverseMethod) == tuple(METHODS)
