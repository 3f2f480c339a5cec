"""IIR filter: its sections or coefficients, and their use forward or both ways."""

from dataclasses import dataclass
from typing import final

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import one_of
from leadfield.base.errors import InputError
from leadfield.base.log import warn
from leadfield.filters.digital_filter import DigitalFilter
from leadfield.filters.edge_padding import LIMITED, pad_edges

PHASES = ("zero", "zero-double", "forward")
BOTH_WAYS = ("zero", "zero-double")
# The impulse response is followed in steps of this many samples, up to so many of them.
STEP, MOST_STEPS = 1000, 100


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IirFilter(DigitalFilter):
    """Second-order ``sections`` (n_sections, 6), or ``coefficients`` (2, n) b and a without them.

    ``n_padding`` samples are added to either edge where the filter runs both ways.
    """

    sections: Floats | None = None
    coefficients: tuple[Floats, Floats] | None = None
    phase: str = "zero"
    n_padding: int = 0

    def __post_init__(self) -> None:
        one_of("phase", self.phase, PHASES)
        lock_arrays(self)
        if (self.sections is None) == (self.coefficients is None):
            msg = "an IIR filter must have either sections or coefficients"
            raise InputError(msg)
        poles = _poles(self.sections, self.coefficients)
        if (np.abs(poles) > 1).any():
            msg = (
                "an IIR filter must have its poles inside the unit circle, the largest is "
                f"{np.abs(poles).max():g}: lower the order or use sections (output='sos')"
            )
            raise InputError(msg)

    def apply(self, x: Floats) -> Floats:
        """Filtered signals, of the same shape (n_signals, n_times)."""
        if self.phase not in BOTH_WAYS:
            return self._run(x)
        n = min(self.n_padding, x.shape[1] - 1)
        both = self._run(pad_edges(x, n, n, LIMITED), both_ways=True)
        return both[:, n : both.shape[1] - n]

    def _run(self, x: Floats, *, both_ways: bool = False) -> Floats:
        from scipy import signal

        out: Floats
        if self.sections is not None:
            # SciPy's compiled sections write to none of them, and yet refuse read-only ones.
            sections = self.sections.copy()
            if both_ways:
                out = signal.sosfiltfilt(sections, x, axis=-1, padlen=0)
            else:
                out = signal.sosfilt(sections, x, axis=-1)
        elif self.coefficients is not None:
            b, a = self.coefficients
            if both_ways:
                out = signal.filtfilt(b, a, x, axis=-1, padlen=0)
            else:
                out = signal.lfilter(b, a, x, axis=-1)
        return out


def _poles(
    sections: Floats | None, coefficients: tuple[Floats, Floats] | None
) -> NDArray[np.complexfloating]:
    from scipy import signal

    if sections is not None:
        poles: NDArray[np.complexfloating] = signal.sos2zpk(sections)[1]
    elif coefficients is not None:
        poles = signal.tf2zpk(*coefficients)[1]
    return poles


def ringing_length(sections: Floats | None, coefficients: tuple[Floats, Floats] | None) -> int:
    """After how many samples the impulse response stays below a thousandth of its peak."""
    from scipy import signal

    impulse = np.zeros(STEP)
    impulse[0] = 1
    state = np.zeros((len(sections), 2)) if sections is not None else np.empty(0)
    if coefficients is not None:
        state = np.zeros(max(map(len, coefficients)) - 1)
    last, threshold = STEP, 0.0
    for i in range(MOST_STEPS):
        if sections is not None:
            response, state = signal.sosfilt(np.array(sections), impulse, zi=state)
        elif coefficients is not None:
            response, state = signal.lfilter(*coefficients, impulse, zi=state)
        impulse[0] = 0
        size = np.abs(response)
        threshold = max(0.001 * float(size.max()), threshold)
        above = np.flatnonzero(size > threshold)
        if not len(above):
            return (i - 1) * STEP + last
        last = int(above[-1])
    warn(f"the filter still rings after {STEP * MOST_STEPS} samples: its padding is that long")
    return STEP * MOST_STEPS
