"""What is said where the system does not let a file be written."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from leadfield.base.errors import LeadfieldError, WriteError, WriteRefusedError

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def telling(path: Path, *, instead_of: Path | None = None) -> Iterator[None]:
    """Errors of the system become leadfield's, which tell the name that the user gave.

    Those that tell of files in ``instead_of`` tell of ``path``.
    """
    try:
        yield
    except WriteError as error:
        if instead_of is None:
            raise
        told = str(error).replace(str(instead_of), str(path))
        raise type(error)(error.errno, told) from error
    except LeadfieldError:
        raise
    except OSError as problem:
        raise not_written(path, problem) from problem


def not_written(path: Path, problem: OSError) -> WriteError:
    """The error for a file that the system does not let be written."""
    why = problem.strerror or str(problem)
    if problem.errno in FULL:
        msg = f"there must be room for {path}, got {why!r}: free some, or choose another place"
    elif problem.errno in REFUSED:
        msg = f"{path.parent} must let files be made to write {path.name}, got {why!r}: "
        return WriteRefusedError(problem.errno, f"{msg}choose another folder")
    else:
        msg = f"{path} must be a place to write to, got {why!r}: choose another"
    return WriteError(problem.errno, msg)
