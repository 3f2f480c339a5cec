"""Labels on another subject's cortex: ``morph_labels``."""

from collections.abc import Sequence
from pathlib import Path

from leadfield.api.labels.as_label import as_cortical_labels
from leadfield.api.labels.label import Label, label_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.freesurfer.subjects import subjects_folder
from leadfield.labels.surface import common_subject
from leadfield.morph.compute import Subjects
from leadfield.morph.labels import move_labels


@public("leadfield")
@verbose_aware
def morph_labels(
    labels: Sequence[Label],
    subject_to: str,
    subject_from: str | None = None,
    subjects_dir: str | Path | None = None,
    surf_name: str = "white",
    verbose: Verbose = None,
) -> list[Label]:
    """Move labels to another subject's cortex, such as those of a parcellation.

    Each vertex there belongs to the label of the nearest vertex here, on the spheres that
    FreeSurfer has registered to each other.

    Parameters
    ----------
    labels : list of Label
        The labels.
    subject_to : str
        The other subject.
    subject_from : str | None
        The subject that they are of; by default the labels'.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    surf_name : str
        The surface of the other subject that positions are taken from.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    labels : list of Label
        The labels on the other cortex, with values of 1. Those that did not overlap do not now.

    Raises
    ------
    MismatchError
        If labels are of several subjects.

    See Also
    --------
    Label.morph : Moves and smooths the values of one label.

    Examples
    --------
    >>> from leadfield import read_labels_from_annot
    >>> labels = read_labels_from_annot("fsaverage5", subjects_dir=subjects_dir)
    >>> morph_labels(labels, "fsaverage5", subjects_dir=subjects_dir)[0].name == labels[0].name
    True
    """
    several = as_cortical_labels(labels)
    subjects = Subjects(
        folder=subjects_folder(subjects_dir),
        source=common_subject(several, subject_from),
        target=subject_to,
    )
    return [label_of(label) for label in move_labels(several, subjects, surf_name)]
