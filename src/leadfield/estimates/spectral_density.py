"""Power spectral density of sources, from the spectra of components in windows of data."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import final

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import number
from leadfield.base.errors import InputError
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.power_forms import (
    NUMBERS,
    AddPower,
    forms_pay,
    packed_length,
    power_of_labels,
    power_of_sources,
)
from leadfield.numerics.threads import share
from leadfield.spectra.adaptive_weights import adaptive_density
from leadfield.spectra.tapered_spectra import tapered_spectra
from leadfield.spectra.tapers import Tapers

SPECTRA = 2**23  # numbers of spectra at once: 64 MB
PRODUCTS = 2**25  # numbers of packed products at once: 256 MB

# A part of data (n_channels, n) and the samples in it at which its windows start.
Run = tuple[Floats, list[int]]


@final
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpectrumPlan:
    """Tapers of a window of ``n_times``, and the frequencies that are asked for.

    ``inside`` are their places among all, which are ``step`` Hz apart; ``first`` is the lowest.
    """

    tapers: Tapers
    n_times: int
    step: float
    inside: slice
    first: float

    def __post_init__(self) -> None:
        lock_arrays(self)

    @property
    def n_frequencies(self) -> int:
        """Number of frequencies asked for."""
        return len(range(self.inside.start, self.inside.stop))

    def spectra(self, runs: Iterable[Run], inside: slice) -> Iterator[Floats]:
        """Spectra (n_frequencies, n_windows, n_tapers, 2, n) of the windows of each run.

        They are lost when the next ones come, which take their memory.
        """
        n = len(range(*inside.indices(self.n_times // 2 + 1)))
        room = np.empty(0)
        for data, starts in runs:
            shape = (n, len(starts), len(self.tapers.shares), 2, len(data))
            size = math.prod(shape)
            if size > len(room):
                room = np.empty(size)
            out = room[:size].reshape(shape)
            self._transform((data, starts), inside, out)
            yield out

    def _transform(self, run: Run, inside: slice, out: Floats) -> None:
        data, starts = run
        windows = self.tapers.windows if self.tapers.adaptive else self.tapers.weighted_windows

        def work(some: Iterator[int]) -> None:
            for place in some:
                window = data[:, starts[place] : starts[place] + self.n_times]
                tapered_spectra(window, windows, inside, out[:, place])

        share(work, range(len(starts)), len(starts))

    def count_windows(self, n_components: int, n_channels: int) -> int:
        """How many windows to read, and to transform so many components of, together."""
        n = self.n_times // 2 + 1 if self.tapers.adaptive else self.n_frequencies
        spectra = 2 * len(self.tapers.shares) * n * n_components
        return max(1, SPECTRA // max(spectra, self.n_times * n_channels))


def plan_spectrum(tapers: Tapers, rate: float, fmin: object, fmax: object) -> SpectrumPlan:
    """The plan for frequencies from ``fmin`` to ``fmax`` in Hz."""
    n_times = tapers.windows.shape[1]
    low = number("fmin", fmin)
    high = np.inf if fmax == np.inf else number("fmax", fmax)
    frequencies = np.fft.rfftfreq(n_times, 1 / rate)
    places = np.flatnonzero((frequencies >= low) & (frequencies <= high))
    if not len(places) or n_times < 2:
        msg = (
            f"fmin and fmax must hold a frequency, got {low:g} to {high:g} Hz of those up to "
            f"{frequencies[-1]:g} Hz that are {rate / n_times:.3g} Hz apart: take others, or "
            "longer segments"
        )
        raise InputError(msg)
    return SpectrumPlan(
        tapers=tapers,
        n_times=n_times,
        step=float(np.mean(np.diff(frequencies))),
        inside=slice(int(places[0]), int(places[-1]) + 1),
        first=float(frequencies[places[0]]),
    )


@final
class SourceDensity:
    """Sums of the densities of sources, or of their means in labels, over windows of data.

    Densities of a source's components are combined by their norm, as MNE-Python does; those of
    all components of a label's sources add up. Rows of data beyond the kernel's components are
    sensors.
    """

    def __init__(
        self, kernel: ImagingKernel, plan: SpectrumPlan, labels: list[Ints] | None
    ) -> None:
        if labels is not None and plan.tapers.adaptive:
            msg = (
                "adaptive weights are those of a source: pass one label at a time, or "
                "adaptive=False for the mean in each of several"
            )
            raise InputError(msg)
        self.kernel, self.plan = kernel, plan
        self.n_rows = kernel.n_sources if labels is None else len(labels)
        self.summed = labels is not None
        self.add_power: AddPower | None = None
        if labels is not None:
            self.add_power = power_of_labels(kernel, labels)
        elif not (kernel.combined or plan.tapers.adaptive):
            self.add_power = power_of_sources(kernel)

    def add(
        self,
        runs: Iterable[Run],
        n_windows: int,
        out: Floats,
        sensors: Floats | None = None,
    ) -> None:
        """Add densities of all windows to ``out`` and ``sensors`` (n_rows, n_frequencies).

        The runs may be iterated over more than once.
        """
        plan, n = self.plan, self.kernel.n_components
        if self.add_power is None:
            for both in plan.spectra(runs, slice(None) if plan.tapers.adaptive else plan.inside):
                self._add_pooled(both[..., :n], out)
                if sensors is not None:
                    sensors += self._densities(np.moveaxis(both[..., n:], -1, 0)).sum(axis=2)
            return
        n_samples = 2 * len(plan.tapers.shares) * n_windows
        for part in self._parts(n_samples):
            inside = slice(plan.inside.start + part.start, plan.inside.start + part.stop)
            spectra = plan.spectra(runs, inside)
            shown = None if sensors is None else sensors[:, part]
            samples = ((0, one.reshape(len(one), -1, n)) for one in _sources(spectra, n, shown))
            self.add_power(samples, n_samples, out[:, np.newaxis, part])

    def _parts(self, n_samples: int) -> Iterator[slice]:
        """Frequencies whose products are held at once."""
        n, n_components = self.plan.n_frequencies, self.kernel.n_components
        n_parts = 1
        if self.summed or forms_pay(self.kernel, n, n_samples):
            n_parts = -(-n * packed_length(n_components) // PRODUCTS)
        ends = [n * i // n_parts for i in range(n_parts + 1)]
        return map(slice, ends[:-1], ends[1:])

    def _add_pooled(self, spectra: Floats, out: Floats) -> None:
        """Add norms of the densities of sources, window by window."""
        shape, n = spectra.shape[:-1], spectra.shape[-1]
        flat = spectra.reshape(-1, n).T
        for rows in self.kernel.blocks(max(1, NUMBERS // (3 * flat.shape[1]))):
            lines = self.kernel.lines(rows)
            values = (lines.reshape(-1, n) @ flat).reshape(-1, *shape)
            densities = self._densities(values).reshape(*lines.shape[:2], *out.shape[1:], -1)
            out[rows] += _norms(densities).sum(axis=-1)

    def _densities(self, spectra: Floats) -> Floats:
        """Densities (n, n_frequencies, n_windows) of (n, n_frequencies, n_windows, n_tapers, 2)."""
        tapers = self.plan.tapers
        out: Floats
        if not tapers.adaptive:
            out = np.einsum("nfwkp,nfwkp->nfw", spectra, spectra)
            return out
        squares = np.einsum("nfwkp,nfwkp->nwkf", spectra, spectra)
        flat = squares.reshape(-1, *squares.shape[2:])
        densities = adaptive_density(flat, tapers.shares, self.plan.inside)
        out = densities.reshape(*squares.shape[:2], -1).swapaxes(1, 2)
        return out


def _norms(densities: Floats) -> Floats:
    """Norms (n_sources, ...) of the densities (n_sources, c, ...) of a source's components."""
    if densities.shape[1] == 1:
        return densities[:, 0]
    norms: Floats = np.sqrt(np.einsum("sc...,sc...->s...", densities, densities))
    return norms


def _sources(spectra: Iterable[Floats], n: int, sensors: Floats | None) -> Iterator[Floats]:
    """The first ``n`` components; beyond them are sensors, whose squares are added to theirs."""
    for one in spectra:
        if sensors is not None:
            sensors += np.einsum("fwkpn,fwkpn->nf", one[..., n:], one[..., n:])
        yield one[..., :n]
