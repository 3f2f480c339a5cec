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

    def steps(self, n_epochs: int, n_components: int) -> Iterator[tuple[int, slice]]:
        """Bands, and parts of the samples, that are computed one after the other."""
        most = min(
            TRANSFORMED // (2 * n_epochs * n_components), HELD // packed_length(n_components)
        )
        n = len(self.samples)
        n_parts = -(-n // max(1, most))
        ends = [n * i // n_parts for i in range(n_parts + 1)]
        for place in range(len(self.bands)):
            for start, stop in pairwise(ends):
                yield place, slice(start, stop)


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
        for place, part in tracked(list(plan.steps(n_epochs, n_components)), "Power"):
            band, samples = plan.bands[place], plan.samples[part]
            transforms = (_transform(batch, one, samples, use_fft=plan.use_fft) for one in band)
            watched = (_watch(one, locking, place, part) for one in transforms)
            scale = 1 / np.sqrt(len(band))
            parts = (
                np.multiply(one, scale, out=one).reshape(len(samples), -1, n_components)
                for one in watched
            )
            add_power(parts, 2 * n_epochs * len(band), out[:, place, part])
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


def _transform(batch: Floats, wavelet: Complexes, samples: range, *, use_fft: bool) -> Floats:
    """Wavelet transforms (n_samples, 2, n_epochs, n_components)."""
    flat = batch.reshape(len(batch), -1)
    out = wavelet_transform(flat, wavelet, samples, use_fft=use_fft)
    return out.reshape(len(samples), 2, *batch.shape[1:])


def _watch(transforms: Floats, locking: PhaseLocking | None, place: int, part: slice) -> Floats:
    if locking is not None:
        locking.add(transforms, place, part)
    return transforms
