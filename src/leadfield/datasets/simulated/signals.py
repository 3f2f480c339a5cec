"""Simulated recording: responses, brain and sensor noise, blinks, a dead and a noisy channel."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.datasets.simulated.activity import CODES, Patch, Response
from leadfield.datasets.simulated.noise import (
    add_brain_noise,
    drift_spectrum,
    frequencies,
    sensor_spectrum,
    shaped_noise,
)
from leadfield.datasets.simulated.sensors import BADS, DEAD, EOG, RATE, TRIGGER, far_fields
from leadfield.recording.info import MeasurementInfo

FIRST = 6450
N_SAMPLES = 41_700
EVENT_INTERVAL, JITTER = 128, 12  # samples from event to event
WIDTH = 4  # samples a trigger stays up
SPREAD = 0.15  # of a response's size from trial to trial
RESPONSE = 0.5  # s
BRAIN_NOISE = 6e-9  # A·m of one piece of cortex
# Of types of channels, in SI units: standard deviation between 0.1 and 40 Hz, and one step
# of the digital converter. Steps hide that sums differ in the last digit between machines.
SENSOR_NOISE = {"grad": 1.7e-12, "mag": 17e-15, "eeg": 5e-7, "eog": 6e-6}
STEPS = {"grad": 1e-14, "mag": 1e-16, "eeg": 1e-9, "eog": 1e-8}
FAR_NOISE = 3e-13  # T
NOISY_FACTOR = 30  # of the noise of other channels
BLINK_EVERY = (1.8, 5.0)  # s, shortest and longest pause
BLINK_LENGTH = (0.25, 0.4)  # s
BLINK_SIZE = (0.8, 1.4)
BLINK_EOG = 260e-6  # V


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SensorPatterns:
    """Signals of sources at MEG and EEG channels, in SI units.

    ``patches``: of each active patch, for 1 A·m; ``brain`` (n_sensors, n_pieces): of pieces
    of cortex that make noise, for 1 A·m, with their share of ``rhythm`` (n_pieces,);
    ``blink``: of a blink of size 1, at its peak, None for somebody who never blinks.
    """

    patches: Mapping[Patch, Floats]
    brain: Floats
    rhythm: Floats
    blink: Floats | None

    def __post_init__(self) -> None:
        lock_arrays(self)


def trigger_times(rng: np.random.Generator) -> Ints:
    """Onset and code (n_events, 2) of every trigger, conditions in random order."""
    onsets = np.arange(300, N_SAMPLES - 200, EVENT_INTERVAL)
    onsets = onsets + rng.integers(-JITTER, JITTER + 1, len(onsets))
    codes = rng.permutation(np.resize(list(CODES.values()), len(onsets)))
    return np.stack([onsets, codes], axis=1)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Paradigm:
    """How an experiment runs: the codes of its conditions, its length, and its bad channels.

    ``noisy`` channels are gradiometers.
    """

    codes: Mapping[str, int]
    n_samples: int
    noisy: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()


SAMPLE_PARADIGM = Paradigm(codes=CODES, n_samples=N_SAMPLES, noisy=BADS[:1], dead=(DEAD,))


def simulate_recording(
    info: MeasurementInfo,
    paradigm: Paradigm,
    *,
    triggers: Ints,
    responses: Mapping[str, tuple[Response, ...]],
    patterns: SensorPatterns,
    rng: np.random.Generator,
) -> Floats:
    """Simulate all samples (n_channels, n_samples), in SI units."""
    rows = info.channels.of_type("meg", "eeg")
    data = np.zeros((len(info.channels), paradigm.n_samples))
    sensors = np.zeros((len(rows), paradigm.n_samples))
    add_brain_noise(sensors, BRAIN_NOISE * patterns.brain, patterns.rhythm, rng)
    by_code = {paradigm.codes[name]: of_condition for name, of_condition in responses.items()}
    _add_responses(sensors, triggers=triggers, responses=by_code, patterns=patterns, rng=rng)
    if patterns.blink is not None:
        _add_blinks(sensors, data[info.names.index(EOG)], patterns.blink, rng)
    data[rows] = sensors
    _add_noise(data, info, paradigm, rng)
    for name in paradigm.dead:
        data[info.names.index(name)] = 0
    trigger = data[info.names.index(TRIGGER)]
    for onset, code in triggers:
        trigger[onset : onset + WIDTH] = code
    return data


def _add_noise(
    data: Floats, info: MeasurementInfo, paradigm: Paradigm, rng: np.random.Generator
) -> None:
    """Add the noise of sensors and environment, and round to the steps of the converter."""
    n = paradigm.n_samples
    f = frequencies(n)
    for kind, size in SENSOR_NOISE.items():
        rows = info.channels.of_type(kind)
        data[rows] += size * shaped_noise(len(rows), n, sensor_spectrum(f), rng)
    rows, patterns = far_fields(info.channels)
    data[rows] += patterns.T @ (FAR_NOISE * shaped_noise(3, n, drift_spectrum(f), rng))
    size = NOISY_FACTOR * SENSOR_NOISE["grad"]
    for name in paradigm.noisy:
        data[info.names.index(name)] += size * shaped_noise(1, n, sensor_spectrum(f), rng)[0]
    for kind, step in STEPS.items():
        rows = info.channels.of_type(kind)
        data[rows] = step * np.rint(data[rows] / step)


def _add_responses(
    sensors: Floats,
    *,
    triggers: Ints,
    responses: Mapping[int, tuple[Response, ...]],
    patterns: SensorPatterns,
    rng: np.random.Generator,
) -> None:
    """Add the responses to each code."""
    times = np.arange(0, RESPONSE, 1 / RATE)
    for onset, code in triggers:
        size = 1 + SPREAD * rng.standard_normal()
        span = slice(onset, onset + len(times))
        for response in responses[int(code)]:
            pattern = patterns.patches[response.patch]
            sensors[:, span] += np.outer(pattern, size * response.course(times))


def _add_blinks(sensors: Floats, eog: Floats, pattern: Floats, rng: np.random.Generator) -> None:
    """Add blinks every few seconds, largest in the EOG."""
    at = RATE * rng.uniform(*BLINK_EVERY)
    while at + RATE < len(eog):
        shape = np.hanning(int(RATE * rng.uniform(*BLINK_LENGTH))) * rng.uniform(*BLINK_SIZE)
        span = slice(int(at), int(at) + len(shape))
        eog[span] += BLINK_EOG * shape
        sensors[:, span] += np.outer(pattern, shape)
        at += RATE * rng.uniform(*BLINK_EVERY)
