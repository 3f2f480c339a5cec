"""What is done about what does not fit: an error, a warning, or nothing."""

from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.base.log import warn

WAYS = ("raise", "warn", "ignore")


def raise_or_warn(name: str, how: str, message: str, error: type[InputError] = InputError) -> None:
    """Raise, warn, or ignore, as the option ``name`` says."""
    one_of(name, how, WAYS)
    if how == "raise":
        msg = f"{message} ({name}='warn' goes on without)"
        raise error(msg)
    if how == "warn":
        warn(message)
