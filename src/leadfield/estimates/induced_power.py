"""Induced power: power of sources over time and frequency, on average over epochs.

Wavelet transforms are made of the components that an inverse operator sees, not of sources.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, lock_arrays
from leadfield.base.progress import tracked
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.power_forms import NUMBERS, AddPower, packed_length
from leadfield.spectra.wavelet_transform import reach_of, wavelet_transform
from leadfield.spectra.wavelets import Complexes

HELD = 2**24  # numbers of components of epochs, or of their products, at once: 128 MB
TRANSFORMED = 2**23  # numbers of wavelet transforms at once: 64 MB


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WaveletPlan:
    """Which wavelets each value of the answer averages, and at which samples of epochs.

    ``bands`` holds the wavelets of each frequency, or band, of the answer; ``samples`` are
    places among the ``n_times`` of an epoch. There are at most ``n_epochs``.
    """

    bands: tuple[tuple[Complexes, ...], ...]
    samples: range
    n_times: int
    n_epochs: int
    use_fft: bool = False

    def __post_init__(self) -> None:
        lock_arrays(self)

    def count_epochs(self, n_components: int) -> int:
        """How many epochs of so many components to transform together."""
        most = min(self.n_epochs, HELD // (self.n_times * n_components))
        if self.use_fft:
            # Pieces shorter than the wavelet would be transformed again and again.
            reach = max(reach_of(wavelet) for band in self.bands for wavelet in band)
            piece = min(2 * reach // self.samples.step + 1, len(self.samples))
            most = min(most, TRANSFORMED // (2 * piece * n_components))
        return max(1, most)

    def steps(self, n_epochs: int, n_components: int) -> Iterator[tuple[slice, slice]]:
        """Bands, and parts of the samples, that are computed together."""
        held = max(1, HELD // packed_length(n_components))
        n = len(self.samples)
        n_parts = -(-n // max(1, min(held, TRANSFORMED // (2 * n_epochs * n_components))))
        ends = [n * i // n_parts for i in range(n_parts + 1)]
        n_bands = max(1, held // -(-n // n_parts))
        for first in range(0, len(self.bands), n_bands):
            for start, stop in pairwise(ends):
                yield slice(first, min(first + n_bands, len(self.bands))), slice(start, stop)


@final
class PhaseLocking:
    """Sums over epochs of each source's phase, as unit vectors (n_sources, n_bands, n_samples).

    A source's phase is that of its last component: along the normal of a surface for loose
    orientations, else along z.
    """

    def __init__(self, kernel: ImagingKernel, plan: WaveletPlan) -> None:
        self.kernel = kernel
        shape = (kernel.n_sources, len(plan.bands), len(plan.samples))
        self.real, self.imaginary = np.zeros(shape), np.zeros(shape)

    def add(self, samples: Floats, place: int, part: slice) -> None:
        """Add the phases of samples (n_points, 2, n_epochs, n_components) of a band."""
        n_points, _, n_epochs, n = samples.shape
        flat = samples.reshape(-1, n).T
        for rows in self.kernel.blocks(max(1, NUMBERS // (2 * n_points * n_epochs))):
            values = self.kernel.lines(rows)[:, -1] @ flat
            real, imaginary = np.moveaxis(values.reshape(-1, n_points, 2, n_epochs), 2, 0)
            length = np.hypot(real, imaginary)
            scale = np.divide(1, length, out=length, where=length > 0)
            self.real[rows, place, part] += np.einsum("spe,spe->sp", real, scale)
            self.imaginary[rows, place, part] += np.einsum("spe,spe->sp", imaginary, scale)

    def values(self, n_epochs: int) -> Floats:
        """Lengths of the mean vectors: 1 where all epochs have one phase. The sums are lost."""
        lengths: Floats = np.hypot(self.real, self.imaginary, out=self.real)
        lengths /= n_epochs
        return lengths


def sum_induced_power(
    epochs: Iterable[Floats],
    plan: WaveletPlan,
    add_power: AddPower,
    out: Floats,
    *,
    locking: PhaseLocking | None = None,
) -> int:
    """Add the power of epochs' components (n_components, n_times) to ``out``; return their number.

    ``out`` is (n, n_bands, n_samples), of sources or of labels.
    """
    total = 0
    for batch in _batches(epochs, plan):
        _, n_epochs, n_components = batch.shape
        total += n_epochs
        for bands, part in tracked(list(plan.steps(n_epochs, n_components)), "Power"):
            parts = _transforms(batch, plan, bands, part, locking=locking)
            longest = max(map(len, plan.bands[bands]))
            add_power(parts, 2 * n_epochs * longest, out[:, bands, part])
    return total


def _batches(epochs: Iterable[Floats], plan: WaveletPlan) -> Iterator[Floats]:
    """Components (n_times, n_epochs, n_components) of epochs that are transformed together."""
    batch, filled = np.empty((plan.n_times, 0, 0)), 0
    for epoch in epochs:
        if not batch.size:
            n_components = len(epoch)
            batch = np.empty((plan.n_times, plan.count_epochs(n_components), n_components))
        batch[:, filled] = epoch.T
        filled += 1
        if filled == batch.shape[1]:
            yield batch
            filled = 0
    if filled:
        yield np.ascontiguousarray(batch[:, :filled])


def _transforms(
    batch: Floats, plan: WaveletPlan, bands: slice, part: slice, *, locking: PhaseLocking | None
) -> Iterator[tuple[int, Floats]]:
    """Wavelet transforms (n_samples, 2 * n_epochs, n_components) of bands, counted from 0."""
    n_times, n_epochs, n_components = batch.shape
    flat, samples = batch.reshape(n_times, -1), plan.samples[part]
    for group, band in enumerate(plan.bands[bands]):
        for wavelet in band:
            values = wavelet_transform(flat, wavelet, samples, use_fft=plan.use_fft)
            if locking is not None:
                phases = values.reshape(-1, 2, n_epochs, n_components)
                locking.add(phases, bands.start + group, part)
            values /= np.sqrt(len(band))
            yield group, values.reshape(len(samples), -1, n_components)
