"""Source spaces on another subject's cortex: ``morph_source_spaces``."""

from pathlib import Path

from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.morph.compute import Subjects
from leadfield.morph.original import move_sources, sources_subject


@public("leadfield")
@verbose_aware
def morph_source_spaces(
    src_from: SourceSpaces,
    subject_to: str,
    surf: str = "white",
    subject_from: str | None = None,
    subjects_dir: str | Path | None = None,
    verbose: Verbose = None,
) -> SourceSpaces:
    """Move source spaces to another subject's cortex, source by source.

    Estimates of several subjects on what one subject's sources became can be compared without
    morphing them.

    Parameters
    ----------
    src_from : SourceSpaces
        The source spaces, of surfaces.
    subject_to : str
        The other subject.
    surf : str
        The surface on which the sources lie there.
    subject_from : str | None
        The subject that they are of; by default theirs.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    src : SourceSpaces
        As many sources there, each at the nearest vertex on the registered spheres.

    Raises
    ------
    MismatchError
        If the source spaces are of another subject.

    See Also
    --------
    SourceEstimate.to_original_src : Takes estimates back.
    compute_source_morph : Morphs estimates instead.

    Examples
    --------
    >>> morph_source_spaces(src, "fsaverage5", subjects_dir=subjects_dir)[0]["nuse"]
    42
    """
    sources = as_sources(src_from)
    subjects = Subjects(
        folder=subjects_folder(subjects_dir),
        source=sources_subject(sources, subject_from),
        target=subject_to,
    )
    return SourceSpaces(move_sources(sources, subjects, surf))
