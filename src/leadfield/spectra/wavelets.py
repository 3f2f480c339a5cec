"""Morlet wavelets: complex oscillations under a Gaussian."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from leadfield.base.arrays import Floats
from leadfield.base.checks import all_finite
from leadfield.base.errors import InputError, MismatchError

Complexes = NDArray[np.complex128]
REACH = 5.0  # standard deviations of the Gaussian on either side of its centre


def morlet_wavelet(
    rate: float, frequency: float, n_cycles: float, *, zero_mean: bool = False
) -> Complexes:
    """The wavelet (n,) of a frequency in Hz at a sampling rate; n is odd, time 0 in the middle.

    The Gaussian's standard deviation is ``n_cycles`` / 2π periods, and the wavelet's norm √2
    (Tallon-Baudry et al. 1997). ``zero_mean`` takes out the little that is left at 0 Hz.
    """
    width = n_cycles / (2 * np.pi * frequency)
    half = np.arange(0.0, REACH * width, 1 / rate)
    times = np.concatenate([-half[:0:-1], half])
    oscillation = np.exp(2j * np.pi * frequency * times)
    if zero_mean:
        oscillation -= np.exp(-2 * (np.pi * frequency * width) ** 2)
    wavelet: Complexes = oscillation * np.exp(-(times**2) / (2 * width**2))
    wavelet *= np.sqrt(2) / np.linalg.norm(wavelet)
    return wavelet


def check_frequencies(given: Any, rate: float) -> Floats:
    """Frequencies in Hz, of which there is at least one, each up to half the sampling rate."""
    frequencies = np.atleast_1d(np.asarray(given, np.float64))
    if frequencies.ndim != 1 or not len(frequencies):
        msg = f"freqs must be a list of frequencies in Hz, got shape {frequencies.shape}"
        raise InputError(msg)
    all_finite("freqs", frequencies, "leave them out")
    if frequencies.min() <= 0 or frequencies.max() > rate / 2:
        msg = (
            f"freqs must be above 0 and at most half the sampling rate, {rate / 2:g} Hz, got "
            f"{frequencies.min():g} to {frequencies.max():g} Hz"
        )
        raise InputError(msg)
    return frequencies


def morlet_wavelets(
    rate: float, frequencies: Floats, n_cycles: ArrayLike, *, zero_mean: bool, n_times: int
) -> tuple[Complexes, ...]:
    """A wavelet of each frequency, none longer than ``n_times``; cycles for all, or for each."""
    cycles = np.asarray(n_cycles, np.float64).ravel()
    if len(cycles) not in {1, len(frequencies)}:
        msg = (
            f"n_cycles must be one number, or one for each of {len(frequencies)} frequencies, got "
            f"{len(cycles)}"
        )
        raise MismatchError(msg)
    all_finite("n_cycles", cycles, "give a number above 0")
    if cycles.min() <= 0:
        msg = f"n_cycles must be above 0, got {cycles.min():g}"
        raise InputError(msg)
    pairs = zip(frequencies.tolist(), np.broadcast_to(cycles, len(frequencies)), strict=True)
    out = []
    for frequency, count in pairs:
        wavelet = morlet_wavelet(rate, frequency, float(count), zero_mean=zero_mean)
        if len(wavelet) > n_times:
            msg = (
                f"wavelets must not be longer than the epochs, {n_times / rate:.4g} s, the one of "
                f"{frequency:g} Hz with {count:g} cycles is {len(wavelet) / rate:.4g} s long: take "
                "fewer cycles, higher frequencies or longer epochs"
            )
            raise InputError(msg)
        out.append(wavelet)
    return tuple(out)
