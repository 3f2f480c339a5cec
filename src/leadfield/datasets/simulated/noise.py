"""Simulated noise of the brain, of sensors and of the environment, by amplitude spectrum."""

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
    """Time courses (n, n_samples) with an amplitude spectrum, (n_frequencies,) or one each."""
    length = 2 * (spectrum.shape[-1] - 1)
    white = scipy.fft.rfft(rng.standard_normal((n, length)))
    courses: Floats = scipy.fft.irfft(white * spectrum, length)[:, :n_samples]
    return courses


def frequencies(n_samples: int) -> Floats:
    """The frequencies, in Hz, that spectra for ``n_samples`` are given at."""
    length = scipy.fft.next_fast_len(n_samples + n_samples % 2, real=True)
    return np.asarray(scipy.fft.rfftfreq(length + length % 2, 1 / RATE))


def _unit_variance_spectrum(f: Floats, spectrum: Floats) -> Floats:
    """A spectrum after the recording's filters, scaled to noise of unit variance."""
    high = f**2 / (f**2 + HIGHPASS**2)
    low = 1 / np.sqrt(1 + (f / LOWPASS) ** 24)
    passed = spectrum * high * low
    return np.asarray(passed / np.sqrt(np.mean(passed**2)))


def aperiodic_spectrum(f: Floats) -> Floats:
    """Aperiodic activity: power falls with frequency to the power of 1.4."""
    return _unit_variance_spectrum(f, (1 + f) ** -0.7)


def alpha_spectrum(f: Floats) -> Floats:
    """Alpha rhythm around 10 Hz, and its first harmonic."""
    peaks = np.exp(-0.5 * ((f - 10) / 1.0) ** 2) + 0.2 * np.exp(-0.5 * ((f - 20) / 2.0) ** 2)
    return _unit_variance_spectrum(f, peaks)


def sensor_spectrum(f: Floats) -> Floats:
    """Sensors and amplifiers: white above a few hertz, stronger below."""
    return _unit_variance_spectrum(f, np.sqrt(1 + 2 / (f + 0.3)))


def drift_spectrum(f: Floats) -> Floats:
    """Environmental noise: mostly low frequencies."""
    return _unit_variance_spectrum(f, 1 / (f + 0.3))


def brain_points(
    sheets: Mapping[str, CorticalSheet], rng: np.random.Generator
) -> tuple[Floats, Floats, Floats, Floats]:
    """Sources of brain noise, on the cortex.

    Positions and normals (n_points, 3); the share of its unit moment that each piece of
    cortex has at every point (n_points, n_pieces); each piece's share of rhythm (n_pieces,).
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
    plain, waves = aperiodic_spectrum(f) ** 2, alpha_spectrum(f) ** 2
    for start in range(0, len(rhythm), BLOCK):
        part = slice(start, start + BLOCK)
        share = rhythm[part, None]
        spectra = np.sqrt(plain + share**2 * waves)
        data += patterns[:, part] @ shaped_noise(len(share), n_samples, spectra, rng)
