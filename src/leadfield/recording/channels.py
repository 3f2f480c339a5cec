"""Channels of a recording: names, types, units, positions, calibration."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.base.checks import listed
from leadfield.base.errors import ChannelError, InputError
from leadfield.base.log import warn
from leadfield.recording.frames import Frame

MEG, EEG, STIM, REFERENCE_MEG = 1, 2, 3, 301
TESLA, TESLA_PER_METRE = 112, 201
GRADIOMETERS = frozenset({3012, 3013, 3014})
# What the field calls a channel of each FIF kind; MEG is told apart by its unit.
TYPES = {
    2: "eeg",
    3: "stim",
    102: "bio",
    202: "eog",
    301: "ref_meg",
    302: "emg",
    402: "ecg",
    502: "misc",
    602: "resp",
    700: "chpi",
    701: "chpi",
    702: "chpi",
    703: "chpi",
    704: "chpi",
    705: "chpi",
    706: "chpi",
    707: "chpi",
    708: "chpi",
    709: "chpi",
    802: "seeg",
    803: "dbs",
    900: "syst",
    902: "ecog",
    910: "ias",
    920: "exci",
    1000: "dipole",
    1001: "gof",
    1200: "temperature",
    1300: "gsr",
}
# Kinds that are told apart by their coil type.
BY_COIL = {
    (2, 6): "csd",
    (1100, 300): "hbo",
    (1100, 301): "hbr",
    (1100, 302): "fnirs_cw_amplitude",
    (1100, 303): "fnirs_od",
    (1100, 304): "fnirs_fd_ac_amplitude",
    (1100, 305): "fnirs_fd_phase",
    (1100, 306): "fnirs_td_gated_amplitude",
    (1100, 307): "fnirs_td_moments_intensity",
    (1100, 308): "fnirs_td_moments_mean",
    (1100, 309): "fnirs_td_moments_variance",
    (1400, 400): "eyegaze",
    (1400, 401): "pupil",
}


# Frame in which a kind's positions are.
FRAMES = {
    MEG: Frame.DEVICE,
    REFERENCE_MEG: Frame.DEVICE,
    EEG: Frame.HEAD,
    802: Frame.HEAD,
    803: Frame.HEAD,
    902: Frame.HEAD,
    1100: Frame.HEAD,
}


def channel_types(kinds: Ints, units: Ints, coil_types: Ints) -> tuple[str, ...]:
    """Type of each channel, from FIF's numbers: ``"mag"``, ``"grad"``, ``"eeg"``, ``"eog"``, ..."""
    rows = zip(kinds.tolist(), units.tolist(), coil_types.tolist(), strict=True)
    return tuple(
        ("grad" if unit == TESLA_PER_METRE else "mag")
        if kind == MEG
        else BY_COIL.get((kind, coil)) or TYPES.get(kind, "misc")
        for kind, unit, coil in rows
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Channels:
    """A table with one row a channel.

    ``kinds``, ``coil_types``, ``units``, ``unit_multipliers`` and ``frames`` are FIF's
    numbers. ``locations`` (n_channels, 12) hold the position in m and, for MEG, the
    coil's three unit vectors; for EEG the position and the reference's.
    ``cals`` times ``ranges`` turns stored samples into SI units. ``logical_numbers``
    are the acquisition's; without them channels are counted. ``types`` are ``"mag"``,
    ``"grad"``, ``"eeg"``, ``"eog"``, ..., worked out from kinds, units and coil types.
    """

    names: tuple[str, ...]
    kinds: Ints
    coil_types: Ints
    units: Ints
    unit_multipliers: Ints
    cals: Floats
    ranges: Floats
    locations: Floats
    frames: Ints
    logical_numbers: Ints = field(default_factory=lambda: np.empty(0, np.int64))
    types: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        n = len(self.names)
        if not len(self.logical_numbers):
            object.__setattr__(self, "logical_numbers", np.arange(1, n + 1))
        object.__setattr__(self, "names", tuple(self.names))
        for name in (
            "kinds",
            "coil_types",
            "units",
            "unit_multipliers",
            "frames",
            "logical_numbers",
        ):
            value = locked(getattr(self, name), np.int64, shape=(n,), name=name)
            object.__setattr__(self, name, value)
        for name in ("cals", "ranges"):
            value = locked(getattr(self, name), shape=(n,), name=name)
            object.__setattr__(self, name, value)
        value = locked(self.locations, shape=(n, 12), name="locations")
        object.__setattr__(self, "locations", value)
        if len(set(self.names)) != n:
            twice = sorted(name for name, count in Counter(self.names).items() if count > 1)
            msg = f"channel names must be unique, got {listed(twice)} twice"
            raise InputError(msg)
        object.__setattr__(self, "types", channel_types(self.kinds, self.units, self.coil_types))
        lock_arrays(self)

    def __len__(self) -> int:
        return len(self.names)

    def of_type(self, *types: str) -> Ints:
        """Indices of the channels of these types; ``"meg"`` is ``"mag"`` and ``"grad"``."""
        wanted = set(types) | ({"mag", "grad"} if "meg" in types else set())
        return np.flatnonzero([t in wanted for t in self.types])

    def indices(self, names: Iterable[str], *, what: str = "the data") -> Ints:
        """Indices of channels by name, in the order of ``names``."""
        place = {name: i for i, name in enumerate(self.names)}
        names = list(names)
        unknown = [name for name in names if name not in place]
        if unknown:
            msg = (
                f"channels must be in {what}: {listed(unknown)} are not among its "
                f"{len(self)} channels"
            )
            raise ChannelError(msg)
        return np.array([place[name] for name in names], np.int64)

    def pick(self, indices: Sequence[int] | Ints) -> "Channels":
        """The channels at ``indices``, in that order."""
        picked = np.asarray(indices, np.int64)
        columns = [f.name for f in fields(self) if f.init and f.name != "names"]
        arrays = {name: getattr(self, name)[picked] for name in columns}
        return replace(self, names=tuple(self.names[i] for i in picked), **arrays)

    def joined(self, *others: "Channels") -> "Channels":
        """These channels, and after them the others."""
        tables = (self, *others)
        columns = [f.name for f in fields(self) if f.init and f.name != "names"]
        values = {name: np.concatenate([getattr(t, name) for t in tables]) for name in columns}
        names = tuple(name for table in tables for name in table.names)
        return Channels(names=names, **values)

    def renamed(self, names: Sequence[str]) -> "Channels":
        """The same channels under other names."""
        return replace(self, names=tuple(names))


def numbered_names(names: Sequence[str]) -> tuple[str, ...]:
    """Names as they are, or numbered where one comes twice."""
    count = Counter(names)
    twice = [name for name, n in count.items() if n > 1]
    if not twice:
        return tuple(names)
    warn(f"channel names must be unique: numbered {listed(twice)}")
    used, place, out = set(names), Counter[str](), []
    for name in names:
        new = name
        while count[name] > 1 and new in used:
            new = f"{name}-{place[name]}"
            place[name] += 1
        used.add(new)
        out.append(new)
    return tuple(out)
