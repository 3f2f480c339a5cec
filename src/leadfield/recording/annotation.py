"""Annotations: spans of a recording with a description, and the channels they are about."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.log import warn

# What else an annotation says: names and values, in order.
Extra = str | int | float | None
Extras = tuple[tuple[str, Extra], ...]
MOST_ANNOTATIONS = 2**18  # that files are read with
LONGEST = 2**33  # s, almost three centuries: tables count no further
RESERVED = ("onset", "duration", "description", "ch_names", "hed_string")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """A described span of a recording, and its channels (all, if none are named).

    ``onset`` and ``duration`` are in s; the clock is at 0 at sample 0, so that the
    recording's first sample is at its number divided by the sampling rate. A duration that
    is not known is NaN, and counts as 0. ``extras`` are fields that users add; annotations
    are equal whatever these hold.
    """

    onset: float
    duration: float
    description: str
    channel_names: tuple[str, ...] = ()
    extras: Extras = field(default=(), compare=False)

    def __post_init__(self) -> None:
        unknown = np.isnan(self.duration)
        if not (abs(self.onset) <= LONGEST and (unknown or 0 <= self.duration <= LONGEST)):
            msg = (
                "an annotation needs a finite onset and a duration of at least 0 s (or NaN), "
                f"neither above {LONGEST} s, got {self.onset!r} and {self.duration!r}"
            )
            raise InputError(msg)

    @property
    def end(self) -> float:
        """When the span ends, in s."""
        return self.onset if np.isnan(self.duration) else self.onset + self.duration

    @property
    def bad(self) -> bool:
        """Whether the span is to be left out."""
        return self.description.upper().startswith("BAD")

    def moved(self, seconds: float) -> "Annotation":
        """The same, later."""
        return replace(self, onset=self.onset + seconds)

    def renamed(self, new: Mapping[str, str]) -> "Annotation":
        """The same with other names for some channels."""
        names = tuple(new.get(name, name) for name in self.channel_names)
        return replace(self, channel_names=names)


def checked_extras(given: object) -> Extras:
    """Fields that users add to an annotation, None for none."""
    if given is None:
        return ()
    if not isinstance(given, Mapping):
        msg = f"extras of an annotation must be a dict or None, got {given!r}"
        raise ArgumentTypeError(msg)
    for name in given:
        if not isinstance(name, str):
            msg = f"extras of an annotation must have names that are strings, got {name!r}"
            raise ArgumentTypeError(msg)
        if name in RESERVED:
            msg = f"extras of an annotation must be called other than {name!r}"
            raise InputError(msg)
    return tuple((name, _extra(name, value)) for name, value in given.items())


def _extra(name: str, value: object) -> Extra:
    plain = value.item() if isinstance(value, np.generic) else value
    if plain is None or isinstance(plain, str | int | float):
        return plain
    msg = f"extras[{name!r}] must be a text, a number or None, got {value!r}"
    raise ArgumentTypeError(msg)


def names_of_extras(annotations: Iterable[Annotation]) -> tuple[str, ...]:
    """All names of extras, in the order in which they first come."""
    return tuple(dict.fromkeys(name for one in annotations for name, _ in one.extras))


def in_order(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """By onset; of equal ones the longer last."""
    return tuple(sorted(annotations, key=lambda a: (a.onset, a.end)))


def about(annotations: Iterable[Annotation], names: Collection[str]) -> tuple[Annotation, ...]:
    """What annotations say of these channels or of all."""
    present = set(names)
    out = []
    for one in annotations:
        left = tuple(name for name in one.channel_names if name in present)
        if left or not one.channel_names:
            out.append(replace(one, channel_names=left))
    return tuple(out)


def within(
    annotations: Iterable[Annotation], start: float, end: float, *, emit_warning: bool = False
) -> tuple[Annotation, ...]:
    """What of annotations lies between two times in s; ``emit_warning`` tells what does not."""
    everything = in_order(annotations)
    overlapping = [a for a in everything if a.onset <= end and a.end >= start]
    out = tuple(_clipped(a, start, end) for a in overlapping)
    limited = sum(
        a.end != b.end or a.onset != b.onset for a, b in zip(overlapping, out, strict=True)
    )
    if emit_warning and len(overlapping) < len(everything):
        warn(f"left out {len(everything) - len(overlapping)} annotations outside the data")
    if emit_warning and limited:
        warn(f"shortened {limited} annotations that reached outside the data")
    return out


def _clipped(a: Annotation, start: float, end: float) -> Annotation:
    if np.isnan(a.duration):
        a = replace(a, duration=0.0)
    if start <= a.onset and a.end <= end:
        return a
    onset = max(a.onset, start)
    return replace(a, onset=onset, duration=max(min(a.end, end) - onset, 0.0))
