"""Annotations from files: ``read_annotations``."""

from __future__ import annotations

from pathlib import Path

from leadfield.api.recording.annotations import Annotations, annotations_of
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
