"""Sources seen by sensors: ``apply_forward``, ``apply_forward_raw``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadfield.api.epochs.evoked import evoked_of
from leadfield.api.estimates.kinds import parts_of
from leadfield.api.forward.forward import as_forward
from leadfield.api.recording.info import as_info
from leadfield.api.recording.raw import Raw
from leadfield.base.errors import ArgumentTypeError, InputError
from leadfield.base.front_door import public
from leadfield.base.log import Verbose, verbose_aware
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.sensor_signals import measure_currents
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples

if TYPE_CHECKING:
    from leadfield.api.epochs.evoked import Evoked
    from leadfield.api.estimates.base_estimate import BaseSourceEstimate
    from leadfield.api.forward.forward import Forward
    from leadfield.api.recording.info import Info
    from leadfield.base.arrays import Floats
    from leadfield.base.raise_or_warn import OnMissing
    from leadfield.recording.info import MeasurementInfo


@public("leadfield")
@verbose_aware
def apply_forward(
    fwd: Forward,
    stc: BaseSourceEstimate,
    info: Info,
    start: int | None = None,
    stop: int | None = None,
    use_cps: bool = True,
    on_missing: OnMissing = "raise",
    verbose: Verbose = None,
) -> Evoked:
    """Compute what sensors measure of currents, as an evoked response without noise.

    Parameters
    ----------
    fwd : Forward
        The forward solution.
    stc : SourceEstimate | VolSourceEstimate | VectorSourceEstimate | ...
        The currents in A·m: along the sources' normals, or vectors. Its data may not be
        computed yet, and are not held as a whole.
    info : Info
        The channels, with all of the forward solution.
    start, stop : int | None
        The first sample, and the one after the last; None for all.
    use_cps : bool
        Whether normals are averages over cortical patches, where these are known.
    on_missing : "raise" | "warn" | "ignore"
        What to do about sources that the forward solution lacks.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    evoked : Evoked
        Signals in T, T/m and V at the channels of the forward solution, in the order of
        ``info``, without projections and bad channels; an average of one.

    Raises
    ------
    ChannelError
        If ``info`` lacks channels of the forward solution.
    MismatchError
        If the estimate has other sources than the forward solution.
    InputError
        If there are no samples, or sources have vectors in a model of fixed orientations.

    See Also
    --------
    apply_forward_raw : The same as a recording.

    Examples
    --------
    >>> from leadfield.minimum_norm import apply_inverse
    >>> currents = apply_inverse(evoked, inverse_operator, method="MNE", pick_ori="normal")
    >>> apply_forward(fwd, currents, evoked.info).data.shape
    (32, 71)
    """
    data, measured, tmin = _measured(fwd, stc, info, start, stop, use_cps, on_missing)
    return evoked_of(EvokedResponse(info=measured, data=data, first=0, nave=1).with_tmin(tmin))


@public("leadfield")
@verbose_aware
def apply_forward_raw(
    fwd: Forward,
    stc: BaseSourceEstimate,
    info: Info,
    start: int | None = None,
    stop: int | None = None,
    on_missing: OnMissing = "raise",
    use_cps: bool = True,
    verbose: Verbose = None,
) -> Raw:
    """Compute what sensors measure of currents, as a recording without noise.

    Parameters
    ----------
    fwd : Forward
        The forward solution.
    stc : SourceEstimate | VolSourceEstimate | VectorSourceEstimate | ...
        The currents in A·m: along the sources' normals, or vectors. Its data may not be
        computed yet, and are not held as a whole.
    info : Info
        The channels, with all of the forward solution.
    start, stop : int | None
        The first sample, and the one after the last; None for all.
    on_missing : "raise" | "warn" | "ignore"
        What to do about sources that the forward solution lacks.
    use_cps : bool
        Whether normals are averages over cortical patches, where these are known.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    raw : Raw
        Signals in T, T/m and V at the channels of the forward solution, in the order of
        ``info``, without projections and bad channels.

    Raises
    ------
    ChannelError
        If ``info`` lacks channels of the forward solution.
    MismatchError
        If the estimate has other sources than the forward solution.
    InputError
        If there are no samples, or sources have vectors in a model of fixed orientations.

    See Also
    --------
    apply_forward : The same as an evoked response.

    Examples
    --------
    >>> from leadfield.minimum_norm import apply_inverse_raw
    >>> currents = apply_inverse_raw(raw, inverse_operator, 1 / 9, "MNE", pick_ori="normal")
    >>> apply_forward_raw(fwd, currents, raw.info, start=0, stop=100)
    <Raw | from an array, 32 x 100 (1.0 s), in memory>
    """
    data, measured, tmin = _measured(fwd, stc, info, start, stop, use_cps, on_missing)
    first = round(tmin * measured.sampling_rate)
    return Raw(RawRecording(info=measured, samples=ArraySamples(data), first_sample=first))


def _measured(
    fwd: object,
    stc: object,
    info: object,
    start: object,
    stop: object,
    use_cps: bool,
    on_missing: str,
) -> tuple[Floats, MeasurementInfo, float]:
    """Signals (n_channels, n_times), their info, and the time of the first sample."""
    model, measurement = as_forward(fwd), as_info(info)
    lazy, axes = parts_of(stc)
    samples = _chosen(start, stop, lazy.shape[-1])
    data, measured = measure_currents(
        model,
        lazy.cropped(samples).stream(),
        axes,
        measurement,
        use_cps=bool(use_cps),
        on_missing=on_missing,
    )
    return data, measured, axes.tmin + axes.tstep * samples.start


def _chosen(start: object, stop: object, n_times: int) -> slice:
    """The samples of a slice, which has some."""
    try:
        first, last, _ = slice(start, stop).indices(n_times)
    except TypeError:
        msg = f"start and stop must be whole numbers or None, got {start!r} and {stop!r}"
        raise ArgumentTypeError(msg) from None
    if first >= last:
        msg = f"start and stop must leave some of {n_times} samples, got {start!r} and {stop!r}"
        raise InputError(msg)
    return slice(first, last)
