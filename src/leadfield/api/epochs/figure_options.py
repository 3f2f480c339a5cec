"""Options of figures as users give them, turned into what the figures take."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Protocol

import numpy as np
from numpy.typing import ArrayLike

from leadfield import figures
from leadfield.base.checks import known_options, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.epochs.evoked import EvokedResponse
from leadfield.recording.projector import make_projector


class HoldsEvoked(Protocol):
    """Anything with an evoked response as its value: an Evoked."""

    @property
    def value(self) -> EvokedResponse:
        """The evoked response."""


def projected(value: EvokedResponse, *, proj: bool) -> EvokedResponse:
    """The response with all its projections applied, if asked."""
    one_of("proj", proj, (False, True))
    if not proj:
        return value
    info = value.info
    projector = make_projector(info.projections, info.names, info.bads)
    active = [one.activated() for one in info.projections]
    return replace(value, data=projector.matrix @ value.data, info=info.with_projections(active))


def choice(name: str, given: bool | str) -> bool | None:
    """True, False, or None for ``"auto"``."""
    one_of(name, given, (True, False, "auto"))
    return None if given == "auto" else bool(given)


def limits(name: str, given: Any) -> tuple[float, float] | None:
    """A pair that grows; None for None and ``"tight"``."""
    if given is None or (isinstance(given, str) and given == "tight"):
        return None
    pair = np.asarray(given, dtype=np.float64)
    if pair.shape != (2,) or not pair[0] < pair[1]:
        msg = f"{name} must be a pair of growing numbers, got {given!r}"
        raise InputError(msg)
    return float(pair[0]), float(pair[1])


def by_type(name: str, given: Any) -> dict[str, tuple[float, float]]:
    """Limits by channel type."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        msg = f"{name} must be a dictionary by channel type, got {given!r}"
        raise ArgumentTypeError(msg)
    known_options(name, given, figures.units.quantities())
    pairs = {kind: limits(f"{name}[{kind!r}]", pair) for kind, pair in given.items()}
    return {kind: pair for kind, pair in pairs.items() if pair is not None}


def intervals(given: ArrayLike | None) -> tuple[tuple[float, float], ...]:
    """One or several (start, stop) in s as pairs."""
    if given is None:
        return ()
    pairs = np.atleast_2d(np.asarray(given, dtype=np.float64))
    if pairs.ndim != 2 or pairs.shape[1] != 2:
        msg = f"highlight must be one or more (start, stop) in s, got {given!r}"
        raise InputError(msg)
    return tuple((float(start), float(stop)) for start, stop in pairs)
