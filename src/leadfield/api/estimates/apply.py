"""Applying an inverse operator to evoked responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, overload

import numpy as np
from numpy.typing import DTypeLike

from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.epochs.evoked import Evoked, evoked_of
from leadfield.api.estimates.filter_arguments import filter_of
from leadfield.api.estimates.kinds import estimate_of
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.estimates.explained_variance import localize_and_explain, subtract_explained
from leadfield.estimates.regularisation import regularise_evoked

if TYPE_CHECKING:
    from leadfield.api.estimates.result_types import ScalarEstimate, VectorEstimate
    from leadfield.api.inverse.arguments import Lambda2, MethodParams, PickOri
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.inverse.methods import InverseMethod


@overload
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    pick_ori: Literal["normal"] | None = None,
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    return_residual: Literal[False] = False,
    use_cps: bool = True,
    verbose: Verbose = None,
    *,
    dtype: DTypeLike = np.float64,
) -> ScalarEstimate: ...


@overload
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    pick_ori: Literal["normal"] | None = None,
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    *,
    return_residual: Literal[True],
    use_cps: bool = True,
    verbose: Verbose = None,
    dtype: DTypeLike = np.float64,
) -> tuple[ScalarEstimate, Evoked]: ...


@overload
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    *,
    pick_ori: Literal["vector"],
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    return_residual: Literal[False] = False,
    use_cps: bool = True,
    verbose: Verbose = None,
    dtype: DTypeLike = np.float64,
) -> VectorEstimate: ...


@overload
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    *,
    pick_ori: Literal["vector"],
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    return_residual: Literal[True],
    use_cps: bool = True,
    verbose: Verbose = None,
    dtype: DTypeLike = np.float64,
) -> tuple[VectorEstimate, Evoked]: ...


@overload
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    pick_ori: PickOri | None = None,
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    return_residual: bool = False,
    use_cps: bool = True,
    verbose: Verbose = None,
    *,
    dtype: DTypeLike = np.float64,
) -> Any: ...


@public("leadfield.minimum_norm")
@verbose_aware
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: Lambda2 = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    pick_ori: PickOri | None = None,
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    return_residual: bool = False,
    use_cps: bool = True,
    verbose: Verbose = None,
    *,
    dtype: DTypeLike = np.float64,
) -> Any:
    """Apply an inverse operator to an evoked response.

    Parameters
    ----------
    evoked : Evoked
        Evoked response.
    inverse_operator : InverseOperator
        Inverse operator. The response must have all of its channels.
    lambda2 : float | "auto" | Regularisation
        Regularisation parameter, usually 1 / SNR² with an SNR of 3 for evoked responses.
        ``"auto"`` estimates it from the response, as :func:`estimate_lambda2` does.
    method : "MNE" | "dSPM" | "sLORETA" | "eLORETA"
        Inverse method.
    pick_ori : None | "normal" | "vector"
        What to return of the three components of loose or free orientations: their norm
        (None), the signed component along the surface normal, or all three along x, y and z.
        With fixed orientations, None gives signed values.
    prepared : bool
        Whether the operator was prepared with :func:`prepare_inverse_operator`, for this
        method and regularisation.
    label : Label | BiHemiLabel | None
        Restrict the estimate to the sources in this label.
    method_params : dict | None
        Options of eLORETA: ``eps`` (1e-6), the relative change of the weights at which the
        iteration stops; ``max_iter`` (20), the maximum number of iterations; ``force_equal``
        (False), whether the components of a source share one weight instead of a matrix.
    return_residual : bool
        Whether to return the residual as well.
    use_cps : bool
        Whether to use the mean normals of cortical patches for ``pick_ori="normal"``.
    verbose : bool | str | int | None
        Verbosity.
    dtype : dtype
        Precision of the values: ``numpy.float64`` or, for half the memory and time,
        ``numpy.float32``, whose error is below 1e-5 of the peak.

    Returns
    -------
    stc : SourceEstimate | VectorSourceEstimate | VolSourceEstimate | ...
        Source estimate, in A·m for MNE and eLORETA, without unit for dSPM and sLORETA.
    residual : Evoked
        The part of the response that the estimate does not explain. Only returned if
        ``return_residual`` is True.

    Raises
    ------
    ChannelError
        If channels of the operator are missing from the response.
    MismatchError
        If orientation, label, compensation, reference or preparation do not fit.
    InputError
        If an argument is out of its range.

    See Also
    --------
    prepare_inverse_operator : The formulas, with references.
    apply_inverse_epochs : Apply an inverse operator to epochs.
    """
    response = as_evoked(evoked)
    one_of("return_residual", return_residual, (True, False))
    spatial_filter, kernel = filter_of(
        inverse_operator,
        prepared,
        nave=response.nave,
        lambda2=lambda2,
        method=method,
        method_params=method_params,
        pick_ori=pick_ori,
        label=label,
        use_cps=use_cps,
        regularise=lambda model: regularise_evoked(model, response).fit,
        dtype=dtype,
    )
    LOGGER.info("Applying the inverse operator to %r", response.comment)
    data, axes, explanation = localize_and_explain(kernel, spatial_filter, response)
    stc = estimate_of(data, axes)
    if not return_residual:
        return stc
    return stc, evoked_of(subtract_explained(kernel, response, explanation))
