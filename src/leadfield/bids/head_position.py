"""Head position: the transform from head to MRI coordinates, of a file or of landmarks."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed
from leadfield.base.errors import DataError, FormatError, InputError, MismatchError
from leadfield.bids.anatomy import LANDMARKS
from leadfield.bids.folder_listing import read_object
from leadfield.fif.reader import MOST
from leadfield.freesurfer.talairach import read_surface_to_scanner
from leadfield.numerics.affine import apply_affine
from leadfield.recording.fif.positions import load_transforms
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.montage import CARDINAL, in_head, make_montage

MM = 1e-3
# How landmarks are called in sidecars, in the order of FIF's numbers.
SPELLINGS = {"lpa": ("lpa",), "nasion": ("nas", "nasion"), "rpa": ("rpa",)}
UNIT_KEYS = (
    "AnatomicalLandmarkCoordinateUnits",
    "MEGCoordinateUnits",
    "EEGCoordinateUnits",
)
UNITS = {"m": 1.0, "cm": 1e-2, "mm": MM}
SAME_PLACE = 1e-3  # m


def read_head_to_mri(path: Path) -> Transform:
    """The transform from head to MRI coordinates in a file."""
    for transform in load_transforms(path):
        if {transform.source, transform.target} == {Frame.HEAD, Frame.MRI}:
            return transform.between(Frame.HEAD, Frame.MRI)
    raise FormatError(path, "a transform between head and MRI coordinates must be in it")


def landmarks_in_mri(sidecar: Path, image: Path, volume: Path) -> Floats:
    """Landmarks (3, 3) of the head in MRI coordinates, in m.

    ``sidecar`` gives them in voxels of ``image``, ``volume`` is FreeSurfer's T1.
    """
    voxels = _landmarks(sidecar, read_object(sidecar).get(LANDMARKS))
    scanner = apply_affine(_voxels_to_scanner(image), voxels)
    to_surface = np.linalg.inv(read_surface_to_scanner(volume))
    return MM * apply_affine(to_surface, scanner)


def landmarks_in_head(info: MeasurementInfo, coordinates: Path | None) -> Floats:
    """Landmarks (3, 3) in head coordinates, in m: digitised ones, else those of a sidecar."""
    digitised = {
        CARDINAL[p.ident]: p.position
        for p in info.digitisation
        if p.kind == 1 and p.ident in CARDINAL and p.frame == Frame.HEAD
    }
    if len(digitised) == len(CARDINAL):
        return np.stack([digitised[name] for name in CARDINAL.values()])
    if coordinates is None:
        msg = (
            "a head position by landmarks needs these in the recording or in coordsystem.json, "
            "which are in neither: make a -trans.fif"
        )
        raise DataError(msg)
    places = read_landmarks(coordinates)
    # Whatever frame they are in: the landmarks themselves say where the head is.
    montage = make_montage(
        {},
        dict(zip(CARDINAL.values(), places, strict=True)),
        hpi=None,
        extra=None,
        frame=Frame.UNKNOWN,
    )
    try:
        found = in_head(montage).cardinals
    except InputError as error:
        raise FormatError(coordinates, str(error)) from error
    return np.stack([found[name].position for name in CARDINAL.values()])


def read_landmarks(coordinates: Path) -> Floats:
    """Landmarks (3, 3) of a sidecar, in m, in the frame that they are in."""
    content = read_object(coordinates)
    unit = next((content[key] for key in UNIT_KEYS if key in content), None)
    if unit not in UNITS:
        raise FormatError(coordinates, f"landmarks must be in {listed(UNITS)}, got {unit!r}")
    return UNITS[unit] * _landmarks(coordinates, content.get(LANDMARKS))


def fit_head_to_mri(head: Floats, mri: Floats) -> Transform:
    """The rigid transform that brings landmarks (n, 3) of the head closest to those of the MRI.

    The least squares of Kabsch (1976), Acta Cryst A 32:922.
    """
    middle_head, middle_mri = head.mean(axis=0), mri.mean(axis=0)
    left, sizes, right = np.linalg.svd((head - middle_head).T @ (mri - middle_mri))
    if sizes[1] < SAME_PLACE**2:
        msg = f"landmarks must be three corners of a triangle, got {mri.round(4).tolist()} m"
        raise MismatchError(msg)
    handed = np.diag([1.0, 1.0, np.sign(np.linalg.det(left @ right))])
    matrix = np.eye(4)
    matrix[:3, :3] = (left @ handed @ right).T
    matrix[:3, 3] = middle_mri - matrix[:3, :3] @ middle_head
    return Transform(source=Frame.HEAD, target=Frame.MRI, matrix=matrix)


def _landmarks(path: Path, given: object) -> Floats:
    """Three landmarks of a sidecar, as they are: left, nasion, right."""
    named: Mapping[str, Any] = given if isinstance(given, dict) else {}
    lower = {name.lower(): place for name, place in named.items()}
    places = []
    for name, spellings in SPELLINGS.items():
        place = next((lower[one] for one in spellings if one in lower), None)
        try:
            found = np.asarray(place, np.float64)
        except (TypeError, ValueError, OverflowError):
            found = np.empty(0)
        if found.shape != (3,) or not (abs(found) < MOST).all():
            problem = f"{LANDMARKS} must hold LPA, NAS and RPA, three numbers each; {name} is "
            raise FormatError(path, f"{problem}{place!r}")
        places.append(found)
    return np.stack(places)


def _voxels_to_scanner(image: Path) -> Floats:
    """The transform (4, 4) from voxels of a NIfTI image to scanner RAS, in mm."""
    try:
        affine = import_module("nibabel").load(image).affine
    except Exception as error:  # nibabel raises what it likes on hostile headers
        raise FormatError(image, f"an image must be NIfTI ({error})") from error
    found: Floats = np.asarray(affine, np.float64)
    if found.shape != (4, 4) or not np.isfinite(found).all():
        raise FormatError(image, "an image must say where its voxels are")
    return found
