"""Logging: the ``leadfield`` logger, its level, ``verbose=``, and warnings."""

import functools
import logging
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ParamSpec, TypeVar, final

import numpy as np

from leadfield.base.errors import InputError
from leadfield.base.front_door import public

P = ParamSpec("P")
R = TypeVar("R")

# What ``verbose=`` may be: on or off, a level by name or number, or None for the level there is.
Verbose = bool | str | int | None

LEVELS = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
    "critical": logging.CRITICAL,
}
PACKAGE = __file__.rsplit("base", 1)[0]
# The level that ``verbose=`` asks for, in the thread or task of that call alone.
_ASKED: ContextVar[int | None] = ContextVar("leadfield_log_level", default=None)
# Where warnings go while somebody gathers them.
_GATHERED: ContextVar[list[str] | None] = ContextVar("leadfield_warnings", default=None)
# What writes records down in the place of standard error.
_WRITER: ContextVar[Callable[[str], None] | None] = ContextVar("leadfield_writer", default=None)


@final
class ThreadLogger(logging.Logger):
    """A logger whose level ``verbose=`` changes for its own call, in no other thread."""

    def getEffectiveLevel(self) -> int:  # noqa: N802 - the name of what it replaces
        """The level that this call's ``verbose`` asks for, else that of all."""
        asked = _ASKED.get()
        return super().getEffectiveLevel() if asked is None else asked

    def isEnabledFor(self, level: int) -> bool:  # noqa: N802 - the name of what it replaces
        """Whether a record of this level is written; nothing is remembered between calls."""
        return not self.disabled and self.manager.disable < level >= self.getEffectiveLevel()


LOGGER = logging.getLogger("leadfield")
# A program may have set it up before leadfield was loaded: it stays that very logger.
LOGGER.__class__ = ThreadLogger


class LastResort(logging.Handler):
    """Shows records on standard error until the program sets up logging itself."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line where it is asked for, or else unless the root logger has a handler."""
        write = _WRITER.get()
        if write is not None:
            write(self.format(record))
        elif not logging.getLogger().handlers:
            sys.stderr.write(self.format(record) + "\n")


LOGGER.addHandler(LastResort())
LOGGER.setLevel(logging.INFO)


def as_level(verbose: Verbose) -> int:
    """Logging level that ``verbose`` stands for; None leaves the level as it is."""
    if verbose is None:
        return LOGGER.getEffectiveLevel()
    if isinstance(verbose, bool | np.bool_):
        return logging.INFO if verbose else logging.WARNING
    if isinstance(verbose, int | np.integer):
        return int(verbose)
    if str(verbose).lower() not in LEVELS:
        names = ", ".join(map(repr, LEVELS))
        msg = f"verbose must be a bool, an int, None or one of {names}, got {verbose!r}"
        raise InputError(msg)
    return LEVELS[verbose.lower()]


@public("leadfield")
def set_log_level(verbose: Verbose = None, return_old_level: bool = False) -> int | None:
    """Set the logging level.

    Parameters
    ----------
    verbose : bool | str | int | None
        ``True`` or ``"info"``, ``False`` or ``"warning"``, ``"debug"``, ``"error"``,
        ``"critical"``, a :mod:`logging` level, or None for the level in the
        environment variable ``LEADFIELD_LOGGING_LEVEL`` (``"info"`` without one).
        From ``"error"`` on, leadfield's warnings are not shown either.
    return_old_level : bool
        Whether to return the level that it had.

    Returns
    -------
    old_level : int | None
        The level before, if it is asked for.

    Examples
    --------
    >>> old = set_log_level("warning", return_old_level=True)
    >>> set_log_level(old, return_old_level=True) == 30  # logging.WARNING
    True
    """
    before = LOGGER.level
    if verbose is None:
        verbose = os.environ.get("LEADFIELD_LOGGING_LEVEL", "info")
    LOGGER.setLevel(as_level(verbose))
    return before if return_old_level else None


@contextmanager
def log_level(verbose: Verbose) -> Iterator[None]:
    """Set the log level for the length of a ``with`` block, in this thread."""
    before = _ASKED.set(as_level(verbose))
    try:
        yield
    finally:
        _ASKED.reset(before)


@contextmanager
def records_to(write: Callable[[str], None]) -> Iterator[None]:
    """Hand records to a function instead of showing them, in this thread."""
    before = _WRITER.set(write)
    try:
        yield
    finally:
        _WRITER.reset(before)


@contextmanager
def gathered_warnings() -> Iterator[list[str]]:
    """Gather leadfield's warnings instead of showing them, whatever the level, in this thread."""
    found: list[str] = []
    before = _GATHERED.set(found)
    try:
        yield found
    finally:
        _GATHERED.reset(before)


def verbose_aware(function: Callable[P, R]) -> Callable[P, R]:
    """Let a public function's ``verbose``, by name or position, set the log level meanwhile."""
    code = function.__code__
    names = code.co_varnames[: code.co_argcount]
    place = names.index("verbose") if "verbose" in names else sys.maxsize

    @functools.wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        verbose = args[place] if len(args) > place else kwargs.get("verbose")
        if verbose is None:
            return function(*args, **kwargs)
        with log_level(verbose):  # type: ignore[arg-type]
            return function(*args, **kwargs)

    return call


def warn(message: str, category: type[Warning] = RuntimeWarning) -> None:
    """Warn, naming the first line outside leadfield as the place; not above level "warning"."""
    gathered = _GATHERED.get()
    if gathered is not None:
        gathered.append(message)
        return
    if LOGGER.getEffectiveLevel() > logging.WARNING:
        return
    depth, frame = 2, sys._getframe(1)  # noqa: SLF001 - the only way to a caller's file name
    while frame.f_code.co_filename.startswith(PACKAGE) and frame.f_back is not None:
        depth, frame = depth + 1, frame.f_back
    warnings.warn(message, category, stacklevel=depth)  # noqa: TID251 - this is that place
    LOGGER.debug("warned: %s", message)
