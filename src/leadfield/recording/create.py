"""Measurement info from names and types, and the average EEG reference as a projection."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from leadfield.base.checks import listed, looked_up, number, one_of
from leadfield.base.errors import ChannelError, InputError, StateError, UnknownNameError
from leadfield.recording.channels import (
    BY_COIL,
    EEG,
    FRAMES,
    MEG,
    REFERENCE_MEG,
    TESLA,
    TESLA_PER_METRE,
    TYPES,
    Channels,
)
from leadfield.recording.frames import Frame
from leadfield.recording.info import MeasurementInfo
from leadfield.recording.projection import AVERAGE_REFERENCE, Projection

NO_COIL, ELECTRODE, NO_UNIT, VOLT = 0, 1, -1, 107
ELECTRODES = ("eeg", "ecog", "seeg", "dbs")
# Units in which the field keeps each type, where not volt.
UNITS = {
    "grad": TESLA_PER_METRE,
    **dict.fromkeys(("mag", "ref_meg"), TESLA),
    **dict.fromkeys(("misc", "exci", "syst", "ias", "gof", "dipole", "chpi"), NO_UNIT),
    **dict.fromkeys(("fnirs_od", "pupil"), NO_UNIT),
    **dict.fromkeys(("fnirs_td_gated_amplitude", "fnirs_td_moments_intensity"), 0),
    **dict.fromkeys(("hbo", "hbr"), 6),
    "fnirs_fd_phase": 7,
    "fnirs_td_moments_mean": 3,
    "fnirs_td_moments_variance": 118,
    "csd": 117,
    "temperature": 114,
    "gsr": 110,
    "eyegaze": 210,
}
# Type to FIF's kind and coil type; Vectorview's sensors stand for MEG.
KIND_AND_COIL = {
    **{name: (kind, NO_COIL) for kind, name in reversed(TYPES.items())},
    **{name: (kind, coil) for (kind, coil), name in BY_COIL.items()},
    **{name: (kind, ELECTRODE) for kind, name in TYPES.items() if name in ELECTRODES},
    "grad": (MEG, 3012),
    "mag": (MEG, 3024),
    "ref_meg": (REFERENCE_MEG, 3024),
    "csd": (EEG, 6),
}


def create_measurement_info(
    names: Sequence[str], rate: float, types: str | Sequence[str] = "misc"
) -> MeasurementInfo:
    """Information on channels of given types, without positions."""
    rate = number("sfreq", rate, above=0)
    n = len(names)
    types = [types] * n if isinstance(types, str) else list(types)
    if len(types) != n or not all(isinstance(name, str) for name in names):
        msg = f"each channel needs a name and a type, got {n} names and {len(types)} types"
        raise InputError(msg)
    unknown = [kind for kind in types if kind not in KIND_AND_COIL]
    if unknown:
        msg = f"ch_types must be one of {listed(KIND_AND_COIL, 60)}, got {listed(unknown)}"
        raise UnknownNameError(msg)
    rows = [(*KIND_AND_COIL[kind], UNITS.get(kind, VOLT)) for kind in types]
    kinds, coils, units = np.array(rows, np.int64).reshape(n, 3).T
    channels = Channels(
        names=tuple(names),
        kinds=kinds,
        coil_types=coils,
        units=units,
        unit_multipliers=np.zeros(n, np.int64),
        cals=np.ones(n),
        ranges=np.ones(n),
        locations=np.full((n, 12), np.nan),
        frames=np.array([FRAMES.get(k, Frame.UNKNOWN) for k in kinds.tolist()], np.int64),
    )
    return MeasurementInfo(channels=channels, sampling_rate=rate, lowpass=rate / 2)


def retyped(info: MeasurementInfo, types: Mapping[str, str]) -> MeasurementInfo:
    """The info with other types for some channels: their kind, unit and coil type."""
    channels = info.channels
    kinds, coils, units, multipliers, frames = (
        np.array(column)
        for column in (
            channels.kinds,
            channels.coil_types,
            channels.units,
            channels.unit_multipliers,
            channels.frames,
        )
    )
    for name, kind in types.items():
        row = int(channels.indices([name])[0])
        number, coil = looked_up("the type of a channel", kind, KIND_AND_COIL)
        projected = [p.description for p in info.projections if name in p.channel_names]
        if number != kinds[row] and projected:
            msg = (
                f"channel {name!r} must keep its type, as projection {projected[0]!r} stands on "
                "it: remove the projection first (del_proj)"
            )
            raise StateError(msg)
        unit = UNITS.get(kind, VOLT)
        kinds[row], units[row] = number, unit
        # Nobody knows the shape of a coil that was something else.
        coils[row] = NO_COIL if number in {MEG, REFERENCE_MEG} else coil
        multipliers[row] = multipliers[row] if unit == channels.units[row] else 0
        frames[row] = FRAMES.get(number, frames[row])
    table = replace(
        channels,
        kinds=kinds,
        coil_types=coils,
        units=units,
        unit_multipliers=multipliers,
        frames=frames,
    )
    return replace(info, channels=table)


def average_reference(
    info: MeasurementInfo, types: Collection[str] = ("eeg",), *, active: bool
) -> Projection:
    """The projection that sets the mean of all good electrodes to zero."""
    if info.custom_reference:
        msg = (
            "an average reference needs data without another reference, these have a "
            "custom one: load data without it"
        )
        raise StateError(msg)
    good = np.array([name not in info.bads for name in info.names], bool)
    for kind in types:
        one_of("ch_type", kind, ELECTRODES)
        if not good[info.channels.of_type(kind)].any():
            msg = f"an average reference needs good {kind} channels, the data have none"
            raise ChannelError(msg)
    picked = [info.names[i] for i in info.channels.of_type(*types) if good[i]]
    return Projection(
        description=f"Average {'/'.join(kind.upper() for kind in types)} reference",
        kind=AVERAGE_REFERENCE,
        active=active,
        channel_names=tuple(picked),
        vectors=np.full((1, len(picked)), len(picked) ** -0.5),
    )
