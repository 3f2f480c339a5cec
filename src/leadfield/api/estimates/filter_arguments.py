"""The spatial filter that the arguments of the applying functions ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import DTypeLike

from leadfield.api import labels as room
from leadfield.api.inverse.inverse_operator import as_inverse
from leadfield.api.inverse.prepare import kernel_of
from leadfield.api.inverse.regularisation import is_auto
from leadfield.base.errors import InputError
from leadfield.estimates.minimum_norm import minimum_norm_filter
from leadfield.estimates.precision import is_single

if TYPE_CHECKING:
    from leadfield.api.inverse.arguments import Lambda2, MethodParams, PickOri
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.inverse.regularisation import Regularisation
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.estimates.spatial_filter import SpatialFilter
    from leadfield.inverse.kernel import InverseKernel
    from leadfield.inverse.methods import InverseMethod
    from leadfield.inverse.operator import InverseModel
    from leadfield.inverse.regularisation import RegularisationFit


def filter_of(
    inverse_operator: InverseOperator,
    prepared: bool,
    *,
    nave: float,
    lambda2: Lambda2,
    method: InverseMethod,
    method_params: MethodParams | None,
    pick_ori: PickOri | None,
    label: Label | BiHemiLabel | None,
    use_cps: bool,
    regularise: Callable[[InverseModel], RegularisationFit] | None = None,
    dtype: DTypeLike = np.float64,
) -> tuple[SpatialFilter, InverseKernel]:
    """The spatial filter, and the kernel it is made of, which can explain data.

    ``regularise`` finds λ² by the data, for ``lambda2="auto"``; None where there are none.
    ``dtype`` is the values'.
    """
    single = is_single(dtype)
    given = cast("float | Regularisation | RegularisationFit", lambda2)
    if is_auto(lambda2) and regularise is not None:
        if prepared:
            msg = (
                "lambda2='auto' needs an operator that is not prepared, which has its lambda2: "
                "leave prepared=False, or pass the lambda2 that it was prepared for"
            )
            raise InputError(msg)
        inverse_operator = cast("InverseOperator", as_inverse(inverse_operator))
        given = regularise(cast("InverseModel", inverse_operator))
    kernel = kernel_of(
        inverse_operator,
        prepared,
        nave=nave,
        lambda2=given,
        method=method,
        method_params=method_params,
    )
    spatial_filter = minimum_norm_filter(
        kernel,
        pick_ori=pick_ori,
        label=None if label is None else room.as_label.as_label(label),
        use_cps=bool(use_cps),
    )
    return spatial_filter.in_single() if single else spatial_filter, kernel
