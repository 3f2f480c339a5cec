"""Localised response: its estimate, its regularisation, and what of it is explained."""

from dataclasses import dataclass
from typing import final

from leadfield.base.arrays import lock_arrays
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.explained_variance import localize_and_explain
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.regularisation import ResponseRegularisation, regularise_evoked
from leadfield.estimates.source_courses import SourceAxes, Values
from leadfield.inverse.kernel import prepare_kernel
from leadfield.inverse.operator import InverseModel


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LocalizedResponse:
    """Values of the sources and their axes, and ``lambda2``, with what said so if it was not given.

    ``explained`` is the share of the whitened variance, None of a response that is 0.
    """

    data: Values
    axes: SourceAxes
    lambda2: float
    found: ResponseRegularisation | None
    explained: float | None

    def __post_init__(self) -> None:
        lock_arrays(self)


def localize_response(
    model: InverseModel,
    response: EvokedResponse,
    *,
    lambda2: float | None,
    method: str,
    pick_ori: str | None,
) -> LocalizedResponse:
    """Localise a response; without ``lambda2`` with the one that it asks for itself."""
    found = None
    if lambda2 is None:
        found = regularise_evoked(model, response)
        lambda2 = found.fit.lambda2
    kernel = prepare_kernel(model, nave=response.nave, lambda2=lambda2, method=method)
    spatial_filter = minimum_norm_filter(kernel, pick_ori=pick_ori)
    data, axes, explanation = localize_and_explain(kernel, spatial_filter, response)
    return LocalizedResponse(
        data=data, axes=axes, lambda2=lambda2, found=found, explained=explanation.share
    )
