"""FIR filter: its taps, and what is done about their delay."""

from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays, locked
from leadfield.base.checks import one_of
from leadfield.filters.convolution import convolve_part
from leadfield.filters.digital_filter import DigitalFilter
from leadfield.filters.edge_padding import check_padding, pad_edges

PHASES = ("linear", "zero", "zero-double", "minimum", "minimum-half")


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FirFilter(DigitalFilter):
    """Taps (n_taps,), what is done about their delay, and how edges are padded.

    ``"zero"`` takes the delay of symmetric taps out, ``"zero-double"`` filters forward and
    backward, the other phases leave the delay in.
    """

    taps: Floats
    phase: str = "zero"
    padding: str = "reflect_limited"

    def __post_init__(self) -> None:
        one_of("phase", self.phase, PHASES)
        check_padding("pad", self.padding)
        object.__setattr__(self, "taps", locked(self.taps, shape=(None,), name="taps"))
        lock_arrays(self)

    def apply(self, x: Floats) -> Floats:
        """Filtered signals, of the same shape (n_signals, n_times)."""
        taps = self.taps
        edge = max(min(len(taps), x.shape[1]) - 1, 0)
        if self.phase == "zero-double":
            taps = np.convolve(taps, taps[::-1])
        first = edge + ((len(taps) - 1) // 2 if self.phase.startswith("zero") else 0)
        padded = pad_edges(x, edge, edge, self.padding)
        return convolve_part(padded, taps, first, x.shape[1])
