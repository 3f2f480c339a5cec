"""Standard montages: electrodes of the 10-20 system and its finer versions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import number, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.recording.frames import Frame
from leadfield.recording.montage import Montage, make_montage

FOLDER = Path(__file__).parent / "montage_data"
HEAD_SIZE = 0.095  # m, radius of a sphere's electrodes
FIDUCIALS = {"lpa": ("LPA",), "nasion": ("NAS", "Nz", "Nasion"), "rpa": ("RPA",)}
NO_ELECTRODES = ("INI",)  # the inion
# Nasion and preauricular points of caps whose tables have none: inclination and azimuth.
CAP_FIDUCIALS = {"Nasion": (115.0, 90.0), "LPA": (-115.0, 0.0), "RPA": (115.0, 0.0)}
COLIN27 = re.compile(r"(standard|colin27)_\w+")


Shape = Literal["head", "sphere", "angles"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MontageTable:
    """A table of positions in :data:`FOLDER`, and what it holds.

    ``shape`` says of which head they are: a real one, in m, a sphere's directions, or angles on
    one in degrees.
    """

    file: str
    shape: Shape
    description: str


def _systems(
    family: str, shape: Shape, head: str, counts: tuple[int, int, int]
) -> dict[str, MontageTable]:
    systems = (("1005", "10-5"), ("1010", "10-10"), ("1020", "10-20"))
    return {
        f"{family}_{name}": MontageTable(
            file=f"{family}_{name}.tsv",
            shape=shape,
            description=f"Positions of the {system} system on {head} ({count}+3 locations)",
        )
        for (name, system), count in zip(systems, counts, strict=True)
    }


def _cap(maker: str, name: str, count: int) -> MontageTable:
    description = f"{maker} cap with names of the 10-10 system ({count}+3 locations)"
    return MontageTable(file=f"{name}.txt", shape="angles", description=description)


KINDS: Mapping[str, MontageTable] = MappingProxyType(
    {
        **_systems("fsaverage", "head", "the template head fsaverage", (335, 70, 21)),
        **{f"biosemi{count}": _cap("BioSemi", f"biosemi{count}", count) for count in (16, 32, 64)},
        "easycap-M1": _cap("EasyCap", "easycap-M1", 74),
        **_systems("spherical", "sphere", "a sphere", (344, 70, 21)),
    }
)


def standard_montage(kind: object, head_size: object = "auto") -> Montage:
    """The montage of a kind.

    ``head_size`` is the median distance of electrodes from the origin in m; None leaves
    positions as they are, and ``"auto"`` does so for those on a real head.
    """
    table = _table(kind)
    size = _head_size(table, head_size)
    places = _angles(table) if table.shape == "angles" else _positions(table)
    fiducials = {
        name: next((places.pop(key) for key in keys if key in places), None)
        for name, keys in FIDUCIALS.items()
    }
    # FieldTrip's tables have the nasion twice, once as a place of the 10-20 system.
    places = {k: v for k, v in places.items() if k not in {*NO_ELECTRODES, *FIDUCIALS["nasion"]}}
    if size is not None:
        scale = size / np.median(np.linalg.norm(np.array(list(places.values())), axis=1))
        places = {name: place * scale for name, place in places.items()}
        fiducials = {k: None if v is None else v * scale for k, v in fiducials.items()}
    return make_montage(places, fiducials, hpi=None, extra=None, frame=Frame.UNKNOWN)


def _table(kind: object) -> MontageTable:
    if not isinstance(kind, str):
        msg = f"kind must be the name of a montage, such as 'fsaverage_1005', got {kind!r}"
        raise ArgumentTypeError(msg)
    if COLIN27.fullmatch(kind):
        msg = (
            f"kind must be a montage of leadfield's, got {kind!r}, positions on the head Colin27, "
            "which only MNE-Python has: take 'fsaverage_1005', the 10-5 system on the template's "
            f"head, or pass on mne.channels.make_standard_montage({kind!r})"
        )
        raise InputError(msg)
    try:
        one_of("kind", kind, KINDS)
    except InputError as problem:
        msg = f"{problem}. Montages of MNE-Python's can be passed on to set_montage"
        raise InputError(msg) from None
    return KINDS[kind]


def _head_size(table: MontageTable, given: object) -> float | None:
    if isinstance(given, str):
        one_of("head_size", given, ["auto"])
        return None if table.shape == "head" else HEAD_SIZE
    if given is None and table.shape == "angles":
        msg = f"head_size must be a radius in m or 'auto', as {table.file} has only angles"
        raise InputError(msg)
    return None if given is None else number("head_size", given, above=0)


def _positions(table: MontageTable) -> dict[str, Floats]:
    """Positions in a table of names and coordinates."""
    _, *rows = (FOLDER / table.file).read_text(encoding="utf-8").splitlines()
    cells = [row.split("\t") for row in rows]
    return {name: np.array([float(x) for x in place[:3]]) for name, *place in cells}


def _angles(table: MontageTable) -> dict[str, Floats]:
    """Directions in a table of names, inclinations and azimuths."""
    _, *rows = (FOLDER / table.file).read_text(encoding="utf-8").splitlines()
    angles = {name: (float(theta), float(phi)) for name, theta, phi in map(str.split, rows)}
    angles = angles if "LPA" in angles else {**angles, **CAP_FIDUCIALS}
    found = {}
    for name, pair in angles.items():
        theta, phi = np.radians(pair)
        place = [np.sin(theta) * np.cos(phi), np.sin(theta) * np.sin(phi), np.cos(theta)]
        found[name] = np.array(place)
    return found
