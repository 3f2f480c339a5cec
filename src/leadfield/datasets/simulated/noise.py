"""Noise with the spectra that brains, sensors and surroundings have."""

from collections.abc import Mapping

import numpy as np
import scipy

from leadfield.base.arrays import Floats
from leadfield.datasets.simulated.activity import CorticalSheet
from leadfield.datasets.simulated.heads import MM
from leadfield.datasets.simulated.sensors import HIGHPASS, LOWPASS, RATE

POINTS = 1500  # of a hemisphere that may be part of its noise
CENTRES = 300  # of pieces of cortex, in a hemisphere, that are active on their own
SMOOTH = 5.0  # mm, over which neighbours are active together
BACK, EDGE = -35.0, 12.0  # mm: behind this the 10 Hz rhythm is strong; how sharp that is
RHYTHM = (0.3, 1.2)  # of the rhythm in front and behind, next to the rest of the activity
BLOCK = 50  # courses at a time: all together would need much memory


def shaped_noise(n: int, n_samples: int, spectrum: Floats, rng: np.random.Generator) -> Floats:
    """Courses (n, n_samples) with an amplitude spectrum, (n_frequencies,) or one each."""
    length = 2 * (spectrum.shape[-1] - 1)
    white = scipy.fft.rfft(rng.standard_normal((n, length)))
    courses: Floats = scipy.fft.irfft(white * spectrum, length)[:, :n_samples]
    return courses


def frequencies(n_samples: int) -> Floats:
    """The frequencies, in Hz, that spectra for ``n_samples`` are given at."""
    length = scipy.fft.next_fast_len(n_samples + n_samples % 2, real=True)
    return np.asarray(scipy.fft.rfftfreq(length + length % 2, 1 / RATE))


def _of_unit_variance(f: Floats, spectrum: Floats) -> Floats:
    """A spectrum as the recording's filters leave it, of noise of unit variance."""
    high = f**2 / (f**2 + HIGHPASS**2)
    low = 1 / np.sqrt(1 + (f / LOWPASS) ** 24)
    passed = spectrum * high * low
    return np.asarray(passed / np.sqrt(np.mean(passed**2)))


def falling(f: Floats) -> Floats:
    """Activity without rhythm: power falls with frequency to the power of 1.4."""
    return _of_unit_variance(f, (1 + f) ** -0.7)


def rhythmic(f: Floats) -> Floats:
    """A rhythm that waxes and wanes around 10 Hz, and its overtone."""
    peaks = np.exp(-0.5 * ((f - 10) / 1.0) ** 2) + 0.2 * np.exp(-0.5 * ((f - 20) / 2.0) ** 2)
    return _of_unit_variance(f, peaks)


def electronic(f: Floats) -> Floats:
    """Sensors and amplifiers: white above a few hertz, more below."""
    return _of_unit_variance(f, np.sqrt(1 + 2 / (f + 0.3)))


def drifting(f: Floats) -> Floats:
    """Surroundings: mostly slow."""
    return _of_unit_variance(f, 1 / (f + 0.3))


def brain_points(
    sheets: Mapping[str, CorticalSheet], rng: np.random.Generator
) -> tuple[Floats, Floats, Floats, Floats]:
    """Cortex that makes noise.

    Positions and normals (n_points, 3); how much of its unit moment each piece of cortex
    has at every point (n_points, n_pieces); and each piece's share of rhythm (n_pieces,).
    """
    positions, normals, weights, rhythm = [], [], [], []
    for sheet in sheets.values():
        some = rng.choice(len(sheet.positions), POINTS, replace=False)
        places = sheet.positions[some]
        centres = places[:CENTRES]
        gap = scipy.spatial.distance.cdist(places, centres) / (MM * SMOOTH)
        near = np.exp(-0.5 * gap**2)
        positions.append(places)
        normals.append(sheet.normals[some])
        weights.append(near / near.sum(axis=0))
        behind = 1 / (1 + np.exp((centres[:, 1] / MM - BACK) / EDGE))
        rhythm.append(RHYTHM[0] + (RHYTHM[1] - RHYTHM[0]) * behind)
    both = scipy.linalg.block_diag(*weights)
    return np.concatenate(positions), np.concatenate(normals), both, np.concatenate(rhythm)


def add_brain_noise(
    data: Floats, patterns: Floats, rhythm: Floats, rng: np.random.Generator
) -> None:
    """Add the noise of pieces of cortex, each with its pattern (n_sensors, n_pieces)."""
    n_samples = data.shape[1]
    f = frequencies(n_samples)
    plain, waves = falling(f) ** 2, rhythmic(f) ** 2
    for start in range(0, len(rhythm), BLOCK):
        part = slice(start, start + BLOCK)
        share = rhythm[part, None]
        spectra = np.sqrt(plain + share**2 * waves)
        data += patterns[:, part] @ shaped_noise(len(share), n_samples, spectra, rng)
