"""Live inverse of a page: an operator, the responses, and the colours of each method's map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.brain.check_options import check_options
from leadfield.api.brain.scene import colour_table_of
from leadfield.base.errors import MismatchError
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.spatial_filter import localize_evoked
from leadfield.inverse.kernel import prepare_kernel
from leadfield.inverse.methods import METHODS
from leadfield.web.colours import map_colours
from leadfield.web.from_scene import largest_size
from leadfield.web.live_inverse import METHODS as LIVE_METHODS
from leadfield.web.live_inverse import LiveInverse, LiveMethod, live_inverse
from leadfield.web.quantity import prefixed_quantity

if TYPE_CHECKING:
    from leadfield.epochs.evoked import EvokedResponse
    from leadfield.estimates.source_courses import SourceCourses
    from leadfield.inverse.operator import InverseModel


def live_inverse_of(
    model: InverseModel,
    courses: SourceCourses,
    evoked: Mapping[str, EvokedResponse],
    *,
    snr: float,
    options: Mapping[str, Any],
) -> LiveInverse:
    """The live inverse that makes maps like ``courses``, an estimate of the first response."""
    axes = courses.axes
    same = len(axes.vertices) == len(model.sources.vertices) and all(
        map(np.array_equal, axes.vertices, model.sources.vertices)
    )
    if not same:
        msg = (
            "inverse must have the sources of the estimate, got others: "
            "pass the one that the estimate was made with"
        )
        raise MismatchError(msg)
    pick_ori = "vector" if axes.vector else None
    cortical = axes.kind == "surface"
    if cortical and pick_ori is None and model.free and bool((np.real(courses.data) < 0).any()):
        pick_ori = "normal"
    response = next(iter(evoked.values()))
    methods = [_live_method(model, response, name, snr, pick_ori, options) for name in LIVE_METHODS]
    quantity = axes.quantity
    named = [name for name in LIVE_METHODS if METHODS[name].quantity == quantity]
    return live_inverse(
        model,
        list(evoked.values()),
        methods,
        pick_ori=pick_ori,
        snr=snr,
        method=named[0] if named else "dSPM",
    )


def _live_method(
    model: InverseModel,
    response: EvokedResponse,
    name: str,
    snr: float,
    pick_ori: str | None,
    options: Mapping[str, Any],
) -> LiveMethod:
    kernel = prepare_kernel(model, nave=response.nave, lambda2=1 / snr**2, method=name)
    made, axes = localize_evoked(minimum_norm_filter(kernel, pick_ori=pick_ori), response)
    values = made.real.astype(np.float64)
    # Limits that were given are those of the estimate, not of other methods.
    chosen = check_options({**options, "clim": "auto"}, vector=axes.vector)
    chosen = replace(chosen, quantity=axes.quantity or "")
    sizes = np.linalg.norm(values, axis=1) if axes.vector else values
    table = colour_table_of(sizes, chosen, vector=axes.vector)
    quantity = prefixed_quantity(axes.quantity or "", largest_size(values))
    return LiveMethod(name=name, quantity=quantity, colours=map_colours(table))
