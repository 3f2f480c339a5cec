"""Artefact rejection: epochs with too large or too small peak-to-peak amplitudes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import final

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints, lock_arrays
from leadfield.base.checks import listed, number
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    InputError,
    UnknownNameError,
)
from leadfield.base.log import LOGGER
from leadfield.epochs.rejection_functions import Criterion, FunctionTest, Limits, numbers_of
from leadfield.recording.channels import Channels
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import KEYS

GROUPS_OF_TYPES = frozenset({"meg", "fnirs", "eyetrack"})
KNOWN_TYPES = frozenset({*KEYS, "mag", "grad"}) - GROUPS_OF_TYPES


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Limits of the peak-to-peak amplitude by channel type, in the channels' units.

    Epochs with an amplitude above ``reject`` or below ``flat`` are dropped, or for which a
    function in their place says so. Amplitudes are taken from ``tmin`` to ``tmax`` in s, without
    the sample at ``tmax``.
    """

    reject: Limits = field(default_factory=dict)
    flat: Limits = field(default_factory=dict)
    tmin: float | None = None
    tmax: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "reject", _limits("reject", self.reject))
        object.__setattr__(self, "flat", _limits("flat", self.flat))
        for name in ("tmin", "tmax"):
            given = getattr(self, name)
            checked = None if given is None else number(f"reject_{name}", given)
            object.__setattr__(self, name, checked)

    @property
    def empty(self) -> bool:
        """Whether there are no limits, so that no epoch can be rejected."""
        return not self.reject and not self.flat

    def crop(self, first: float, last: float) -> "Rejection":
        """The same limits for epochs that were cropped to ``first`` to ``last`` s."""
        tmin, tmax = self.tmin, self.tmax
        if tmin is not None:
            tmin = None if tmin > last else max(tmin, first)
        if tmax is not None:
            tmax = None if tmax < first else min(tmax, last)
        return replace(self, tmin=tmin, tmax=tmax)

    def shift(self, seconds: float) -> "Rejection":
        """The same limits for a time axis that was shifted."""
        tmin = None if self.tmin is None else self.tmin + seconds
        tmax = None if self.tmax is None else self.tmax + seconds
        return replace(self, tmin=tmin, tmax=tmax)

    def samples(self, times: Floats) -> slice:
        """Samples whose amplitude counts."""
        start = None if self.tmin is None else int(np.searchsorted(times, self.tmin))
        stop = None if self.tmax is None else int(np.searchsorted(times, self.tmax, "right")) - 1
        return slice(start, stop)


def _limits(name: str, given: object) -> dict[str, float | Criterion]:
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        msg = f"{name} must be a dict of channel types and limits, got {given!r}"
        raise ArgumentTypeError(msg)
    unknown = [key for key in given if key not in KNOWN_TYPES]
    if unknown:
        msg = f"{name} must name channel types such as 'grad' or 'eog', got {listed(unknown)}"
        raise UnknownNameError(msg)
    return {key: _limit(f"{name}[{key!r}]", value) for key, value in given.items()}


def _limit(name: str, value: object) -> float | Criterion:
    if callable(value):
        return value
    return np.inf if isinstance(value, float) and value == np.inf else number(name, value, least=0)


def make_rejection(
    reject: Limits | None,
    flat: Limits | None,
    tmin: float | None = None,
    tmax: float | None = None,
) -> Rejection:
    """Limits as users give them, None for none."""
    none: Limits = {}
    return Rejection(
        reject=none if reject is None else reject,
        flat=none if flat is None else flat,
        tmin=tmin,
        tmax=tmax,
    )


def check_types(rejection: Rejection, channels: Channels) -> None:
    """Raise if there is a limit for a type that no channel has."""
    needed = {k for k, v in rejection.reject.items() if callable(v) or np.isfinite(v)}
    needed |= set(rejection.flat)
    absent = sorted(needed - set(channels.types))
    if absent:
        msg = (
            f"epochs must have channels of the types in reject and flat, they have none of "
            f"{listed(absent)}: pick such channels too or leave the limit out"
        )
        raise ChannelError(msg)


def check_rejection_window(
    given: tuple[float | None, float | None], asked: tuple[float, float], times: Floats
) -> tuple[float | None, float | None]:
    """reject_tmin and reject_tmax, checked against the epoch's ``asked`` tmin and tmax."""
    start, stop = given
    tmin, tmax = asked
    if start is not None and np.isclose(start, tmin):
        start = float(times[0])
    elif start is not None and start < tmin:
        msg = f"reject_tmin must be at least tmin ({tmin:g}), got {start!r}"
        raise InputError(msg)
    if stop is not None and np.isclose(stop, tmax):
        stop = float(times[-1])
    elif stop is not None and stop > tmax:
        msg = f"reject_tmax must be at most tmax ({tmax:g}), got {stop!r}"
        raise InputError(msg)
    low = float(times[0]) if start is None else start
    high = float(times[-1]) if stop is None else stop
    if given != (None, None) and low >= high:
        msg = f"reject_tmin must be below reject_tmax, got {low:g} and {high:g} s"
        raise InputError(msg)
    return start, stop


def tighten_rejection(old: Rejection, reject: object, flat: object) -> Rejection:
    """New limits for epochs that met old ones; old limits of other types stay."""
    new_reject, new_flat = _limits("reject", reject), _limits("flat", flat)
    before, after = numbers_of(old.reject), numbers_of(new_reject)
    for key in before.keys() & after.keys():
        if after[key] > before[key]:
            _refuse_looser("reject", key, after[key], before[key])
    before, after = numbers_of(old.flat), numbers_of(new_flat)
    for key in before.keys() & after.keys():
        if after[key] < before[key]:
            _refuse_looser("flat", key, after[key], before[key])
    other_reject = {k: v for k, v in old.reject.items() if k not in new_reject}
    other_flat = {k: v for k, v in old.flat.items() if k not in new_flat}
    return Rejection(
        reject=new_reject | other_reject,
        flat=new_flat | other_flat,
        tmin=old.tmin,
        tmax=old.tmax,
    )


def _refuse_looser(name: str, key: str, new: float, old: float) -> None:
    msg = (
        f"{name}[{key!r}] must be at least as strict as before ({old:g}), got {new:g}: "
        "rejected epochs do not come back, make the epochs anew"
    )
    raise InputError(msg)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AmplitudeLimit:
    """A limit for the good channels ``rows`` of a type, and whether an amplitude exceeds it."""

    kind: str
    rows: Ints
    limit: float
    exceeds: Callable[[Floats, float], Bools]

    def __post_init__(self) -> None:
        lock_arrays(self)


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AmplitudeTest:
    """Limits of the peak-to-peak amplitude, prepared for a set of channels and times.

    Among them are users' functions, in the order in which they were given.
    """

    names: tuple[str, ...]
    samples: slice
    limits: tuple[AmplitudeLimit | FunctionTest, ...]

    def bad_channels(self, epoch: Floats) -> tuple[str, ...]:
        """Names of the channels, and reasons, for which an epoch is dropped."""
        return self.reasons(epoch, self.amplitudes(epoch)) if self.limits else ()

    def amplitudes(self, epoch: Floats) -> Floats:
        """Peak-to-peak amplitude of each channel, (n_channels,)."""
        tested = epoch[:, self.samples]
        amplitudes: Floats = tested.max(axis=1) - tested.min(axis=1)
        return amplitudes

    def reasons(self, epoch: Floats, amplitudes: Floats) -> tuple[str, ...]:
        """Names of the channels whose amplitudes exceed a limit, and what functions say.

        ``epoch`` is (n_channels, n_times), its ``amplitudes`` (n_channels,).
        """
        out: tuple[str, ...] = ()
        for one in self.limits:
            if isinstance(one, FunctionTest):
                out += one.reasons(epoch[:, self.samples])
                continue
            bad = one.rows[one.exceeds(amplitudes[one.rows], one.limit)]
            if len(bad):
                names = tuple(self.names[i] for i in bad)
                if not out:
                    LOGGER.debug("Rejecting an epoch for %s: %s", one.kind, ", ".join(names))
                out += names
        return out


def make_amplitude_test(
    rejection: Rejection, info: MeasurementInfo, times: Floats
) -> AmplitudeTest:
    """The test for epochs of these channels; bad channels are not tested."""
    good = np.array([name not in info.bads for name in info.names], bool)
    limits: list[AmplitudeLimit | FunctionTest] = []
    tables = (("reject", rejection.reject, np.greater), ("flat", rejection.flat, np.less))
    for name, by_type, exceeds in tables:
        for kind, limit in by_type.items():
            rows = info.channels.of_type(kind)
            if callable(limit):
                if good[rows].any():  # as MNE-Python: without, nothing can be bad
                    told = f"{name}[{kind!r}]"
                    limits.append(FunctionTest(name=told, rows=rows, criterion=limit))
                continue
            limits.append(
                AmplitudeLimit(
                    kind=kind.upper(), rows=rows[good[rows]], limit=limit, exceeds=exceeds
                )
            )
    return AmplitudeTest(names=info.names, samples=rejection.samples(times), limits=tuple(limits))
