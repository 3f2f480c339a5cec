"""Rejection of epochs whose channels swing too far, or hardly at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from leadfield.base.arrays import Bools, Floats, Ints
from leadfield.base.checks import listed, number
from leadfield.base.errors import (
    ArgumentTypeError,
    ChannelError,
    InputError,
    UnknownNameError,
)
from leadfield.base.log import LOGGER
from leadfield.recording.channels import Channels
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.picks import KEYS

Limits = Mapping[str, float]
GROUPS_OF_TYPES = frozenset({"meg", "fnirs", "eyetrack"})
KNOWN_TYPES = frozenset({*KEYS, "mag", "grad"}) - GROUPS_OF_TYPES


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Limits of the peak-to-peak amplitude by channel type, in the channels' units.

    Above ``reject`` and below ``flat`` an epoch goes. ``start`` and ``stop`` in s limit
    what is looked at; the sample at ``stop`` is not.
    """

    reject: Limits = field(default_factory=dict)
    flat: Limits = field(default_factory=dict)
    start: float | None = None
    stop: float | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "reject", _limits("reject", self.reject))
        object.__setattr__(self, "flat", _limits("flat", self.flat))
        for field_name, name in (("start", "reject_tmin"), ("stop", "reject_tmax")):
            given = getattr(self, field_name)
            object.__setattr__(self, field_name, None if given is None else number(name, given))

    @property
    def idle(self) -> bool:
        """Whether nothing can be rejected."""
        return not self.reject and not self.flat

    def within(self, first: float, last: float) -> "Rejection":
        """The same limits for epochs that were cut to ``first`` to ``last`` s."""
        start, stop = self.start, self.stop
        if start is not None:
            start = None if start > last else max(start, first)
        if stop is not None:
            stop = None if stop < first else min(stop, last)
        return replace(self, start=start, stop=stop)

    def later(self, seconds: float) -> "Rejection":
        """The same limits for a clock that goes ahead."""
        start = None if self.start is None else self.start + seconds
        stop = None if self.stop is None else self.stop + seconds
        return replace(self, start=start, stop=stop)

    def span(self, times: Floats) -> slice:
        """Samples that are looked at."""
        start = None if self.start is None else int(np.searchsorted(times, self.start))
        stop = None if self.stop is None else int(np.searchsorted(times, self.stop, "right")) - 1
        return slice(start, stop)


def _limits(name: str, given: object) -> dict[str, float]:
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


def _limit(name: str, value: object) -> float:
    return np.inf if isinstance(value, float) and value == np.inf else number(name, value, least=0)


def check_types(rejection: Rejection, channels: Channels) -> None:
    """Raise if there is a limit for a type that no channel has."""
    needed = {k for k, v in rejection.reject.items() if np.isfinite(v)} | set(rejection.flat)
    missing = sorted(needed - set(channels.types))
    if missing:
        msg = (
            f"epochs must have channels of the types in reject and flat, they have none of "
            f"{listed(missing)}: pick such channels too or leave the limit out"
        )
        raise ChannelError(msg)


def window_of_rejection(
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


def stricter(old: Rejection, reject: object, flat: object) -> Rejection:
    """New limits for epochs that went through old ones; what is not given stays."""
    new_reject, new_flat = _limits("reject", reject), _limits("flat", flat)
    for key in new_reject.keys() & old.reject.keys():
        if new_reject[key] > old.reject[key]:
            _refuse_looser("reject", key, new_reject[key], old.reject[key])
    for key in new_flat.keys() & old.flat.keys():
        if new_flat[key] < old.flat[key]:
            _refuse_looser("flat", key, new_flat[key], old.flat[key])
    kept_reject = {k: v for k, v in old.reject.items() if k not in new_reject}
    kept_flat = {k: v for k, v in old.flat.items() if k not in new_flat}
    return Rejection(
        reject=new_reject | kept_reject,
        flat=new_flat | kept_flat,
        start=old.start,
        stop=old.stop,
    )


def _refuse_looser(name: str, key: str, new: float, old: float) -> None:
    msg = (
        f"{name}[{key!r}] must be at least as strict as before ({old:g}), got {new:g}: "
        "rejected epochs do not come back, make the epochs anew"
    )
    raise InputError(msg)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judge:
    """The limits laid out for a set of channels, so that an epoch is judged at once."""

    names: tuple[str, ...]
    span: slice
    # (channel type, its channels that are not bad, limit, whether the limit is exceeded)
    rules: tuple[tuple[str, Ints, float, Callable[[Floats, float], Bools]], ...]

    def reasons(self, epoch: Floats) -> tuple[str, ...]:
        """Names of the channels for which an epoch (n_channels, n_times) must go."""
        if not self.rules:
            return ()
        seen = epoch[:, self.span]
        swing = seen.max(axis=1) - seen.min(axis=1)
        out: tuple[str, ...] = ()
        for kind, rows, limit, exceeds in self.rules:
            bad = rows[exceeds(swing[rows], limit)]
            if len(bad):
                names = tuple(self.names[i] for i in bad)
                if not out:
                    LOGGER.info("Rejecting an epoch because of %s: %s", kind, ", ".join(names))
                out += names
        return out


def make_judge(rejection: Rejection, info: MeasurementInfo, times: Floats) -> Judge:
    """What judges epochs of these channels; bad channels have no say."""
    good = np.array([name not in info.bads for name in info.names], bool)
    rules = []
    for limits, exceeds in ((rejection.reject, np.greater), (rejection.flat, np.less)):
        for key, limit in limits.items():
            rows = info.channels.of_type(key)
            rules.append((key.upper(), rows[good[rows]], limit, exceeds))
    return Judge(names=info.names, span=rejection.span(times), rules=tuple(rules))
