"""Simulated recordings: ``simulate_raw``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from leadfield.api.estimates.kinds import is_estimate, parts_of
from leadfield.api.forward.conductors import ConductorModel, as_conductor
from leadfield.api.forward.forward import Forward, as_forward
from leadfield.api.forward.make import as_registration
from leadfield.api.interop.origin import kind_of
from leadfield.api.recording.info import as_info
from leadfield.api.recording.raw import Raw
from leadfield.api.simulation.head_positions import as_head_positions
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources, read_source_spaces
from leadfield.base.checks import number, whole
from leadfield.base.errors import ArgumentTypeError, InputError, MismatchError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.estimates.sensor_signals import SensorGains, sensor_gains
from leadfield.recording.raw import RawRecording
from leadfield.recording.samples import ArraySamples
from leadfield.simulation.moved_head import moved_model
from leadfield.simulation.recording import CurrentRun, measured_channels, simulate_runs

if TYPE_CHECKING:
    from leadfield.api.estimates.base_estimate import BaseSourceEstimate
    from leadfield.api.recording.info import Info
    from leadfield.api.recording.transforms import CoordinateTransform
    from leadfield.api.simulation.source_simulator import SourceSimulator
    from leadfield.base.arrays import Floats, Ints
    from leadfield.estimates.source_courses import SourceAxes
    from leadfield.forward.model import ForwardModel
    from leadfield.recording.frames import Transform
    from leadfield.recording.info import MeasurementInfo
    from leadfield.simulation.head_positions import HeadPositions
    from leadfield.sources.space import Sources

    Stc = BaseSourceEstimate | tuple[BaseSourceEstimate, Ints]

Interp = Literal["cos2", "hann", "linear", "zero"]
CLOSE = 1e-6  # between device-to-head transforms that are the same


@public("leadfield.simulation")
@verbose_aware
def simulate_raw(
    info: Info,
    stc: Stc | SourceSimulator | Iterable[Stc] | None = None,
    trans: CoordinateTransform | str | Path | None = None,
    src: SourceSpaces | str | Path | None = None,
    bem: ConductorModel | str | Path | None = None,
    head_pos: Mapping[float, Floats] | Floats | str | Path | None = None,
    mindist: float = 1.0,
    interp: Interp = "cos2",
    n_jobs: int | None = None,
    use_cps: bool = True,
    forward: Forward | None = None,
    first_samp: int = 0,
    max_iter: int = 10000,
    verbose: Verbose = None,
) -> Raw:
    """Simulate a recording: what sensors measure of currents, without noise.

    Parameters
    ----------
    info : Info
        The channels. MEG and EEG channels get signals, the first trigger channel triggers, all
        others 0.
    stc : SourceEstimate | SourceSimulator | iterable
        The currents in A·m, along the sources' normals or as vectors, at the sampling rate of
        ``info``; or several estimates of the same sources, one after the other, such as a list or
        a generator. An estimate may come with its triggers: ``(stc, array of int)``.
    trans : CoordinateTransform | path-like | "fsaverage" | None
        The transform between head and MRI coordinates. None if both are the same.
    src : SourceSpaces | path-like | None
        The source spaces of the estimates. None with ``forward``.
    bem : ConductorModel | path-like | None
        The head model. None with ``forward``.
    head_pos : dict | array, shape (n, 10) | path-like | None
        Where the head is in the scanner: matrices (4, 4) from the device to the head by time in
        s; or rows of time, three parts of a quaternion, place in m and three numbers that do not
        count here, whose times are those of a recording that starts at ``first_samp``; or a file
        of such rows. None for where ``info`` says.
    mindist : float
        Minimum distance in mm of sources from the inner skull.
    interp : "cos2" | "hann" | "linear" | "zero"
        How lead fields go from one position of the head to the next; ``"hann"`` is ``"cos2"``.
    n_jobs : int | None
        Accepted for compatibility with MNE-Python; it has no effect.
    use_cps : bool
        Whether normals are averages over cortical patches, where these are known.
    forward : Forward | None
        The forward solution, in the place of ``trans``, ``src`` and ``bem``.
    first_samp : int
        Number of the first sample.
    max_iter : int
        How many estimates there may be.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    raw : Raw
        The recording, in T, T/m and V. Unless triggers are given, the trigger channel has the
        number of the head's position (1, 2, ...) at time 0 of each estimate.

    Raises
    ------
    InputError
        If arguments do not go together, or an estimate has less than three times.
    MismatchError
        If sampling rates, sources, or the device-to-head transforms differ.
    RepeatedError
        If sources change between estimates, or there are too many of them, or none.

    See Also
    --------
    add_noise : Adds noise to it.
    simulate_stc : Simulates currents of labels.
    leadfield.apply_forward_raw : The same of one estimate, with the channels of a model alone.

    Notes
    -----
    Sources that an estimate has and the model lacks are left out with a warning.

    Examples
    --------
    >>> import numpy as np
    >>> stc = simulate_sparse_stc(src, 2, np.arange(300) / 100, rng=0)
    >>> simulate_raw(evoked.info, stc, forward=fwd)
    <Raw | from an array, 32 x 300 (3.0 s), in memory>
    """
    del n_jobs
    measurement, first = as_info(info), whole("first_samp", first_samp, least=-(2**31))
    rows = measured_channels(measurement)
    sensors = replace(measurement.pick(rows), bads=(), projections=())
    positions = as_head_positions(head_pos, sensors, first_sample=first, interp=interp)
    patches = bool(use_cps)
    if forward is None:
        gains_at = _computed(sensors, positions, trans, src, bem, mindist=mindist, use_cps=patches)
    else:
        _only_forward(trans, src, bem, head_pos)
        gains_at = _given(sensors, as_forward(forward), use_cps=patches)
    LOGGER.info("Simulating a recording with %d positions of the head", len(positions.samples))
    begins = getattr(stc, "first_samp", first)
    if begins != first:
        LOGGER.info(
            "first_samp of the simulator, %s, is not that of the recording, %d", begins, first
        )
    data = simulate_runs(
        measurement, _runs(stc), positions, gains_at, most=whole("max_iter", max_iter, least=1)
    )
    return Raw(RawRecording(info=measurement, samples=ArraySamples(data), first_sample=first))


def _runs(stc: Any) -> Iterator[CurrentRun]:
    """Runs of one or several estimates, each on its own or with its triggers."""
    several = [stc] if is_estimate(stc) else stc
    if not isinstance(several, Iterable):
        msg = f"stc must be a source estimate or several of them, got {kind_of(stc)}"
        raise ArgumentTypeError(msg)
    for each in several:
        pair = each if isinstance(each, tuple | list) else (each, None)
        if len(pair) != 2:
            msg = f"an estimate must come alone or with its triggers, got {len(pair)} things"
            raise InputError(msg)
        yield _run(*pair)


def _run(stc: Any, triggers: Any) -> CurrentRun:
    lazy, axes = parts_of(stc)
    given = None if triggers is None else np.asarray(triggers)
    return CurrentRun(currents=lazy.stream(), axes=axes, triggers=given)


def _only_forward(*others: object) -> None:
    if any(one is not None for one in others):
        msg = "trans, src, bem and head_pos must be None with forward, which has them"
        raise InputError(msg)


def _given(
    sensors: MeasurementInfo, model: ForwardModel, *, use_cps: bool
) -> Callable[[SourceAxes, int], SensorGains]:
    """Gains of a forward model, the head being where it was made for."""
    meg = sensors.channels.of_type("meg")
    ours, its = sensors.device_to_head, model.info.device_to_head
    if len(meg) and not _close(ours, its):
        msg = (
            "the device-to-head transform of forward must be that of info: make the forward "
            "solution with this info"
        )
        raise MismatchError(msg)
    model = model.picked(sensors.names)
    return lambda axes, _: sensor_gains(model, axes, use_cps=use_cps, on_missing="warn")


def _close(one: Transform | None, other: Transform | None) -> bool:
    if one is None or other is None:
        return one is other
    return np.allclose(one.matrix, other.matrix, atol=CLOSE)


def _computed(
    sensors: MeasurementInfo,
    positions: HeadPositions,
    trans: Any,
    src: Any,
    bem: Any,
    *,
    mindist: float,
    use_cps: bool,
) -> Callable[[SourceAxes, int], SensorGains]:
    """Gains of forward models that are computed, one for each position of the head."""
    if src is None or bem is None:
        msg = "src and bem must be given without forward, from which currents are measured"
        raise InputError(msg)
    mri_to_head, head = as_registration(trans), as_conductor(bem)
    sources = as_sources(read_source_spaces(src) if isinstance(src, str | Path) else src)
    margin = number("mindist", mindist, least=0) * 1e-3

    def gains_at(axes: SourceAxes, position: int) -> SensorGains:
        where, chosen = positions.transforms[position], _chosen(sources, axes)
        model = moved_model(
            sensors, where, chosen, head=head, mri_to_head=mri_to_head, margin=margin
        )
        on_missing = "ignore" if position else "warn"
        return sensor_gains(model, axes, use_cps=use_cps, on_missing=on_missing)

    return gains_at


def _chosen(sources: Sources, axes: SourceAxes) -> Sources:
    """The sources of an estimate alone."""
    if len(axes.vertices) != len(sources.spaces):
        msg = (
            f"the estimate must have vertices for each of {len(sources.spaces)} source spaces, got "
            f"{len(axes.vertices)}"
        )
        raise MismatchError(msg)
    pairs = zip(sources.spaces, axes.vertices, strict=True)
    spaces = [space.restricted(np.flatnonzero(np.isin(space.vertices, v))) for space, v in pairs]
    return replace(sources, spaces=tuple(spaces))
