"""Sensor patterns of cortical patches, brain noise and blinks, through the true head model."""

from collections.abc import Iterable, Mapping

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.datasets.simulated.activity import CorticalSheet, Patch
from leadfield.datasets.simulated.blinks import blink_pattern
from leadfield.datasets.simulated.noise import brain_points
from leadfield.datasets.simulated.signals import SensorPatterns
from leadfield.forward.compute import compute_forward
from leadfield.forward.dipoles import along_directions
from leadfield.forward.head_model import HeadModel
from leadfield.forward.sensor_array import SensorArray
from leadfield.recording.frames import Transform
from leadfield.sources.points import point_sources


def dipole_fields(
    array: SensorArray,
    head: HeadModel,
    mri_to_head: Transform,
    *,
    positions: Floats,
    normals: Floats,
) -> Floats:
    """Signals (n_sensors, n_points) of 1 A·m along the normals, in SI units.

    Positions and normals (n_points, 3) are in the MRI frame, in m.
    """
    sources = point_sources(positions, normals).moved(mri_to_head)
    return along_directions(compute_forward(array, sources, head, mri_to_head)).leadfield


def patch_field(
    array: SensorArray, head: HeadModel, mri_to_head: Transform, patch: Patch
) -> Floats:
    """Signals (n_sensors,) of a patch whose currents sum to a dipole of 1 A·m."""
    positions, normals = patch.sheet.positions[patch.vertices], patch.sheet.normals[patch.vertices]
    fields = dipole_fields(array, head, mri_to_head, positions=positions, normals=normals)
    return np.asarray(fields.mean(axis=1) / np.linalg.norm(normals.mean(axis=0)))


def sensor_patterns(
    array: SensorArray,
    head: HeadModel,
    mri_to_head: Transform,
    *,
    sheets: Mapping[str, CorticalSheet],
    patches: Iterable[Patch],
    rng: np.random.Generator,
) -> SensorPatterns:
    """The patterns of all simulated sources, for 1 A·m of each piece of cortex."""
    positions, normals, weights, rhythm = brain_points(sheets, rng)
    points = dipole_fields(array, head, mri_to_head, positions=positions, normals=normals)
    return SensorPatterns(
        patches={patch: patch_field(array, head, mri_to_head, patch) for patch in patches},
        brain=points @ weights,
        rhythm=rhythm,
        blink=None if array.eeg is None else blink_pattern(array),
    )
