"""Applying beamformers: to evoked responses, epochs, raw data and covariances."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.covariance.covariance import as_covariance
from leadfield.api.epochs.as_evoked import as_evoked
from leadfield.api.estimates.apply_epochs import epoch_parts, localize_each
from leadfield.api.estimates.apply_raw import lazy_activity
from leadfield.api.estimates.kinds import estimate_of, held_estimate
from leadfield.api.forward.forward import as_forward
from leadfield.api.inverse.beamformer import as_beamformer
from leadfield.api.recording.as_recording import as_recording
from leadfield.api.recording.info import as_info
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.estimates.data_channels import contiguous_rows, match_channels
from leadfield.estimates.lcmv import lcmv_filter
from leadfield.estimates.spatial_filter import localize_covariance, localize_evoked

if TYPE_CHECKING:
    from leadfield.api.covariance.covariance import Covariance
    from leadfield.api.epochs.epochs import Epochs
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.estimates.result_types import ScalarEstimate
    from leadfield.api.forward.forward import Forward
    from leadfield.api.inverse.beamformer import Beamformer
    from leadfield.api.recording.info import Info
    from leadfield.api.recording.raw import Raw
    from leadfield.base.arrays import Floats


@public("leadfield.beamformer")
@verbose_aware
def apply_lcmv(evoked: Evoked, filters: Beamformer, *, verbose: Verbose = None) -> Any:
    """Apply a beamformer to an evoked response.

    Parameters
    ----------
    evoked : Evoked
        Evoked response. It must have all channels of the beamformer.
    filters : Beamformer
        Beamformer of :func:`make_lcmv`.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate | VectorSourceEstimate | VolSourceEstimate | ...
        Source estimate: signed for one orientation, lengths where orientations are pooled.

    Raises
    ------
    ChannelError
        If channels of the beamformer are missing from the response.
    MismatchError
        If compensation or reference do not fit.

    See Also
    --------
    make_lcmv : Make a beamformer.

    Examples
    --------
    >>> apply_lcmv(evoked, filters).shape
    (84, 71)
    """
    data, axes = localize_evoked(lcmv_filter(as_beamformer(filters)), as_evoked(evoked))
    return estimate_of(data, axes)


@public("leadfield.beamformer")
@verbose_aware
def apply_lcmv_epochs(
    epochs: Epochs, filters: Beamformer, *, return_generator: bool = False, verbose: Verbose = None
) -> list[Any] | Iterator[Any]:
    """Apply a beamformer to each epoch.

    Parameters
    ----------
    epochs : Epochs
        Epochs. They must have all channels of the beamformer.
    filters : Beamformer
        Beamformer of :func:`make_lcmv`.
    return_generator : bool
        Whether to return a generator, which computes one estimate at a time.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stcs : list or generator of SourceEstimate | VectorSourceEstimate | ...
        One source estimate per epoch.

    See Also
    --------
    apply_lcmv : Apply a beamformer to an evoked response; lists the errors.

    Examples
    --------
    >>> len(apply_lcmv_epochs(epochs, filters))
    28
    """
    one_of("return_generator", return_generator, (True, False))
    spatial_filter = lcmv_filter(as_beamformer(filters))
    parts = epoch_parts(epochs)
    rows = contiguous_rows(match_channels(spatial_filter.info, parts[0].info.value))
    stcs = localize_each(spatial_filter, parts, rows)
    return stcs if return_generator else list(stcs)


@public("leadfield.beamformer")
@verbose_aware
def apply_lcmv_raw(
    raw: Raw,
    filters: Beamformer,
    start: int | None = None,
    stop: int | None = None,
    *,
    verbose: Verbose = None,
) -> Any:
    """Apply a beamformer to raw data.

    Parameters
    ----------
    raw : Raw
        Raw data. They must have all channels of the beamformer.
    filters : Beamformer
        Beamformer of :func:`make_lcmv`.
    start, stop : int | None
        Index of the first sample, and of the first sample after the last one. None is the
        start or the end of the recording.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate | VectorSourceEstimate | VolSourceEstimate | ...
        Source estimate. Time 0 is the first sample of the recording.

    See Also
    --------
    apply_lcmv : Apply a beamformer to an evoked response; lists the errors.

    Examples
    --------
    >>> apply_lcmv_raw(raw, filters, stop=100).shape
    (84, 100)
    """
    recording = as_recording(raw)
    spatial_filter = lcmv_filter(as_beamformer(filters))
    span = recording.span(start, stop)
    channels = match_channels(spatial_filter.info, recording.info)
    lazy = lazy_activity(spatial_filter, lambda a, b: recording.read(a, b, channels), span)
    rate = recording.info.sampling_rate
    return held_estimate(lazy, spatial_filter.axes(tmin=span[0] / rate, tstep=1 / rate))


@public("leadfield.beamformer")
@verbose_aware
def apply_lcmv_cov(
    data_cov: Covariance, filters: Beamformer, verbose: Verbose = None
) -> ScalarEstimate:
    """Apply a beamformer to a covariance, which gives the power of each source.

    Parameters
    ----------
    data_cov : Covariance
        Data covariance. It must have all channels of the beamformer.
    filters : Beamformer
        Beamformer of :func:`make_lcmv`.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    stc : SourceEstimate | VolSourceEstimate | MixedSourceEstimate
        Power of each source, summed over its orientations, as an estimate of one time.

    See Also
    --------
    apply_lcmv : Apply a beamformer to an evoked response; lists the errors.

    Examples
    --------
    >>> apply_lcmv_cov(data_cov, filters).shape
    (84, 1)
    """
    spatial_filter = lcmv_filter(as_beamformer(filters))
    covariance = as_covariance(data_cov).value.pick(spatial_filter.channel_names).full()
    power = localize_covariance(spatial_filter, covariance)
    axes = spatial_filter.axes(tmin=0.0, tstep=1.0)
    return estimate_of(power, replace(axes, vector=False))


@public("leadfield.beamformer")
def make_lcmv_resolution_matrix(filters: Beamformer, forward: Forward, info: Info) -> Floats:
    """Make the resolution matrix of a beamformer: what each source passes of each other.

    Parameters
    ----------
    filters : Beamformer
        Beamformer of one orientation: of a fixed forward model, or with ``pick_ori``
        ``"normal"`` or ``"max-power"``.
    forward : Forward
        Forward model, with a column for each source or each of its components.
    info : Info
        Measurement info with the channels.

    Returns
    -------
    resmat : ndarray, shape (n_sources, n_columns)
        Rows are cross-talk functions, columns point-spread functions.

    Raises
    ------
    InputError
        If the orientations of the beamformer are pooled or apart.
    ChannelError
        If channels of the beamformer are missing from the forward model or ``info``.

    See Also
    --------
    make_lcmv : Make a beamformer.

    Examples
    --------
    >>> make_lcmv_resolution_matrix(filters, fwd, evoked.info).shape
    (84, 252)
    """
    model, lead_field = as_beamformer(filters), as_forward(forward)
    if model.per_source != 1:
        msg = (
            "the resolution matrix needs a beamformer of one orientation, got one of three: use "
            "pick_ori='normal' or 'max-power', or a fixed forward model"
        )
        raise InputError(msg)
    as_info(info).channels.indices(model.info.names)
    rows = lead_field.channels.indices(model.info.names, what="the forward model")
    matrix: Floats = model.weights[:, 0] @ (
        model.whitening @ lead_field.leadfield[rows].astype(np.float64)
    )
    return matrix
