"""``on_missing`` and the like: raise an error, warn, or ignore."""

from typing import Literal

from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.base.log import warn

# What users may ask for.
OnMissing = Literal["raise", "warn", "ignore"]
ACTIONS = ("raise", "warn", "ignore")


def raise_or_warn(
    name: str, action: str, message: str, error: type[InputError] = InputError
) -> None:
    """Raise ``error``, warn, or do nothing, as the user's argument ``name`` says."""
    one_of(name, action, ACTIONS)
    if action == "raise":
        msg = f"{message} ({name}='warn' goes on without)"
        raise error(msg)
    if action == "warn":
        warn(message)
