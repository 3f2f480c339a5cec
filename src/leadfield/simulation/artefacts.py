"""Blinks and heartbeats: their currents, where these flow, and what electrodes beside them see."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.estimates.sensor_signals import SensorGains
from leadfield.forward.dipoles import along_directions
from leadfield.forward.equivalent_dipoles import make_sphere_with_shells, make_sphere_without_shells
from leadfield.forward.head_model import HeadModel
from leadfield.numerics.chance import Random
from leadfield.recording.frames import Frame, Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.simulation.head_positions import HeadPositions
from leadfield.simulation.moved_head import moved_model
from leadfield.sources.points import point_sources

SHELLS = (0.97, 0.98, 0.99, 1.0)  # as shares of the head's radius
CONDUCTIVITIES = (0.33, 1.0, 0.004, 0.33)
EYE_DEPTH = 0.96  # as a share of the radius, inside the innermost shell
MARGIN = 5e-6  # m
TRACE, NOISE = 1e3, 5e-6  # V in the trace for each A·m, and V of noise
BLINK, BEAT = 1e-7, 15e-8  # A·m


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class BodyCurrents:
    """Currents of the body: places and unit vectors (n, 3) in the head frame, and one course.

    ``course`` (n_times,) in A·m is that of all places, ``trace`` what electrodes beside them
    record in V; ``head`` is what the currents flow in.
    """

    places: Floats
    directions: Floats
    course: Floats
    trace: Floats
    head: HeadModel

    def __post_init__(self) -> None:
        lock_arrays(self)


def blinks(
    times: Floats, sampling_rate: float, chance: Random, *, centre: Floats, radius: float
) -> BodyCurrents:
    """Blinks, 4.5 to 17 a minute, by currents upwards in both eyes.

    The rates are those of reading and of resting (Bentivoglio et al. 1997, Mov Disord 12:1028).
    """
    a_second = 12.5 / 60 * (1 + np.cos(2 * np.pi / 60 * times)) / 2 + 4.5 / 60
    begins = chance.uniform(size=len(times)) < a_second / sampling_rate
    heights = begins * (chance.uniform(size=len(times)) + 0.5)
    course = BLINK * at_pulses(heights, np.hanning(int(0.25 * sampling_rate)))
    turn = np.pi / 3  # from the right ear to an eye
    eyes = np.array([[np.cos(turn), np.sin(turn), 0], [-np.cos(turn), np.sin(turn), 0]])
    return BodyCurrents(
        places=EYE_DEPTH * radius * eyes + centre,
        directions=np.array([[0.0, 0, 1], [0, 0, 1]]),
        course=course,
        trace=_trace(course, chance),
        head=make_sphere_with_shells(
            centre, radius, relative_radii=SHELLS, conductivities=CONDUCTIVITIES
        ),
    )


def heartbeats(
    times: Floats, sampling_rate: float, chance: Random, *, centre: Floats, radius: float
) -> BodyCurrents:
    """Heartbeats, 40 to 80 a minute, by a current to the right, far below the head."""
    most = int(np.ceil(times[-1] * 80 / 60))
    intervals = chance.uniform(60 / 80, 60 / 40, most)
    samples = np.cumsum(intervals * sampling_rate).astype(np.int64)
    beats = np.zeros(len(times))
    beats[samples[samples < len(times)]] = 1
    waves = [(2, 0.04), (-0.3, 0.05), (0.2, 0.26)]  # how high, and how long in s
    pulse = [height * np.hanning(int(length * sampling_rate)) for height, length in waves]
    course = BEAT * at_pulses(beats, np.concatenate(pulse))
    return BodyCurrents(
        places=np.array([[-radius, 0, -3 * radius]]),
        directions=np.array([[1.0, 0, 0]]),
        course=course,
        trace=_trace(course, chance),
        head=make_sphere_without_shells(centre),
    )


def at_pulses(heights: Floats, pulse: Floats) -> Floats:
    """Pulses with their middles where heights are not 0, and so high."""
    out = np.zeros(len(heights) + len(pulse))
    for at in np.flatnonzero(heights):
        out[at : at + len(pulse)] += heights[at] * pulse
    first = max(len(pulse) - 1, 0) // 2
    return out[first : first + len(heights)]


def _trace(course: Floats, chance: Random) -> Floats:
    trace: Floats = TRACE * course + chance.normal(scale=NOISE, size=len(course))
    return trace


def body_gains(
    sensors: MeasurementInfo, positions: HeadPositions, body: BodyCurrents
) -> Callable[[int], SensorGains]:
    """What sensors measure of the body's currents, by the number of the head's position."""
    sources = point_sources(body.places, body.directions, frame=Frame.HEAD)
    same = Transform(source=Frame.MRI, target=Frame.HEAD, matrix=np.eye(4))

    def gains(position: int) -> SensorGains:
        where = positions.transforms[position]
        model = moved_model(
            sensors, where, sources, head=body.head, mri_to_head=same, margin=MARGIN
        )
        leads = along_directions(model).leadfield
        return SensorGains(
            names=model.info.names,
            leads=leads.sum(axis=1, keepdims=True),
            rows=np.zeros(1, np.int64),
        )

    return gains
