"""Writing labels as a parcellation."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from leadfield.api.labels.colours import Rgba, as_rgba, distinct
from leadfield.api.labels.files import SIDES, one_annotation
from leadfield.api.labels.label import Label
from leadfield.base.arrays import Ints
from leadfield.base.checks import listed, looked_up
from leadfield.base.errors import InputError, MismatchError
from leadfield.base.files import may_write
from leadfield.base.log import LOGGER, Verbose, verbose_aware, warn
from leadfield.base.public import public
from leadfield.freesurfer.annotation import Parcellation, write_annotation
from leadfield.freesurfer.subjects import subject_file, subjects_folder
from leadfield.freesurfer.surface import read_surface

UNKNOWN = "unknown"


@public("leadfield")
@verbose_aware
def write_labels_to_annot(
    labels: Sequence[Label],
    subject: str | None = None,
    parc: str | None = None,
    overwrite: bool = False,
    subjects_dir: str | Path | None = None,
    annot_fname: str | Path | None = None,
    colormap: str = "hsv",
    hemi: str = "both",
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
        What to call the parcellation; needed unless ``annot_fname`` is given.
    overwrite : bool
        Whether files that are there may be replaced.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    annot_fname : path-like | None
        A single file to write instead, whose name begins with ``lh.`` or ``rh.``.
    colormap : str
        Matplotlib's colour map to take colours from for labels without one.
    hemi : str
        ``"lh"``, ``"rh"`` or ``"both"``.
    sort : bool
        Whether to order the labels by name.
    table_name : str
        The name to store for the table of colours.
    verbose : bool | str | int | None
        How much to tell.

    Raises
    ------
    InputError
        If a label has no name, or two have one colour.
    MismatchError
        If labels overlap or reach beyond the surface.
    OverwriteError
        If a file exists and ``overwrite`` is False.

    See Also
    --------
    read_labels_from_annot : Read it back.

    Notes
    -----
    Vertices of no label become one more part, ``"unknown"``.

    Examples
    --------
    >>> from leadfield import Label
    >>> parts = [Label([3, 8], hemi="lh", name="a-lh"), Label([5], hemi="lh", name="b-lh")]
    >>> write_labels_to_annot(
    ...     parts, "fsaverage5", annot_fname="lh.mine.annot", subjects_dir=subjects_dir
    ... )
    """
    folder = None
    if annot_fname is not None:
        files = one_annotation(annot_fname)
        if subject is not None:
            folder = subjects_folder(subjects_dir)
    elif subject is None or parc is None:
        msg = "subject and parc must be given, or annot_fname"
        raise InputError(msg)
    else:
        folder = subjects_folder(subjects_dir)
        home = folder / subject / "label"
        files = {h: home / f"{h}.{parc}.annot" for h in looked_up("hemi", hemi, SIDES)}
    for path in files.values():
        may_write(path, overwrite=overwrite)
    made = {}
    for side, path in files.items():
        own = [label for label in labels if label.hemi == side]
        if sort:
            own.sort(key=lambda label: label.name or "")
        if folder is not None and subject is not None:
            white = read_surface(subject_file(folder, subject, "surf", f"{side}.white"))
            n_vertices = len(white.vertices)
        else:
            n_vertices = max(
                (int(label.vertices[-1]) + 1 for label in own if len(label)), default=1
            )
            warn(
                f"{path.name} ends at the last label's last vertex, for the surface is not "
                "known: pass subject and subjects_dir"
            )
        made[path] = _parcellation(own, side, n_vertices, colormap)
    for path, parcellation in made.items():
        write_annotation(path, parcellation, table=table_name, overwrite=overwrite)
        LOGGER.info("%d labels written to %s", len(parcellation.names), path)


def _parcellation(labels: list[Label], side: str, n_vertices: int, colormap: str) -> Parcellation:
    nameless = sum(not label.name for label in labels)
    if nameless:
        msg = f"every label must have a name in a parcellation, got {nameless} without"
        raise InputError(msg)
    names = [str(label.name).removesuffix(f"-{side}") for label in labels]
    parts = np.full(n_vertices, -1)
    for index, label in enumerate(labels):
        if len(label) and label.vertices[-1] >= n_vertices:
            last = label.vertices[-1]
            msg = f"label {label.name!r} must have vertices below {n_vertices}, got {last}"
            raise MismatchError(msg)
        met = np.unique(parts[label.vertices])
        if met.size and met[-1] >= 0:
            others = listed(labels[i].name for i in met if i >= 0)
            msg = f"labels must not overlap in a parcellation, {label.name!r} does with {others}"
            raise MismatchError(msg)
        parts[label.vertices] = index
    colours = _colours(labels, colormap)
    if (parts < 0).any():
        parts[parts < 0] = len(names)
        names.append(UNKNOWN)
        colours = np.concatenate([colours, [_free_grey(colours)]])
    return Parcellation(labels=parts, names=tuple(names), colours=colours)


def _colours(labels: list[Label], colormap: str) -> Ints:
    """Each label's colour from 0 to 255, all different."""
    given = [as_rgba(label.color) for label in labels]
    taken = {_bytes(color)[:3] for color in given if color is not None}
    # More than are needed, for some may be taken.
    spare = iter(distinct(2 * len(labels) + 1, colormap)) if None in given else iter(())
    colours = []
    for color in given:
        if color is None:
            found = next((c for c in map(_bytes, spare) if c[:3] not in taken), ())
            if not found:
                msg = (
                    f"colormap must have a colour for each of {len(labels)} labels, "
                    f"{colormap!r} has too few: set label.color"
                )
                raise InputError(msg)
            taken.add(found[:3])
        else:
            found = _bytes(color)
        colours.append(found)
    twice = [
        label.name
        for label, c in zip(labels, colours, strict=True)
        if [o[:3] for o in colours].count(c[:3]) > 1
    ]
    if twice:
        msg = f"labels of a hemisphere must have different colours, got one for {listed(twice)}"
        raise InputError(msg)
    if any(not any(c[:3]) for c in colours):
        warn("a label is black (0, 0, 0), which FreeSurfer takes for no label: change its color")
    return np.array(colours, np.int64).reshape(-1, 4)


def _bytes(color: Rgba) -> tuple[int, ...]:
    return tuple(round(255 * c) for c in color)


def _free_grey(colours: Ints) -> list[int]:
    taken = {tuple(c) for c in colours[:, :3].tolist()}
    grey = next((i for i in range(1, 256) if (i, i, i) not in taken), None)
    if grey is None:
        msg = "one shade of grey must be free for vertices of no label: change a label's color"
        raise InputError(msg)
    return [grey, grey, grey, 0]
