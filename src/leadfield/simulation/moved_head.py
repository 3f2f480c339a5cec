"""Lead fields of a head where it is at one of its positions."""

from dataclasses import replace

from leadfield.forward.head_model import HeadModel
from leadfield.forward.make import make_forward_model
from leadfield.forward.model import ForwardModel
from leadfield.forward.sensor_array import make_sensor_array
from leadfield.recording.frames import Transform
from leadfield.recording.info import MeasurementInfo
from leadfield.sources.space import Sources


def moved_model(
    sensors: MeasurementInfo,
    device_to_head: Transform,
    sources: Sources,
    *,
    head: HeadModel,
    mri_to_head: Transform,
    margin: float,
) -> ForwardModel:
    """The forward model of all MEG and EEG sensors, more than ``margin`` m inside the skull."""
    moved = replace(sensors, device_to_head=device_to_head)
    array = make_sensor_array(moved, meg=True, eeg=True, use_references=True)
    return make_forward_model(array, sources, head, mri_to_head, margin=margin)
