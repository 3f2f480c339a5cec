"""Reading and writing labels, one by one and as parcellations."""

import re
from pathlib import Path

import numpy as np

from leadfield.api.labels.label import HEMISPHERES, Label
from leadfield.base.arrays import Floats
from leadfield.base.checks import listed, looked_up
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.files import as_path
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.freesurfer.annotation import Parcellation, read_annotation
from leadfield.freesurfer.label import read_label_file
from leadfield.freesurfer.subjects import subject_file, subjects_folder
from leadfield.freesurfer.surface import read_surface

SIDES = {"lh": ("lh",), "rh": ("rh",), "both": HEMISPHERES}


@public("leadfield")
@verbose_aware
def read_label(
    filename: str | Path,
    subject: str | None = None,
    color: object = None,
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
        The subject, which the file does not hold.
    color : color | None
        A colour, which the file does not hold.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    label : Label
        The label, with places in m, its vertices in order.

    Raises
    ------
    FormatError
        If the file is no label.
    InputError
        If the name does not tell the hemisphere.

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
    hemi = next((h for h in HEMISPHERES if path.name.startswith(f"{h}.")), None)
    stem = path.name.removesuffix(".label")
    if hemi is not None:
        # As MNE-Python names it: lh.BA1.label is lh.BA1-lh.
        name = f"{stem[3:] if stem == path.name else stem}-{hemi}"
    else:
        hemi = next((h for h in HEMISPHERES if path.name.endswith(f"{h}.label")), None)
        name = f"{stem[:-3]}-{hemi}"
    if hemi is None:
        msg = f"a label's file must begin or end with lh or rh, as x-lh.label, got {path.name!r}"
        raise InputError(msg)
    held = read_label_file(path)
    return Label(
        held.vertices,
        held.positions,
        held.values,
        hemi,
        held.comment,
        name,
        path,
        subject,
        color,
    )


@public("leadfield")
@verbose_aware
def write_label(filename: str | Path, label: Label, verbose: Verbose = None) -> None:
    """Write a FreeSurfer ``.label`` file.

    Parameters
    ----------
    filename : path-like
        The file. ``-lh`` or ``-rh`` and ``.label`` are added where they are missing; a
        file that is there is replaced.
    label : Label
        The label. Its subject and colour are not stored.
    verbose : bool | str | int | None
        How much to tell.

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
    label.save(filename)


@public("leadfield")
@verbose_aware
def read_labels_from_annot(
    subject: str,
    parc: str = "aparc",
    hemi: str = "both",
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
    hemi : str
        ``"lh"``, ``"rh"`` or ``"both"``.
    surf_name : str
        The surface that the labels' places are taken from.
    annot_fname : path-like | None
        A file to read instead, whose name begins with ``lh.`` or ``rh.``.
    regexp : str | None
        Only labels whose name matches; plain words match anywhere in the name.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    sort : bool
        Whether to order the labels by name.
    verbose : bool | str | int | None
        How much to tell.

    Returns
    -------
    labels : list of Label
        The labels that hold vertices, named like ``"cuneus-lh"``.

    Raises
    ------
    FormatError
        If a file is no parcellation.
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
        files = {
            h: subject_file(folder, subject, "label", f"{h}.{parc}.annot")
            for h in looked_up("hemi", hemi, SIDES)
        }
    else:
        files = one_annotation(annot_fname)
    labels: dict[str, Label] = {}
    names = set()
    for side, path in files.items():
        found = read_annotation(path)
        places = read_surface(subject_file(folder, subject, "surf", f"{side}.{surf_name}")).vertices
        if len(places) != len(found.labels):
            msg = (
                f"{path.name} must have the {len(places)} vertices of {side}.{surf_name}, got "
                f"{len(found.labels)}: is it of {subject!r}?"
            )
            raise MismatchError(msg)
        for name, label in _labels(found, places, side, subject).items():
            names.add(name)
            if regexp is None or _pattern(regexp).match(name):
                labels[name] = label
    if not labels:
        what = "any label" if regexp is None else f"one of {listed(sorted(names), 80)}"
        msg = f"the parcellation must hold {what}, got none for regexp={regexp!r}"
        raise InputError(msg)
    LOGGER.info("%d labels of %s", len(labels), ", ".join(path.name for path in files.values()))
    return [labels[name] for name in (sorted(labels) if sort else labels)]


def one_annotation(path: str | Path) -> dict[str, Path]:
    """The file by its hemisphere, which its name begins with."""
    side = as_path(path).name[:2]
    if side not in HEMISPHERES:
        msg = f"annot_fname must begin with lh or rh, got {as_path(path).name!r}"
        raise InputError(msg)
    return {side: as_path(path)}


def _pattern(regexp: str) -> re.Pattern[str]:
    plain = regexp.replace("_", "").isalnum()
    try:
        return re.compile(f".*{regexp}.*" if plain else regexp)
    except re.error as problem:
        msg = f"regexp must be a regular expression, got {regexp!r}: {problem}"
        raise InputError(msg) from problem


def _labels(found: Parcellation, places: Floats, side: str, subject: str) -> dict[str, Label]:
    """One label a part that holds vertices, by name."""
    labels = {}
    for part, name in enumerate(found.names):
        vertices = np.flatnonzero(found.labels == part)
        if not len(vertices):
            continue
        red, green, blue, alpha = (found.colours[part] / 255).tolist()
        labels[f"{name}-{side}"] = Label(
            vertices,
            places[vertices] * 1e-3,
            hemi=side,
            name=f"{name}-{side}",
            subject=subject,
            color=(red, green, blue, alpha),
        )
    return labels
