"""From data and a kernel to source activity: averages, epochs, raw segments, covariances."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from leadfield.base.arrays import Floats, Ints
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.apply import applied, power
from leadfield.estimates.components import (
    Components,
    Explanation,
    check_data,
    decomposed,
    explained,
    matched_channels,
)
from leadfield.estimates.imager import Imager, make_imager
from leadfield.estimates.label_rows import sources_in_label
from leadfield.estimates.linear_kernel import LinearKernel
from leadfield.estimates.source_courses import SourceCourses
from leadfield.inverse.kernel import Kernel
from leadfield.inverse.methods import METHODS
from leadfield.recording.info import MeasurementInfo

KINDS = {"surface": "surface", "mixed": "mixed", "volume": "volume", "discrete": "volume"}
SEGMENT = 20_000  # samples read at once


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpatialFilter:
    """A kernel with all choices made: one call a piece of data is left to do."""

    kernel: Kernel
    imager: Imager
    channels: Ints
    vertices: tuple[Ints, ...]

    @property
    def picks(self) -> slice | Ints:
        """Rows of a recording's data that the kernel takes; a slice where they lie together."""
        first = self.channels[0]
        run = slice(first, first + len(self.channels))
        together = np.array_equal(self.channels, np.arange(run.start, run.stop))
        return run if together else self.channels

    def decomposed(self, data: Floats) -> Components:
        """Components of data (n_channels, n_times) with all channels of the recording."""
        return decomposed(self.kernel, data[self.picks])

    def activity(self, components: Components, *, tmin: float, tstep: float) -> SourceCourses:
        """What the sources do when the data have these components."""
        return self.made(applied(self.imager, components.values), tmin=tmin, tstep=tstep)

    def direct(self) -> Imager:
        """The imager of data instead of components, worth its memory for much data."""
        return self.imager.multiplied(self.inward())

    def linear(self) -> LinearKernel:
        """What an imager that combines nothing multiplies data with."""
        return LinearKernel(self.imager.linear(), self.imager.gained(self.inward()))

    def inward(self) -> Floats:
        """From data to components (n_components, n_channels)."""
        inward: Floats = self.kernel.model.fields @ self.kernel.whitening
        return inward

    def for_samples(self, n_times: int) -> Callable[[Floats], Floats]:
        """What makes activity of data of the kernel's channels, for so many samples in all."""
        # Beyond this, multiplying the kernel out costs less than components of all samples.
        if 2 * n_times > len(self.imager.leads):
            direct = self.direct()

            def localise(data: Floats) -> Floats:
                check_data(data)
                return applied(direct, data)
        else:

            def localise(data: Floats) -> Floats:
                return applied(self.imager, decomposed(self.kernel, data).values)

        return localise

    @property
    def kind(self) -> str:
        """Kind of the activity: ``"surface"``, ``"volume"`` or ``"mixed"``."""
        return KINDS[self.kernel.model.sources.kind]

    def made(self, values: Floats, *, tmin: float, tstep: float) -> SourceCourses:
        """Values of these sources as a value."""
        sources = self.kernel.model.sources
        return SourceCourses(
            kind=self.kind,
            data=values,
            vertices=self.vertices,
            tmin=tmin,
            tstep=tstep,
            subject=sources.subject,
            vector=values.ndim == 3,
            quantity=METHODS[self.kernel.method].quantity,
        )


def make_spatial_filter(
    kernel: Kernel,
    info: MeasurementInfo,
    *,
    orientation: str | None = None,
    label: object = None,
    use_patches: bool = True,
) -> SpatialFilter:
    """The localiser of a kernel for data of these channels.

    ``orientation`` is None, ``"normal"`` or ``"vector"``; ``label`` restricts the sources.
    """
    sources = kernel.model.sources
    rows = None
    vertices = sources.vertices
    if label is not None:
        rows = sources_in_label(label, vertices, kind=sources.kind, subject=sources.subject)
        ends = np.cumsum([0, *map(len, vertices)])
        parts = zip(vertices, pairwise(ends), strict=True)
        vertices = tuple(v[rows[(rows >= a) & (rows < b)] - a] for v, (a, b) in parts)
    return SpatialFilter(
        kernel=kernel,
        imager=make_imager(kernel, orientation, rows=rows, use_patches=use_patches),
        channels=matched_channels(kernel.model, info),
        vertices=vertices,
    )


def localize_evoked(
    localiser: SpatialFilter, evoked: EvokedResponse
) -> tuple[SourceCourses, Explanation]:
    """Activity behind an evoked response, and what of the response it explains."""
    components = localiser.decomposed(evoked.data)
    activity = localiser.activity(
        components, tmin=float(evoked.times[0]), tstep=1 / evoked.info.sampling_rate
    )
    return activity, explained(localiser.kernel, components)


def residual(
    localiser: SpatialFilter, evoked: EvokedResponse, explanation: Explanation
) -> EvokedResponse:
    """The response less what is explained of it."""
    data = evoked.data.copy()
    data[localiser.channels] -= explanation.predicted
    return evoked.with_data(data)


def localize_segments(
    localiser: SpatialFilter,
    read: Callable[[int, int], Floats],
    span: tuple[int, int],
    *,
    segment: int = SEGMENT,
) -> Floats:
    """Activity in samples ``span``, segment by segment.

    ``read(start, stop)`` gives the data of the kernel's channels.
    """
    start, stop = span
    out = np.empty(localiser.imager.shape(stop - start))
    localise = localiser.for_samples(stop - start)
    for a in range(start, stop, segment):
        b = min(a + segment, stop)
        out[..., a - start : b - start] = localise(read(a, b))
    return out


def localize_covariance(localiser: SpatialFilter, covariance: Floats) -> Floats:
    """Power (n_sources, 1) for a covariance (n_channels, n_channels) of the kernel's channels."""
    inward = localiser.inward()
    return power(localiser.imager, inward @ covariance @ inward.T)[:, np.newaxis]
