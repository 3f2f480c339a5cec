"""Images of the simulated study: a head of three tissues, as NIfTI and as FreeSurfer's T1."""

import gzip
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.datasets.simulated.heads import OUTWARD, Skull
from leadfield.forward.bem import ShellKind
from leadfield.freesurfer.image import centred_affine
from leadfield.numerics.affine import apply_affine
from leadfield.recording.frames import Transform

CENTRE = np.array([2.0, -6.0, 4.0])  # mm, of FreeSurfer's volume in the scanner
VOLUME_SIZE, VOLUME_STEP = 64, 4.0  # voxels and mm
IMAGE_SIZE, IMAGE_STEP = (56, 64, 60), (3.6, 4.0, 4.2)
NIFTI = "Nifti1Image"
TISSUES = ((ShellKind.INNER_SKULL, 110), (ShellKind.OUTER_SKULL, 25), (ShellKind.HEAD, 80))


def write_volume(path: Path, skull: Skull) -> None:
    """Write FreeSurfer's T1: coronal slices, as all its volumes have."""
    axes = VOLUME_STEP * np.array([[-1.0, 0, 0], [0, 0, 1], [0, -1, 0]])
    affine = centred_affine(axes, CENTRE, np.full(3, VOLUME_SIZE))
    data = _tissues(skull, affine, (VOLUME_SIZE,) * 3)
    _write(path, "MGHImage", data, affine)


def write_image(path: Path, skull: Skull, tilt: float) -> Floats:
    """Write a T1 image of a head that was tilted in the scanner; returns its affine (4, 4)."""
    c, s = np.cos(tilt), np.sin(tilt)
    axes = np.array([[1, 0, 0], [0, c, -s], [0, s, c]]) * IMAGE_STEP
    affine = centred_affine(axes, CENTRE, np.array(IMAGE_SIZE))
    _write(path, NIFTI, _tissues(skull, affine, IMAGE_SIZE), affine)
    return affine


def landmark_voxels(landmarks: Floats, head_to_mri: Transform, affine: Floats) -> Floats:
    """Landmarks (n, 3) of the head, in m, as voxels of an image."""
    scanner = 1e3 * head_to_mri.points(landmarks) + CENTRE
    to_voxels = np.linalg.inv(affine)
    return apply_affine(to_voxels, scanner)


def _tissues(skull: Skull, affine: Floats, shape: tuple[int, ...]) -> Any:
    """Brightness of each voxel: that of the innermost tissue around it."""
    voxels = np.indices(shape).reshape(3, -1).T
    places = apply_affine(affine, voxels) - CENTRE - skull.centre
    radius = np.linalg.norm(places, axis=1)
    surface = skull.head_distances(places / np.maximum(radius, 1e-6)[:, None])
    depth = radius - surface + OUTWARD[ShellKind.HEAD]
    values = np.zeros(len(voxels), np.uint8)
    for kind, brightness in reversed(TISSUES):
        values[depth <= OUTWARD[kind]] = brightness
    return values.reshape(shape)


def _write(path: Path, kind: str, data: Any, affine: Floats) -> None:
    """Write an image, packed without a date: the same seed gives the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = getattr(import_module("nibabel"), kind)(data, affine)
    if kind == NIFTI:
        image.header.set_xyzt_units("mm", "sec")
    path.write_bytes(gzip.compress(image.to_bytes(), mtime=0))
