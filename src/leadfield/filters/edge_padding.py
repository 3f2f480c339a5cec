"""Padding of the edges of signals, so that filters have something to start from."""

from typing import Any

import numpy as np

from leadfield.base.arrays import Floats
from leadfield.base.checks import one_of

LIMITED = "reflect_limited"
# NumPy's modes, and odd reflection with zeros where the signal is too short for it.
MODES = (
    LIMITED,
    "constant",
    "edge",
    "linear_ramp",
    "maximum",
    "mean",
    "median",
    "minimum",
    "reflect",
    "symmetric",
    "wrap",
    "empty",
)


def check_padding(name: str, mode: object) -> None:
    """Raise unless ``mode`` is one of the modes."""
    one_of(name, mode, MODES)


def pad_edges(x: Floats, before: int, after: int, mode: str) -> Floats:
    """Signals (..., n_times) with so many more samples at either edge."""
    if not before and not after:
        return x
    if mode == LIMITED:
        return _reflected(x, before, after)
    options: dict[str, Any] = {"reflect_type": "odd"} if mode == "reflect" else {}
    widths = [(0, 0)] * (x.ndim - 1) + [(before, after)]
    padded: Floats = np.pad(x, widths, mode, **options)  # type: ignore[call-overload]
    return padded


def _reflected(x: Floats, before: int, after: int) -> Floats:
    """Odd reflection about the first and the last sample; zeros beyond its end."""
    n = x.shape[-1]
    out = np.zeros((*x.shape[:-1], before + n + after))
    out[..., before : before + n] = x
    left, right = min(before, n - 1), min(after, n - 1)
    out[..., before - left : before] = 2 * x[..., :1] - x[..., left:0:-1]
    mirror = x[..., n - 1 - right : n - 1][..., ::-1]
    out[..., before + n : before + n + right] = 2 * x[..., -1:] - mirror
    return out
