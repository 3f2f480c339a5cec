"""Channel selection: by type, by name, or by what users write for ``picks``."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Ints
from leadfield.base.checks import known_options, listed, one_of
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError, OutOfRangeError
from leadfield.recording.channels import BY_COIL, TESLA, TESLA_PER_METRE, TYPES
from leadfield.recording.info import MeasurementInfo

FNIRS = tuple(name for (kind, _), name in BY_COIL.items() if kind == 1100)
EYETRACK = tuple(name for (kind, _), name in BY_COIL.items() if kind == 1400)
SENSORS = ("mag", "grad", "planar1", "planar2")
# Types that pick_types has one argument for.
GROUPS = {
    "mag": "meg",
    "grad": "meg",
    **dict.fromkeys(FNIRS, "fnirs"),
    **dict.fromkeys(EYETRACK, "eyetrack"),
}
KEYS = ("meg", "csd", "fnirs", "eyetrack", *TYPES.values())
# Types that measure the brain; the others watch, trigger or describe.
DATA = ("meg", "ref_meg", "eeg", "csd", "seeg", "ecog", "dbs", "fnirs")

Wanted = bool | str | Collection[str]
# What users write for ``picks``: channels by name, type or number; None for a default.
Picks = ArrayLike | slice | None


def pick_types(
    info: MeasurementInfo,
    *,
    include: Iterable[str] = (),
    exclude: str | Collection[str] = "bads",
    selection: Collection[str] | None = None,
    **wanted: Wanted,
) -> Ints:
    """Indices of the channels of the wanted types, in the data's order.

    ``wanted`` are types with True, or for ``meg`` and ``ref_meg`` one of ``"mag"``,
    ``"grad"``, ``"planar1"``, ``"planar2"``. ``ref_meg="auto"`` (the default) takes
    reference sensors along with MEG where there are compensations. ``include`` adds
    channels by name, ``exclude`` takes some out (``"bads"``: those marked so),
    ``selection`` limits MEG and EEG to some names.
    """
    known_options("pick_types", wanted, set(KEYS))
    for key, value in wanted.items():
        _check(key, value)
    return _picked(
        info, wanted, excluded_names(info, exclude), include=include, selection=selection
    )


def _picked(
    info: MeasurementInfo,
    wanted: Mapping[str, Wanted],
    out: Collection[str],
    *,
    include: Iterable[str] = (),
    selection: Collection[str] | None = None,
) -> Ints:
    references = wanted.get("ref_meg", "auto")
    if references == "auto":
        references = bool(info.compensations) and wanted.get("meg", False) is not False
    wanted = {**wanted, "ref_meg": references}
    also = set(_names("include", include))
    channels = info.channels
    rows = zip(channels.names, channels.types, channels.units.tolist(), strict=True)
    limited = {"mag", "grad", "ref_meg", "eeg", "csd"}
    picked = [
        i
        for i, (name, kind, unit) in enumerate(rows)
        if name not in out
        and (
            name in also
            or (
                _is(kind, unit, name, wanted.get(GROUPS.get(kind, kind), False))
                and (selection is None or kind not in limited or name in selection)
            )
        )
    ]
    return np.array(picked, np.int64)


def _check(key: str, value: Wanted) -> None:
    if key in {"meg", "ref_meg"}:
        one_of(key, value, [True, False, *SENSORS, *(["auto"] if key == "ref_meg" else [])])
    elif key in {"fnirs", "eyetrack"} and not isinstance(value, bool | np.bool_):
        for name in [value] if isinstance(value, str) else value:
            one_of(key, name, FNIRS if key == "fnirs" else EYETRACK)
    elif not isinstance(value, bool | np.bool_):
        msg = f"{key} must be True or False, got {value!r}"
        raise InputError(msg)


def _is(kind: str, unit: int, name: str, value: Wanted) -> bool:
    """Whether a channel is what was asked for of its group."""
    if isinstance(value, bool | np.bool_):
        return bool(value)
    if not isinstance(value, str):
        return any(_is(kind, unit, name, one) for one in value)
    if kind not in {"mag", "grad", "ref_meg"}:
        return kind == value
    if value == "mag":
        return unit == TESLA
    # Vectorview names its two planar gradiometers ...2 and ...3.
    ending = {"grad": "", "planar1": "2", "planar2": "3"}[value]
    return unit == TESLA_PER_METRE and name.endswith(ending)


def excluded_names(info: MeasurementInfo, exclude: str | Collection[str]) -> set[str]:
    """Names to leave out; ``"bads"`` are the channels marked so."""
    if isinstance(exclude, str):
        one_of("exclude", exclude, ["bads"])
        return set(info.bads)
    return set(_names("exclude", exclude))


def _names(what: str, names: Iterable[str]) -> list[str]:
    if isinstance(names, str) or not isinstance(names, Iterable):
        msg = f"{what} must be a list of channel names, got {names!r}"
        raise InputError(msg)
    return list(names)


def pick_channels(
    names: Sequence[str],
    include: Iterable[str],
    exclude: Iterable[str] = (),
    *,
    ordered: bool = True,
) -> Ints:
    """Indices of the channels in ``include`` (all, if empty) but not in ``exclude``.

    With ``ordered`` they come in the order of ``include`` and all must be there; else
    in the order of ``names``, and unknown names are ignored.
    """
    place = {name: i for i, name in enumerate(names)}
    if len(place) != len(names):
        msg = "channel names must be unique to be picked by"
        raise ChannelError(msg)
    wanted = _names("include", include) or list(names)
    out = set(_names("exclude", exclude))
    unknown = [name for name in wanted if name not in place]
    if unknown and ordered:
        msg = f"channels must be in the data: {listed(unknown)} are not"
        raise ChannelError(msg)
    picked = [place[name] for name in wanted if name in place and name not in out]
    return np.array(picked if ordered else sorted(set(picked)), np.int64)


def resolve_picks(
    info: MeasurementInfo,
    picks: object,
    *,
    none: str = "data",
    exclude: str | Collection[str] = "bads",
) -> Ints:
    """Indices of what users write for ``picks``.

    None stands for ``none``; ``"all"``, ``"data"``, a type or a list of types leave
    out ``exclude``; names, numbers and slices are taken as they are.
    """
    n = len(info.channels)
    if isinstance(picks, slice):
        return np.arange(n)[picks]
    names_or_types = none if picks is None else picks
    if isinstance(names_or_types, str):
        names_or_types = [names_or_types]
    asked = np.atleast_1d(np.asarray(names_or_types))
    if asked.dtype.kind == "O" and all(isinstance(one, str) for one in asked.flat):
        asked = asked.astype(str)
    if asked.ndim != 1:
        msg = f"picks must be one-dimensional, got shape {asked.shape}"
        raise InputError(msg)
    if asked.dtype.kind == "U":
        found = _by_names_or_types(info, [str(w) for w in asked], exclude)
    elif asked.dtype.kind == "b" or (asked.size and asked.dtype.kind not in "iu"):
        msg = f"picks must be channel numbers, names or types, got {picks!r}"
        raise ArgumentTypeError(msg)
    else:
        found = asked.astype(np.int64)
        if asked.size and (found.min() < -n or found.max() >= n):
            msg = f"picks must be from {-n} to {n - 1} with {n} channels, got {picks!r}"
            raise OutOfRangeError(msg)
        found = found % n if n else found
    if not len(found):
        msg = f"picks must choose at least one channel, got none for {picks!r}"
        raise ChannelError(msg)
    return found


def types_of_picks(
    info: MeasurementInfo, picks: object, *, unique: bool = False, only_data: bool = False
) -> list[str]:
    """Types of the picked channels (all for None), each once if ``unique``."""
    rows = resolve_picks(info, picks, none="all", exclude=())
    if only_data:
        rows = rows[np.isin(rows, resolve_picks(info, list(DATA), exclude=()))]
    types = [info.channels.types[i] for i in rows]
    return list(dict.fromkeys(types)) if unique else types


def _by_names_or_types(
    info: MeasurementInfo, names_or_types: list[str], exclude: str | Collection[str]
) -> Ints:
    if names_or_types == ["all"]:
        return pick_channels(info.names, info.names, excluded_names(info, exclude))
    if names_or_types == ["data"]:
        names_or_types = list(DATA)
    names = [one for one in names_or_types if one in info.names]
    if names:
        return info.channels.indices(names_or_types)
    unknown = [one for one in names_or_types if one not in {*KEYS, *GROUPS, *SENSORS}]
    if unknown:
        msg = (
            f"picks must be channel names, types, 'data' or 'all': {listed(unknown)} "
            "are none of these"
        )
        raise ChannelError(msg)
    wanted: dict[str, Wanted] = {}
    for one in names_or_types:
        group = "meg" if one in SENSORS else GROUPS.get(one, one)
        before = wanted.get(group, ())
        if one == group or before is True:
            wanted[group] = True
        elif not isinstance(before, bool):
            wanted[group] = {*before, one}
    if "meg" not in names_or_types:
        wanted.setdefault("ref_meg", False)
    return _picked(info, wanted, excluded_names(info, exclude))
