"""Origin of an object: which class of MNE-Python's it is, if any."""

from collections.abc import Iterable
from typing import Any

from leadfield.base.errors import ArgumentTypeError


def mne_class(thing: object) -> str | None:
    """Name of the class of MNE-Python's that ``thing`` is or derives from, None for others.

    Its own class comes first: ``"RawFIF"`` is named so, a user's subclass of it as well.
    """
    for kind in type(thing).__mro__:
        if kind.__module__.partition(".")[0] == "mne":
            return kind.__name__
    return None


def mne_bases(thing: object) -> frozenset[str]:
    """Names of all classes of MNE-Python's that ``thing`` is or derives from.

    A ``RawCTF`` is a ``"BaseRaw"``, epochs of an array are ``"BaseEpochs"``.
    """
    kinds = type(thing).__mro__
    return frozenset(k.__name__ for k in kinds if k.__module__.partition(".")[0] == "mne")


# What to do with objects of MNE-Python's that hold no data of leadfield's.
ADVICE = {
    **dict.fromkeys(
        ("Spectrum", "EpochsSpectrum", "RawTFR", "EpochsTFR", "AverageTFR", "CrossSpectralDensity"),
        "it holds no samples: pass the Raw, Epochs or Evoked that it was computed from",
    ),
    "ICA": "apply it, ica.apply(raw), and pass what it cleaned",
    "Dipole": "leadfield fits no dipoles: pass it to make_forward_dipole and apply_forward",
    "DipoleFixed": "leadfield fits no dipoles: make_forward_dipole takes a Dipole",
    "Report": "give leadfield's figures to its add_figure",
}


def kind_of(thing: object) -> str:
    """What error messages call an object: its class, said to be MNE-Python's where it is."""
    name = mne_class(thing)
    if name is None:
        return type(thing).__name__
    return f"MNE-Python's {name}" + (f" ({ADVICE[name]})" if name in ADVICE else "")


def as_list(name: str, things: Any, of: str) -> list[Any]:
    """Several objects as a list; what is no list or iterator is refused by its name."""
    if isinstance(things, Iterable) and not isinstance(things, str) and not mne_bases(things):
        return list(things)
    msg = f"{name} must be a list of {of}, got {kind_of(things)}"
    raise ArgumentTypeError(msg)
