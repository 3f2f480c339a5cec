"""Coil definitions: where in each kind of MEG sensor its field is measured.

A coil is given in its own frame: the loops lie in or above the x-y plane and z is their
normal. Each kind has three accuracies: 0, a point for each loop; 1, a few points; 2, an
integration over the loops' areas. Lengths are rounded to the four digits that the
field's tables of coils keep, so that the same sensor gives the same numbers elsewhere.
Hämäläinen et al. 1993, Rev Mod Phys 65:413; quadratures of Abramowitz & Stegun 25.4.61-62.
"""

import math
from collections.abc import Callable
from functools import partial

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of
from leadfield.base.errors import ChannelError, MismatchError
from leadfield.forward.sensors import Sensors
from leadfield.recording.channels import EEG, MEG, REFERENCE_MEG, Channels
from leadfield.recording.frames import Frame, Transform, frame_name

POINT, NORMAL, ACCURATE = 0, 1, 2
CROOKED = 0.01  # how far from 1 a unit vector's length may be
# Rows of weight, x, y, z; lengths in mm until the last step.
Coil = list[tuple[float, float, float, float]]
Definition = Callable[[int], Coil]


def _digits(millimetres: float) -> float:
    """The length in m with four significant digits."""
    return float(f"{millimetres * 1e-3:.3e}")


def _square(side: float, per_edge: int, *, height: float = 0.0) -> Coil:
    """The middles of ``per_edge`` squared equal squares."""
    places = [(i + 0.5 - per_edge / 2) * side / per_edge for i in range(per_edge)]
    weight = 1 / per_edge**2
    return [(weight, x, y, height) for x in places for y in places]


def _disc(diameter: float) -> Coil:
    """Seven points that integrate fifth-degree polynomials over a disc exactly."""
    radius = math.sqrt(2 / 3) * diameter / 2
    angles = [math.radians(60 * i) for i in range(6)]
    ring = [(1 / 8, radius * math.cos(a), radius * math.sin(a), 0.0) for a in angles]
    return [(1 / 4, 0.0, 0.0, 0.0), *ring]


def _shifted(coil: Coil, x: float, z: float, sign: float = 1.0) -> Coil:
    return [(sign * w, px + x, py, pz + z) for w, px, py, pz in coil]


def _square_magnetometer(accuracy: int, *, side: float) -> Coil:
    """Vectorview's thin-film magnetometer: 0.3 mm above its chip's middle."""
    if accuracy == POINT:
        return [(1.0, 0.0, 0.0, 0.0)]
    return _square(side, 2 if accuracy == NORMAL else 4, height=0.3)


def _planar_gradiometer(accuracy: int, *, height: float) -> Coil:
    """Vectorview's figure of eight: loops 16.8 mm apart, signal in T/m."""
    if accuracy == POINT:
        return [(sign / 16.8e-3, sign * 8.4, 0.0, height) for sign in (1, -1)]
    if accuracy == NORMAL:
        columns = [(1 / (2 * 16.8e-3), 8.4)]
    else:
        # As the tables have them: the columns' mean lies 8.34 mm out, the weights fit that.
        columns = [(14.9858, 10.79), (14.9858, 5.891)]
    return [
        (sign * weight, sign * x, y, 0.3)
        for sign in (1, -1)
        for weight, x in columns
        for y in (6.713, -6.713)
    ]


def _round_magnetometer(accuracy: int, *, diameter: float, disc: bool) -> Coil:
    if accuracy == POINT:
        return [(1.0, 0.0, 0.0, 0.0)]
    if accuracy == ACCURATE and disc:
        return _disc(diameter)
    return _square(diameter, 2)


def _axial_gradiometer(accuracy: int, *, diameter: float, base: float, disc: bool = True) -> Coil:
    """Two round loops, the second ``base`` above and wound the other way."""
    loop = _round_magnetometer(accuracy, diameter=diameter, disc=disc)
    return loop + _shifted(loop, 0.0, base, -1.0)


def _sideways_gradiometer(accuracy: int, *, spread: float, base: float) -> Coil:
    """Two loops side by side along x, the second wound the other way."""
    if accuracy == POINT:
        loop: Coil = [(1.0, 0.0, 0.0, 0.0)]
    else:
        loop = _square(4 * spread, 2)
    return _shifted(loop, base / 2, 0.0) + _shifted(loop, -base / 2, 0.0, -1.0)


def _point(accuracy: int) -> Coil:  # noqa: ARG001 - a point is one at any accuracy
    return [(1.0, 0.0, 0.0, 0.0)]


COILS: dict[int, tuple[str, Definition]] = {
    2000: ("point magnetometer", _point),
    3012: ("Vectorview planar gradiometer T1", partial(_planar_gradiometer, height=0.3)),
    3013: ("Vectorview planar gradiometer T2", partial(_planar_gradiometer, height=0.3)),
    3014: ("Vectorview planar gradiometer T3", partial(_planar_gradiometer, height=0.0)),
    3022: ("Vectorview magnetometer T1", partial(_square_magnetometer, side=25.8)),
    3023: ("Vectorview magnetometer T2", partial(_square_magnetometer, side=25.8)),
    3024: ("Vectorview magnetometer T3", partial(_square_magnetometer, side=21.0)),
    4001: (
        "Magnes WH2500 magnetometer",
        partial(_round_magnetometer, diameter=23.0, disc=True),
    ),
    4002: (
        "Magnes WH3600 axial gradiometer",
        partial(_axial_gradiometer, diameter=18.0, base=50.0),
    ),
    5001: (
        "CTF axial gradiometer",
        partial(_axial_gradiometer, diameter=18.0, base=50.0),
    ),
    5002: (
        "CTF reference magnetometer",
        partial(_round_magnetometer, diameter=16.0, disc=False),
    ),
    5003: (
        "CTF reference gradiometer, diagonal",
        partial(_axial_gradiometer, diameter=34.4, base=78.6, disc=False),
    ),
    5004: (
        "CTF reference gradiometer, off-diagonal",
        partial(_sideways_gradiometer, spread=8.5, base=78.6),
    ),
    6001: (
        "KIT axial gradiometer",
        partial(_axial_gradiometer, diameter=15.5, base=50.0),
    ),
}


def coil(coil_type: int, accuracy: int = ACCURATE) -> tuple[Floats, Floats]:
    """Weights (n_points,) and positions (n_points, 3), in m, of a kind of coil."""
    one_of("accuracy", accuracy, (POINT, NORMAL, ACCURATE))
    rows = np.array(COILS[coil_type][1](accuracy))
    places = np.vectorize(_digits, otypes=[float])(rows[:, 1:])
    # The tables keep gradients' weights with four digits after the point as well.
    return np.round(rows[:, 0], 4), places


def meg_sensors(
    channels: Channels,
    device_to_head: Transform | None,
    *,
    accuracy: int = ACCURATE,
) -> Sensors:
    """The MEG channels' coils in the head frame."""
    by_channel: list[tuple[Floats, Floats, Floats]] = []
    found: dict[int, tuple[Floats, Floats]] = {}
    for i, name in enumerate(channels.names):
        kind = int(channels.coil_types[i]) & 0xFFFF  # above: CTF's compensation grade
        if channels.kinds[i] not in {MEG, REFERENCE_MEG}:
            msg = f"channel {name!r} must be an MEG channel to have a coil"
            raise ChannelError(msg)
        if kind not in COILS:
            known = ", ".join(f"{k} ({v[0]})" for k, v in COILS.items())
            msg = (
                f"channel {name!r} must have a coil of a known type, got {kind}: "
                f"leave such channels out, or use one of {known}"
            )
            raise ChannelError(msg)
        frame = _coil_frame(name, channels.locations[i])
        if kind not in found:
            found[kind] = coil(kind, accuracy)
        weights, places = found[kind]
        points = places @ frame[:3] + frame[3]
        by_channel.append((weights, points, np.tile(frame[2], (len(weights), 1))))
    sensors = _joined(channels.names, by_channel, channels.locations[:, :3])
    return _in_head_frame(sensors, channels, device_to_head)


def _coil_frame(name: str, location: Floats) -> Floats:
    """Unit vectors (rows 0 to 2) and origin (row 3) of a coil."""
    frame = location[[3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 1, 2]].reshape(4, 3)
    lengths = np.linalg.norm(frame[:3], axis=1)
    # CTF's references may come with a normal alone.
    sideways = np.abs(lengths[:2] - 1).max() < CROOKED or not frame[:2].any()
    if not (np.isfinite(frame).all() and abs(lengths[2] - 1) < CROOKED and sideways):
        msg = (
            f"channel {name!r} must have a position and three unit vectors, got "
            f"{location.tolist()}: leave it out, or set its location"
        )
        raise ChannelError(msg)
    return frame


def _in_head_frame(
    sensors: Sensors, channels: Channels, device_to_head: Transform | None
) -> Sensors:
    frames = set(channels.frames.tolist())
    if frames == {Frame.HEAD}:
        return sensors
    if frames != {Frame.DEVICE}:
        names = ", ".join(frame_name(f) for f in sorted(frames))
        msg = f"MEG channels must all be in the DEVICE or the HEAD frame, got {names}"
        raise MismatchError(msg)
    if device_to_head is None:
        msg = (
            "the info must hold a device-to-head transform (dev_head_t) to place "
            "the MEG channels on the head, got None"
        )
        raise MismatchError(msg)
    return sensors.moved(device_to_head.between(Frame.DEVICE, Frame.HEAD))


def eeg_sensors(channels: Channels) -> Sensors:
    """The EEG channels' electrodes; one with a reference's position is a difference."""
    by_channel: list[tuple[Floats, Floats, Floats]] = []
    for i, name in enumerate(channels.names):
        if channels.kinds[i] != EEG:
            msg = f"channel {name!r} must be an EEG channel to have an electrode"
            raise ChannelError(msg)
        position, reference = channels.locations[i, :3], channels.locations[i, 3:6]
        if not np.isfinite(position).all() or not position.any():
            msg = (
                f"EEG channel {name!r} must have a position, got {position.tolist()}: "
                "set a montage, or pick the channels that have one"
            )
            raise ChannelError(msg)
        has_reference = np.isfinite(reference).all() and reference.any()
        points = np.stack([position, reference] if has_reference else [position])
        weights = np.array([1.0, -1.0])[: len(points)]
        by_channel.append((weights, points, np.zeros_like(points)))
    return _joined(channels.names, by_channel, channels.locations[:, :3])


def _joined(
    names: tuple[str, ...], by_channel: list[tuple[Floats, Floats, Floats]], centres: Floats
) -> Sensors:
    sizes = [len(weights) for weights, _, _ in by_channel]
    return Sensors(
        names=names,
        weights=np.concatenate([p[0] for p in by_channel]),
        points=np.concatenate([p[1] for p in by_channel]),
        normals=np.concatenate([p[2] for p in by_channel]),
        owner=np.repeat(np.arange(len(sizes)), sizes),
        centres=centres,
    )
