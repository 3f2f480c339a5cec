"""Band-pass filter of the signals in which blinks and heartbeats are looked for."""

import numpy as np

from leadfield import filters
from leadfield.base.arrays import Floats

TRANSITION = 0.5  # Hz


def band_pass(
    signals: Floats, rate: float, band: tuple[float | None, float | None], length: str | int
) -> Floats:
    """Signals (n_signals, n_times) between the two frequencies of ``band`` in Hz, without delay.

    ``length`` is that of the filter, in samples or as a time such as ``"10s"``.
    """
    options = {
        "length": length,
        "l_trans": TRANSITION,
        "h_trans": TRANSITION,
        "phase": "zero-double",
        "window": "hann",
        "design": "firwin2",
    }
    found = filters.design.design_filter(
        rate, *band, method="fir", options=options, n_times=signals.shape[1]
    )
    return found.apply(np.ascontiguousarray(signals))
