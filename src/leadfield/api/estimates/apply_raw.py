"""Applying an inverse operator to raw data."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, cast, overload

import numpy as np
from numpy.typing import ArrayLike, DTypeLike

from leadfield.api.estimates.filter_arguments import filter_of
from leadfield.api.estimates.kinds import held_estimate
from leadfield.api.estimates.lazy_data import LazyData
from leadfield.api.recording.as_recording import as_recording
from leadfield.base.checks import whole
from leadfield.base.errors import MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.estimates.data_channels import match_channels
from leadfield.estimates.regularisation import regularise_segments
from leadfield.estimates.segments import Segments
from leadfield.estimates.spatial_filter import check_data, localize_segments

if TYPE_CHECKING:
    from leadfield.api.estimates.result_types import ScalarEstimate, VectorEstimate
    from leadfield.api.inverse.arguments import Lambda2, MethodParams, PickOri
    from leadfield.api.inverse.inverse_operator import InverseOperator
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.api.recording.raw import Raw
    from leadfield.base.arrays import Floats
    from leadfield.estimates.spatial_filter import SpatialFilter
    from leadfield.inverse.methods import InverseMethod
    from leadfield.recording.info import MeasurementInfo


@overload
def apply_inverse_raw(
    raw: Raw,
    inverse_operator: InverseOperator,
    lambda2: Lambda2,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    start: int | None = None,
    stop: int | None = None,
    nave: float = 1,
    time_func: Callable[[Floats], Floats] | None = None,
    pick_ori: Literal["normal"] | None = None,
    buffer_size: int | None = None,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
    *,
    dtype: DTypeLike = np.float64,
) -> ScalarEstimate: ...


@overload
def apply_inverse_raw(
    raw: Raw,
    inverse_operator: InverseOperator,
    lambda2: Lambda2,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    start: int | None = None,
    stop: int | None = None,
    nave: float = 1,
    time_func: Callable[[Floats], Floats] | None = None,
    *,
    pick_ori: Literal["vector"],
    buffer_size: int | None = None,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
    dtype: DTypeLike = np.float64,
) -> VectorEstimate: ...


@overload
def apply_inverse_raw(
    raw: Raw,
    inverse_operator: InverseOperator,
    lambda2: Lambda2,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    start: int | None = None,
    stop: int | None = None,
    nave: float = 1,
    time_func: Callable[[Floats], Floats] | None = None,
    pick_ori: PickOri | None = None,
    buffer_size: int | None = None,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
    *,
    dtype: DTypeLike = np.float64,
) -> Any: ...


@public("leadfield.minimum_norm")
@verbose_aware
def apply_inverse_raw(
    raw: Raw,
    inverse_operator: InverseOperator,
    lambda2: Lambda2,
    method: InverseMethod = "dSPM",
    label: Label | BiHemiLabel | None = None,
    start: int | None = None,
    stop: int | None = None,
    nave: float = 1,
    time_func: Callable[[Floats], Floats] | None = None,
    pick_ori: PickOri | None = None,
    buffer_size: int | None = None,
    prepared: bool = False,
    method_params: MethodParams | None = None,
    use_cps: bool = True,
    verbose: Verbose = None,
    *,
    dtype: DTypeLike = np.float64,
) -> Any:
    """Apply an inverse operator to raw data.

    Parameters
    ----------
    raw : Raw
        Raw data.
    inverse_operator : InverseOperator
        Inverse operator. The raw data must have all of its channels.
    lambda2 : float | "auto" | Regularisation
        Regularisation parameter, usually 1 / SNR² with an SNR of 1 for raw data. ``"auto"``
        estimates it from all samples from ``start`` to ``stop``.
    method : str
        The inverse method, see :func:`apply_inverse`.
    label : Label | BiHemiLabel | None
        Restrict the estimate to the sources in this label.
    start, stop : int | None
        Index of the first sample, and of the first sample after the last one. None is the
        start or the end of the recording.
    nave : float
        Number of averages, which scales the noise covariance.
    time_func : callable | None
        Linear function applied to the sensor data (n_channels, n_times) before the inverse.
    pick_ori : None | "normal" | "vector"
        Component of the estimate, as for :func:`apply_inverse`.
    buffer_size : int | None
        Number of samples to read and compute at once.
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
    stc : SourceEstimate | VectorSourceEstimate | VolSourceEstimate | ...
        Source estimate. Time 0 is the first sample of the recording. Values are computed when
        ``stc.data`` is read; cropping, means, peaks, sources in a label, products with numbers
        and label courses read the recording a part at a time and need the memory of that part
        alone.

    See Also
    --------
    apply_inverse : Apply an inverse operator to an evoked response; lists the errors.

    Examples
    --------
    >>> stc = apply_inverse_raw(raw, inverse_operator, lambda2=1.0, start=0, stop=100)
    >>> stc.shape
    (84, 100)
    """
    recording = as_recording(raw)
    first, last = recording.span(start, stop)

    @cache
    def samples_for(info: MeasurementInfo) -> tuple[Callable[[int, int], Floats], tuple[int, int]]:
        """What reads samples of the channels wanted, and the span of them that there is."""
        channels = match_channels(info, recording.info)
        if time_func is None:
            return (lambda a, b: recording.read(a, b, channels)), (first, last)
        data = _check_rows(time_func(recording.read(first, last, channels)), len(channels))
        return (lambda a, b: data[:, a:b]), (0, data.shape[1])

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
        regularise=lambda model: regularise_segments(model, *samples_for(model.info), nave=nave),
        dtype=dtype,
    )
    segment = None if buffer_size is None else whole("buffer_size", buffer_size, least=1)
    rate = recording.info.sampling_rate
    read, span = samples_for(spatial_filter.info)
    axes = spatial_filter.axes(tmin=first / rate, tstep=1 / rate)
    return held_estimate(lazy_activity(spatial_filter, read, span, segment), axes)


def lazy_activity(
    spatial_filter: SpatialFilter,
    read: Callable[[int, int], Floats],
    span: tuple[int, int],
    segment: int | None = None,
) -> LazyData:
    """What sources do in samples ``span`` of a recording, computed when it is asked for.

    ``read(start, stop)`` gives the data of the filter's channels, ``segment`` samples at once.
    """
    n_channels = len(spatial_filter.channel_names)
    start, stop = span
    sensors = Segments((n_channels, stop - start), lambda a, b: read(start + a, start + b), segment)
    if spatial_filter.kernel.combined:
        return LazyData(segments=localize_segments(spatial_filter, sensors))
    return LazyData(factors=(spatial_filter.linear_kernel(), sensors.changed(_checked)))


def _check_rows(returned: ArrayLike, n_channels: int) -> Floats:
    """What ``time_func`` returned, with a row for each channel."""
    data = np.asarray(returned, np.float64)
    if data.ndim != 2 or len(data) != n_channels:
        msg = (
            f"time_func must return an array (n_channels, n_times) of {n_channels} channels, "
            f"got shape {data.shape}"
        )
        raise MismatchError(msg)
    return data


def _checked(data: Any) -> Floats:
    """The data, if they hold neither NaN nor infinity."""
    check_data(data)
    return cast("Floats", data)
