"""Labels of volumes, as arguments and of source spaces, and their neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.labels.label import label_in_volume
from leadfield.api.sources.segmentation import (
    ASEG,
    as_structures,
    get_volume_labels_from_aseg,
)
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.checks import whole
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.files import as_path
from leadfield.base.front_door import public
from leadfield.freesurfer.image import Image, read_image
from leadfield.freesurfer.structures import standard_structures, structures_in
from leadfield.freesurfer.subjects import subject_file, subject_folder, subjects_folder
from leadfield.labels.adjacency import adjacency_of_groups
from leadfield.labels.structures import VolumeLabels, sources_in, volume_of
from leadfield.sources.adjacency import adjacency_of_sources
from leadfield.sources.space import SourceSpace, SpaceKind

if TYPE_CHECKING:
    from scipy.sparse import coo_array

    from leadfield.api.labels.label import Label
    from leadfield.base.arrays import Floats

Structures = str | Sequence[str] | Mapping[str, int]
# A segmentation, or one and those of its structures that are meant.
SegmentationLabels = str | Path | tuple[str | Path, Structures] | list[Any]


def as_volume_labels(labels: object) -> VolumeLabels:
    """The structures that are asked for, or all that a segmentation holds."""
    if isinstance(labels, str | PathLike):
        return structures_of(as_path(labels), None)
    if not isinstance(labels, list | tuple) or not labels or not _is_path(labels[0]):
        msg = (
            "labels of a volume must be a segmentation such as aseg.mgz, or one and names or "
            f"numbers of structures in it: (aseg, ['Left-Hippocampus']), got {labels!r}"
        )
        raise ArgumentTypeError(msg)
    if len(labels) != 2:
        msg = f"labels of a volume must be a segmentation and structures, got {len(labels)} things"
        raise InputError(msg)
    return structures_of(as_path(labels[0]), labels[1], "labels[1]")


def structures_of(path: Path, wanted: object, name: str = "labels") -> VolumeLabels:
    """Structures in the segmentation of a file; all of FreeSurfer's table where none are named."""
    image = read_image(path)
    _check_whole(image)
    if wanted is None:
        table = standard_structures().by_name
        there = set(structures_in(image.values, table))
        numbers = {name: number for name, number in table.items() if name in there}
    else:
        numbers = as_structures(wanted, path, name)
    return VolumeLabels(names=tuple(numbers), numbers=tuple(numbers.values()), image=image)


def structure(label: object, mri: object) -> VolumeLabels:
    """One structure, by its name or number, in the segmentation of a file."""
    path = as_path(mri)
    wanted = label if isinstance(label, str) else {f"number {label}": whole("label", label)}
    return structures_of(path, wanted, "label")


def _is_path(thing: object) -> bool:
    return isinstance(thing, str | PathLike)


def _check_whole(image: Image) -> None:
    values = image.values
    if values.dtype.kind == "f":
        finite = values[np.isfinite(values)]
        if (finite != np.round(finite)).any():
            msg = "a segmentation must hold whole numbers, this image holds others"
            raise InputError(msg)


@public("leadfield")
def volume_label_adjacency(
    src: SourceSpaces,
    subject: str,
    subjects_dir: str | Path | None,
    *,
    aseg: str = "auto",
    labels: Structures | None = None,
) -> tuple[coo_array, list[str]]:
    """Find which structures of a volume are neighbours.

    Parameters
    ----------
    src : SourceSpaces
        The source space: one volume on a grid.
    subject : str
        The subject.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.
    aseg : str
        The segmentation in the subject's ``mri`` folder, without ``.mgz``; ``"auto"`` is
        ``"aparc+aseg"``, or ``"wmparc"`` where there is none.
    labels : str | list of str | dict of str to int | None
        Names of structures in an ``aseg.mgz``, or numbers in the image by name; None for all
        that the image holds.

    Returns
    -------
    label_adjacency : coo_array, shape (n_labels, n_labels)
        Ones where a source of one structure is a neighbour of a source of the other. One
        that holds a source is a neighbour of itself.
    labels : list of str
        The names.

    Raises
    ------
    MismatchError
        If the source space is no volume, or of another image.

    See Also
    --------
    label_adjacency : The same for labels of the cortex.

    Examples
    --------
    >>> adjacency, names = volume_label_adjacency(
    ...     volume_src, "sample", subjects_dir, aseg="aseg"
    ... )  # doctest: +SKIP
    """
    sources = as_sources(src)
    space = volume_of(sources)
    home = subject_folder(subjects_folder(subjects_dir), subject) / "mri"
    name = aseg
    if aseg == "auto":
        name = "aparc+aseg" if (home / "aparc+aseg.mgz").is_file() else "wmparc"
    path = home / f"{name}.mgz"
    if labels is None:
        known = standard_structures().by_name
        labels = {one: known[one] for one in get_volume_labels_from_aseg(path)}
    found = structures_of(path, labels)
    rows = sources_in(found, space)
    return adjacency_of_groups(rows, adjacency_of_sources(sources)), list(found.names)


@public("leadfield")
def get_volume_labels_from_src(
    src: SourceSpaces, subject: str, subjects_dir: str | Path | None
) -> list[Label]:
    """Make labels of the structures that source spaces in volumes are in.

    Parameters
    ----------
    src : SourceSpaces
        The source spaces: volumes, each in a structure of ``aseg.mgz``, after a cortex or without.
    subject : str
        The subject.
    subjects_dir : path-like | None
        Folder of subjects; by default the environment variable ``SUBJECTS_DIR``.

    Returns
    -------
    labels_aseg : list of Label
        One for each volume: its points (``vertices``, ``pos``), its side (``hemi``: ``"lh"``,
        ``"rh"`` or ``"both"``) and the color of its structure, if ``aseg.mgz`` holds that.

    Raises
    ------
    InputError
        If there is no volume, or one that is in no structure.
    MismatchError
        If the source spaces are of another subject.
    MissingFileError
        If the subject has no ``aseg.mgz``.

    See Also
    --------
    get_volume_labels_from_aseg : The structures in a segmentation.

    Notes
    -----
    They name, place and color what is computed of volumes, as ``extract_label_time_course`` gives
    it. Functions that take labels of the cortex refuse them.

    Examples
    --------
    >>> labels = get_volume_labels_from_src(src, "sample", subjects_dir)  # doctest: +SKIP
    >>> [label.name for label in labels]  # doctest: +SKIP
    ['Hippocampus-lh', 'Brain-Stem']
    """
    sources = as_sources(src)
    if sources.subject not in {None, subject}:
        msg = f"subject must be that of src, {sources.subject!r}, got {subject!r}"
        raise MismatchError(msg)
    spaces = [space for space in sources.spaces if space.kind is not SpaceKind.SURFACE]
    if not spaces or any(space.grid is None or space.grid.segment is None for space in spaces):
        msg = (
            "src must hold volumes, each in a structure: make them by setup_volume_source_space("
            "..., volume_label=[...])"
        )
        raise InputError(msg)
    path = subject_file(subjects_folder(subjects_dir), subject, "mri", ASEG)
    colours = dict(zip(*get_volume_labels_from_aseg(path, return_colors=True), strict=True))
    return [_label_of_structure(space, colours, subject) for space in spaces]


def _label_of_structure(space: SourceSpace, colours: Mapping[str, Floats], subject: str) -> Label:
    structure = "" if space.grid is None else space.grid.segment or ""
    hemi, name = "both", structure
    for side, word in (("lh", "Left"), ("rh", "Right")):
        if word.lower() in structure.lower():
            hemi, name = side, f"{structure.replace(f'{word}-', '')}-{side}"
            break
    colour = colours.get(structure)
    return label_in_volume(
        space, hemi, name, subject=subject, color=None if colour is None else colour / 255
    )
