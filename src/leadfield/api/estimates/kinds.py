"""The class of each kind of estimate, and estimates from files."""

from collections.abc import Mapping
from pathlib import Path

from leadfield.api.estimates.label_time_courses import SavedEstimate
from leadfield.api.estimates.mixed_estimate import MixedSourceEstimate, MixedVectorSourceEstimate
from leadfield.api.estimates.source_estimate import SourceEstimate, VectorSourceEstimate
from leadfield.api.estimates.volume_estimate import VolSourceEstimate, VolVectorSourceEstimate
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.estimates.files import read_estimate
from leadfield.estimates.source_courses import SourceCourses

# By kind of source space, and whether each source has three values.
CLASSES: Mapping[tuple[str, bool], type[SavedEstimate]] = {
    ("surface", False): SourceEstimate,
    ("surface", True): VectorSourceEstimate,
    ("volume", False): VolSourceEstimate,
    ("volume", True): VolVectorSourceEstimate,
    ("mixed", False): MixedSourceEstimate,
    ("mixed", True): MixedVectorSourceEstimate,
}


def estimate_of(value: SourceCourses) -> SavedEstimate:
    """The estimate of the class for a value."""
    return CLASSES[value.kind, value.vector].of(value)


@public("leadfield")
@verbose_aware
def read_source_estimate(
    fname: str | Path,
    subject: str | None = None,
    *,
    verbose: Verbose = None,
) -> SourceEstimate | VolSourceEstimate:
    """Read an estimate from ``.stc`` or ``.w`` files.

    Parameters
    ----------
    fname : path-like
        One hemisphere's file or what comes before ``-lh.stc``, for which the other
        hemisphere's must be there too; or a volume's file, ending in ``-vl.stc``.
    subject : str | None
        Whose brain it is; the files do not say.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    stc : SourceEstimate | VolSourceEstimate
        The estimate, in single precision.

    Raises
    ------
    FormatError
        If a file is not what its name says.
    MissingFileError
        If a file is missing.

    Examples
    --------
    >>> stc.save("tone")
    >>> read_source_estimate("tone", subject="fsaverage5").shape
    (84, 71)
    """
    return estimate_of(read_estimate(fname, subject))  # type: ignore[return-value]
