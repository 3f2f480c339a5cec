"""Dipoles: currents at points of their own, and the lead field along them."""

from dataclasses import dataclass

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays, locked
from leadfield.base.checks import all_finite
from leadfield.base.errors import DataError, InputError
from leadfield.forward.head_model import HeadModel
from leadfield.forward.make import make_forward_model
from leadfield.forward.model import ForwardModel
from leadfield.forward.orient import convert_orientations
from leadfield.forward.sensor_array import SensorArray
from leadfield.recording.frames import Frame, Transform
from leadfield.sources.points import point_sources

MOST_NAMED = 5  # of dipoles that are outside


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dipoles:
    """Dipoles at times in s: places (n, 3) in m in the head frame, unit vectors, A·m, fit in %."""

    times: Floats
    positions: Floats
    amplitudes: Floats
    orientations: Floats
    fit: Floats

    def __post_init__(self) -> None:
        n = len(self.times)
        for name in ("times", "amplitudes", "fit"):
            object.__setattr__(self, name, locked(getattr(self, name), shape=(n,), name=name))
        for name in ("positions", "orientations"):
            value = locked(getattr(self, name), shape=(n, 3), name=name)
            all_finite(f"{name} of dipoles", value, "leave out dipoles without a place")
            object.__setattr__(self, name, value)
        if not n:
            msg = "there must be at least one dipole, got none"
            raise InputError(msg)
        lock_arrays(self)


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
