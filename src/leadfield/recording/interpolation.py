"""Interpolation of bad channels from good ones: by spherical splines, or a map of their field.

Spherical splines: Perrin, Pernier, Bertrand & Echallier 1989.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.base.checks import listed, one_of
from leadfield.base.errors import ChannelError, DataError, InputError
from leadfield.base.log import LOGGER
from leadfield.base.raise_or_warn import raise_or_warn
from leadfield.numerics.spherical_spline import spline_matrix
from leadfield.recording.channels import BY_COIL
from leadfield.recording.info import MeasurementInfo

# What each group of channel types is interpolated by, where nobody says.
DEFAULTS = {"meg": "MNE", "eeg": "spline", "fnirs": "nearest", "ecog": "spline", "seeg": "spline"}
# MNE-Python's methods that are known here by name alone.
ABSENT = {("fnirs", "nearest"), ("seeg", "spline")}
METHODS = {
    "meg": ("MNE", "nan"),
    "eeg": ("spline", "MNE", "nan"),
    "fnirs": ("nearest", "nan"),
    "ecog": ("spline", "nan"),
    "seeg": ("spline", "nan"),
}
TYPES = {
    "meg": ("mag", "grad"),
    "fnirs": tuple(name for (kind, _), name in BY_COIL.items() if kind == 1100),
}
# What makes the matrix from some channels' samples to those of others, around a head's centre.
FieldMapping = Callable[[MeasurementInfo, MeasurementInfo, Floats], Floats]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Interpolation:
    """Channels ``rows[i]`` as weighted sums (n_rows, n_sources) of channels ``sources[i]``.

    Channels ``blank`` become NaN.
    """

    rows: tuple[Ints, ...]
    sources: tuple[Ints, ...]
    weights: tuple[Floats, ...]
    blank: Ints

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def replaced(self) -> Ints:
        """All channels that get other samples."""
        return np.concatenate([*self.rows, self.blank]).astype(np.int64)

    def apply(self, data: Floats) -> Floats:
        """Data (..., n_channels, n_times) with these channels interpolated, in a new array."""
        out = np.array(data)
        for rows, sources, weights in zip(self.rows, self.sources, self.weights, strict=True):
            out[..., rows, :] = np.matmul(weights, data[..., sources, :])
        out[..., self.blank, :] = np.nan
        return out


def choose_methods(
    info: MeasurementInfo, method: Mapping[str, str] | str | None, exclude: Collection[str]
) -> dict[str, str]:
    """The method for each group of types that has bad channels to interpolate."""
    given = {} if method is None else method
    methods = dict.fromkeys(DEFAULTS, given) if isinstance(given, str) else {**DEFAULTS, **given}
    out = {}
    for group, name in methods.items():
        one_of("method's types", group, METHODS)
        if not len(_rows(info, group)):
            continue
        one_of(f"method[{group!r}]", name, METHODS[group])
        bads = [info.names[i] for i in _bad_rows(info, group, exclude)]
        if bads and (group, name) in ABSENT:
            msg = (
                f"{group} channels cannot be interpolated by {name!r} here, {listed(bads)} are "
                f"bad: drop them, leave them out (exclude=...), or pass method=dict({group}='nan')"
            )
            raise InputError(msg)
        if bads:
            out[group] = name
    return out


def _rows(info: MeasurementInfo, group: str) -> Ints:
    return info.channels.of_type(*TYPES.get(group, (group,)))


def _bad_rows(info: MeasurementInfo, group: str, exclude: Collection[str]) -> Ints:
    bads = set(info.bads) - set(exclude)
    return np.array([i for i in _rows(info, group) if info.names[i] in bads], np.int64)


def plan_interpolation(
    info: MeasurementInfo,
    methods: Mapping[str, str],
    origin: Floats,
    *,
    exclude: Collection[str],
    on_bad_position: str,
    map_field: FieldMapping,
) -> Interpolation:
    """What replaces the bad channels of these groups; ``origin`` (3,) is the head's centre in m."""
    rows, sources, weights, blank = [], [], [], [np.empty(0, np.int64)]
    for group, name in methods.items():
        bad = _bad_rows(info, group, exclude)
        if name == "nan":
            blank.append(bad)
            continue
        placed = _placed(info, bad)
        if not placed.all():
            lost = [info.names[i] for i in bad[~placed]]
            message = f"channels need positions to be interpolated, {listed(lost)} have none: NaN"
            raise_or_warn("on_bad_position", on_bad_position, message, ChannelError)
            blank.append(bad[~placed])
            bad = bad[placed]
        if not len(bad):
            continue
        # As in MNE-Python, maps of the field start from good channels that are excluded, too.
        out = {*info.bads} if name == "MNE" else {*info.bads, *exclude}
        good = np.array([i for i in _rows(info, group) if info.names[i] not in out], np.int64)
        _check_sources(info, good)
        LOGGER.info("Interpolating %d channels from %d", len(bad), len(good))
        rows.append(bad)
        sources.append(good)
        if name == "MNE":
            # The mean that a reference takes out is that of all electrodes that are mapped to.
            also = [i for i in good if group == "eeg" and info.names[i] not in exclude]
            wanted = np.array([*bad, *also], np.int64)
            weights.append(map_field(info.pick(good), info.pick(wanted), origin)[: len(bad)])
        else:
            weights.append(_spline_weights(info, good, bad, origin))
    return Interpolation(
        rows=tuple(rows),
        sources=tuple(sources),
        weights=tuple(weights),
        blank=np.concatenate(blank),
    )


def _placed(info: MeasurementInfo, rows: Ints) -> Bools:
    """Which of the channels have a position."""
    places = info.channels.locations[rows, :3]
    given = np.isfinite(places).all(axis=1), (np.abs(places) > 1e-16).any(axis=1)
    placed: Bools = np.logical_and(*given)
    return placed


def _check_sources(info: MeasurementInfo, good: Ints) -> None:
    if not len(good):
        msg = "bad channels are interpolated from good ones of their type, there are none"
        raise DataError(msg)
    placed = _placed(info, good)
    if not placed.all():
        lost = [info.names[i] for i in good[~placed]]
        msg = f"good channels need positions to interpolate from, {listed(lost)} have none"
        raise ChannelError(msg)


def _spline_weights(info: MeasurementInfo, good: Ints, bad: Ints, origin: Floats) -> Floats:
    known, wanted = (info.channels.locations[rows, :3] - origin for rows in (good, bad))
    directions = [one / np.linalg.norm(one, axis=1, keepdims=True) for one in (known, wanted)]
    return spline_matrix(*directions)


def after_interpolation(
    info: MeasurementInfo, plan: Interpolation, *, reset_bads: bool
) -> MeasurementInfo:
    """The info with the interpolated channels no longer bad, if that is wanted."""
    done = {info.names[i] for i in plan.replaced} if reset_bads else set()
    return replace(info, bads=tuple(name for name in info.bads if name not in done))
