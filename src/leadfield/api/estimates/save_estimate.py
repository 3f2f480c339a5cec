"""Method ``save`` of estimates: those that have ``.stc`` files, and those that are HDF5 alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from leadfield.base.checks import one_of
from leadfield.base.log import Verbose, verbose_aware
from leadfield.estimates.files import write_segments

if TYPE_CHECKING:
    from leadfield.api.estimates.lazy_data import LazyData
    from leadfield.estimates.source_courses import SourceAxes


class HasParts(Protocol):
    """What has data over time, which may not be computed yet, and their axes."""

    @property
    def _parts(self) -> tuple[LazyData, SourceAxes]: ...


@verbose_aware
def save_estimate(
    self: HasParts,
    fname: str | Path,
    ftype: Literal["stc", "w", "h5"] = "stc",
    *,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Save the estimate to files; values that are not computed yet, a part at a time.

    Parameters
    ----------
    fname : path-like
        File name up to ``-lh.stc`` and ``-rh.stc`` (or ``-vl.stc`` for a volume), or
        ``-stc.h5``.
    ftype : "stc" | "w" | "h5"
        File format. ``"stc"`` and ``"w"`` have single precision and no name of the subject,
        ``"w"`` one time; ``"h5"`` has all, and complex values.
    overwrite : bool
        Whether existing files may be replaced.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    InputError
        If the format does not hold the estimate: complex values, or several volumes.
    MissingPackageError
        If h5py is not installed, for ``"h5"``.
    OverwriteError
        If a file exists and may not be replaced.

    See Also
    --------
    read_source_estimate : Read it back.
    """
    _save(self._parts, fname, ftype, overwrite=overwrite)


@verbose_aware
def save_as_hdf5(
    self: HasParts,
    fname: str | Path,
    ftype: Literal["h5"] = "h5",
    *,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Save the estimate to an HDF5 file; values that are not computed yet, a part at a time.

    Parameters
    ----------
    fname : path-like
        The file; ``-stc.h5`` is added if it does not end with ``.h5``.
    ftype : "h5"
        File format.
    overwrite : bool
        Whether an existing file may be replaced.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    MissingPackageError
        If h5py is not installed.
    OverwriteError
        If the file exists and may not be replaced.

    See Also
    --------
    read_source_estimate : Read it back.
    """
    one_of("ftype", ftype, ("h5",))
    _save(self._parts, fname, ftype, overwrite=overwrite)


def _save(
    parts: tuple[LazyData, SourceAxes], fname: str | Path, ftype: str, *, overwrite: bool
) -> None:
    lazy, axes = parts
    write_segments(lazy.stream(), axes, fname, ftype=ftype, overwrite=overwrite)
