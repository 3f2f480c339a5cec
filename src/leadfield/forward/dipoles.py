"""Dipoles: currents at points of their own, and the lead field along them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays, locked
from leadfield.base.checks import all_finite, known_options, number
from leadfield.base.errors import DataError, InputError
from leadfield.forward.head_model import HeadModel
from leadfield.forward.make import make_forward_model
from leadfield.forward.model import ForwardModel
from leadfield.forward.orient import convert_orientations
from leadfield.forward.sensor_array import SensorArray
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.points import point_sources

MOST_NAMED = 5  # of dipoles that are outside
CONFIDENCE = ("vol", "depth", "long", "trans", "qlong", "qtrans")
"""Limits of a fit: volume in m³; three lengths in m; strengths along and across it in A·m."""
ROWS = ("times", "amplitudes", "fit")
VECTORS = ("positions", "orientations")
OPTIONAL = ("chi_squared", "n_free")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dipoles:
    """Dipoles at times in s: places (n, 3) in m in the head frame, unit vectors, A·m, fit in %.

    What fits left: limits of ``confidence``, by name, chi squared and numbers of free parameters.
    """

    times: Floats
    positions: Floats
    amplitudes: Floats
    orientations: Floats
    fit: Floats
    name: str | None = None
    confidence: Mapping[str, Floats] = field(default_factory=dict)
    chi_squared: Floats | None = None
    n_free: Floats | None = None

    def __post_init__(self) -> None:
        n = len(self.times)
        if not n:
            msg = "there must be at least one dipole, got none"
            raise InputError(msg)
        known_options("conf", self.confidence, CONFIDENCE)
        for name in VECTORS:
            object.__setattr__(self, name, locked(getattr(self, name), shape=(n, 3), name=name))
        for name in ROWS + OPTIONAL:
            value = getattr(self, name)
            if value is not None:
                object.__setattr__(self, name, locked(value, shape=(n,), name=name))
        limits = {
            name: locked(value, shape=(n,), name=f"conf[{name!r}]")
            for name, value in self.confidence.items()
        }
        object.__setattr__(self, "confidence", limits)
        all_finite("times of dipoles", self.times, "leave out dipoles without a time")
        for name in VECTORS:
            value = getattr(self, name)
            all_finite(f"{name} of dipoles", value, "leave out dipoles without a place")
        if self.n_free is not None:
            all_finite("nfree of dipoles", self.n_free, "leave it out")
        lock_arrays(self)

    def take(self, rows: Ints) -> "Dipoles":
        """Some of the dipoles."""
        columns: dict[str, Any] = {name: getattr(self, name)[rows] for name in ROWS + VECTORS}
        for name in OPTIONAL:
            value = getattr(self, name)
            columns[name] = None if value is None else value[rows]
        limits = {name: value[rows] for name, value in self.confidence.items()}
        return replace(self, confidence=limits, **columns)

    def crop(self, tmin: object, tmax: object, *, include_tmax: bool) -> "Dipoles":
        """Those between two times in s, None for the first or last."""
        step = float(np.median(np.diff(self.times))) if len(self.times) > 1 else 0.0
        low = self.times.min() if tmin is None else number("tmin", tmin)
        high = self.times.max() if tmax is None else number("tmax", tmax)
        to_end = include_tmax or tmax is None
        if step > 0:
            # half a step to either side, so that rounding of times decides nothing
            rate = 1 / step
            low = round(low * rate) / rate - 0.5 / rate
            high = round(high * rate) / rate + (0.5 if to_end else -0.5) / rate
            to_end = True
        inside = (self.times >= low) & (self.times <= high if to_end else self.times < high)
        if not inside.any():
            msg = (
                f"at least one dipole must lie between tmin and tmax, got {tmin!r} and {tmax!r} "
                f"for times from {self.times.min():g} to {self.times.max():g} s"
            )
            raise InputError(msg)
        return self.take(np.flatnonzero(inside))


def joined_dipoles(several: Sequence[Dipoles]) -> Dipoles:
    """One after the other, without what fits left but the fit itself."""
    columns: dict[str, Any] = {
        name: np.concatenate([getattr(one, name) for one in several]) for name in ROWS + VECTORS
    }
    return Dipoles(**columns)


def along_directions(model: ForwardModel) -> ForwardModel:
    """The lead field along the direction of each source."""
    return convert_orientations(model, surface_oriented=False, fixed=True, use_cps=False)


def dipole_leads(
    array: SensorArray,
    dipoles: Dipoles,
    head: HeadModel,
    mri_to_head: Transform,
    *,
    on_inside: str = "raise",
) -> ForwardModel:
    """The lead field along dipoles, all of which are in the brain."""
    sources = point_sources(dipoles.positions, dipoles.orientations, frame=Frame.HEAD)
    model = make_forward_model(array, sources, head, mri_to_head, on_inside=on_inside)
    if model.sources.n_sources < sources.n_sources:
        out = np.delete(np.arange(sources.n_sources), model.sources.vertices[0])
        named = "; ".join(
            f"at {1e3 * dipoles.times[i]:.0f} ms, {np.round(1e3 * dipoles.positions[i])} mm"
            for i in out[:MOST_NAMED]
        )
        msg = (
            f"dipoles must be inside the inner skull, got {len(out)} of {sources.n_sources} "
            f"outside ({named}): check the head model and trans, or leave them out"
        )
        raise DataError(msg)
    return along_directions(model)


def dipole_courses(dipoles: Dipoles) -> tuple[Floats, Floats]:
    """Currents (n_dipoles, n_times) that flow at their own times alone, and these times."""
    times, when = np.unique(dipoles.times, return_inverse=True)
    courses = np.zeros((len(dipoles.times), len(times)))
    courses[np.arange(len(when)), when] = dipoles.amplitudes
    return courses, times
