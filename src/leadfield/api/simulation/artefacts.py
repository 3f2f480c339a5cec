"""Blinks and heartbeats in simulated recordings: ``add_eog``, ``add_ecg``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from leadfield.api.interop.origin import kind_of
from leadfield.api.recording.raw import Raw
from leadfield.api.simulation.head_positions import as_head_positions
from leadfield.base.errors import ArgumentTypeError, ChannelError
from leadfield.base.front_door import public
from leadfield.base.log import LOGGER, Verbose, verbose_aware
from leadfield.numerics.chance import Random, as_random
from leadfield.recording.head_shape import fit_sphere_to_headshape
from leadfield.recording.picks import pick_types
from leadfield.simulation.artefacts import BodyCurrents, blinks, body_gains, heartbeats

if TYPE_CHECKING:
    from leadfield.base.arrays import Floats

Interp = Literal["cos2", "hann", "linear", "zero"]
HeadPos: TypeAlias = "Mapping[float, Floats] | Floats | str | Path | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefact:
    """What is added: its currents, the electrodes beside them, and whether EEG measures it."""

    name: str
    make: Callable[..., BodyCurrents]
    beside: Literal["eog", "ecg"]
    in_eeg: bool


BLINKS = Artefact(name="blinks", make=blinks, beside="eog", in_eeg=True)
HEARTBEATS = Artefact(name="heartbeats", make=heartbeats, beside="ecg", in_eeg=False)


@public("leadfield.simulation")
@verbose_aware
def add_eog(
    raw: Raw,
    head_pos: HeadPos = None,
    interp: Interp = "cos2",
    n_jobs: int | None = None,
    verbose: Verbose = None,
    *,
    rng: Random | int | None = None,
    random_state: Random | int | None = None,
) -> Raw:
    """Add blinks to a recording, in place.

    Parameters
    ----------
    raw : Raw
        The recording, in memory, with the digitised head shape.
    head_pos : dict | array, shape (n, 10) | path-like | None
        Where the head is in the scanner, as in :func:`simulate_raw`.
    interp : "cos2" | "hann" | "linear" | "zero"
        How lead fields go from one position of the head to the next.
    n_jobs : int | None
        Accepted for compatibility with MNE-Python; it has no effect.
    verbose : bool | str | int | None
        Verbosity.
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    random_state : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``.

    Returns
    -------
    raw : Raw
        The object itself.

    Raises
    ------
    DataError
        If there is no head shape to fit a sphere to.
    StateError
        If the samples are not in memory.

    See Also
    --------
    add_ecg : Adds heartbeats.
    add_noise : Adds noise.

    Notes
    -----
    Blinks begin by chance, 4.5 to 17 times a minute [1]_, and take 250 ms. Currents of up to
    150 nA·m flow upwards in both eyes, 30 degrees to the sides of the nose. MEG and EEG measure
    them, and the last EOG channel is made of them and of noise.

    References
    ----------
    .. [1] Bentivoglio et al. 1997, Mov Disord 12:1028.

    Examples
    --------
    >>> with_blinks = add_eog(raw.copy().load_data(), rng=0)  # doctest: +SKIP
    """
    del n_jobs
    return _add(raw, BLINKS, head_pos, interp, as_random(rng, random_state))


@public("leadfield.simulation")
@verbose_aware
def add_ecg(
    raw: Raw,
    head_pos: HeadPos = None,
    interp: Interp = "cos2",
    n_jobs: int | None = None,
    verbose: Verbose = None,
    *,
    rng: Random | int | None = None,
    random_state: Random | int | None = None,
) -> Raw:
    """Add heartbeats to a recording, in place.

    Parameters
    ----------
    raw : Raw
        The recording, in memory, with MEG channels and the digitised head shape.
    head_pos : dict | array, shape (n, 10) | path-like | None
        Where the head is in the scanner, as in :func:`simulate_raw`.
    interp : "cos2" | "hann" | "linear" | "zero"
        How lead fields go from one position of the head to the next.
    n_jobs : int | None
        Accepted for compatibility with MNE-Python; it has no effect.
    verbose : bool | str | int | None
        Verbosity.
    rng : Generator | RandomState | int | None
        NumPy's generator, or its seed.
    random_state : RandomState | int | None
        NumPy's older generator, or its seed, in the place of ``rng``.

    Returns
    -------
    raw : Raw
        The object itself.

    Raises
    ------
    ChannelError
        If there are no MEG channels.
    DataError
        If there is no head shape to fit a sphere to.
    StateError
        If the samples are not in memory.

    See Also
    --------
    add_eog : Adds blinks.
    add_noise : Adds noise.

    Notes
    -----
    Beats come by chance, 40 to 80 times a minute, each in three waves. Their current flows to the
    right, a head's radius to the left of the head and three below it. MEG alone measures it, and
    the last ECG channel is made of it and of noise.

    Examples
    --------
    >>> with_beats = add_ecg(raw.copy().load_data(), rng=0)  # doctest: +SKIP
    """
    del n_jobs
    return _add(raw, HEARTBEATS, head_pos, interp, as_random(rng, random_state))


def _add(raw: Raw, artefact: Artefact, head_pos: HeadPos, interp: Interp, chance: Random) -> Raw:
    check_recording(raw)
    info = raw.info.value
    rows = pick_types(info, meg=True, eeg=artefact.in_eeg, exclude=())
    if not len(rows):
        wanted = "MEG or EEG" if artefact.in_eeg else "MEG"
        msg = f"{wanted} channels must be there to measure {artefact.name}, there are none"
        raise ChannelError(msg)
    sensors = replace(info.pick(rows), bads=(), projections=())
    positions = as_head_positions(
        head_pos, sensors, first_sample=raw.first_samp, interp=interp, end=float(raw.times[-1])
    )
    radius, centre = fit_sphere_to_headshape(info)
    body = artefact.make(raw.times, info.sampling_rate, chance, centre=centre, radius=radius)
    gains = lru_cache(maxsize=2)(body_gains(sensors, positions, body))
    beside = info.channels.of_type(artefact.beside)
    beside = beside[~np.isin(np.array(info.names)[beside], info.bads)][-1:]
    LOGGER.info("Adding %s at %d channels", artefact.name, len(rows) + len(beside))

    def edit(data: Floats) -> Floats:
        out = np.array(data)
        out[beside] = body.trace
        measured = info.channels.indices(gains(0).names)
        positions.add_signals(out, measured, gains, lambda a, b: body.course[np.newaxis, a:b])
        return out

    raw._edit_samples(edit, info, f"adding {artefact.name}")  # noqa: SLF001 - not for users
    return raw


def check_recording(raw: object) -> None:
    """Raise unless it is a recording whose samples can be changed in place."""
    if not isinstance(raw, Raw):
        msg = f"raw must be leadfield's Raw, got {kind_of(raw)}"
        raise ArgumentTypeError(msg)
