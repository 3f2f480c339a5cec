"""Structures of segmentations: ``get_volume_labels_from_aseg``, ``read_freesurfer_lut``."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Literal, overload

from leadfield.base.arrays import Floats
from leadfield.base.checks import whole
from leadfield.base.errors import ArgumentTypeError, InputError, StateError, UnknownNameError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.freesurfer.image import read_image
from leadfield.freesurfer.structures import (
    Structures,
    read_structures,
    standard_structures,
    structures_in,
)

ASEG = "aseg.mgz"


def as_structures(volume_label: object, image: Path, name: str = "volume_label") -> dict[str, int]:
    """Numbers of the structures that are asked for, by name."""
    if isinstance(volume_label, Mapping):
        for key in volume_label:
            if not isinstance(key, str):
                msg = f"{name} must have names as its keys, got {key!r}"
                raise ArgumentTypeError(msg)
        return {key: whole(f"{name}[{key!r}]", value) for key, value in volume_label.items()}
    names = [volume_label] if isinstance(volume_label, str) else volume_label
    if not isinstance(names, list | tuple) or not names:
        msg = f"{name} must be a name, a list of names or a dict of numbers, got {volume_label!r}"
        raise ArgumentTypeError(msg)
    if not image.name.endswith(ASEG):
        msg = (
            f"{name} must be a dict of numbers by name unless the image is an {ASEG} of "
            f"FreeSurfer's, got {image.name}"
        )
        raise StateError(msg)
    known = standard_structures().by_name
    for one in names:
        if one not in known:
            near = get_close_matches(str(one), known, n=3)
            hint = f": did you mean {' or '.join(map(repr, near))}?" if near else ""
            msg = f"{name} must be of structures in FreeSurfer's table, got {one!r}{hint}"
            raise UnknownNameError(msg)
    return {one: known[one] for one in names}


@overload
def get_volume_labels_from_aseg(
    mgz_fname: str | Path,
    return_colors: Literal[False] = False,
    atlas_ids: Mapping[str, int] | None = None,
) -> list[str]: ...
@overload
def get_volume_labels_from_aseg(
    mgz_fname: str | Path,
    return_colors: Literal[True],
    atlas_ids: None = None,
) -> tuple[list[str], list[Floats]]: ...
@public("leadfield")
def get_volume_labels_from_aseg(
    mgz_fname: str | Path,
    return_colors: bool = False,
    atlas_ids: Mapping[str, int] | None = None,
) -> list[str] | tuple[list[str], list[Floats]]:
    """Read which structures a segmentation holds.

    Parameters
    ----------
    mgz_fname : path-like
        The segmentation, an ``.mgz`` or ``.mgh`` file such as FreeSurfer's ``aseg.mgz``.
    return_colors : bool
        Whether to return the structures' colours, too.
    atlas_ids : dict of str to int | None
        The number of each structure, None for those of FreeSurfer's table.

    Returns
    -------
    label_names : list of str
        The names, in the order of their numbers.
    label_colors : list of ndarray, shape (4,)
        Red, green, blue and alpha from 0 to 255, with ``return_colors``.

    Raises
    ------
    FormatError
        If the file is damaged, or no such image.
    InputError
        If colours of other than FreeSurfer's structures are asked for.

    See Also
    --------
    read_freesurfer_lut : The table of FreeSurfer's structures.
    setup_volume_source_space : Place sources in some of them.

    Examples
    --------
    >>> get_volume_labels_from_aseg(aseg)
    ['Unknown', 'Left-Thalamus-Proper', 'Right-Thalamus-Proper']
    """
    if atlas_ids is not None and return_colors:
        msg = "return_colors=True must come without atlas_ids, whose colours nobody knows"
        raise InputError(msg)
    values = read_image(mgz_fname).values
    if atlas_ids is not None:
        return structures_in(values, as_structures(atlas_ids, Path(mgz_fname), "atlas_ids"))
    table = standard_structures()
    names = structures_in(values, table.by_name)
    if not return_colors:
        return names
    colours = _colours(table)
    return names, [colours[name] for name in names]


@public("leadfield")
@verbose_aware
def read_freesurfer_lut(
    fname: str | Path | None = None, verbose: Verbose = None
) -> tuple[dict[str, int], dict[str, Floats]]:
    """Read a table of structures: their numbers and colours.

    Parameters
    ----------
    fname : path-like | None
        A colour table of FreeSurfer's kind, None for FreeSurfer's own.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    atlas_ids : dict of str to int
        The number of each structure.
    colors : dict of str to ndarray, shape (4,)
        Red, green, blue and alpha of each structure, from 0 to 255.

    Raises
    ------
    FormatError
        If the file is no such table.

    Examples
    --------
    >>> atlas_ids, colors = read_freesurfer_lut()
    >>> atlas_ids["Left-Amygdala"], colors["Left-Amygdala"]
    (18, array([103., 255., 255.,   0.]))
    """
    table = standard_structures() if fname is None else read_structures(fname)
    return table.by_name, _colours(table)


def _colours(table: Structures) -> dict[str, Floats]:
    return {name: colour.copy() for name, colour in zip(table.names, table.colours, strict=True)}
