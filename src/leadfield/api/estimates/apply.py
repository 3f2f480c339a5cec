"""Applying inverse operators to averages."""

from typing import Any, Literal, overload

from leadfield.api.epochs.evoked import Evoked
from leadfield.api.estimates.filter_arguments import filter_of
from leadfield.api.estimates.kinds import estimate_of
from leadfield.api.estimates.result_types import ScalarEstimate, VectorEstimate
from leadfield.api.inverse.arguments import InverseMethod, MethodParams, PickOri
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.api.labels.label import BiHemiLabel, Label
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.explained_variance import localize_and_explain, subtract_explained


def as_evoked(evoked: Any) -> EvokedResponse:
    """The value of an Evoked."""
    value = getattr(evoked, "value", evoked)
    if not isinstance(value, EvokedResponse):
        msg = f"evoked must be an Evoked, got {type(evoked).__name__}"
        raise ArgumentTypeError(msg)
    return value


@overload
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: float = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    pick_ori: Literal["normal"] | None = None,
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    return_residual: Literal[False] = False,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> ScalarEstimate: ...


@overload
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: float = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    pick_ori: Literal["normal"] | None = None,
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    *,
    return_residual: Literal[True],
    use_cps: bool = True,
    verbose: Verbose = None,
) -> tuple[ScalarEstimate, Evoked]: ...


@overload
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: float = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    *,
    pick_ori: Literal["vector"],
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    return_residual: Literal[False] = False,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> VectorEstimate: ...


@overload
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: float = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    *,
    pick_ori: Literal["vector"],
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    return_residual: Literal[True],
    use_cps: bool = True,
    verbose: Verbose = None,
) -> tuple[VectorEstimate, Evoked]: ...


@overload
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: float = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    pick_ori: PickOri | None = None,
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    return_residual: bool = False,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> Any: ...


@public("leadfield.minimum_norm")
@verbose_aware
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: float = 1.0 / 9.0,
    method: InverseMethod = "dSPM",
    pick_ori: PickOri | None = None,
    prepared: bool = False,
    label: Label | BiHemiLabel | None = None,
    method_params: MethodParams | None = None,
    return_residual: bool = False,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> Any:
    """Estimate the sources of an evoked response.

    Parameters
    ----------
    evoked : Evoked
        The response.
    inverse_operator : InverseOperator
        The operator, for channels that the response has.
    lambda2 : float
        Regularisation, by custom 1 / SNR² with an SNR of 3 for averages.
    method : "MNE" | "dSPM" | "sLORETA" | "eLORETA"
        The method.
    pick_ori : None | "normal" | "vector"
        Of the components of loose or free orientations, take the norm, the one along the
        normal (signed), or all three along x, y and z. With fixed orientations None is signed.
    prepared : bool
        Whether the operator comes from :func:`prepare_inverse_operator`, with this method
        and regularisation.
    label : Label | BiHemiLabel | None
        Take only the sources in a label.
    method_params : dict | None
        For eLORETA: ``eps`` (1e-6) and ``max_iter`` (20), the change at which fitting its
        weights ends and how many steps that may take; ``force_equal`` (False), whether the
        components of a source get one weight instead of a matrix.
    return_residual : bool
        Whether to return what of the response the estimate leaves unexplained.
    use_cps : bool
        Whether normals are averages over patches, where ``pick_ori="normal"`` needs them.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate | VectorSourceEstimate | VolSourceEstimate | ...
        The estimate, in A·m for MNE and eLORETA, without unit for dSPM and sLORETA.
    residual : Evoked
        The unexplained response; only with ``return_residual``.

    Raises
    ------
    ChannelError
        If the response lacks channels of the operator.
    MismatchError
        If orientation, label, compensation, reference or preparation do not fit.
    InputError
        If an argument is out of its range.

    See Also
    --------
    prepare_inverse_operator : What is computed, with the papers.
    apply_inverse_epochs : The same for epochs.
    """
    response = as_evoked(evoked)
    one_of("return_residual", return_residual, (True, False))
    spatial_filter, kernel = filter_of(
        inverse_operator,
        prepared,
        nave=response.n_averaged,
        lambda2=lambda2,
        method=method,
        method_params=method_params,
        pick_ori=pick_ori,
        label=label,
        use_cps=use_cps,
    )
    LOGGER.info("Applying the inverse operator to %r", response.comment)
    data, axes, explanation = localize_and_explain(kernel, spatial_filter, response)
    stc = estimate_of(data, axes)
    if not return_residual:
        return stc
    return stc, Evoked.of(subtract_explained(kernel, response, explanation))
