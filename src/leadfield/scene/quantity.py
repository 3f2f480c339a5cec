"""Quantities in units that suit their size: "Current (A·m)" of 1e-11 is given in pA·m."""

import re

import numpy as np

PREFIXES = {-18: "a", -15: "f", -12: "p", -9: "n", -6: "µ", -3: "m", 3: "k", 6: "M", 9: "G"}
WITH_UNIT = re.compile(r"(?P<name>.*)\((?P<unit>[A-Za-zΩ]+(?![²³⁻A-Za-zΩ])[^()]*)\)")
SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def power_of_ten(high: float) -> int:
    """The power of ten, a multiple of three, that numbers of that size are given in."""
    power = int(np.floor(np.log10(high))) if high > 0 else 0
    return 0 if -3 < power < 4 else 3 * (power // 3)


def scaled_quantity(quantity: str, power: int) -> str:
    """The name of a quantity whose values are divided by a power of ten.

    The unit in parentheses at its end gets a prefix; without one, the name gets a factor.
    """
    if not power:
        return quantity
    found = WITH_UNIT.fullmatch(quantity)
    if found is not None and power in PREFIXES:
        return f"{found['name']}({PREFIXES[power]}{found['unit']})"
    return f"×10{str(power).translate(SUPERSCRIPT)} {quantity}".rstrip()
