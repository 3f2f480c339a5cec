"""The sphere that stands for the head in figures, from what users give for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield import figures
from leadfield.api import interop
from leadfield.api.interop.origin import kind_of
from leadfield.base.checks import all_finite, one_of
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError
from leadfield.forward.head_model import HeadModel
from leadfield.forward.sphere import SphericalHeadModel
from leadfield.recording.head_shape import fit_sphere_to_headshape
from leadfield.recording.info import PointKind

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.recording.info import MeasurementInfo

KINDS = {kind.name.lower(): kind for kind in PointKind}
WORDS = ("auto", "eeglab", *KINDS)
HORIZON = ("Fpz", "Oz", "T7", "T8")


def as_head_sphere(
    sphere: Any, info: MeasurementInfo | None = None
) -> figures.sensors.HeadSphere | None:
    """The sphere: a radius, a centre and radius, a head model, digitised points; None for None."""
    if sphere is None:
        return None
    if isinstance(sphere, str) or _are_words(sphere):
        if info is None:
            msg = f"sphere={sphere!r} needs an Info, whose points it is fitted to: pass numbers"
            raise InputError(msg)
        return _fitted(sphere, info)
    model = getattr(sphere, "value", None) or interop.conductors.conductor_from_mne(sphere)
    if isinstance(model, HeadModel):
        return _of_model(model)
    return _of_numbers(sphere)


def _are_words(sphere: Any) -> bool:
    return isinstance(sphere, list | tuple) and any(isinstance(one, str) for one in sphere)


def _fitted(sphere: Any, info: MeasurementInfo) -> figures.sensors.HeadSphere:
    """Fit to digitised points, or to the four electrodes of EEGLAB's horizon."""
    words = [sphere] if isinstance(sphere, str) else list(sphere)
    for word in words:
        one_of("sphere", word, WORDS if isinstance(sphere, str) else KINDS)
    if words == ["eeglab"]:
        return _through_horizon(info)
    kinds = [] if words == ["auto"] else [KINDS[word] for word in words]
    radius, centre = fit_sphere_to_headshape(info, kinds)
    x, y, z = centre.tolist()
    return figures.sensors.HeadSphere(centre=(x, y, z), radius=radius)


def _through_horizon(info: MeasurementInfo) -> figures.sensors.HeadSphere:
    """Centre and mean distance of Fpz, Oz, T7 and T8; Fpz may be mirrored from Oz."""
    rows = info.channels.of_type("eeg")
    positions, known = figures.sensors.head_positions(info, rows)
    places: dict[str, Floats] = {
        info.names[row]: at for row, at, ok in zip(rows, positions, known, strict=True) if ok
    }
    if "FPz" in places:
        places["Fpz"] = places["FPz"]
    elif "Oz" in places:
        places.setdefault("Fpz", places["Oz"] * [-1, -1, 1])
    missing = [name for name in HORIZON if name not in places]
    if missing:
        msg = (
            f"sphere='eeglab' needs the positions of {', '.join(HORIZON)}, there is none of "
            f"{', '.join(missing)}: pass a radius, or a centre and radius"
        )
        raise ChannelError(msg)
    corners = np.array([places[name] for name in HORIZON])
    radius = float(np.abs([*corners[:2, 1], *corners[2:, 0]]).mean())
    x, y, z = corners.mean(axis=0).tolist()
    return figures.sensors.HeadSphere(centre=(x, y, z), radius=radius)


def _of_model(model: HeadModel) -> figures.sensors.HeadSphere:
    if not isinstance(model, SphericalHeadModel) or not len(model.radii):
        msg = "sphere must be a spherical model with shells, this one has no radius: pass numbers"
        raise InputError(msg)
    x, y, z = model.centre.tolist()
    # the innermost shell, as in MNE-Python
    return figures.sensors.HeadSphere(centre=(x, y, z), radius=float(model.radii[0]))


def _of_numbers(sphere: Any) -> figures.sensors.HeadSphere:
    try:
        numbers = np.asarray(sphere, np.float64)
    except (TypeError, ValueError):
        msg = f"sphere must be numbers, a spherical head model or a word, got {kind_of(sphere)}"
        raise ArgumentTypeError(msg) from None
    if numbers.ndim == 0:
        numbers = np.r_[0, 0, 0, numbers]
    if numbers.shape != (4,):
        msg = f"sphere must be a radius or x, y, z, radius in m, got shape {numbers.shape}"
        raise InputError(msg)
    all_finite("sphere", numbers, "pass numbers in m")
    x, y, z, radius = numbers.tolist()
    if radius <= 0:
        msg = f"sphere must have a radius above 0 m, got {radius:g}"
        raise InputError(msg)
    return figures.sensors.HeadSphere(centre=(x, y, z), radius=radius)
