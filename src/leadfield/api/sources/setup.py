"""Making source spaces on a subject's cortex."""

from pathlib import Path

from leadfield.api.sources.source_spaces import SourceSpaces
from leadfield.base.checks import one_of
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.public import public
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
    add_dist: bool | str = True,
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
        ``"oct6"`` or ``"ico5"``: the vertices nearest to those of an octahedron
        (``4**n + 2``) or icosahedron (``10 * 4**n + 2``) halved again and again;
        ``"all"``; or a number: about so many mm apart.
    surface : str
        The surface they lie on.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    add_dist : bool | str
        What to find of ways along the surface: ``"patch"`` each point's nearest source,
        True also how far all sources are from each other, which takes minutes at
        ``"oct6"``; False nothing.
    n_jobs : int | None
        Cores to find distances with; -1 takes all.
    verbose : bool | str | int | None
        How much to tell.

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
    chosen = as_spacing(spacing)
    made = cortical_sources(subjects_folder(subjects_dir), subject, chosen, surface)
    if add_dist:
        made = with_patches(made)
    if add_dist is True:
        made = with_distances(made, n_jobs)
    src = SourceSpaces(made)
    LOGGER.info("%s", src)
    return src
