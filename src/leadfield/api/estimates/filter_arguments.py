"""The spatial filter that the arguments of the applying functions ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadfield.api import labels as room
from leadfield.api.inverse.prepare import kernel_of
from leadfield.estimates.minimum_norm import minimum_norm_filter

if TYPE_CHECKING:
    from leadfield.api.inverse.arguments import MethodParams, PickOri
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.estimates.spatial_filter import SpatialFilter
    from leadfield.inverse.kernel import InverseKernel
    from leadfield.inverse.methods import InverseMethod


def filter_of(
    inverse_operator: InverseOperator,
    prepared: bool,
    *,
    nave: float,
    lambda2: float,
    method: InverseMethod,
    method_params: MethodParams | None,
    pick_ori: PickOri | None,
    label: Label | BiHemiLabel | None,
    use_cps: bool,
) -> tuple[SpatialFilter, InverseKernel]:
    """The spatial filter, and the kernel it is made of, which can explain data."""
    kernel = kernel_of(
        inverse_operator,
        prepared,
        nave=nave,
        lambda2=lambda2,
        method=method,
        method_params=method_params,
    )
    spatial_filter = minimum_norm_filter(
        kernel,
        pick_ori=pick_ori,
        label=None if label is None else room.as_label.as_label(label),
        use_cps=bool(use_cps),
    )
    return spatial_filter, kernel
