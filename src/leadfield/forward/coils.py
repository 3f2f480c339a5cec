"""Sensors of channels: integration points of MEG coils and EEG electrodes where they stand."""

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.errors import ChannelError, MismatchError
from leadfield.forward.coil_definitions import ACCURATE, COILS, coil
from leadfield.forward.sensors import Sensors
from leadfield.recording.channels import EEG, MEG, REFERENCE_MEG, Channels
from leadfield.recording.frames import Frame, Transform, frame_name

CROOKED = 0.01  # how far from 1 a unit vector's length may be


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
