"""Digitised points in files of their own: ``read_fiducials``, ``write_fiducials``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.recording.transforms import as_frame
from leadfield.base.checks import listed, whole
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.fif.reader import FifFile
from leadfield.fif.writer import writing
from leadfield.recording.fif.positions import read_digitisation, write_digitisation
from leadfield.recording.info import DigitisedPoint

if TYPE_CHECKING:
    from leadfield.api.recording.transforms import FrameName


@public("leadfield.io")
@verbose_aware
def read_fiducials(
    fname: str | Path, *, verbose: Verbose = None
) -> tuple[list[dict[str, Any]], int]:
    """Read digitised points, such as the fiducials of a head, from a FIF file.

    Parameters
    ----------
    fname : path-like
        The file.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    pts : list of dict
        For each point ``"kind"`` and ``"ident"``, its FIF numbers, ``"r"``, its position in m,
        and ``"coord_frame"``.
    coord_frame : int
        FIF's number of the frame of all points.

    Raises
    ------
    FormatError
        If the file is no FIF file or has no points.

    See Also
    --------
    write_fiducials : Write such a file.

    Examples
    --------
    >>> from leadfield.io import read_fiducials, write_fiducials
    >>> write_fiducials("tone-fiducials.fif", [{"kind": 1, "ident": 2, "r": [0, 0.1, 0]}], "mri")
    >>> points, frame = read_fiducials("tone-fiducials.fif")
    >>> len(points), frame
    (1, 5)
    """
    with FifFile(fname) as fif:
        found = read_digitisation(fif, fif.tree)
        if not found:
            raise fif.lacks(fif.tree, "digitised points")
    points = [
        {"kind": p.kind, "ident": p.ident, "r": p.position.copy(), "coord_frame": p.frame}
        for p in found
    ]
    return points, found[0].frame


@public("leadfield.io")
@verbose_aware
def write_fiducials(
    fname: str | Path,
    pts: Iterable[Mapping[str, Any]],
    coord_frame: FrameName | int = "unknown",
    *,
    overwrite: bool = False,
    verbose: Verbose = None,
) -> None:
    """Write digitised points, such as the fiducials of a head, to a FIF file.

    Parameters
    ----------
    fname : path-like
        The file, such as ``sub-fiducials.fif``.
    pts : list of dict
        For each point ``"kind"`` and ``"ident"``, its FIF numbers (1 for cardinal points; 1, 2
        and 3 for left, nasion and right), and ``"r"``, its position in m.
    coord_frame : str | int
        The frame of all points: ``"mri"``, ``"head"``, ..., or FIF's number.
    overwrite : bool
        Whether to overwrite an existing file.
    verbose : bool | str | int | None
        Verbosity.

    Raises
    ------
    MismatchError
        If a point says that it is in another frame.
    OverwriteError
        If the file exists and ``overwrite`` is False.

    See Also
    --------
    read_fiducials : Read such a file.

    Examples
    --------
    >>> from leadfield.io import write_fiducials
    >>> write_fiducials("nasion-fiducials.fif", [{"kind": 1, "ident": 2, "r": [0, 0.1, 0]}])
    """
    frame = as_frame("coord_frame", coord_frame)
    points = [_point(one, frame) for one in pts]
    if not points:
        msg = "pts must be at least one point, got none"
        raise InputError(msg)
    with writing(fname, overwrite=overwrite) as writer:
        write_digitisation(writer, points)


def _point(point: object, frame: int) -> DigitisedPoint:
    """The value of a point as users write it."""
    if not isinstance(point, Mapping) or not {"kind", "ident", "r"} <= point.keys():
        msg = f"a point must be a dict with 'kind', 'ident' and 'r', got {point!r}"
        raise ArgumentTypeError(msg)
    own = int(point.get("coord_frame", frame))
    if own != frame:
        msg = f"all points must be in coord_frame {frame}, got one in {own}: {listed([point])}"
        raise MismatchError(msg)
    return DigitisedPoint(
        kind=whole("kind", point["kind"]),
        ident=whole("ident", point["ident"]),
        position=np.array(point["r"], np.float64),
        frame=frame,
    )
