"""Analytic signals and their envelopes, by Hilbert's transform."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of, whole


def transform_length(n_times: int, n_fft: int | str | None) -> int:
    """Length of the transform: ``"auto"`` for the next one that is fast, None for no padding."""
    from scipy import fft

    if n_fft is None:
        return n_times
    if isinstance(n_fft, str):
        one_of("n_fft", n_fft, ["auto"])
        return int(fft.next_fast_len(n_times, real=True))
    return whole("n_fft", n_fft, least=n_times)


def analytic_signal(
    x: Floats, n_fft: int, *, envelope: bool = False
) -> NDArray[np.floating[Any] | np.complexfloating[Any, Any]]:
    """Analytic signals of ``x`` (..., n_times), or their absolute values."""
    from scipy import signal

    analytic = signal.hilbert(x, N=n_fft, axis=-1)[..., : x.shape[-1]]
    return np.abs(analytic) if envelope else analytic
