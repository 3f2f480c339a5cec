"""Measurement information as MNE-Python's."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from leadfield.api.interop.mne_python import mne_python
from leadfield.api.interop.projections_to_mne import projection_to_mne
from leadfield.api.interop.transforms_to_mne import transform_to_mne
from leadfield.fif.kinds import Block
from leadfield.fif.writer import writing
from leadfield.recording.fif.info import write_info
from leadfield.recording.fif.opaque_fields import GETTERS as OPAQUE
from leadfield.recording.info import MeasurementInfo, ProcessingStep


def info_to_mne(info: MeasurementInfo) -> Any:
    """An ``Info`` of MNE-Python's.

    It goes through a file, so that what is saved as it was read (subject, head position coils,
    processing history) goes along; numbers that a file rounds are put in anew.
    """
    mne = mne_python()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "measured-info.fif"
        with writing(path) as writer, writer.block(Block.MEAS):
            write_info(writer, info, keep_ranges=True)
        found = mne.io.read_info(path, verbose="ERROR")
    with found._unlock():  # noqa: SLF001 - how MNE-Python lets fields be set
        _set_numbers(found, info)
        _set_positions(found, info)
        _set_texts(found, info)
        found["projs"] = list(map(projection_to_mne, info.projections))
        found["file_id"] = None  # it was that of the file between
        if not found["proc_history"]:
            found["proc_history"] = list(map(_record, info.history))
    return found


def _set_numbers(found: Any, info: MeasurementInfo) -> None:
    found["sfreq"] = float(info.sampling_rate)
    found["highpass"] = float(info.highpass)
    if info.lowpass is not None:
        found["lowpass"] = float(info.lowpass)
    if info.line_frequency is not None:
        found["line_freq"] = float(info.line_frequency)
    for comp, one in zip(found["comps"], info.compensations, strict=True):
        comp["data"]["data"] = one.weights.copy()


def _set_texts(found: Any, info: MeasurementInfo) -> None:
    """Letters that files write as references, which MNE-Python leaves as they are."""
    found["description"], found["experimenter"] = info.description, info.experimenter
    found["proj_name"] = OPAQUE["proj_name"](info)
    for key in ("subject_info", "device_info"):
        for name, value in (OPAQUE[key](info) or {}).items():
            if isinstance(value, str):
                found[key][name] = value


def _set_positions(found: Any, info: MeasurementInfo) -> None:
    channels = info.channels
    for i, channel in enumerate(found["chs"]):
        channel["loc"] = channels.locations[i].copy()
        channel["cal"], channel["range"] = float(channels.cals[i]), float(channels.ranges[i])
        if channel["coord_frame"] != channels.frames[i]:
            channel["coord_frame"] = int(channels.frames[i])
    for point, one in zip(found["dig"] or (), info.digitisation, strict=True):
        point["r"] = one.position.copy()
    transforms = {
        "dev_head_t": info.device_to_head,
        "ctf_head_t": info.ctf_to_head,
        "dev_ctf_t": info.device_to_ctf,
    }
    for key, transform in transforms.items():
        found[key] = None if transform is None else transform_to_mne(transform)


def _record(step: ProcessingStep) -> dict[str, Any]:
    """A record of a separation that leaves as many components as ``step`` says."""
    order = int(np.ceil(np.sqrt(step.degrees + 1))) - 1
    inner = (order + 1) ** 2 - 1
    separation = {
        "in_order": order,
        "components": (np.arange(inner) < step.degrees).astype(np.int64),
        "nfree": step.degrees,
    }
    temporal = {"job": 10} if step.spatiotemporal else {}
    return {
        "creator": step.creator,
        "max_info": {"sss_info": separation, "max_st": temporal, "sss_cal": {}, "sss_ctc": {}},
    }
