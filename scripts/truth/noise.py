"""Noise as the simulated experiment has it, of any sensors, without responses and blinks."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.datasets.simulated.activity import cortical_sheets
from leadfield.datasets.simulated.noise import (
    add_brain_noise,
    brain_points,
    frequencies,
    sensor_spectrum,
    shaped_noise,
)
from leadfield.datasets.simulated.sensor_patterns import dipole_fields
from leadfield.datasets.simulated.signals import BRAIN_NOISE, N_SAMPLES, SENSOR_NOISE
from leadfield.inverse.regularisation import components_matrix
from truth.experiment import Experiment, Truth, data_folder

CTF_NOISE = 30e-15  # T, standard deviation of a channel's own noise between 0.1 and 40 Hz
AXIAL = 5001  # CTF's axial gradiometer


def noise_recording(truth: Truth, rng: np.random.Generator) -> Floats:
    """Good channels (n_channels, n_samples) of 278 s of a brain and sensors, in SI units.

    Far fields are left out: those of magnetometers are projected out, and gradiometers see none.
    """
    sheets = cortical_sheets(data_folder() / "subjects")
    pieces = np.random.default_rng(truth.brain)
    positions, normals, weights, rhythm = brain_points(sheets, pieces)
    points = dipole_fields(
        truth.array, truth.head, truth.mri_to_head, positions=positions, normals=normals
    )
    channels = truth.array.info.channels
    data = np.zeros((len(channels), N_SAMPLES))
    add_brain_noise(data, BRAIN_NOISE * (points @ weights), rhythm, rng)
    spectrum = sensor_spectrum(frequencies(N_SAMPLES))
    for kind, usual in SENSOR_NOISE.items():
        rows = channels.of_type(kind)
        size = np.where(channels.coil_types[rows] == AXIAL, CTF_NOISE, usual)
        data[rows] += size[:, np.newaxis] * shaped_noise(len(rows), N_SAMPLES, spectrum, rng)
    return data[truth.good]


def cut(recording: Floats, n_times: int, every: int) -> Floats:
    """Pieces (n_pieces, n_rows, n_times) of a recording, one ``every`` so many samples.

    Less their means, as baselines are.
    """
    starts = np.arange(0, recording.shape[1] - n_times, every)
    pieces = recording[:, starts[:, np.newaxis] + np.arange(n_times)].transpose(1, 0, 2)
    corrected: Floats = pieces - pieces.mean(axis=2, keepdims=True)
    return corrected


def noise_components(experiment: Experiment, rng: np.random.Generator, every: int) -> Floats:
    """Components (n_pieces, n_components, n_times) of a recording that the operator never saw."""
    recording = components_matrix(experiment.model) @ noise_recording(experiment.truth, rng)
    return cut(recording, len(experiment.times), every)
