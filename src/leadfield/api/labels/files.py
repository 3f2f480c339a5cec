"""Label files: reading and writing FreeSurfer's ``.label``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from leadfield.api.labels.as_label import as_label
from leadfield.api.labels.colours import as_rgba
from leadfield.api.labels.label import Label, label_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.files import as_path
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.labels import files
from leadfield.labels.label import CorticalLabel

if TYPE_CHECKING:
    from matplotlib.typing import ColorType


@public("leadfield")
@verbose_aware
def read_label(
    filename: str | Path,
    subject: str | None = None,
    color: ColorType | None = None,
    *,
    verbose: Verbose = None,
) -> Label:
    """Read a FreeSurfer ``.label`` file.

    Parameters
    ----------
    filename : path-like
        The file, whose name begins with ``lh.`` or ``rh.`` or ends with ``lh.label`` or
        ``rh.label``.
    subject : str | None
        The subject; label files do not store it.
    color : color | None
        The colour; label files do not store it.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    label : Label
        The label, with positions in m and sorted vertices.

    Raises
    ------
    FormatError
        If the file is not a label.
    InputError
        If the hemisphere is not in the file name.

    See Also
    --------
    write_label : Write one.
    read_labels_from_annot : Read a whole parcellation.

    Examples
    --------
    >>> from leadfield import Label
    >>> Label([3, 8], hemi="lh", name="spot").save("spot")
    >>> read_label("spot-lh.label")
    <Label | unknown, 'spot-lh', lh : 2 vertices>
    """
    path = as_path(filename)
    return label_of(files.read_label(path, subject=subject, colour=as_rgba(color)), path)


@public("leadfield")
@verbose_aware
def write_label(filename: str | Path, label: Label, verbose: Verbose = None) -> None:
    """Write a FreeSurfer ``.label`` file.

    Parameters
    ----------
    filename : path-like
        The file. ``-lh`` or ``-rh`` and ``.label`` are added where they are missing. An
        existing file is overwritten.
    label : Label
        The label. Its subject and colour are not stored.
    verbose : bool | str | int | None
        Verbosity.

    See Also
    --------
    read_label : Read it back.
    write_labels_to_annot : Write many as a parcellation.

    Examples
    --------
    >>> import tempfile
    >>> stem = tempfile.mkdtemp() + "/spot"
    >>> write_label(stem, Label([3, 8], hemi="rh"), verbose=False)
    >>> read_label(stem + "-rh.label")
    <Label | unknown, 'spot-rh', rh : 2 vertices>
    """
    value = as_label(label)
    if not isinstance(value, CorticalLabel):
        msg = "label must be of one hemisphere, got both: write label.lh and label.rh"
        raise ArgumentTypeError(msg)
    files.write_label(filename, value)
