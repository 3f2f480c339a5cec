"""Coils that tell where the head is, in simulated recordings: ``add_chpi``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from leadfield.api.simulation.artefacts import HeadPos, Interp, check_recording
from leadfield.api.simulation.head_positions import as_head_positions
from leadfield.base.arrays import lock_arrays
from leadfield.base.errors import ChannelError, MismatchError, StateError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.estimates.sensor_signals import SensorGains
from leadfield.forward.coils import meg_sensors
from leadfield.forward.position_coils import magnetic_dipole_field
from leadfield.recording.frames import Frame
from leadfield.recording.info import PointKind
from leadfield.recording.picks import pick_types

if TYPE_CHECKING:
    from leadfield.api.recording.info import Info
    from leadfield.api.recording.raw import Raw
    from leadfield.base.arrays import Floats

MOMENT = 70e-9  # A·m²
FEWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PositionCoils:
    """Coils: places (n, 3) in the head frame and frequencies (n,) in Hz.

    The channel ``status`` has ``code`` where all of them are on.
    """

    places: Floats
    frequencies: Floats
    status: str | None
    code: float

    def __post_init__(self) -> None:
        lock_arrays(self)


@public("leadfield.simulation")
@verbose_aware
def add_chpi(
    raw: Raw,
    head_pos: HeadPos = None,
    interp: Interp = "cos2",
    n_jobs: int | None = None,
    verbose: Verbose = None,
) -> Raw:
    """Add the signals of coils that tell where the head is to a recording, in place.

    Parameters
    ----------
    raw : Raw
        The recording, in memory, whose info has the coils: their frequencies, and where they
        are on the head.
    head_pos : dict | array, shape (n, 10) | path-like | None
        Where the head is in the scanner, as in :func:`simulate_raw`.
    interp : "cos2" | "hann" | "linear" | "zero"
        How signals go from one position of the head to the next.
    n_jobs : int | None
        Accepted for compatibility with MNE-Python; it has no effect.
    verbose : bool | str | int | None
        Verbosity.

    Returns
    -------
    raw : Raw
        The object itself.

    Raises
    ------
    ChannelError
        If there are no MEG channels.
    StateError
        If the info has no coils, or the samples are not in memory.

    See Also
    --------
    simulate_raw : Simulates a recording, of a moving head, too.

    Notes
    -----
    Each coil is a magnetic dipole of 70 nA·m² that points away from the head's origin. The
    channel that says which coils are on, if there is one, says that all are.

    Examples
    --------
    >>> tracked = add_chpi(raw.copy().load_data(), "moving_raw.pos")  # doctest: +SKIP
    """
    del n_jobs
    check_recording(raw)
    info = raw.info.value
    rows = pick_types(info, meg=True, exclude=())
    if not len(rows):
        msg = "MEG channels must be there to measure position coils, there are none"
        raise ChannelError(msg)
    coils = _coils(raw.info)
    sensors = replace(info.pick(rows), bads=(), projections=())
    positions = as_head_positions(
        head_pos, sensors, first_sample=raw.first_samp, interp=interp, end=float(raw.times[-1])
    )
    directions = coils.places / np.linalg.norm(coils.places, axis=1, keepdims=True)
    each = np.arange(len(coils.places))

    @lru_cache(maxsize=2)
    def gains(position: int) -> SensorGains:
        there = meg_sensors(sensors.channels, positions.transforms[position])
        leads = magnetic_dipole_field(there, coils.places, directions)
        return SensorGains(names=sensors.names, leads=leads, rows=each)

    def currents(start: int, stop: int) -> Floats:
        times = np.arange(start, stop) / info.sampling_rate
        return MOMENT * np.sin(2 * np.pi * coils.frequencies[:, np.newaxis] * times)

    def edit(data: Floats) -> Floats:
        out = np.array(data)
        if coils.status in info.names:
            out[info.names.index(coils.status)] = coils.code
        positions.add_signals(out, rows, gains, currents)
        return out

    LOGGER.info("Adding %d position coils at %d channels", len(each), len(rows))
    raw._edit_samples(edit, info, "adding position coils")  # noqa: SLF001 - not for users
    return raw


def _coils(info: Info) -> PositionCoils:
    """The coils that an info tells of."""
    try:
        return _found_coils(info)
    except (KeyError, IndexError, TypeError) as error:
        msg = f"info must tell all of position coils, it lacks some of it ({error!r})"
        raise StateError(msg) from error


def _found_coils(info: Info) -> PositionCoils:
    """The coils as the acquisition found them."""
    measured = info["hpi_meas"][-1]["hpi_coils"] if info["hpi_meas"] else []
    if not measured or any("coil_freq" not in one for one in measured):
        msg = "info must have the frequencies of position coils (hpi_meas), it has none"
        raise StateError(msg)
    measured = sorted(measured, key=lambda one: one["number"])
    frequencies = np.array([one["coil_freq"] for one in measured], np.float64)
    codes, status = np.zeros(len(measured)), None
    subsystem = info["hpi_subsystem"]
    if subsystem is not None:
        status = subsystem.get("event_channel")
        bits = [one["event_bits"][0] for one in subsystem["hpi_coils"]]
        codes = np.array([bits[one["number"] - 1] for one in measured], np.float64)
        frequencies, codes = frequencies[codes != 0], codes[codes != 0]
    places = _places(info)
    if len(places) != len(frequencies):
        msg = (
            f"info must have as many places as frequencies of position coils, got {len(places)} "
            f"and {len(frequencies)}"
        )
        raise MismatchError(msg)
    return PositionCoils(
        places=places, frequencies=frequencies, status=status, code=float(codes.sum())
    )


def _places(info: Info) -> Floats:
    """Places (n, 3) of the coils in the head frame, in the order of their numbers."""
    if not info["hpi_results"]:
        msg = "info must have a fit of position coils (hpi_results), it has none"
        raise StateError(msg)
    result = info["hpi_results"][-1]
    points = _points(info["dig"] or [], [PointKind.HPI])
    if not points:
        points = _points(result["dig_points"], [PointKind.HPI, PointKind.CARDINAL])
    places = np.array([one["r"] for one in points], np.float64).reshape(-1, 3)
    frames = {int(one["coord_frame"]) for one in points}
    moved = info.value.device_to_head
    if frames <= {Frame.DEVICE, Frame.UNKNOWN} and moved is not None:
        places, frames = moved.points(places), {Frame.HEAD}
    if len(places) < FEWEST or frames != {Frame.HEAD}:
        msg = f"at least {FEWEST} position coils must be in head coordinates, got {len(places)}"
        raise StateError(msg)
    order = np.asarray(result.get("order", np.arange(1, len(places) + 1))).ravel() - 1
    if order.min() < 0 or order.max() >= len(places):
        msg = f"the order of position coils must be of {len(places)}, got {(order + 1).tolist()}"
        raise MismatchError(msg)
    ordered: Floats = places[order]
    return ordered


def _points(points: Any, kinds: list[PointKind]) -> list[Any]:
    return sorted(
        [one for one in points if int(one["kind"]) in kinds], key=lambda one: int(one["ident"])
    )
