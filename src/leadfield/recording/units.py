"""Units of channels: factors from SI units to ``uV``, ``fT/cm`` and the like."""

from collections.abc import Mapping
from typing import NamedTuple, final

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import listed
from leadfield.base.errors import ArgumentTypeError, ChannelError, InputError

# SI unit of each type that has one, numerator and denominator.
SI = {
    "mag": "T",
    "ref_meg": "T",
    "grad": "T/m",
    **dict.fromkeys(("eeg", "eog", "ecg", "emg", "bio", "seeg", "ecog", "dbs"), "V"),
    **dict.fromkeys(("hbo", "hbr"), "M"),
    "dipole": "Am",
    "temperature": "C",
    "gsr": "S",
}
PREFIXES = {"": 0, "k": 3, "h": 2, "d": -1, "c": -2, "m": -3, "µ": -6, "μ": -6, "u": -6} | {
    "n": -9,
    "p": -12,
    "f": -15,
}


@final
class UsualUnit(NamedTuple):
    """The unit that a type of channel is usually shown in, and what turns SI units into it."""

    unit: str
    scale: float


# In printed tables and data frames, as in MNE-Python.
USUAL = {
    "mag": UsualUnit("fT", 1e15),
    "ref_meg": UsualUnit("fT", 1e15),
    "grad": UsualUnit("fT/cm", 1e13),
    **dict.fromkeys(("eeg", "eog", "ecg", "emg", "bio", "ecog", "dbs"), UsualUnit("µV", 1e6)),
    "seeg": UsualUnit("mV", 1e3),
    "csd": UsualUnit("mV/m²", 1e3),
    "dipole": UsualUnit("nAm", 1e9),
    **dict.fromkeys(("hbo", "hbr"), UsualUnit("µM", 1e6)),
    "fnirs_td_moments_mean": UsualUnit("ps", 1e12),
    "fnirs_td_moments_variance": UsualUnit("ps²", 1e24),
    "pupil": UsualUnit("mm", 1e3),
}
# Types that a factor for all types leaves as they are.
UNSCALED = ("stim", "resp", "chpi", "exci", "ias", "syst")
# SI units by FIF's number.
SI_BY_CODE = {
    -1: "NA",
    3: "s",
    6: "M",
    107: "V",
    110: "S",
    112: "T",
    114: "C",
    201: "T/m",
    210: "px",
}


def si_unit(code: int) -> str:
    """The SI unit that FIF's number stands for, ``"NA"`` for none that is known."""
    return SI_BY_CODE.get(code, "NA")


def factor_to(unit: str, kind: str) -> float:
    """What turns a type's SI unit into another unit of the same sort."""
    if kind not in SI:
        msg = f"units must be of channel types with a unit, {listed(sorted(SI), 40)}, got {kind!r}"
        raise ChannelError(msg)
    exponent = 0
    given, bases = unit.split("/"), SI[kind].split("/")
    fits = len(given) == len(bases)
    for sign, part, base in zip((-1, 1), given, bases, strict=False):
        prefix = part.removesuffix(base)
        fits = fits and part.endswith(base) and prefix in PREFIXES
        exponent += sign * PREFIXES.get(prefix, 0)
    if not fits:
        msg = f"the unit of {kind} must be {SI[kind]} with prefixes such as f or u, got {unit!r}"
        raise InputError(msg)
    return 10.0**exponent


def factors(units: object, kinds: list[str]) -> Floats:
    """A factor for each channel, given its type; ``units`` is one unit or a dict by type."""
    if isinstance(units, str):
        present = sorted(set(kinds) & set(SI))
        if len(present) != 1:
            msg = f"units must be a dict by channel type, as there are {listed(present)}"
            raise ChannelError(msg)
        units = {present[0]: units}
    if not isinstance(units, Mapping):
        msg = f"units must be a unit or a dict of them by channel type, got {units!r}"
        raise ArgumentTypeError(msg)
    by_kind = {kind: factor_to(unit, kind) for kind, unit in units.items()}
    return np.array([by_kind.get(kind, 1.0) for kind in kinds])
