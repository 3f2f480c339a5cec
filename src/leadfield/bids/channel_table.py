"""Channels of a recording as ``channels.tsv`` has them: types and what is bad."""

from pathlib import Path

from leadfield.base.checks import listed
from leadfield.base.errors import FormatError
from leadfield.base.log import warn
from leadfield.bids.tabular_files import NOTHING, Columns, read_columns
from leadfield.recording.create import retyped
from leadfield.recording.info import MeasurementInfo

# Types of BIDS and ours. Which coil an MEG channel has the recording knows better.
TYPES = {
    "EEG": "eeg",
    "EOG": "eog",
    "VEOG": "eog",
    "HEOG": "eog",
    "ECG": "ecg",
    "EMG": "emg",
    "TRIG": "stim",
    "MISC": "misc",
    "RESP": "resp",
    "TEMP": "temperature",
    "GSR": "gsr",
    "ECOG": "ecog",
    "SEEG": "seeg",
    "DBS": "dbs",
    "EYEGAZE": "eyegaze",
    "PUPIL": "pupil",
}
AS_RECORDED = ("MEG", "HLU", "FITERR")  # what their names start with


def with_channel_table(info: MeasurementInfo, path: Path) -> MeasurementInfo:
    """The info with the types and the bad channels of a table."""
    table = read_columns(path, ["name"])
    names = table["name"]
    _check_names(path, names, info)
    known = set(info.names)
    if "type" in table:
        types = _types(path, table)
        info = retyped(info, {name: kind for name, kind in types.items() if name in known})
    if "status" in table:
        pairs = zip(names, table["status"], strict=True)
        bads = [name for name, status in pairs if status.lower() == "bad" and name in known]
        info = info.with_bads(bads)
    return info


def _check_names(path: Path, names: list[str], info: MeasurementInfo) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise FormatError(path, f"channels must come once, {listed(twice)} come twice")
    unknown = [name for name in names if name not in info.names]
    if unknown and len(unknown) == len(names):
        problem = f"it must name channels of the recording, {listed(info.names, 3)}, it names "
        raise FormatError(path, f"{problem}{listed(unknown, 3)}")
    if unknown:
        warn(f"{path.name} names channels that the recording has not: {listed(unknown)}")


def _types(path: Path, table: Columns) -> dict[str, str]:
    """Our types of channels, by name; those that the recording knows better are left out."""
    given = {
        name: kind.upper()
        for name, kind in zip(table["name"], table["type"], strict=True)
        if kind.lower() != NOTHING and not kind.upper().startswith(AS_RECORDED)
    }
    unknown = sorted(set(given.values()) - set(TYPES))
    if unknown:
        warn(f"{path.name} has types of channels that are taken as misc: {listed(unknown)}")
    return {name: TYPES.get(kind, "misc") for name, kind in given.items()}
