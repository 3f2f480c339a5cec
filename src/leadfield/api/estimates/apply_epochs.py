"""Applying inverse operators to epochs."""

from collections.abc import Iterator
from typing import Any, Literal, overload

from leadfield.api.epochs.base_epochs import BaseEpochs
from leadfield.api.estimates.base_estimate import BaseSourceEstimate
from leadfield.api.estimates.filter_arguments import filter_of
from leadfield.api.estimates.kinds import estimate_of, lazy_estimate_of
from leadfield.api.estimates.result_types import ScalarEstimate, VectorEstimate
from leadfield.api.inverse.arguments import InverseMethod, MethodParams, PickOri
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.api.labels.label import BiHemiLabel, Label
from leadfield.base.arrays import Floats, Ints
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.epochs.good_epochs import Blame, good_epochs
from leadfield.estimates.data_channels import contiguous_rows, match_channels
from leadfield.estimates.spatial_filter import SpatialFilter


@overload
def apply_inverse_epochs(
    epochs: BaseEpochs,
    inverse_operator: InverseOperator,
    lambda2: float,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    nave: float = 1,
    pick_ori: Literal["normal"] | None = None,
    return_generator: Literal[False] = False,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> list[ScalarEstimate]: ...


@overload
def apply_inverse_epochs(
    epochs: BaseEpochs,
    inverse_operator: InverseOperator,
    lambda2: float,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    nave: float = 1,
    pick_ori: Literal["normal"] | None = None,
    *,
    return_generator: Literal[True],
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> Iterator[ScalarEstimate]: ...


@overload
def apply_inverse_epochs(
    epochs: BaseEpochs,
    inverse_operator: InverseOperator,
    lambda2: float,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    nave: float = 1,
    *,
    pick_ori: Literal["vector"],
    return_generator: Literal[False] = False,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> list[VectorEstimate]: ...


@overload
def apply_inverse_epochs(
    epochs: BaseEpochs,
    inverse_operator: InverseOperator,
    lambda2: float,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    nave: float = 1,
    *,
    pick_ori: Literal["vector"],
    return_generator: Literal[True],
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> Iterator[VectorEstimate]: ...


@overload
def apply_inverse_epochs(
    epochs: BaseEpochs,
    inverse_operator: InverseOperator,
    lambda2: float,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    nave: float = 1,
    pick_ori: PickOri | None = None,
    return_generator: bool = False,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> list[Any] | Iterator[Any]: ...


@public("leadfield.minimum_norm")
@verbose_aware
def apply_inverse_epochs(
    epochs: BaseEpochs,
    inverse_operator: InverseOperator,
    lambda2: float,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    nave: float = 1,
    pick_ori: PickOri | None = None,
    return_generator: bool = False,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
) -> Any:
    """Estimate the sources of each epoch.

    Parameters
    ----------
    epochs : Epochs
        The epochs.
    inverse_operator : InverseOperator
        The operator, for channels that the epochs have.
    lambda2 : float
        Regularisation, by custom 1 / SNR² with an SNR of 1 for epochs.
    method : "MNE" | "dSPM" | "sLORETA" | "eLORETA"
        The method.
    label : Label | BiHemiLabel | None
        Take only the sources in a label.
    nave : float
        How many epochs each of these is the average of.
    pick_ori : None | "normal" | "vector"
        Which component, see :func:`apply_inverse`.
    return_generator : bool
        Whether to make the estimates one by one as they are asked for.
    prepared : bool
        Whether the operator comes from :func:`prepare_inverse_operator`.
    method_params : dict | None
        Options of eLORETA, see :func:`apply_inverse`.
    use_cps : bool
        Whether normals are averages over patches.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stcs : list or generator of SourceEstimate | VectorSourceEstimate | ...
        The estimates. Those with a sign keep kernel and data apart until their data are
        asked for, so that :func:`extract_label_time_course` can be quick.

    See Also
    --------
    apply_inverse : The same for averages, with what can go wrong.
    """
    _check_epochs(epochs)
    one_of("return_generator", return_generator, (True, False))
    spatial_filter, _ = filter_of(
        inverse_operator,
        prepared,
        nave=nave,
        lambda2=lambda2,
        method=method,
        method_params=method_params,
        pick_ori=pick_ori,
        label=label,
        use_cps=use_cps,
    )
    # Now, so that what does not fit is an error here, not when the first estimate is asked for.
    rows = contiguous_rows(match_channels(spatial_filter.info, epochs.info.value))
    stcs = _localize_each(spatial_filter, epochs, rows)
    return stcs if return_generator else list(stcs)


def _check_epochs(epochs: object) -> None:
    if not isinstance(epochs, BaseEpochs):
        msg = f"epochs must be Epochs, got {type(epochs).__name__}"
        raise ArgumentTypeError(msg)


def _localize_each(
    spatial_filter: SpatialFilter, epochs: BaseEpochs, rows: slice | Ints
) -> Iterator[BaseSourceEstimate]:
    axes = spatial_filter.axes(tmin=epochs.tmin, tstep=1 / epochs.info.value.sampling_rate)
    if spatial_filter.kernel.combined:
        localize = spatial_filter.function_for(len(epochs.times) * len(epochs.value.choice.events))
        for epoch in _samples(epochs):
            yield estimate_of(localize(epoch[rows]), axes)
        return
    kernel = spatial_filter.linear_kernel()
    for epoch in _samples(epochs):
        yield lazy_estimate_of(kernel, epoch[rows], axes)


def _samples(epochs: BaseEpochs) -> Iterator[Floats]:
    """Each good epoch's samples, which nobody changes: copies only where bad ones may come."""
    if epochs.value.settled:
        return (epoch for _, epoch in good_epochs(epochs.value, Blame()))
    return iter(epochs)
