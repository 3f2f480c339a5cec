"""Step ``recording``: what a participant's recordings hold, and whether that is what is needed."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from leadfield.api.recording.info_functions import write_info
from leadfield.api.recording.projections import write_proj
from leadfield.api.recording.raw import Raw
from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError, DataError
from leadfield.batch.head_positions import (
    farthest_apart,
    find_head_positions,
    place_of_head,
)
from leadfield.batch.more_projections import PROJECTIONS_FILE, more_projections, projections_file
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
        tables = (one.events, one.channels, one.electrodes, one.coordinates)
        found += [path for path in tables if path is not None]
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
    infos = [raw.info.value for raw in raws]
    positions = find_head_positions(infos, [one.run for one in participant.recordings])
    for one in positions:
        path = out / participant.file(INFO_FILE, run=one.run)
        write_info(path, raws[one.recordings[0]].info)
    projections = more_projections(study, participant, raws)
    if projections:
        write_proj(out / participant.file(PROJECTIONS_FILE), projections)
    return {
        "duration_s": sum(raw.n_times / raw.info["sfreq"] for raw in raws),
        "bads": list(raws[0].info["bads"]),
        "projections": [one["desc"] for one in projections],
        "positions": [asdict(one) for one in positions],
        "head_position_mm": place_of_head(infos[0]),
        "head_moved_mm": farthest_apart(infos),
    }


def _files(study: Study, participant: Participant) -> list[Path]:
    given = projections_file(study, participant)
    return [*recording_files(study, participant), *([] if given is None else [given])]


def _settings(study: Study, participant: Participant) -> Any:
    return {
        "bads": study.recording.bads,
        "n_proj": [study.recording.n_proj_ecg, study.recording.n_proj_eog],
        "sensors": sensors_of(study, participant),
        "sidecars": [dict(one.sidecar) for one in participant.recordings],
    }


RECORDING = Step(
    name="recording",
    version=2,
    needs=(),
    settings=_settings,
    files=_files,
    run=_run,
)
