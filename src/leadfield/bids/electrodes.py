"""Electrodes of a recording as ``electrodes.tsv`` and ``coordsystem.json`` have them."""

from pathlib import Path

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed
from leadfield.base.errors import FormatError
from leadfield.base.log import warn
from leadfield.bids.anatomy import LANDMARKS
from leadfield.bids.folder_listing import read_object
from leadfield.bids.head_position import UNITS, read_landmarks
from leadfield.bids.tabular_files import NOTHING, Columns, read_columns
from leadfield.recording.frames import Frame
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.montage import CARDINAL, make_montage, with_montage

# Systems whose axes are the head's: x to the right ear, y to the nasion.
OF_HEAD = ("CapTrak", "ElektaNeuromag", "ChietiItab")
# Systems whose x is to the nasion and y to the left ear.
OF_NASION = ("CTF", "4DBti", "KitYokogawa", "EEGLAB", "EEGLAB-HJ")
NASION_TO_HEAD = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
# Largest coordinate of heads in m and in cm, where nobody says the unit.
LARGEST = {"m": 1.0, "cm": 100.0, "mm": np.inf}


def lacks_positions(info: MeasurementInfo) -> bool:
    """Whether there are electrodes, and the recording knows of none where it is."""
    places = info.channels.locations[info.channels.of_type("eeg"), :3]
    return bool(len(places)) and not (np.isfinite(places) & (places != 0)).any()


def with_electrodes(
    info: MeasurementInfo, table: Path, coordinates: Path | None
) -> MeasurementInfo:
    """The info with electrodes where a table has them, and the landmarks of its sidecar."""
    if coordinates is None:
        warn(f"{table.name} has no coordsystem.json beside it: its electrodes are not read")
        return info
    content = read_object(coordinates)
    system = content.get("EEGCoordinateSystem", content.get("MEGCoordinateSystem"))
    if system not in {*OF_HEAD, *OF_NASION}:
        warn(
            f"electrodes of {table.name} are in {system!r}, of which it is not known where the "
            f"head is, only of {listed([*OF_HEAD, *OF_NASION])}: they are not read"
        )
        return info
    columns = read_columns(table, ["name", "x", "y", "z"])
    places = _places(table, columns)
    unit = content.get("EEGCoordinateUnits", content.get("MEGCoordinateUnits"))
    places *= UNITS[_unit(coordinates, unit, places)]
    landmarks: dict[str, Floats | None] = {}
    if content.get(LANDMARKS):
        landmarks = dict(zip(CARDINAL.values(), read_landmarks(coordinates), strict=True))
    frame = Frame.HEAD
    if system in OF_NASION and landmarks:
        frame = Frame.UNKNOWN  # landmarks say where the head is in it
    elif system in OF_NASION:
        places = places @ NASION_TO_HEAD.T
    electrodes = dict(zip(columns["name"], places, strict=True))
    _warn_of_lost(table, electrodes, info)
    montage = make_montage(electrodes, landmarks, hpi=None, extra=None, frame=frame)
    return with_montage(info, montage, match_case=True, aliases={}, on_missing="warn")


def _places(table: Path, columns: Columns) -> Floats:
    """Coordinates (n, 3), NaN where there are none."""
    try:
        numbers = [
            [np.nan if one.lower() == NOTHING else float(one) for one in columns[axis]]
            for axis in "xyz"
        ]
    except ValueError as error:
        raise FormatError(table, f"coordinates must be numbers or n/a ({error})") from error
    return np.array(numbers, np.float64).T.reshape(-1, 3)


def _unit(coordinates: Path, unit: object, places: Floats) -> str:
    if unit in UNITS:
        return str(unit)
    if unit != NOTHING:
        problem = f"coordinates must be in {listed(UNITS)}, got {unit!r}"
        raise FormatError(coordinates, problem)
    finite = np.abs(places[np.isfinite(places)])
    found = next(name for name, most in LARGEST.items() if finite.max(initial=0.0) < most)
    warn(f"{coordinates.name} does not say the unit of electrodes: by their sizes it is {found}")
    return found


def _warn_of_lost(table: Path, electrodes: dict[str, Floats], info: MeasurementInfo) -> None:
    lost = [
        name
        for name, place in electrodes.items()
        if not np.isfinite(place).all() and name in info.names and name not in info.bads
    ]
    if lost:
        warn(f"{table.name} has no coordinates of good channels: {listed(lost)}")
