"""Step ``recording``: what a participant's recordings hold, and whether that is what is needed."""

from pathlib import Path
from typing import Any

import numpy as np

from leadfield.api.recording.info import Info
from leadfield.api.recording.info_functions import write_info
from leadfield.api.recording.raw import Raw
from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError, DataError
from leadfield.batch.participant import Participant, sensors_of
from leadfield.batch.step import Facts, Step, StepInputs
from leadfield.batch.study import Study
from leadfield.bids.recording import read_recording

TYPES = {"meg": {"mag", "grad"}, "eeg": {"eeg"}, "both": {"mag", "grad", "eeg"}}
INFO_FILE = "info.fif"


def open_recordings(study: Study, participant: Participant) -> list[Raw]:
    """The recordings with all channels marked that are bad in one of them; samples are not read."""
    raws = [Raw(read_recording(files)) for files in participant.recordings]
    bads = dict.fromkeys(
        name for raw in raws for name in [*raw.info["bads"], *study.recording.bads]
    )
    for raw in raws:
        raw.info["bads"] = [name for name in bads if name in raw.ch_names]
        if "eeg" in TYPES[sensors_of(study, participant)] and "eeg" in raw.get_channel_types():
            raw.set_eeg_reference(projection=True)
    return raws


def recording_files(_study: Study, participant: Participant) -> list[Path]:
    """All files that are read of recordings, the parts of split ones, too."""
    found = []
    for one in participant.recordings:
        found += parts_of(one.recording)
        found += [path for path in (one.events, one.channels, one.coordinates) if path is not None]
    return found


def parts_of(first: Path) -> list[Path]:
    """The files of a recording that was split."""
    if "_split-01_" not in first.name:
        return [first, *sorted(first.parent.glob(f"{first.stem}-[0-9]*{first.suffix}"))]
    return sorted(first.parent.glob(first.name.replace("_split-01_", "_split-*_")))


def _run(inputs: StepInputs, out: Path) -> Facts:
    study, participant = inputs.study, inputs.participant
    raws = open_recordings(study, participant)
    wanted = TYPES[sensors_of(study, participant)]
    unknown = set(study.recording.bads) - {name for raw in raws for name in raw.ch_names}
    if unknown:
        msg = f"bads must be channels of the recording, {listed(sorted(unknown))} are none"
        raise ChannelError(msg)
    for raw, files in zip(raws, participant.recordings, strict=True):
        good = [
            kind
            for name, kind in zip(raw.ch_names, raw.get_channel_types(), strict=True)
            if name not in raw.info["bads"]
        ]
        if not wanted & set(good):
            msg = f"{files.recording.name} must have good channels of {listed(sorted(wanted))}"
            raise ChannelError(msg)
        if raw.n_times == 0:
            msg = f"{files.recording.name} must hold samples, it has none"
            raise DataError(msg)
    write_info(out / participant.file(INFO_FILE), raws[0].info)
    return {
        "duration_s": sum(raw.n_times / raw.info["sfreq"] for raw in raws),
        "bads": list(raws[0].info["bads"]),
        "head_position_mm": _head_position(raws[0].info),
    }


def _head_position(info: Info) -> list[float] | None:
    """The origin of head coordinates in the device, in mm."""
    to_head = info.value.device_to_head
    if to_head is None:
        return None
    to_device = np.linalg.inv(to_head.matrix)
    return [round(1e3 * float(x), 3) for x in to_device[:3, 3]]


def _settings(study: Study, participant: Participant) -> Any:
    return {
        "bads": study.recording.bads,
        "sensors": sensors_of(study, participant),
        "sidecars": [dict(one.sidecar) for one in participant.recordings],
    }


RECORDING = Step(
    name="recording",
    version=1,
    needs=(),
    settings=_settings,
    files=recording_files,
    run=_run,
)
