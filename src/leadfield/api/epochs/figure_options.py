"""Options of the figures of evoked responses, checked and converted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield import figures
from leadfield.api import interop
from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.interop.origin import kind_of
from leadfield.base.checks import known_options, one_of
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.epochs.projections import project_evoked
from leadfield.recording.picks import resolve_picks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from leadfield.base.arrays import Ints
    from leadfield.covariance.noise import NoiseCovariance
    from leadfield.epochs.evoked import EvokedResponse

    AxesLike = Axes | Sequence[Axes] | NDArray[np.object_]

TimeUnit = Literal["s", "ms"]
Limits = tuple[float, float]


def as_drawable(evoked: object) -> EvokedResponse:
    """The value of an Evoked whose samples are real, so that they can be drawn."""
    value = as_evoked(evoked)
    if np.iscomplexobj(value.data):
        msg = "samples must be real to be drawn, got complex ones: draw their real part"
        raise InputError(msg)
    return value


def rows_to_draw(value: EvokedResponse, picks: object, exclude: str | Sequence[str]) -> Ints:
    """The picked channels; for None, those that measure the brain, without reference sensors."""
    rows = resolve_picks(value.info, picks, exclude=exclude)
    if picks is None:
        near = np.array(value.info.channels.types)[rows] != "ref_meg"
        rows = rows[near] if near.any() else rows
    return rows


def with_projections(value: EvokedResponse, *, proj: bool) -> EvokedResponse:
    """The response with all its projections applied, if asked."""
    one_of("proj", proj, (False, True))
    return project_evoked(value) if proj else value


def as_noise(noise_cov: object) -> NoiseCovariance:
    """The noise covariance of a Covariance, ours or MNE-Python's, or of a file."""
    value = interop.covariance.noise_given(noise_cov)
    if value is None:
        msg = f"noise_cov must be a Covariance or a path, got {kind_of(noise_cov)}"
        raise ArgumentTypeError(msg)
    return value


def true_false_or_auto(name: str, given: bool | Literal["auto"]) -> bool | None:
    """True, False, or None for ``"auto"``."""
    one_of(name, given, (True, False, "auto"))
    return None if given == "auto" else bool(given)


def check_limits(name: str, given: ArrayLike | None) -> Limits | None:
    """A pair in rising order; None for None and ``"tight"``."""
    if given is None or (isinstance(given, str) and given == "tight"):
        return None
    pair = np.asarray(given, dtype=np.float64)
    if pair.shape != (2,) or not pair[0] < pair[1]:
        msg = f"{name} must be a pair of growing numbers, got {given!r}"
        raise InputError(msg)
    return float(pair[0]), float(pair[1])


def limits_by_type(name: str, given: object) -> dict[str, Limits]:
    """Limits by channel type."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        msg = f"{name} must be a dictionary by channel type, got {given!r}"
        raise ArgumentTypeError(msg)
    known_options(name, given, figures.units.quantities())
    pairs = {kind: check_limits(f"{name}[{kind!r}]", pair) for kind, pair in given.items()}
    return {kind: pair for kind, pair in pairs.items() if pair is not None}


def check_intervals(given: ArrayLike | None) -> tuple[Limits, ...]:
    """One or several (start, stop) in s as pairs."""
    if given is None:
        return ()
    pairs: NDArray[Any] = np.atleast_2d(np.asarray(given, dtype=np.float64))
    if pairs.ndim != 2 or pairs.shape[1] != 2:
        msg = f"highlight must be one or more (start, stop) in s, got {given!r}"
        raise InputError(msg)
    return tuple((float(start), float(stop)) for start, stop in pairs)
