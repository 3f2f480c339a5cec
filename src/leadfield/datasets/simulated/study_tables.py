"""Tables and sidecars of the simulated study, as BIDS has them."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from leadfield.base.arrays import Floats, Ints
from leadfield.datasets.simulated.sensors import HIGHPASS, LOWPASS, RATE
from leadfield.datasets.simulated.study_effect import CODES, DEVIANT, STANDARD
from leadfield.recording.info import MeasurementInfo

TASK = "listen"
TYPES = {"grad": ("MEGGRADPLANAR", "T/m"), "mag": ("MEGMAG", "T"), "stim": ("TRIG", "V")}
FIDUCIALS = ("LPA", "NAS", "RPA")
README = """\
A simulated study: people hear tones, standard and deviant ones, while 63 channels of MEG are
recorded. The deviant has a response that the standard has not; where and when is in
derivatives/truth/effect.json. Made by leadfield.datasets.simulated.study_path.
"""
STUDY = f"""\
bids = "."
task = "{TASK}"
conditions = ["{STANDARD}", "{DEVIANT}"]
contrasts = [["{DEVIANT}", "{STANDARD}"]]
"""
DESCRIPTION = {
    "Name": "A simulated study",
    "BIDSVersion": "1.10.0",
    "DatasetType": "raw",
    "License": "CC0",
    "Authors": ["the leadfield developers"],
}
SIDECAR = {
    "TaskName": TASK,
    "TaskDescription": "Passive listening to standard and deviant tones",
    "InstitutionName": "none: a simulation",
    "Manufacturer": "Elekta/Neuromag",
    "SamplingFrequency": RATE,
    "PowerLineFrequency": 50,
    "DewarPosition": "upright",
    "SoftwareFilters": {"Simulated": {"highpass (Hz)": HIGHPASS, "lowpass (Hz)": LOWPASS}},
    "DigitizedLandmarks": True,
    "DigitizedHeadPoints": True,
    "RecordingType": "continuous",
    "ContinuousHeadLocalization": False,
}
EVENTS = {
    "trial_type": {
        "Description": "The tone",
        "Levels": {STANDARD: "a standard tone", DEVIANT: "a deviant tone"},
    },
    "value": {"Description": "Code on the trigger channel"},
    "sample": {"Description": "Sample of the onset, from 0 at the first one"},
}


def write_json(path: Path, content: Mapping[str, Any]) -> None:
    """Write a JSON file, its folder with it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def write_table(path: Path, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write a table with tabs, its folder with it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(map(str, row)) for row in (columns, *rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_study_files(root: Path, people: Sequence[str]) -> None:
    """Write what is about the study as a whole."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "README").write_text(README, encoding="utf-8")
    (root / "study.toml").write_text(STUDY, encoding="utf-8")
    (root / ".bidsignore").write_text("study.toml\n", encoding="utf-8")
    write_json(root / "dataset_description.json", DESCRIPTION)
    write_json(root / f"task-{TASK}_meg.json", SIDECAR)
    write_json(root / f"task-{TASK}_events.json", EVENTS)
    write_table(root / "participants.tsv", ["participant_id"], [[name] for name in people])


def write_recording_tables(
    stem: Path, info: MeasurementInfo, triggers: Ints, *, bad: str | None
) -> None:
    """Write the channels and events of a recording whose name starts with ``stem``."""
    channels = [
        (name, *TYPES[kind], "bad" if name == bad else "good")
        for name, kind in zip(info.names, info.channels.types, strict=True)
    ]
    path = stem.with_name(f"{stem.name}_channels.tsv")
    write_table(path, ["name", "type", "units", "status"], channels)
    names = {code: name for name, code in CODES.items()}
    events = [
        (round(sample / RATE, 6), 0, names[code], code, sample)
        for sample, code in triggers.tolist()
    ]
    path = stem.with_name(f"{stem.name}_events.tsv")
    write_table(path, ["onset", "duration", "trial_type", "value", "sample"], events)


def write_coordinates(path: Path, landmarks: Floats) -> None:
    """Write the landmarks (3, 3) of the head, in head coordinates."""
    places = dict(zip(FIDUCIALS, landmarks.tolist(), strict=True))
    write_json(
        path,
        {
            "MEGCoordinateSystem": "ElektaNeuromag",
            "MEGCoordinateUnits": "m",
            "AnatomicalLandmarkCoordinates": places,
            "AnatomicalLandmarkCoordinateSystem": "ElektaNeuromag",
            "AnatomicalLandmarkCoordinateUnits": "m",
        },
    )


def write_image_sidecar(path: Path, voxels: Floats | None) -> None:
    """Write what is to be said of an image: the landmarks (3, 3) in it, if they are known."""
    content: dict[str, Any] = {"Manufacturer": "none: a simulation", "MagneticFieldStrength": 3}
    if voxels is not None:
        places = dict(zip(FIDUCIALS, voxels.round(6).tolist(), strict=True))
        content["AnatomicalLandmarkCoordinates"] = places
    write_json(path, content)
