"""The errors leadfield raises, each also the builtin that a script would catch.

::

    LeadfieldError
    ├── InputError            (ValueError)         an argument that cannot be used
    │   ├── ChannelError                           channels missing, unknown, none left
    │   ├── DataError                              NaN, empty, everything rejected
    │   ├── MismatchError                          two values that do not fit together
    │   ├── UnknownNameError   (KeyError)          a name that is not among those there are
    │   └── OutOfRangeError    (IndexError)        an index beyond the end
    ├── ArgumentTypeError     (TypeError)          an argument of the wrong type
    ├── FormatError           (ValueError, OSError) a file that is not what it claims
    ├── MissingFileError      (FileNotFoundError)
    ├── OverwriteError        (FileExistsError)
    ├── WriteError            (OSError)            a disk that is full, a folder that is gone
    │   └── WriteRefusedError  (PermissionError)   a file or folder that is read-only
    ├── MissingPackageError   (ImportError)        an optional dependency
    ├── UnreachableError      (ConnectionError)    a server that does not answer, or no longer
    └── StateError            (RuntimeError)       right call, wrong moment
"""

from functools import partial
from pathlib import Path
from typing import Any


class LeadfieldError(Exception):
    """Anything leadfield raises on purpose."""


class InputError(LeadfieldError, ValueError):
    """An argument that cannot be used."""


class ChannelError(InputError):
    """Channels that are missing, unknown, or none at all."""


class DataError(InputError):
    """Data that hold NaN, are empty, or were all rejected."""


class MismatchError(InputError):
    """Two values that do not fit together."""


class UnknownNameError(InputError, KeyError):
    """A name that is not among those there are."""

    # KeyError shows its message in quotes.
    __str__ = Exception.__str__


class RepeatedError(InputError, RuntimeError):
    """Several things where there may be one."""


class OutOfRangeError(InputError, IndexError):
    """An index beyond the end."""


class ArgumentTypeError(LeadfieldError, TypeError):
    """An argument of the wrong type."""


class FormatError(LeadfieldError, ValueError, OSError):
    """A file that is not what its name or header claims.

    Parameters
    ----------
    path
        The file.
    problem
        What must hold and what came.
    offset
        Byte offset into the (decompressed) file, where known.
    tag
        Name or number of the FIF tag, where known.
    """

    def __init__(
        self,
        path: str | Path,
        problem: str,
        *,
        offset: int | None = None,
        tag: object = None,
    ) -> None:
        where = [str(path)]
        if offset is not None:
            where.append(f"byte {offset}")
        if tag is not None:
            where.append(f"tag {tag}")
        super().__init__(f"{', '.join(where)}: {problem}")
        self.path = Path(path)
        self.problem = problem
        self.offset = offset
        self.tag = tag

    def __reduce__(self) -> tuple[Any, ...]:
        # An exception is unpickled from its message alone, which is not what makes this one.
        make = partial(type(self), offset=self.offset, tag=self.tag)
        return make, (self.path, self.problem), self.__dict__


class MissingFileError(LeadfieldError, FileNotFoundError):
    """A file that is not there."""


class OverwriteError(LeadfieldError, FileExistsError):
    """A file that is there and may not be replaced."""


class WriteError(LeadfieldError, OSError):
    """A file that could not be written; its arguments are the system's number and what is wrong."""

    def __str__(self) -> str:
        return str(self.strerror)


class WriteRefusedError(WriteError, PermissionError):
    """A file or a folder that may not be written to."""


class MissingPackageError(LeadfieldError, ImportError):
    """An optional package that is not installed."""


class UnreachableError(LeadfieldError, ConnectionError):
    """A server that does not answer, or no longer does."""


class StateError(LeadfieldError, RuntimeError):
    """A call that is right in itself but came at the wrong moment."""
