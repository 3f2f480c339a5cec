"""The class of each kind of source estimate, and estimates read from files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from leadfield.api import estimates, interop
from leadfield.api.estimates.base_estimate import BaseSourceEstimate, make_estimate
from leadfield.api.estimates.lazy_data import Data, LazyData
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.interop.origin import kind_of, mne_bases
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.estimates.files import read_estimate

if TYPE_CHECKING:
    from leadfield.api.estimates.result_types import ScalarEstimate
    from leadfield.estimates.linear_kernel import LinearKernel
    from leadfield.estimates.source_courses import Kind, SourceAxes


def estimate_class(kind: Kind, *, vector: bool) -> Any:
    """The class of estimates on a kind of sources, which have a value or three each.

    Those of volumes are loaded when there are some.
    """
    if kind == "surface":
        return VectorSourceEstimate if vector else SourceEstimate
    if kind == "volume":
        volume = estimates.volume_estimate
        return volume.VolVectorSourceEstimate if vector else volume.VolSourceEstimate
    mixed = estimates.mixed_estimate
    return mixed.MixedVectorSourceEstimate if vector else mixed.MixedSourceEstimate


def estimate_of(data: Data, axes: SourceAxes) -> Any:
    """The estimate of the class for these axes; it takes the data over without a copy."""
    return held_estimate(LazyData(axes.as_data(data)), axes)


def lazy_estimate_of(kernel: LinearKernel, sensors: Data, axes: SourceAxes) -> Any:
    """The estimate that is ``kernel`` times ``sensors`` once its data are asked for."""
    return held_estimate(LazyData(factors=(kernel, sensors)), axes)


def held_estimate(lazy: LazyData, axes: SourceAxes) -> Any:
    """The estimate of data that may not be computed yet."""
    return make_estimate(estimate_class(axes.kind, vector=axes.vector), lazy, axes)


def is_estimate(thing: object) -> bool:
    """Whether something is a source estimate, leadfield's or MNE-Python's."""
    return isinstance(thing, BaseSourceEstimate) or not mne_bases(thing).isdisjoint(
        interop.estimates.KINDS
    )


def as_estimate(stc: Any, name: str = "stc") -> BaseSourceEstimate:
    """A source estimate of leadfield's, or one that shares the data of MNE-Python's."""
    if isinstance(stc, BaseSourceEstimate):
        return stc
    theirs = interop.estimates.courses_from_mne(stc)
    if theirs is None:
        msg = f"{name} must be a source estimate, got {kind_of(stc)}"
        raise ArgumentTypeError(msg)
    estimate: BaseSourceEstimate = estimate_of(*theirs)
    return estimate


def parts_of(stc: Any, name: str = "stc") -> tuple[LazyData, SourceAxes]:
    """Data of an estimate, which may not be computed yet, and their axes."""
    return as_estimate(stc, name)._parts  # noqa: SLF001 - not for users


@public("leadfield")
@verbose_aware
def read_source_estimate(
    fname: str | Path,
    subject: str | None = None,
    *,
    verbose: Verbose = None,
) -> ScalarEstimate:
    """Read an estimate from ``.stc``, ``.w`` or ``.h5`` files.

    Parameters
    ----------
    fname : path-like
        One hemisphere's file or the name up to ``-lh.stc``, for which the other
        hemisphere's must exist too; a volume's file, ending in ``-vl.stc``; or an HDF5 file,
        or its name up to ``-stc.h5``.
    subject : str | None
        Name of the subject, which HDF5 files alone say.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate | VolSourceEstimate | VectorSourceEstimate | ...
        The estimate, of the class that was saved; in single precision from ``.stc`` and ``.w``.

    Raises
    ------
    FormatError
        If a file is not what its name says.
    MismatchError
        If the file is of another subject.
    MissingFileError
        If a file is missing.
    MissingPackageError
        If h5py is not installed, for HDF5 files.

    Examples
    --------
    >>> stc.save("tone")
    >>> read_source_estimate("tone", subject="fsaverage5").shape
    (84, 71)
    """
    return estimate_of(*read_estimate(fname, subject))
