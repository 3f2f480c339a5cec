"""Sensor array of a forward model: MEG coils, references and EEG electrodes."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.errors import ChannelError
from leadfield.base.log import LOGGER, warn
from leadfield.forward.coils import eeg_sensors, meg_sensors
from leadfield.forward.sensors import Sensors
from leadfield.recording.channels import REFERENCE_MEG
from leadfield.recording.compensator import compensator
from leadfield.recording.info import MeasurementInfo


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
