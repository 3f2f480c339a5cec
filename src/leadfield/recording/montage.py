"""Montages: where electrodes are, beside the points of the head that say in which frame."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError, InputError, MismatchError
from leadfield.base.log import warn
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.recording.frames import Frame, Transform, frame_name
from leadfield.recording.info import DigitisedPoint, MeasurementInfo, PointKind

ELECTRODES = ("eeg", "seeg", "dbs", "ecog")
# The cardinal points, by their FIF numbers, and where they are on a head of radius 1.
CARDINAL = {1: "lpa", 2: "nasion", 3: "rpa"}
AXES = {"lpa": (-1.0, 0.0, 0.0), "nasion": (0.0, 1.0, 0.0), "rpa": (1.0, 0.0, 0.0)}
# Older names and their successors (Acharya et al. 2016, J Clin Neurophysiol 33:308), and others.
ALIASES = {
    "Cb1": "POO7",
    "Cb2": "POO8",
    "CB1": "POO7",
    "CB2": "POO8",
    "T1": "T9",
    "T2": "T10",
    "T3": "T7",
    "T4": "T8",
    "T5": "P7",
    "T6": "P8",
    "M1": "TP9",
    "M2": "TP10",
    "VREF": "Cz",
    "Vertex Reference": "Cz",
}
REFERENCES = ("EEG000", "REF")
SMALLEST = 1e-6  # m², twice the area of a triangle of landmarks
ORDER = (PointKind.CARDINAL, PointKind.HPI, PointKind.EXTRA, PointKind.EEG)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Montage:
    """Points, of which those of kind EEG have ``names``, in their order."""

    names: tuple[str, ...]
    points: tuple[DigitisedPoint, ...]

    @property
    def positions(self) -> dict[str, Floats]:
        """Positions of electrodes in m, by name."""
        electrodes = [p.position for p in self.points if p.kind == PointKind.EEG]
        return dict(zip(self.names, electrodes, strict=True))

    @property
    def cardinals(self) -> dict[str, DigitisedPoint]:
        """Nasion and preauricular points, as far as there are any."""
        found = [p for p in self.points if p.kind == PointKind.CARDINAL and p.ident in CARDINAL]
        return {CARDINAL[p.ident]: p for p in found}


def make_montage(
    electrodes: Mapping[str, ArrayLike],
    cardinals: Mapping[str, ArrayLike | None],
    *,
    hpi: ArrayLike | None,
    extra: ArrayLike | None,
    frame: int,
) -> Montage:
    """A montage of points in one frame, in m."""
    rows: list[tuple[int, int, Any]] = []
    for ident, name in CARDINAL.items():
        if (place := cardinals.get(name)) is not None:
            rows.append((PointKind.CARDINAL, ident, _place(name, place)))
    for kind, given, what in ((PointKind.HPI, hpi, "hpi"), (PointKind.EXTRA, extra, "hsp")):
        rows += [(kind, i + 1, place) for i, place in enumerate(_places(what, given))]
    idents = _idents(list(electrodes))
    for ident, (name, place) in zip(idents, electrodes.items(), strict=True):
        rows.append((PointKind.EEG, ident, _place(f"the position of {name}", place)))
    points = tuple(
        DigitisedPoint(kind=int(kind), ident=ident, position=place, frame=frame)
        for kind, ident, place in rows
    )
    return Montage(names=tuple(electrodes), points=points)


def _idents(names: Sequence[str]) -> list[int]:
    """The numbers at the ends of all names, or those of a list."""
    ends = [name[-3:] for name in names]
    if all(end.isdecimal() for end in ends):
        return [int(end) for end in ends]
    return list(range(1, len(names) + 1))


def _place(name: str, place: ArrayLike) -> Floats:
    found: Floats = np.asarray(place, np.float64)
    if found.shape != (3,):
        msg = f"{name} must be three coordinates in m, got shape {found.shape}"
        raise InputError(msg)
    return found


def _places(name: str, places: ArrayLike | None) -> Floats:
    found: Floats = np.asarray([] if places is None else places, np.float64)
    if found.size and (found.ndim != 2 or found.shape[1] != 3):
        msg = f"{name} must be of shape (n_points, 3) in m, got {found.shape}"
        raise InputError(msg)
    return found.reshape(-1, 3)


def in_head(montage: Montage) -> Montage:
    """The montage in head coordinates, which its cardinal points define."""
    found = montage.cardinals
    frames = {point.frame for point in found.values()}
    if len(frames) > 1:
        msg = f"cardinal points must be in one frame, got {listed(map(frame_name, frames))}"
        raise MismatchError(msg)
    frame = frames.pop() if frames else Frame.UNKNOWN
    points = montage.points
    if {p.frame for p in points} != {Frame.HEAD} and frame != Frame.HEAD:
        turn = _to_head(found, frame)
        points = tuple(
            replace(p, position=turn.points(p.position[np.newaxis])[0], frame=int(Frame.HEAD))
            if p.frame == frame
            else p
            for p in points
        )
    return replace(montage, points=_with_cardinals(points))


def _to_head(found: Mapping[str, DigitisedPoint], frame: int) -> Transform:
    lost = [name for name in AXES if name not in found or np.isnan(found[name].position).any()]
    if lost:
        warn(f"{listed(lost)} are not in the montage: its coordinates are taken as the head's")
        return Transform(source=frame, target=Frame.HEAD, matrix=np.eye(4))
    nasion, left, right = (found[name].position for name in ("nasion", "lpa", "rpa"))
    if np.linalg.norm(np.cross(right - left, nasion - left)) < SMALLEST:
        places = ", ".join(f"{1e3 * place}" for place in (nasion, left, right))
        msg = f"nasion, LPA and RPA must be corners of a triangle, got {places} mm"
        raise InputError(msg)
    x = (right - left) / np.linalg.norm(right - left)
    origin = left + ((nasion - left) @ x) * x
    y = (nasion - origin) / np.linalg.norm(nasion - origin)
    matrix = np.eye(4)
    matrix[:3, :3] = x, y, np.cross(x, y)
    matrix[:3, 3] = -matrix[:3, :3] @ origin
    return Transform(source=frame, target=Frame.HEAD, matrix=matrix)


def _with_cardinals(points: tuple[DigitisedPoint, ...]) -> tuple[DigitisedPoint, ...]:
    """Points in the head with all cardinal points, on a sphere where there are none."""
    present = {p.ident for p in points if p.kind == PointKind.CARDINAL}
    lengths = [np.linalg.norm(p.position) for p in points if p.frame == Frame.HEAD]
    lengths = [length for length in lengths if np.isfinite(length)]
    if not lengths:
        return points
    radius = float(np.mean(lengths))
    more = [
        DigitisedPoint(
            kind=int(PointKind.CARDINAL),
            ident=ident,
            position=radius * np.array(AXES[name]),
            frame=int(Frame.HEAD),
        )
        for ident, name in CARDINAL.items()
        if ident not in present
    ]
    return (*points, *more)


def without_montage(info: MeasurementInfo) -> MeasurementInfo:
    """The info without digitised points and positions of electrodes."""
    locations = info.channels.locations.copy()
    locations[info.channels.of_type(*ELECTRODES)] = np.nan
    return replace(info, digitisation=(), channels=replace(info.channels, locations=locations))


def with_montage(
    info: MeasurementInfo,
    montage: Montage,
    *,
    match_case: bool,
    aliases: Mapping[str, str],
    on_missing: str,
) -> MeasurementInfo:
    """The info with electrodes where the montage, in the head, says they are."""
    head = in_head(montage)
    rows = info.channels.of_type(*ELECTRODES)
    spell = str if match_case else str.lower
    wanted = {info.names[row]: spell(info.names[row]) for row in rows}
    named = {spell(name): place for name, place in head.positions.items()}
    if len(named) < len(head.names) or len(set(wanted.values())) < len(wanted):
        msg = "names of electrodes must differ in more than their case for match_case=False"
        raise ChannelError(msg)
    known = {spell(old): spell(new) for old, new in aliases.items()}
    wanted = {name: known.get(use, use) for name, use in wanted.items()}
    reference, digitised = _reference(info, named, spell)
    lost = [name for name, use in wanted.items() if use not in named]
    if lost:
        message = (
            f"the montage must have the positions of all electrodes, it has none of {listed(lost)}:"
            " rename them (rename_channels), or set their type (set_channel_types)"
        )
        raise_or_warn("on_missing", on_missing, message, ChannelError)
    _warn_of_others(info, named, spell)
    locations, frames = info.channels.locations.copy(), np.array(info.channels.frames)
    for row in rows:
        place = named.get(wanted[info.names[row]], np.full(3, np.nan))
        locations[row, :6] = np.r_[place, reference] if np.isfinite(place).all() else np.nan
        frames[row] = Frame.HEAD
    used = {*wanted.values(), *map(spell, REFERENCES)}
    points = [*_points_of(head, used, spell), *digitised]
    ordered = sorted(points, key=lambda p: (ORDER.index(PointKind(p.kind)), p.ident))
    channels = replace(info.channels, locations=locations, frames=frames)
    return replace(info, channels=channels, digitisation=tuple(ordered))


def _reference(
    info: MeasurementInfo, named: dict[str, Floats], spell: Any
) -> tuple[Floats, list[DigitisedPoint]]:
    """Where the reference is, and its point, if it was digitised before."""
    given = info.channels.locations[info.channels.of_type(*ELECTRODES), 3:6]
    if len(given) and given[0].any() and (given == given[0]).all() and list(given[0]) != [1, 0, 0]:
        old = [p for p in info.digitisation if p.kind == PointKind.EEG and p.ident == 0]
        return given[0], [p for p in old if np.allclose(p.position, given[0])]
    found = [named.pop(spell(name)) for name in REFERENCES if spell(name) in named]
    return found[0] if found else np.zeros(3), []


def _warn_of_others(info: MeasurementInfo, named: Mapping[str, Floats], spell: Any) -> None:
    others = [
        f"{name} ({kind})"
        for name, kind in zip(info.names, info.channels.types, strict=True)
        if kind not in ELECTRODES and spell(name) in named
    ]
    if others:
        warn(
            f"channels in the montage should be electrodes, {listed(others)} are not: set their "
            "type first (set_channel_types)"
        )


def _points_of(montage: Montage, used: set[str], spell: Any) -> list[DigitisedPoint]:
    """All points but those of electrodes that are not in the data."""
    names = iter(montage.names)
    return [p for p in montage.points if p.kind != PointKind.EEG or spell(next(names)) in used]


def montage_of(info: MeasurementInfo) -> Montage | None:
    """The montage that an info has, None without digitised points."""
    if not info.digitisation:
        return None
    rows = info.channels.of_type(*ELECTRODES)
    names = [info.names[row] for row in rows]
    frame = info.digitisation[0].frame
    kept = [p for p in info.digitisation if p.kind != PointKind.EEG]
    places = info.channels.locations[rows, :3]
    electrodes = [
        DigitisedPoint(kind=int(PointKind.EEG), ident=ident, position=place, frame=frame)
        for ident, place in zip(_idents(names), places, strict=True)
    ]
    return Montage(names=tuple(names), points=(*kept, *electrodes))
