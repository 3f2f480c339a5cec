"""Map of a response that was measured at several head positions.

Responses at each position are localised with its own operator, and the maps averaged with the
weights of their epochs, as one would average the responses themselves if the head had stayed. Each
is prepared for the number of all epochs: so the noise of the average is what methods that divide
by it take it to be. Moments are averaged along the axes of the MRI before their sizes are taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import final

import numpy as np

from leadfield.batch.study import EstimateSettings
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.localized_response import localize_response
from leadfield.estimates.regularisation import regularise_evoked
from leadfield.estimates.source_courses import SourceCourses, Values
from leadfield.inverse.operator import InverseModel
from leadfield.morph.average import check_same_axes
from leadfield.recording.frames import Frame


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ResponseAtPosition:
    """A response, and the operator of the position that the head had."""

    operator: InverseModel
    response: EvokedResponse


def average_positions(
    parts: Sequence[ResponseAtPosition], lambda2: float, settings: EstimateSettings
) -> tuple[SourceCourses, dict[str, float | None]]:
    """The average over positions, and what is known of it."""
    n_epochs = sum(one.response.nave for one in parts)
    weights = [one.response.nave / n_epochs for one in parts]
    found = [_localize(one, n_epochs, lambda2, settings) for one in parts]
    (first, _), *others = found
    for courses, _ in others:
        check_same_axes(first.axes, first.data.shape, courses)
    data: Values = weights[0] * first.data
    for weight, (courses, _) in zip(weights[1:], others, strict=True):
        data = data + weight * courses.data
    axes = first.axes
    if axes.vector:
        data, axes = np.linalg.norm(data, axis=1), replace(axes, vector=False)
    fits = [regularise_evoked(one.operator, one.response).fit for one in parts]
    shares = [share or 0.0 for _, share in found]
    return SourceCourses(axes=axes, data=data), {
        "lambda2": lambda2,
        "snr": float(np.linalg.norm([fit.snr for fit in fits])),  # its square grows with epochs
        "noise_scale": float(np.dot(weights, [fit.noise_scale for fit in fits])),
        "explained": float(np.dot(weights, shares)),
    }


def _localize(
    one: ResponseAtPosition, n_epochs: float, lambda2: float, settings: EstimateSettings
) -> tuple[SourceCourses, float | None]:
    """A response as part of an average of so many epochs: moments along the axes of the MRI."""
    pick_ori = settings.pick_ori or ("vector" if one.operator.free else None)
    found = localize_response(
        one.operator,
        replace(one.response, nave=n_epochs),
        lambda2=lambda2,
        method=settings.method,
        pick_ori=pick_ori,
    )
    data = found.data
    if found.axes.vector:
        to_mri = one.operator.mri_to_head.between(Frame.HEAD, Frame.MRI).matrix[:3, :3]
        data = np.einsum("ij,njt->nit", to_mri, data)
    return SourceCourses(axes=found.axes, data=data), found.explained
