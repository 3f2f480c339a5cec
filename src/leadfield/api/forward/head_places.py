"""Places in a subject's MRI and in MNI coordinates: ``head_to_mri``, ``head_to_mni``, ..."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.api.forward.make import as_registration
from leadfield.api.recording.transforms import CoordinateTransform
from leadfield.base.checks import all_finite, one_of
from leadfield.base.errors import InputError, MismatchError, MissingFileError, OutOfRangeError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.freesurfer.image import read_geometry, read_image
from leadfield.freesurfer.structures import standard_structures
from leadfield.freesurfer.subjects import subject_file, subject_folder, subjects_folder
from leadfield.freesurfer.surface import read_surface
from leadfield.freesurfer.talairach import surface_to_mni
from leadfield.numerics.affine import apply_affine
from leadfield.recording.frames import Frame
from leadfield.sources.grid import values_at
from leadfield.sources.space import HEMISPHERES

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats

    Trans = CoordinateTransform | str | Path | None
UNKNOWN = "Unknown"  # in FreeSurfer's table: none of its structures
SEGMENTATIONS = ("aparc+aseg", "wmparc")  # of which "auto" takes the first that is there
MRI_KINDS = ("mri", "ras")


@public("leadfield")
@verbose_aware
def head_to_mri(
    pos: ArrayLike,
    subject: str,
    mri_head_t: CoordinateTransform,
    subjects_dir: str | Path | None = None,
    *,
    kind: Literal["mri", "ras"] = "mri",
    unscale: bool = False,
    verbose: Verbose = None,
) -> Floats:
    """Get places of the head in coordinates of the MRI.

    Parameters
    ----------
    pos : array_like, shape (n, 3)
        The places in m, in head coordinates.
    subject : str
        The subject, with ``mri/T1.mgz`` for ``"ras"``.
    mri_head_t : CoordinateTransform
        The transform between head and MRI coordinates.
    subjects_dir : path-like | None
        Folder of subjects for ``"ras"``; None takes the environment's ``SUBJECTS_DIR``.
    kind : "mri" | "ras"
        FreeSurfer's surface RAS, or the scanner's coordinates.
    unscale : bool
        Must be False: MRIs that were scaled to a head are MNE-Python's.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    coordinates : ndarray, shape (n, 3)
        The places in mm.

    Raises
    ------
    MismatchError
        If the transform is between other frames.
    MissingFileError
        If the image is not there.

    See Also
    --------
    head_to_mni : Places in MNI coordinates.

    Examples
    --------
    >>> head_to_mri([[0, 0.02, 0.05]], "fsaverage5", trans)
    array([[ 0., 20., 50.]])
    """
    one_of("kind", kind, MRI_KINDS)
    if unscale:
        msg = "unscale must be False: scaled MRIs are taken back by mne.head_to_mri of MNE-Python"
        raise InputError(msg)
    found = places_in_mri(as_places(pos), mri_head_t)
    if kind == "mri":
        return found
    image = subject_file(subjects_folder(subjects_dir), subject, "mri", "T1.mgz")
    return apply_affine(read_geometry(image).surface_to_scanner, found)


@public("leadfield")
@verbose_aware
def head_to_mni(
    pos: ArrayLike,
    subject: str,
    mri_head_t: CoordinateTransform,
    subjects_dir: str | Path | None = None,
    verbose: Verbose = None,
) -> Floats:
    """Get places of the head in MNI coordinates, by the subject's linear transform.

    Parameters
    ----------
    pos : array_like, shape (n, 3)
        The places in m, in head coordinates.
    subject : str
        The subject, with ``mri/transforms/talairach.xfm`` and ``mri/orig.mgz`` or
        ``mri/T1.mgz``.
    mri_head_t : CoordinateTransform
        The transform between head and MRI coordinates.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    coordinates : ndarray, shape (n, 3)
        The places in mm.

    Raises
    ------
    MismatchError
        If the transform is between other frames.
    MissingFileError
        If a file is not there.

    See Also
    --------
    vertex_to_mni : The same of vertices of the cortex.

    Examples
    --------
    >>> head_to_mni([[0, 0.02, 0.05]], "sample", trans)  # doctest: +SKIP
    """
    return places_in_mni(as_places(pos), subject, mri_head_t, subjects_dir)


@public("leadfield")
@verbose_aware
def vertex_to_mni(
    vertices: ArrayLike,
    hemis: ArrayLike,
    subject: str,
    subjects_dir: str | Path | None = None,
    verbose: Verbose = None,
) -> Floats:
    """Get vertices of the cortex in MNI coordinates, by the subject's linear transform.

    Parameters
    ----------
    vertices : int | array_like of int, shape (n,)
        The vertices of the surface ``white``.
    hemis : int | array_like of int, shape (n,)
        The hemisphere of each, or of all: 0 is the left one, 1 the right one.
    subject : str
        The subject, with ``mri/transforms/talairach.xfm`` and ``mri/orig.mgz`` or
        ``mri/T1.mgz``.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    coordinates : ndarray, shape (n, 3) | (3,)
        The places in mm; of a single vertex (3,).

    Raises
    ------
    MismatchError
        If there are not as many hemispheres as vertices.
    MissingFileError
        If a file is not there.
    OutOfRangeError
        If a hemisphere has no such vertex.

    Examples
    --------
    >>> vertex_to_mni([8, 60], 0, "sample")  # doctest: +SKIP
    """
    numbers, sides = (np.asarray(given) for given in (vertices, hemis))
    rows = np.atleast_1d(numbers)
    of = np.full(len(rows), sides) if sides.ndim == 0 else sides
    if rows.ndim != 1 or of.shape != rows.shape or {rows.dtype.kind, of.dtype.kind} - set("iu"):
        msg = (
            "hemis must be whole numbers, one for each of the vertices, or one for all, got "
            f"{of.dtype} {of.shape} for {rows.dtype} {rows.shape}"
        )
        raise MismatchError(msg)
    if not np.isin(of, range(len(HEMISPHERES))).all():
        msg = f"hemis must be 0 (left) or 1 (right), got {sorted(set(of.tolist()))}"
        raise InputError(msg)
    folder = subjects_folder(subjects_dir)
    places = np.empty((len(rows), 3))
    for number, side in enumerate(HEMISPHERES):
        here = of == number
        if here.any():
            surface = read_surface(subject_file(folder, subject, "surf", f"{side}.white"))
            n = len(surface.vertices)
            if rows[here].min() < 0 or rows[here].max() >= n:
                msg = f"vertices of {side} must be from 0 to {n - 1}, got {rows[here].tolist()}"
                raise OutOfRangeError(msg)
            places[here] = surface.vertices[rows[here]]
    found = apply_affine(_to_mni(subject, subjects_dir), places)
    return found if numbers.ndim else found[0]


@public("leadfield")
@verbose_aware
def read_talxfm(
    subject: str, subjects_dir: str | Path | None = None, verbose: Verbose = None
) -> CoordinateTransform:
    """Read a subject's linear transform from MRI to MNI coordinates.

    Parameters
    ----------
    subject : str
        The subject, with ``mri/transforms/talairach.xfm`` and ``mri/orig.mgz`` or
        ``mri/T1.mgz``.
    subjects_dir : path-like | None
        Folder of subjects; None takes the environment's ``SUBJECTS_DIR``.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    mri_mni_t : CoordinateTransform
        The transform, for places in m.

    Raises
    ------
    FormatError
        If the file holds no transform.
    MissingFileError
        If a file is not there.

    Examples
    --------
    >>> read_talxfm("sample")  # doctest: +SKIP
    """
    matrix = _to_mni(subject, subjects_dir).copy()
    matrix[:3, 3] *= 1e-3
    return CoordinateTransform("mri", "mri_tal", matrix)


def as_places(pos: ArrayLike) -> Floats:
    """Places (n, 3), or (3,) of one, that are numbers."""
    found = np.asarray(pos)
    if found.dtype.kind not in "fiu" or found.shape[-1:] != (3,) or found.ndim > 2:
        msg = f"pos must be numbers (n, 3), got {found.dtype} of shape {found.shape}"
        raise InputError(msg)
    all_finite("pos", found, "leave out places that nobody knows")
    return found.astype(np.float64)


def places_in_mri(positions: Floats, trans: Trans) -> Floats:
    """Places (n, 3) of the head in MRI coordinates, in mm."""
    found: Floats = 1e3 * as_registration(trans).between(Frame.HEAD, Frame.MRI).points(positions)
    return found


def places_in_mni(
    positions: Floats, subject: str, trans: Trans, subjects_dir: str | Path | None
) -> Floats:
    """Places (n, 3) of the head in MNI coordinates, in mm."""
    return apply_affine(_to_mni(subject, subjects_dir), places_in_mri(positions, trans))


def _to_mni(subject: str, subjects_dir: str | Path | None) -> Floats:
    """The transform (4, 4) from a subject's surface RAS to MNI coordinates, in mm."""
    home = subject_folder(subjects_folder(subjects_dir), subject)
    found = surface_to_mni(home)
    if found is None:
        msg = (
            f"{subject!r} must have mri/transforms/talairach.xfm, and mri/orig.mgz or mri/T1.mgz, "
            f"for MNI coordinates, got not both in {home}"
        )
        raise MissingFileError(msg)
    return found


def structures_at(
    positions: Floats, trans: Trans, subject: str, aseg: str, subjects_dir: str | Path | None
) -> list[str]:
    """Name of the structure that each place (n, 3) of the head is in."""
    folder = subjects_folder(subjects_dir)
    if aseg == "auto":
        home = subject_folder(folder, subject) / "mri"
        there = [name for name in SEGMENTATIONS if (home / f"{name}.mgz").is_file()]
        aseg = next(iter(there), SEGMENTATIONS[0])
    image = read_image(subject_file(folder, subject, "mri", f"{aseg}.mgz"))
    values = values_at(image, 1e-3 * places_in_mri(positions, trans))
    table = standard_structures()
    names = dict(zip(table.numbers.tolist(), table.names, strict=True))
    return [UNKNOWN if np.isnan(value) else names.get(int(value), UNKNOWN) for value in values]
