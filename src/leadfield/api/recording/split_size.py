"""Sizes of files as users write them."""

from leadfield.base.checks import looked_up, number
from leadfield.base.errors import InputError

UNITS = {"MB": 2**20, "GB": 2**30}


def as_bytes(name: str, size: str | int) -> int:
    """Bytes of a size such as 10**9, ``"500MB"``, ``"2GB"``; FIF files end at 2 GB."""
    if isinstance(size, str):
        unit = looked_up(f"the end of {name}", size[-2:], UNITS)
        try:
            size = int(float(size[:-2]) * unit)
        except ValueError as error:
            msg = f"{name} must be a number of bytes or like '100MB', got {size!r}"
            raise InputError(msg) from error
    return int(number(name, size, least=1, most=2 * UNITS["GB"]))
