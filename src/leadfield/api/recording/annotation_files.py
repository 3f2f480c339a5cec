"""Functions of annotations: ``read_annotations``, ``count_annotations``."""

from __future__ import annotations

from pathlib import Path

from leadfield.api.recording.annotations import Annotations, annotations_of, as_annotations
from leadfield.api.recording.save_annotations import load_annotation_file
from leadfield.base.front_door import public


@public("leadfield")
def read_annotations(fname: str | Path) -> Annotations:
    """Read annotations from a file.

    Parameters
    ----------
    fname : path-like
        A FIF file (``-annot.fif``, or a recording), a ``.csv`` file whose onsets are dates,
        or a ``.txt`` file whose onsets are in s.

    Returns
    -------
    annotations : Annotations
        The annotations.

    Raises
    ------
    FormatError
        If the file is of another format, or holds no annotations.

    See Also
    --------
    Annotations : Annotations of a recording, which save themselves.

    Examples
    --------
    >>> from leadfield import Annotations, read_annotations
    >>> Annotations([1.0, 5.0], 0.5, ["BAD_blink", "speech"]).save("tone-annot.fif")
    >>> read_annotations("tone-annot.fif")
    <Annotations | 2 spans: BAD_blink (1), speech (1)>
    """
    return annotations_of(*load_annotation_file(fname))


@public("leadfield")
def count_annotations(annotations: Annotations) -> dict[str, int]:
    """Count the annotations of each description.

    Parameters
    ----------
    annotations : Annotations
        The annotations.

    Returns
    -------
    counts : dict of int
        Sorted by description.

    Examples
    --------
    >>> from leadfield import Annotations, count_annotations
    >>> count_annotations(Annotations([0, 1, 2], 1.0, ["T0", "T1", "T0"]))
    {'T0': 2, 'T1': 1}
    """
    return as_annotations(annotations).count()
