"""Sensors and sources of a forward model, with checks of their positions in the head."""

from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Bools, Floats, lock_arrays
from leadfield.base.errors import ChannelError, DataError, MismatchError
from leadfield.base.log import LOGGER, warn
from leadfield.forward.coils import eeg_sensors, meg_sensors
from leadfield.forward.head_model import HeadModel
from leadfield.forward.sensors import Sensors
from leadfield.recording.channels import REFERENCE_MEG
from leadfield.recording.compensator import compensator
from leadfield.recording.frames import Frame, Transform, frame_name
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.space import Sources


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SensorArray:
    """MEG coils and EEG electrodes in the head frame.

    ``info`` has the channels that come out: MEG, then EEG. ``meg`` may hold reference
    coils too; ``compensation`` (n_meg_channels, n_meg_coils) takes them out.
    """

    info: MeasurementInfo
    meg: Sensors | None
    eeg: Sensors | None
    compensation: Floats | None

    def __post_init__(self) -> None:
        lock_arrays(self)


def make_sensor_array(
    info: MeasurementInfo, *, meg: bool, eeg: bool, use_references: bool
) -> SensorArray:
    """The sensors that a forward model is made for.

    With ``use_references`` the coils measure as compensated as the data are.
    """
    is_meg = info.channels.of_type("meg") if meg else np.empty(0, np.int64)
    is_eeg = info.channels.of_type("eeg") if eeg else np.empty(0, np.int64)
    if not len(is_meg) + len(is_eeg):
        wanted = " or ".join(n for n, on in (("MEG", meg), ("EEG", eeg)) if on) or "no"
        msg = (
            f"a forward model needs MEG or EEG channels: {wanted} channels were asked for, "
            f"the {len(info.channels)} channels of the info have none"
        )
        raise ChannelError(msg)
    coils = weights = None
    if len(is_meg):
        grade = _usable_grade(info) if use_references else 0
        is_reference = info.channels.kinds == REFERENCE_MEG
        references = np.flatnonzero(is_reference & (grade > 0))
        picked = info.pick([*is_meg, *references])
        coils = meg_sensors(picked.channels, info.device_to_head)
        if grade:
            weights = compensator(picked, 0, grade)[: len(is_meg)]
            LOGGER.info("Coils compensated with %d references, grade %d", len(references), grade)
    electrodes = eeg_sensors(info.channels.pick(is_eeg)) if len(is_eeg) else None
    rows = info.pick([*is_meg, *is_eeg])
    return SensorArray(
        info=MeasurementInfo(
            channels=rows.channels,
            sampling_rate=info.sampling_rate,
            bads=rows.bads,
            compensations=info.compensations,
            device_to_head=info.device_to_head,
            ctf_to_head=info.ctf_to_head,
            custom_reference=info.custom_reference,
        ),
        meg=coils,
        eeg=electrodes,
        compensation=weights,
    )


def _usable_grade(info: MeasurementInfo) -> int:
    """Grade the data are in, or 0 with a warning where its weights are gone."""
    grade = info.compensation_grade
    if grade == 0 or grade in {c.grade for c in info.compensations}:
        return grade
    warn(
        f"the data are compensated (grade {grade}), but not all reference channels are in the "
        "info any more: the lead field is that of uncompensated coils. Make it from the info "
        "of the whole recording"
    )
    return 0


def frame_of(conductor: HeadModel, mri_to_head: Transform) -> Transform:
    """Head coordinates to the conductor's."""
    if conductor.frame == Frame.HEAD:
        return Transform(source=Frame.HEAD, target=Frame.HEAD, matrix=np.eye(4))
    if conductor.frame != Frame.MRI:
        name = frame_name(conductor.frame)
        msg = f"a head model must be in the MRI or the HEAD frame, got {name}"
        raise MismatchError(msg)
    return mri_to_head.between(Frame.HEAD, Frame.MRI)


def restrict_to_inner_skull(
    sources: Sources, conductor: HeadModel, mri_to_head: Transform, *, margin: float
) -> Sources:
    """The sources, in head coordinates, that are inside the inner skull.

    Those nearer to it than ``margin``, in m, are left out too, and counted in the log.
    """
    if not sources.n_sources:
        msg = "the source spaces must choose at least one point as source, got none"
        raise DataError(msg)
    in_head = sources.moved(mri_to_head.between(Frame.MRI, Frame.HEAD))
    into = frame_of(conductor, mri_to_head)
    points = into.points(in_head.positions)
    inside = conductor.within_brain(points)
    near = np.zeros(len(points), bool)
    if margin > 0:
        near[inside] = conductor.to_skull(points[inside]) < margin
    _log_left_out(inside, near, 1e3 * margin)
    keep = np.split(inside & ~near, np.cumsum([s.n_sources for s in in_head.spaces])[:-1])
    spaces = tuple(
        space if inside.all() else space.restricted(np.flatnonzero(inside))
        for space, inside in zip(in_head.spaces, keep, strict=True)
    )
    return replace(in_head, spaces=spaces)


def _log_left_out(inside: Bools, near: Bools, margin: float) -> None:
    outside = int((~inside).sum())
    if outside:
        LOGGER.info("Left out %d of %d sources outside the inner skull", outside, len(inside))
    if near.any():
        LOGGER.info("Left out %d sources within %g mm of the inner skull", near.sum(), margin)
    if not (inside & ~near).any():
        msg = (
            f"some sources must be inside the inner skull, got {outside} of {len(inside)} "
            f"outside and {int(near.sum())} within {margin:g} mm of it: check the head-to-MRI "
            "transform, and that head model and source space are of the same subject"
        )
        raise DataError(msg)


def check_coils_outside_head(
    coils: Sensors, conductor: HeadModel, mri_to_head: Transform, *, on_inside: str
) -> None:
    """Raise, warn or pass over it (``on_inside``) if coils are inside the head."""
    if on_inside == "ignore":
        return
    points = frame_of(conductor, mri_to_head).points(coils.centres)
    count = int(conductor.within_head(points).sum())
    if not count:
        return
    msg = (
        f"MEG sensors must be outside the head, got {count} of {len(coils)} inside: check the "
        "head-to-MRI and device-to-head transforms (on_inside='ignore' goes on)"
    )
    if on_inside == "raise":
        raise MismatchError(msg)
    warn(msg)
