"""PageQuantity with a unit in which its numbers are short: pA·m rather than 1e-12 A·m."""

import re
from dataclasses import dataclass
from typing import final

from leadfield.scene.quantity import power_of_ten, scaled_quantity


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class PageQuantity:
    """What values are, and the unit they are shown in: values times ``scale``."""

    name: str = ""
    unit: str = ""
    scale: float = 1.0


def prefixed_quantity(text: str, largest: float) -> PageQuantity:
    """A quantity such as ``"Current (A·m)"`` in a unit that suits its largest value."""
    power = power_of_ten(largest)
    scaled = scaled_quantity(text, power)
    found = re.fullmatch(r"(.*\S)\s*\(([^()]+)\)", scaled)
    name, unit = found.groups() if found else (scaled, "")
    return PageQuantity(name=name, unit=unit, scale=10.0**-power)
