"""Parcellations: reading and writing labels as FreeSurfer's ``.annot`` files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from leadfield.api.labels.as_label import as_labels
from leadfield.api.labels.colours import colormap_colours
from leadfield.api.labels.label import BiHemiLabel, Label, label_of
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.freesurfer.subjects import subject_file, subjects_folder
from leadfield.labels.parcellation import (
    annotation_files,
    one_annotation_file,
    read_annotation_labels,
    write_annotation_labels,
)

Hemi = Literal["lh", "rh", "both"]


@public("leadfield")
@verbose_aware
def read_labels_from_annot(
    subject: str,
    parc: str = "aparc",
    hemi: Hemi = "both",
    surf_name: str = "white",
    *,
    annot_fname: str | Path | None = None,
    regexp: str | None = None,
    subjects_dir: str | Path | None = None,
    sort: bool = True,
    verbose: Verbose = None,
) -> list[Label]:
    """Read the labels of a FreeSurfer parcellation.

    Parameters
    ----------
    subject : str
        The subject.
    parc : str
        The parcellation: ``"aparc"`` (Desikan-Killiany), ``"aparc.a2009s"``, ...
    hemi : "lh" | "rh" | "both"
        The hemispheres.
    surf_name : str
        The surface that the labels' positions are taken from.
    annot_fname : path-like | None
        A single file to read instead, whose name begins with ``lh.`` or ``rh.``.
    regexp : str | None
        Regular expression that names must match. A plain word matches anywhere in a name.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    sort : bool
        Whether to sort the labels by name.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    labels : list of Label
        The labels, named like ``"cuneus-lh"``; regions without vertices are left out.

    Raises
    ------
    FormatError
        If a file is not a parcellation.
    InputError
        If no label matches.

    See Also
    --------
    write_labels_to_annot : Write a parcellation.

    Examples
    --------
    >>> from leadfield.datasets import template
    >>> subjects_dir = template.data_path()
    >>> read_labels_from_annot("fsaverage5", hemi="rh", regexp="insula", subjects_dir=subjects_dir)
    [<Label | fsaverage5, 'insula-rh', rh : 322 vertices>]
    """
    folder = subjects_folder(subjects_dir)
    if annot_fname is None:
        wanted = annotation_files(folder, subject, parc, hemi)
        files = {h: subject_file(folder, subject, "label", f.name) for h, f in wanted.items()}
    else:
        files = one_annotation_file(annot_fname)
    labels = read_annotation_labels(files, folder, subject, surf_name=surf_name, regexp=regexp)
    if sort:
        labels.sort(key=lambda label: str(label.name))
    return [label_of(label) for label in labels]


@public("leadfield")
@verbose_aware
def write_labels_to_annot(
    labels: Sequence[Label | BiHemiLabel],
    subject: str | None = None,
    parc: str | None = None,
    overwrite: bool = False,
    subjects_dir: str | Path | None = None,
    annot_fname: str | Path | None = None,
    colormap: str = "hsv",
    hemi: Hemi = "both",
    sort: bool = True,
    table_name: str = "leadfield",
    verbose: Verbose = None,
) -> None:
    """Write labels as a FreeSurfer parcellation.

    Parameters
    ----------
    labels : list of Label
        The labels, which must have names and not overlap.
    subject : str | None
        The subject; needed unless ``annot_fname`` is given.
    parc : str | None
        Name of the parcellation; needed unless ``annot_fname`` is given.
    overwrite : bool
        Whether to overwrite existing files.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    annot_fname : path-like | None
        A single file to write instead, whose name begins with ``lh.`` or ``rh.``.
    colormap : str
        Matplotlib colour map for labels without a colour.
    hemi : "lh" | "rh" | "both"
        The hemispheres.
    sort : bool
        Whether to sort the labels by name.
    table_name : str
        The name to store with the table of colours.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    InputError
        If a label has no name, or two labels have the same colour.
    MismatchError
        If labels overlap or have vertices that the surface has not.
    OverwriteError
        If a file exists and ``overwrite`` is False.

    See Also
    --------
    read_labels_from_annot : Read it back.

    Notes
    -----
    Vertices of no label become one more region, ``"unknown"``.

    Examples
    --------
    >>> from leadfield import Label
    >>> labels = [Label([3, 8], hemi="lh", name="a-lh"), Label([5], hemi="lh", name="b-lh")]
    >>> write_labels_to_annot(
    ...     labels, "fsaverage5", annot_fname="lh.mine.annot", subjects_dir=subjects_dir
    ... )
    """
    if annot_fname is not None:
        files = one_annotation_file(annot_fname)
    elif subject is None or parc is None:
        msg = "subject and parc must be given, or annot_fname"
        raise InputError(msg)
    else:
        files = annotation_files(subjects_folder(subjects_dir), subject, parc, hemi)
    surfaces = {}
    if subject is not None:
        folder = subjects_folder(subjects_dir)
        surfaces = {h: subject_file(folder, subject, "surf", f"{h}.white") for h in files}
    several = [one for label in as_labels(labels) for one in label.hemispheres]
    if sort:
        several.sort(key=lambda label: label.name or "")
    write_annotation_labels(
        files,
        several,
        surfaces=surfaces,
        colour_map=partial(colormap_colours, colormap),
        table_name=table_name,
        overwrite=overwrite,
    )
