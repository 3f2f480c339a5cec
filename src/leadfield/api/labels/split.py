"""Splitting of labels: ``split_label``."""

from collections.abc import Sequence
from pathlib import Path

from leadfield.api.labels.files import read_label
from leadfield.api.labels.label import Label, own_label
from leadfield.base.front_door import public


@public("leadfield")
def split_label(
    label: Label | str | Path,
    parts: int | Sequence[str] = 2,
    subject: str | None = None,
    subjects_dir: str | Path | None = None,
    freesurfer: bool = False,
) -> list[Label]:
    """Split a label into parts.

    Parameters
    ----------
    label : Label | path-like
        The label, or its file.
    parts : int | sequence of str | "contiguous"
        How many parts along the longest axis, or their names, from back to front; or the
        pieces that do not touch each other, the largest first.
    subject : str | None
        The subject; by default the label's.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    freesurfer : bool
        Whether to find the axis as FreeSurfer's ``mris_divide_parcellation`` does.

    Returns
    -------
    labels : list of Label
        The parts, with shades of the label's colour.

    See Also
    --------
    Label.split : The same as a method.
    random_parcellation : Splits a whole hemisphere.

    Examples
    --------
    >>> from leadfield import read_labels_from_annot
    >>> (label,) = read_labels_from_annot(
    ...     "fsaverage5", regexp="insula-lh", subjects_dir=subjects_dir
    ... )
    >>> split_label(label, 2, subjects_dir=subjects_dir)[0]
    <Label | fsaverage5, 'insula_div1-lh', lh : 159 vertices>
    """
    given = read_label(label) if isinstance(label, str | Path) else own_label(label)
    return given.split(parts, subject, subjects_dir, freesurfer)
