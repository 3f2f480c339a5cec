"""Units of rejection limits: limits that were meant in µV, fT or fT/cm are noticed."""

from collections.abc import Mapping

from leadfield.base.log import warn

# Type, its unit, the unit people think in, and how large that is; no amplifier lets amplitudes
# of PLAUSIBLE times that through.
UNITS = {
    "grad": ("T/m", "fT/cm", 1e-13),
    "mag": ("T", "fT", 1e-15),
    **dict.fromkeys(("eeg", "eog", "ecg", "emg", "seeg", "ecog", "dbs"), ("V", "µV", 1e-6)),
}
PLAUSIBLE = 1e6
# Times the largest amplitude of the data: a limit of good data is 1 to 100.
FAR_ABOVE = 1e3


def warn_of_other_units(reject: Mapping[str, float], largest: Mapping[str, float]) -> None:
    """Warn of limits that only another unit can explain, given the ``largest`` amplitudes."""
    for kind, limit in reject.items():
        amplitude = largest.get(kind, 0.0)
        if kind not in UNITS or not 0 < FAR_ABOVE * amplitude < limit < float("inf"):
            continue
        unit, small_unit, size = UNITS[kind]
        if limit > PLAUSIBLE * size:
            warn(
                f"reject {kind}={limit:g} {unit} is far above every amplitude (largest "
                f"{amplitude:.3g} {unit}) and rejects nothing: limits are in {unit}, did you mean "
                f"{limit:g} {small_unit}, {kind}={limit * size:g}?"
            )
