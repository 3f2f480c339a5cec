"""Applying inverse operators to averages and epochs."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.estimate_kinds import CLASSES, estimate_of
from leadfield.api.estimate_labels import SavedEstimate
from leadfield.api.evoked import Evoked
from leadfield.api.inverse import InverseOperator
from leadfield.api.prepared_inverse import kernel_of
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.log import LOGGER, verbose_aware
from leadfield.epochs.epoch_set import EpochSet
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.localise import (
    Localiser,
    localise_evoked,
    make_localiser,
    residual,
)

if TYPE_CHECKING:
    from leadfield.api.base_epochs import BaseEpochs

Params = Mapping[str, Any] | None
Verbose = bool | str | int | None


def as_evoked(evoked: Any) -> EvokedResponse:
    """The value of an Evoked."""
    value = getattr(evoked, "value", evoked)
    if not isinstance(value, EvokedResponse):
        msg = f"evoked must be an Evoked, got {type(evoked).__name__}"
        raise ArgumentTypeError(msg)
    return value


@verbose_aware
def apply_inverse(
    evoked: Evoked,
    inverse_operator: InverseOperator,
    lambda2: float = 1.0 / 9.0,
    method: str = "dSPM",
    pick_ori: str | None = None,
    prepared: bool = False,
    label: Any = None,
    method_params: Params = None,
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
        How much to tell.

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
    kernel = kernel_of(
        inverse_operator,
        prepared,
        nave=response.n_averaged,
        lambda2=lambda2,
        method=method,
        method_params=method_params,
    )
    LOGGER.info("Applying the inverse operator to %r", response.comment)
    localiser = make_localiser(
        kernel, response.info, orientation=pick_ori, label=label, use_patches=bool(use_cps)
    )
    activity, explanation = localise_evoked(localiser, response)
    stc = estimate_of(activity)
    if not return_residual:
        return stc
    return stc, Evoked.of(residual(localiser, response, explanation))


@verbose_aware
def apply_inverse_epochs(
    epochs: Any,
    inverse_operator: InverseOperator,
    lambda2: float,
    method: str = "dSPM",
    label: Any = None,
    nave: float = 1,
    pick_ori: str | None = None,
    return_generator: bool = False,
    prepared: bool = False,
    method_params: Params = None,
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
        How much to tell.

    Returns
    -------
    stcs : list or generator of SourceEstimate | VectorSourceEstimate | ...
        The estimates. Those with a sign keep kernel and data apart until their data are
        asked for, so that :func:`extract_label_time_course` can be quick.

    See Also
    --------
    apply_inverse : The same for averages, with what can go wrong.
    """
    if not isinstance(getattr(epochs, "value", None), EpochSet):
        msg = f"epochs must be Epochs, got {type(epochs).__name__}"
        raise ArgumentTypeError(msg)
    one_of("return_generator", return_generator, (True, False))
    kernel = kernel_of(
        inverse_operator,
        prepared,
        nave=nave,
        lambda2=lambda2,
        method=method,
        method_params=method_params,
    )
    localiser = make_localiser(
        kernel, epochs.info.value, orientation=pick_ori, label=label, use_patches=bool(use_cps)
    )
    stcs = _each(localiser, epochs)
    return stcs if return_generator else list(stcs)


def _each(localiser: Localiser, epochs: "BaseEpochs") -> Iterator[SavedEstimate]:
    tmin, tstep = epochs.tmin, 1 / epochs.info.value.sampling_rate
    if localiser.imager.combined:
        localise = localiser.for_samples(len(epochs.times) * len(epochs.value.choice.events))
        for epoch in epochs:
            values = localise(localiser.picked(epoch))
            yield estimate_of(localiser.made(values, tmin=tmin, tstep=tstep))
        return
    kernel = localiser.direct().linear()
    zeros = np.broadcast_to(0.0, (*kernel.shape[:-1], len(epochs.times)))
    value = localiser.made(zeros, tmin=tmin, tstep=tstep)
    kind = CLASSES[value.kind, value.vector]
    for epoch in epochs:
        yield kind.product(value, kernel, localiser.picked(epoch))
