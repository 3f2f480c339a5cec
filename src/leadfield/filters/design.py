"""Design of a filter, FIR or IIR, for signals of a known length."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, final

import numpy as np
from numpy.typing import ArrayLike

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.checks import number, one_of
from leadfield.base.errors import InputError
from leadfield.base.log import warn
from leadfield.filters.bands import make_edges
from leadfield.filters.digital_filter import DigitalFilter
from leadfield.filters.fir_design import FirOptions, design_fir
from leadfield.filters.iir_design import design_iir

FilterMethod = Literal["fir", "iir", "fft"]
METHODS = ("fir", "iir", "fft")


def design_filter(
    rate: float,
    l_freq: ArrayLike | None,
    h_freq: ArrayLike | None,
    *,
    method: str,
    options: Mapping[str, Any],
    iir_params: Mapping[str, Any] | None = None,
    n_times: int | None = None,
) -> DigitalFilter:
    """The filter for samples at ``rate`` Hz; warns if it is longer than ``n_times`` samples.

    ``options`` are those of :class:`FirOptions`; an IIR filter reads the phase alone.
    """
    one_of("method", method, METHODS)
    edges = make_edges(rate, l_freq, h_freq)
    if method == "iir":
        return design_iir(rate, edges, iir_params, options["phase"])
    if iir_params is not None:
        msg = f"iir_params must be None unless method is 'iir', got method={method!r}"
        raise InputError(msg)
    fir = design_fir(rate, edges, FirOptions(**options))
    if n_times is not None and len(fir.taps) > n_times and edges.kind != "allpass":
        warn(
            f"filter_length ({len(fir.taps)} samples) is longer than the signal ({n_times}), "
            "which distorts it: filter before cutting, or shorten the filter"
        )
    return fir


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StopBands:
    """Stop bands from ``low`` to ``high`` (n_bands,), their transition bands included, in Hz.

    ``transition`` is the width of both transition bands of one together.
    """

    low: Floats
    high: Floats
    transition: float

    def __post_init__(self) -> None:
        lock_arrays(self)


def notch_edges(freqs: ArrayLike | None, widths: ArrayLike | None, transition: float) -> StopBands:
    """Stop bands around some frequencies in Hz, of these widths or a 200th of the frequencies."""
    if freqs is None:
        msg = "freqs must be frequencies in Hz, got None: only 'spectrum_fit', not here, finds them"
        raise InputError(msg)
    transition = number("trans_bandwidth", transition, above=0)
    centres = np.atleast_1d(np.asarray(freqs, np.float64))
    spread = centres / 200 if widths is None else np.atleast_1d(np.asarray(widths, np.float64))
    if spread.size not in {1, centres.size} or (spread < 0).any():
        msg = (
            f"notch_widths must be None, one width of at least 0 Hz, or one for each of the "
            f"{centres.size} freqs, got {widths!r}"
        )
        raise InputError(msg)
    reach = spread / 2 + transition / 2
    return StopBands(low=centres - reach, high=centres + reach, transition=transition)
