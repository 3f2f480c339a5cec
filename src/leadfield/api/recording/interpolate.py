"""Interpolation of bad channels: what ``interpolate_bads`` was asked for, checked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.checks import all_finite, one_of
from leadfield.base.errors import InputError
from leadfield.base.log import LOGGER, warn
from leadfield.forward.field_mapping import TERMS, field_mapping
from leadfield.forward.field_reconstruction import reconstruction
from leadfield.recording.head_shape import fit_sphere_to_headshape
from leadfield.recording.interpolation import choose_methods, plan_interpolation

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats
    from leadfield.recording.info import MeasurementInfo
    from leadfield.recording.interpolation import Interpolation
    from leadfield.recording.projection import Projection

InterpolationMode = Literal["accurate", "fast"]


def plan_bad_channels(
    info: MeasurementInfo,
    method: Mapping[str, str] | str | None,
    *,
    mode: str,
    origin: ArrayLike,
    exclude: Collection[str],
    on_bad_position: str,
) -> Interpolation | None:
    """What replaces the bad channels, None where there is none to replace."""
    one_of("mode", mode, TERMS)
    one_of("on_bad_position", on_bad_position, ["raise", "warn", "ignore"])
    methods = choose_methods(info, method, exclude)
    if not methods:
        warn("no bad channels to interpolate: nothing changed")
        return None
    LOGGER.info("Interpolation: %s", ", ".join(f"{k} by {v!r}" for k, v in methods.items()))
    centre = np.zeros(3)
    if set(methods.values()) != {"nan"}:
        centre = _origin(info, origin)
    return plan_interpolation(
        info,
        methods,
        centre,
        exclude=exclude,
        on_bad_position=on_bad_position,
        map_field=partial(field_mapping, mode=mode),
    )


def plan_reconstruction(
    info: MeasurementInfo, *, mode: str, origin: ArrayLike, forward: object, rank: object
) -> Callable[[MeasurementInfo, Sequence[Projection]], Interpolation]:
    """What makes the reconstruction, of an info with projections applied and those asked for."""
    one_of("mode", mode, TERMS)
    for name, value in (("forward", forward), ("rank", rank)):
        if value is not None:
            msg = (
                f"{name} must be None, got {value!r}: fields are reconstructed in a sphere; with "
                "a forward solution do it in MNE-Python, of which to_mne() makes the data"
            )
            raise InputError(msg)
    return partial(reconstruction, centre=_origin(info, origin), mode=mode)


def _origin(info: MeasurementInfo, origin: ArrayLike) -> Floats:
    if isinstance(origin, str):
        one_of("origin", origin, ["auto"])
        return fit_sphere_to_headshape(info)[1]
    centre = np.asarray(origin, np.float64)
    if centre.shape != (3,):
        msg = f"origin must be 'auto' or three coordinates in m, got shape {centre.shape}"
        raise InputError(msg)
    all_finite("origin", centre, "pass numbers")
    return centre
