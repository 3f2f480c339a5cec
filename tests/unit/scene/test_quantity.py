"""Quantities in units that suit their size."""

import pytest

from leadfield.scene.quantity import power_of_ten, scaled_quantity


@pytest.mark.parametrize(
    ("quantity", "power", "text"),
    [
        ("Current (A·m)", -12, "Current (pA·m)"),
        ("Current (A·m)", -9, "Current (nA·m)"),
        ("Current (A·m)", 0, "Current (A·m)"),
        ("Current density (A/m²)", -6, "Current density (µA/m²)"),
        ("Power (A²·m²)", -18, "×10⁻¹⁸ Power (A²·m²)"),  # a prefix would be squared, too
        ("dSPM", 6, "×10⁶ dSPM"),
        ("", -3, "×10⁻³"),
        ("Current (A·m)", -33, "×10⁻³³ Current (A·m)"),
    ],
)
def test_a_unit_gets_a_prefix_and_what_has_none_a_factor(quantity, power, text):
    assert scaled_quantity(quantity, power) == text


@pytest.mark.parametrize(
    ("high", "power"), [(3e-11, -12), (1e-9, -9), (0.02, 0), (9999, 0), (12345, 3), (0, 0)]
)
def test_the_power_leaves_one_to_three_digits_before_the_point(high, power):
    assert power_of_ten(high) == power
