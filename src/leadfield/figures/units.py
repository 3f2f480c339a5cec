"""Units in figures: name, unit and factor of each channel type."""

from collections.abc import Mapping
from typing import Any, NamedTuple, final

from leadfield.base.checks import known_options, number
from leadfield.base.errors import ArgumentTypeError

# Order of channel types in every figure: what measures the brain first.
ORDER = (
    *("grad", "mag", "eeg", "seeg", "ecog", "dbs", "csd", "ref_meg", "eog", "ecg", "emg", "bio"),
    *("dipole", "gof"),
)


@final
class Quantity(NamedTuple):
    """Title, unit and factor from SI units of a type of channel."""

    title: str
    unit: str
    scale: float


QUANTITIES = {
    "grad": Quantity("Gradiometers", "fT/cm", 1e13),
    "mag": Quantity("Magnetometers", "fT", 1e15),
    "eeg": Quantity("EEG", "µV", 1e6),
    "seeg": Quantity("sEEG", "mV", 1e3),
    "ecog": Quantity("ECoG", "µV", 1e6),
    "dbs": Quantity("DBS", "µV", 1e6),
    "csd": Quantity("Current source density", "mV/m²", 1e3),
    "meg": Quantity("MEG", "", 1.0),  # both types together, which only whitened data can be
    "ref_meg": Quantity("Reference magnetometers", "fT", 1e15),
    "eog": Quantity("EOG", "µV", 1e6),
    "ecg": Quantity("ECG", "mV", 1e3),
    "emg": Quantity("EMG", "mV", 1e3),
    "bio": Quantity("Bio", "µV", 1e6),
    "dipole": Quantity("Dipole", "nA·m", 1e9),
    "gof": Quantity("Goodness of fit", "%", 1.0),
}
WHITENED = "Whitened amplitude"
TIME_UNITS = {"s": 1.0, "ms": 1e3}


def quantities(
    units: Mapping[str, str] | str | None = None,
    scalings: Mapping[str, float] | float | None = None,
    titles: Mapping[str, str] | str | None = None,
) -> dict[str, Quantity]:
    """The table with a user's own units, factors and titles, by type or one for all."""
    out = dict(QUANTITIES)
    fields: dict[str, Any] = {"unit": units, "scale": scalings, "title": titles}
    for field, value_or_values in fields.items():
        if value_or_values is None:
            continue
        one = isinstance(value_or_values, (int, float) if field == "scale" else str)
        given = dict.fromkeys(out, value_or_values) if one else value_or_values
        if not isinstance(given, Mapping):
            msg = f"{field}s must be a dictionary by channel type, or one for all, got {given!r}"
            raise ArgumentTypeError(msg)
        known_options(f"{field}s", given, out)
        for kind, value in given.items():
            checked = number(f"scalings[{kind!r}]", value, above=0) if field == "scale" else value
            changed: dict[str, Any] = {field: checked}
            out[kind] = out[kind]._replace(**changed)
    return out
