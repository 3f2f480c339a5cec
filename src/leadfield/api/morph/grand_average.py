"""Grand average over subjects."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.epochs.evoked import Evoked, evoked_of
from leadfield.api.estimates.base_estimate import BaseSourceEstimate, make_estimate
from leadfield.api.estimates.kinds import as_estimate, is_estimate
from leadfield.api.estimates.lazy_data import LazyData
from leadfield.api.interop.origin import kind_of, mne_bases
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware, warn
from leadfield.epochs import combine
from leadfield.morph.average import average_estimates

if TYPE_CHECKING:
    from leadfield.epochs.evoked import EvokedResponse

Averaged = TypeVar("Averaged", bound=BaseSourceEstimate | Evoked)


@public("leadfield")
@verbose_aware
def grand_average(
    all_inst: Sequence[Averaged],
    interpolate_bads: bool = True,
    drop_bads: bool = True,
    verbose: Verbose = None,
) -> Averaged:
    """Average source estimates, or evoked responses, of several subjects.

    Parameters
    ----------
    all_inst : list of SourceEstimate | list of VectorSourceEstimate | list of Evoked
        Estimates with the same vertices and times, morphed to one subject; or responses
        with the same times, of which the channels they share are averaged.
    interpolate_bads : bool
        Whether to interpolate bad channels of responses first; else they are left out.
    drop_bads : bool
        Whether to leave out channels that are bad in any response.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    average : SourceEstimate | VectorSourceEstimate | Evoked
        Their plain mean.

    Raises
    ------
    ArgumentTypeError
        If they are not all estimates of one class, or all responses.
    MismatchError
        If they differ in subject, vertices or times, or share no channels.

    See Also
    --------
    compute_source_morph : Bring estimates to one cortex.

    Examples
    --------
    >>> import numpy as np
    >>> from leadfield import SourceEstimate, grand_average
    >>> one = SourceEstimate(np.full((2, 3), 1.0), [np.array([0]), np.array([0])], 0, 1)
    >>> two = SourceEstimate(np.full((2, 3), 4.0), [np.array([0]), np.array([0])], 0, 1)
    >>> grand_average([one, two]).data[0]
    array([2.5, 2.5, 2.5])
    """
    average: Averaged = _average(all_inst, interpolate_bads=interpolate_bads, drop_bads=drop_bads)
    return average


def _average(all_inst: Sequence[Any], *, interpolate_bads: bool, drop_bads: bool) -> Any:
    if not all_inst:
        msg = "all_inst must hold at least one estimate or response, got none"
        raise InputError(msg)
    if len(all_inst) == 1:
        warn("grand average of a single estimate or response: it is returned as it is")
    if all(isinstance(one, Evoked) or "Evoked" in mne_bases(one) for one in all_inst):
        values = list(map(as_evoked, all_inst))
        values = list(map(_interpolated, values)) if interpolate_bads else values
        values = list(map(_without_bads, values)) if drop_bads else values
        return evoked_of(combine.grand_average(values))
    estimates = [as_estimate(one) if is_estimate(one) else one for one in all_inst]
    kind = type(estimates[0])
    if not issubclass(kind, BaseSourceEstimate) or any(type(one) is not kind for one in estimates):
        got = ", ".join(sorted({kind_of(one) for one in all_inst}))
        msg = f"all_inst must be estimates of one class, or evoked responses, got {got}"
        raise ArgumentTypeError(msg)
    data, axes = average_estimates([one.value for one in estimates])
    return make_estimate(kind, LazyData(data), axes)


def _interpolated(evoked: EvokedResponse) -> EvokedResponse:
    """The response with its bad electrodes interpolated."""
    return evoked_of(evoked).interpolate_bads().value if evoked.info.bads else evoked


def _without_bads(evoked: EvokedResponse) -> EvokedResponse:
    """The response without its bad channels."""
    good = np.flatnonzero([name not in evoked.info.bads for name in evoked.info.names])
    return evoked.pick(good)
