"""Source space set-up: ``setup_source_space``."""

from pathlib import Path
from typing import Literal

from leadfield.api.sources.source_spaces import SourceSpaces
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.sources.distances import with_distances, with_patches
from leadfield.sources.setup import cortical_sources
from leadfield.sources.spacing import as_spacing


@public("leadfield")
@verbose_aware
def setup_source_space(
    subject: str,
    spacing: str | int = "oct6",
    surface: str = "white",
    subjects_dir: str | Path | None = None,
    add_dist: bool | Literal["patch"] = True,
    n_jobs: int | None = None,
    *,
    verbose: Verbose = None,
) -> SourceSpaces:
    """Place sources on both hemispheres of a subject's cortex.

    Parameters
    ----------
    subject : str
        The subject, reconstructed with FreeSurfer.
    spacing : str | int
        ``"oct6"`` or ``"ico5"``: the vertices nearest to those of a subdivided octahedron
        (``4**n + 2`` sources per hemisphere) or icosahedron (``10 * 4**n + 2``);
        ``"all"``: all vertices; or a whole number: the approximate distance in mm.
    surface : str
        The surface on which the sources lie.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    add_dist : bool | "patch"
        Distances along the surface to compute: ``"patch"`` finds the nearest source of each
        vertex; True also finds the distances between all sources, which takes minutes at
        ``"oct6"``; False finds none.
    n_jobs : int | None
        Number of cores for distances; -1 takes all.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    src : SourceSpaces
        The left and right hemisphere, in the MRI frame, in m.

    Raises
    ------
    InputError
        If there is no such spacing.
    MismatchError
        If the surface has too few vertices for it.
    MissingFileError
        If the subject or one of its surfaces is not there.

    See Also
    --------
    read_source_spaces : Read source spaces from a file.

    Examples
    --------
    >>> from leadfield.datasets import template
    >>> subjects_dir = template.data_path()
    >>> src = setup_source_space(
    ...     "fsaverage5", "ico3", subjects_dir=subjects_dir, add_dist="patch", verbose=False
    ... )
    >>> len(src[0]["vertno"]), len(src[1]["vertno"])
    (642, 642)
    """
    one_of("add_dist", add_dist, (True, False, "patch"))
    folder = subjects_folder(subjects_dir)
    sources = cortical_sources(folder, subject, as_spacing(spacing), surface)
    if add_dist:
        sources = with_patches(sources)
    if add_dist is True:
        sources = with_distances(sources, n_jobs=n_jobs)
    src = SourceSpaces(sources)
    LOGGER.info("%s", src)
    return src
