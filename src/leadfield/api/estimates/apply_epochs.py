"""Applying inverse operators to epochs."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from leadfield.api.epochs.base_epochs import BaseEpochs
from leadfield.api.estimates.kinds import CLASSES, estimate_of
from leadfield.api.estimates.label_time_courses import SavedEstimate
from leadfield.api.inverse.inverse_operator import InverseOperator
from leadfield.api.inverse.prepare import localiser_of
from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of
from leadfield.base.errors import ArgumentTypeError
from leadfield.base.log import Verbose, verbose_aware
from leadfield.base.public import public
from leadfield.epochs.good_epochs import Blame, good_epochs
from leadfield.estimates.spatial_filter import SpatialFilter

Params = Mapping[str, Any] | None


@public("leadfield.minimum_norm")
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
    if not isinstance(epochs, BaseEpochs):
        msg = f"epochs must be Epochs, got {type(epochs).__name__}"
        raise ArgumentTypeError(msg)
    one_of("return_generator", return_generator, (True, False))
    localiser = localiser_of(
        inverse_operator,
        prepared,
        info=epochs.info.value,
        nave=nave,
        lambda2=lambda2,
        method=method,
        method_params=method_params,
        pick_ori=pick_ori,
        label=label,
        use_cps=use_cps,
    )
    stcs = _each(localiser, epochs)
    return stcs if return_generator else list(stcs)


def _each(localiser: SpatialFilter, epochs: BaseEpochs) -> Iterator[SavedEstimate]:
    tmin, tstep = epochs.tmin, 1 / epochs.info.value.sampling_rate
    picks = localiser.picks
    if localiser.imager.combined:
        localise = localiser.for_samples(len(epochs.times) * len(epochs.value.choice.events))
        for epoch in _samples(epochs):
            values = localise(epoch[picks])
            yield estimate_of(localiser.made(values, tmin=tmin, tstep=tstep))
        return
    kernel = localiser.linear()
    zeros = np.broadcast_to(0.0, (*kernel.shape[:-1], len(epochs.times)))
    value = localiser.made(zeros, tmin=tmin, tstep=tstep)
    kind = CLASSES[value.kind, value.vector]
    for epoch in _samples(epochs):
        yield kind.product(value, kernel, epoch[picks])


def _samples(epochs: BaseEpochs) -> Iterator[Floats]:
    """Each good epoch's samples, which nobody changes: copies only where bad ones may come."""
    if epochs.value.settled:
        return (epoch for _, epoch in good_epochs(epochs.value, Blame()))
    return iter(epochs)
