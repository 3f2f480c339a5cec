"""The recording: responses, brain noise, sensor noise, blinks, a dead and a noisy channel."""

from collections.abc import Mapping

import numpy as np
import scipy

from leadfield.base.arrays import Floats, Ints
from leadfield.datasets.simulated.activity import CODES, Response
from leadfield.datasets.simulated.sensors import DEAD, NOISY, RATE, far_fields
from leadfield.recording.info import MeasurementInfo

FIRST = 6450
N_SAMPLES = 41_700
BETWEEN = 128  # samples from event to event
WIDTH = 4  # samples a trigger stays up
TRIGGER = "STI 014"
SPREAD = 0.15  # of a response's size from trial to trial
SENSOR_NOISE = {"mag": 12e-15, "grad": 3.2e-13, "eeg": 1.2e-6}  # SI, standard deviation
BRAIN_NOISE = 9e-9  # A·m of one background source
FAR_NOISE = 4e-13  # T
BLINK = {"mag": 1.2e-12, "grad": 60e-13, "eeg": 45e-6}  # next to the eyes
EYES = (0.0, 0.09, -0.01)  # m, head frame


def events(rng: np.random.Generator) -> Ints:
    """Onset and code (n_events, 2) of every trigger, conditions in random order."""
    onsets = np.arange(300, N_SAMPLES - 200, BETWEEN)
    onsets = onsets + rng.integers(-12, 13, len(onsets))
    codes = rng.permutation(np.resize(list(CODES.values()), len(onsets)))
    return np.c_[onsets, codes]


def recording(
    info: MeasurementInfo,
    happened: Ints,
    responses: Mapping[str, tuple[Response, ...]],
    fields: Mapping[int, Floats],
    background: Floats,
    rng: np.random.Generator,
) -> Floats:
    """All samples (n_channels, n_samples) in SI units.

    ``fields`` has the sensors' signals for 1 A·m spread over a patch, by the patch's id;
    ``background`` (n_sensors, n_sources) those of the sources of brain noise.
    """
    sensors = info.channels.of_type("meg", "eeg")
    types = np.array(info.channels.types)
    data = np.zeros((len(info.channels), N_SAMPLES))
    data[sensors] = background @ (BRAIN_NOISE * _coloured(background.shape[1], rng))
    _add_responses(data, sensors, happened, responses, fields, rng)
    for kind, size in SENSOR_NOISE.items():
        rows = np.flatnonzero(types == kind)
        data[rows] += size * rng.standard_normal((len(rows), N_SAMPLES))
    rows, patterns = far_fields(info.channels)
    data[rows] += patterns.T @ (FAR_NOISE * _coloured(3, rng))
    _add_blinks(data, info, types, rng)
    trigger = info.names.index(TRIGGER)
    for onset, code in happened:
        data[trigger, onset : onset + WIDTH] = code
    data[info.names.index(DEAD)] = 0
    data[info.names.index(NOISY)] += 40 * SENSOR_NOISE["grad"] * rng.standard_normal(N_SAMPLES)
    return data


def _coloured(n: int, rng: np.random.Generator) -> Floats:
    """``n`` courses of unit variance with a falling spectrum and a rhythm at 10 Hz."""
    slow = scipy.signal.lfilter([1], [1, -0.93], rng.standard_normal((n, N_SAMPLES)))
    turn = 2 * np.pi * 10 / RATE
    rhythm = scipy.signal.lfilter(
        [1], [1, -2 * 0.985 * np.cos(turn), 0.985**2], rng.standard_normal((n, N_SAMPLES))
    )
    mixed = slow / slow.std() + 0.6 * rhythm / rhythm.std()
    courses: Floats = mixed / mixed.std()
    return courses


def _add_responses(
    data: Floats,
    sensors: Ints,
    happened: Ints,
    responses: Mapping[str, tuple[Response, ...]],
    fields: Mapping[int, Floats],
    rng: np.random.Generator,
) -> None:
    times = np.arange(0, 0.5, 1 / RATE)
    by_code = {CODES[name]: parts for name, parts in responses.items()}
    for onset, code in happened:
        size = 1 + SPREAD * rng.standard_normal()
        for part in by_code[int(code)]:
            signal = np.outer(fields[id(part.patch)], size * part.course(times))
            data[sensors, onset : onset + len(times)] += signal


def _add_blinks(
    data: Floats,
    info: MeasurementInfo,
    types: "np.ndarray[tuple[int], np.dtype[np.str_]]",
    rng: np.random.Generator,
) -> None:
    """Blinks every ten seconds or so, strong near the eyes, on EOG above all."""
    shape = np.hanning(int(0.4 * RATE))
    sensors = info.channels.of_type("meg", "eeg")
    places = info.channels.locations[sensors, :3].copy()
    meg = np.isin(types[sensors], ("mag", "grad"))
    if info.device_to_head is not None:
        places[meg] = info.device_to_head.points(places[meg])
    size = np.array([BLINK[t] for t in types[sensors]])
    pattern = size * np.exp(-np.linalg.norm(places - np.array(EYES), axis=1) / 0.05)
    eog = info.names.index("EOG 061")
    data[eog] += 8e-6 * rng.standard_normal(N_SAMPLES)
    for place in range(1000, N_SAMPLES - 500, 1400):
        start = place + int(rng.integers(-400, 400))
        blink = rng.uniform(0.6, 1.3) * shape
        span = slice(start, start + len(shape))
        data[eog, span] += 250e-6 * blink
        data[sensors, span] += np.outer(pattern, blink)
