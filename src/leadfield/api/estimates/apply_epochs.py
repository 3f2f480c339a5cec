"""Applying an inverse operator to epochs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

import numpy as np
from numpy.typing import DTypeLike

from leadfield.api import interop
from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.epochs.epochs import as_epochs, epochs_of
from leadfield.api.estimates.filter_arguments import filter_of
from leadfield.api.estimates.kinds import estimate_of, lazy_estimate_of
from leadfield.base.checks import one_of
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.good_epochs import iterate_good_epochs
from leadfield.estimates.data_channels import contiguous_rows, match_channels
from leadfield.estimates.regularisation import regularise_epochs

if TYPE_CHECKING:
    from leadfield.api.epochs.epochs import Epochs
    from leadfield.api.estimates.base_estimate import BaseSourceEstimate
    from leadfield.api.estimates.result_types import ScalarEstimate, VectorEstimate
    from leadfield.api.inverse.arguments import Lambda2, MethodParams, PickOri
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.base.arrays import Floats, Ints
    from leadfield.epochs.evoked import EvokedResponse
    from leadfield.estimates.spatial_filter import SpatialFilter
    from leadfield.inverse.methods import InverseMethod


@overload
def apply_inverse_epochs(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    lambda2: Lambda2,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    nave: float = 1,
    pick_ori: Literal["normal"] | None = None,
    return_generator: Literal[False] = False,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
    *,
    dtype: DTypeLike = np.float64,
) -> list[ScalarEstimate]: ...


@overload
def apply_inverse_epochs(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    lambda2: Lambda2,
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
    dtype: DTypeLike = np.float64,
) -> Iterator[ScalarEstimate]: ...


@overload
def apply_inverse_epochs(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    lambda2: Lambda2,
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
    dtype: DTypeLike = np.float64,
) -> list[VectorEstimate]: ...


@overload
def apply_inverse_epochs(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    lambda2: Lambda2,
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
    dtype: DTypeLike = np.float64,
) -> Iterator[VectorEstimate]: ...


@overload
def apply_inverse_epochs(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    lambda2: Lambda2,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    nave: float = 1,
    pick_ori: PickOri | None = None,
    return_generator: bool = False,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
    *,
    dtype: DTypeLike = np.float64,
) -> list[Any] | Iterator[Any]: ...


@public("leadfield.minimum_norm")
@verbose_aware
def apply_inverse_epochs(
    epochs: Epochs,
    inverse_operator: InverseOperator,
    lambda2: Lambda2,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    nave: float = 1,
    pick_ori: PickOri | None = None,
    return_generator: bool = False,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
    *,
    dtype: DTypeLike = np.float64,
) -> Any:
    """Apply an inverse operator to each epoch.

    Parameters
    ----------
    epochs : Epochs
        Epochs; complex ones, as MNE-Python's can be, give complex estimates, or lengths of
        moments.
    inverse_operator : InverseOperator
        Inverse operator. The epochs must have all of its channels.
    lambda2 : float | "auto" | Regularisation
        Regularisation parameter, usually 1 / SNR² with an SNR of 1 for single epochs.
        ``"auto"`` estimates it from the average of these epochs and multiplies by their number,
        for the louder noise of one: all are regularised alike, and can be compared.
    method : str
        The inverse method, see :func:`apply_inverse`.
    label : Label | BiHemiLabel | None
        Restrict the estimate to the sources in this label.
    nave : float
        Number of averages behind each epoch, which scales the noise covariance.
    pick_ori : None | "normal" | "vector"
        Component of the estimate, as for :func:`apply_inverse`.
    return_generator : bool
        Whether to return a generator, which computes one estimate at a time.
    prepared : bool
        Whether the operator was prepared with :func:`prepare_inverse_operator`.
    method_params : dict | None
        Options of eLORETA, as for :func:`apply_inverse`.
    use_cps : bool
        Whether to use the mean normals of cortical patches.
    verbose : bool | str | int | None
        Verbosity.
    dtype : dtype
        Precision of the values: ``numpy.float64`` or, for half the memory and time,
        ``numpy.float32``, whose error is below 1e-5 of the peak.

    Returns
    -------
    stcs : list or generator of SourceEstimate | VectorSourceEstimate | ...
        One source estimate per epoch. Signed estimates and vectors multiply kernel and data
        only when ``stc.data`` is read, which makes :func:`extract_label_time_course` fast.

    See Also
    --------
    apply_inverse : Apply an inverse operator to an evoked response; lists the errors.
    """
    parts = epoch_parts(epochs)
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
        regularise=lambda model: regularise_epochs(model, average_of(parts), nave=nave),
        dtype=dtype,
    )
    # Now, so that what does not fit is an error here, not when the first estimate is asked for.
    rows = contiguous_rows(match_channels(spatial_filter.info, parts[0].info.value))
    stcs = localize_each(spatial_filter, parts, rows)
    return stcs if return_generator else list(stcs)


def epoch_parts(epochs: object) -> list[Epochs]:
    """The epochs, or the real and the imaginary part of complex ones."""
    if interop.epochs.are_complex(epochs):
        return [_part_of(epochs, "real"), _part_of(epochs, "imag")]
    return [as_epochs(epochs)]


def localize_each(
    spatial_filter: SpatialFilter, parts: Sequence[Epochs], rows: slice | Ints
) -> Iterator[BaseSourceEstimate]:
    """The estimate of each good epoch, of data rows that fit the filter."""
    epochs = parts[0]
    axes = spatial_filter.axes(tmin=epochs.tmin, tstep=1 / epochs.info.value.sampling_rate)
    if spatial_filter.kernel.combined:
        localize = spatial_filter.function_for(len(epochs.times) * len(epochs.value.events))
        for epoch in _samples(parts):
            yield estimate_of(localize(epoch[rows]), axes)
        return
    kernel = spatial_filter.linear_kernel()
    for epoch in _samples(parts):
        yield lazy_estimate_of(kernel, epoch[rows], axes)


def average_of(parts: Sequence[Epochs]) -> EvokedResponse:
    """The average of all channels, whose real and imaginary parts may be apart."""
    first, *others = (as_evoked(part.average(picks="all")) for part in parts)
    return first.with_data(first.data + 1j * others[0].data) if others else first


def _part_of(epochs: object, part: Literal["real", "imag"]) -> Epochs:
    """The real or imaginary part of complex epochs."""
    value = interop.epochs.epochs_from_mne(epochs, part)
    return as_epochs(epochs) if value is None else epochs_of(value)


def _samples(parts: Sequence[Epochs]) -> Iterator[Floats]:
    """Each good epoch's samples, of which there may be a real and an imaginary part."""
    if len(parts) == 1:
        return good_samples(parts[0])
    real, imaginary = map(good_samples, parts)
    return (one + 1j * other for one, other in zip(real, imaginary, strict=True))


def good_samples(epochs: Epochs) -> Iterator[Floats]:
    """Each good epoch's samples, which nobody changes: copies only where bad ones may come."""
    if epochs.value.bad_dropped:
        return (epoch for _, epoch in iterate_good_epochs(epochs.value, {}))
    return iter(epochs)
