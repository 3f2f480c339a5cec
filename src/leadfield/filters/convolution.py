"""Convolution of long signals with taps, block by block in the frequency domain."""

import numpy as np

from leadfield.base.arrays import Floats

# Samples transformed together: what a core keeps close by.
AT_ONCE = 2**18
# Transforms longer than this are slow, and are made only for taps that need them.
LONGEST = 2**16


@np.errstate(invalid="ignore")  # infinite samples become NaN
def convolve_part(x: Floats, taps: Floats, first: int, n: int) -> Floats:
    """Samples ``first`` to ``first + n`` of the whole convolution of signals (n_signals, n_times).

    Blocks overlap by the length of the taps; of each, what the overlap does not reach is kept
    (overlap-save).
    """
    from scipy import fft

    n_lost = len(taps) - 1
    n_fft = _block_length(len(taps), n)
    step = n_fft - n_lost
    n_blocks = -(-n // step)
    response = fft.rfft(taps, n_fft)
    # The first block begins where the first sample's taps end: before the signal, there are zeros.
    begin = first - n_lost
    span = (n_blocks - 1) * step + n_fft
    low, high = max(begin, 0), min(begin + span, x.shape[1])
    out = np.empty((len(x), n))
    at_once = max(1, AT_ONCE // (n_blocks * n_fft))
    for row in range(0, len(x), at_once):
        some = x[row : row + at_once]
        signals = np.zeros((len(some), span))
        signals[:, low - begin : high - begin] = some[:, low:high]
        blocks = np.lib.stride_tricks.sliding_window_view(signals, n_fft, axis=1)[:, ::step]
        spectra = fft.rfft(blocks, axis=-1)
        spectra *= response
        kept = fft.irfft(spectra, n_fft, axis=-1, overwrite_x=True)[..., n_lost:]
        out[row : row + at_once] = kept.reshape(len(some), -1)[:, :n]
    return out


def _block_length(n_taps: int, n: int) -> int:
    """Length of a block: some times that of the taps, or that of a signal that is shorter."""
    from scipy import fft

    wanted = max(min(8 * n_taps, LONGEST), 2 * n_taps, 1024)
    block = 1 << (wanted - 1).bit_length()
    return min(block, int(fft.next_fast_len(n + n_taps - 1, real=True)))
