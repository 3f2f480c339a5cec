"""Spatial filter: a linear estimator of sources, ready for averages, segments and covariances.

How a filter was made (a minimum-norm kernel, an adaptive beamformer, ...) is not known here.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

import numpy as np

from leadfield.base.arrays import Floats, Ints, lock_arrays
from leadfield.base.checks import all_finite
from leadfield.base.errors import InputError
from leadfield.epochs.evoked import EvokedResponse
from leadfield.estimates.apply import apply_kernel, compute_power
from leadfield.estimates.data_channels import contiguous_rows, match_channels
from leadfield.estimates.imaging_kernel import ImagingKernel
from leadfield.estimates.linear_kernel import LinearKernel
from leadfield.estimates.segments import Segments
from leadfield.estimates.source_courses import Kind, SourceAxes, Values
from leadfield.numerics.threads import on_one_thread
from leadfield.recording.info import MeasurementInfo

SEGMENT = 20_000  # samples read at once


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SpatialFilter:
    """A linear filter from sensor data to source activity, with all choices made.

    Data of the channels of ``info`` are multiplied by the matrices ``inward``, first by the
    first, which makes components (n_components, n_times) of them; ``kernel`` makes activity of
    components. Together they are the filter's weights, kept as factors.
    ``vertices`` are the sources of each space, in a subject's source spaces of ``kind``
    ``"surface"``, ``"volume"`` or ``"mixed"``. ``quantity`` names the values for colour bars.
    """

    inward: tuple[Floats, ...]
    kernel: ImagingKernel
    info: MeasurementInfo
    kind: Kind
    vertices: tuple[Ints, ...]
    subject: str | None = None
    quantity: str | None = None

    def __post_init__(self) -> None:
        lock_arrays(self)
        if not self.inward:
            msg = "inward of a spatial filter must hold at least one matrix, got none"
            raise InputError(msg)
        sizes = [
            (len(self.info.names), *(len(matrix) for matrix in self.inward)),
            (*(matrix.shape[1] for matrix in self.inward), self.kernel.n_components),
        ]
        if sizes[0] != sizes[1]:
            msg = (
                "matrices of a spatial filter must fit: channels and rows of inward are "
                f"{sizes[0]}, columns of inward and of the kernel {sizes[1]}"
            )
            raise InputError(msg)
        n_sources = sum(map(len, self.vertices))
        if n_sources != self.kernel.n_sources:
            msg = f"a kernel of {self.kernel.n_sources} sources cannot have {n_sources} vertices"
            raise InputError(msg)

    @property
    def channel_names(self) -> tuple[str, ...]:
        """Names of the channels that the filter takes, in its order."""
        return self.info.names

    def inward_matrix(self) -> Floats:
        """From data to components, multiplied out (n_components, n_channels)."""
        matrix: Floats = reduce(np.matmul, reversed(self.inward))
        return matrix

    def decompose(self, data: Floats) -> Floats:
        """Components (n_components, n_times) of data (n_channels, n_times)."""
        check_data(data)
        for matrix in self.inward:
            data = matrix @ data
        return data

    def multiply_out(self) -> ImagingKernel:
        """The kernel of data instead of components, worth its memory for much data."""
        return self.kernel.multiply(self.inward_matrix())

    def in_single(self) -> "SpatialFilter":
        """The same filter, which makes values in single precision."""
        return replace(self, kernel=self.kernel.in_single())

    def linear_kernel(self) -> LinearKernel:
        """What a filter that combines nothing multiplies data with."""
        inward = self.kernel.apply_gains(self.inward_matrix())
        return LinearKernel(self.kernel.linear_rows(), inward)

    def function_for(self, n_times: int) -> Callable[[Any], Floats]:
        """What makes activity of data of the filter's channels, for so many samples in all."""
        # Beyond this, multiplying the kernel out costs less than components of all samples.
        if 2 * n_times > len(self.kernel.leads) and not self.kernel.is_single:
            direct = self.multiply_out()

            def localize(data: Floats) -> Floats:
                check_data(data)
                return apply_kernel(direct, data)
        else:

            def localize(data: Floats) -> Floats:
                return apply_kernel(self.kernel, self.decompose(data))

        return localize

    def localize_components(self, components: Floats) -> Floats:
        """What the sources do when the data have these components."""
        return apply_kernel(self.kernel, components)

    def axes(self, *, tmin: float, tstep: float) -> SourceAxes:
        """Axes of the values of the filter's sources, from time ``tmin`` on in steps, in s."""
        return SourceAxes(
            kind=self.kind,
            vertices=self.vertices,
            tmin=tmin,
            tstep=tstep,
            subject=self.subject,
            vector=self.kernel.vector,
            quantity=self.quantity,
        )


def check_data(data: Floats) -> None:
    """Raise if data hold NaN or infinity."""
    all_finite("data", data, "drop or interpolate what is missing")


@on_one_thread()
def localize_evoked(
    spatial_filter: SpatialFilter, evoked: EvokedResponse
) -> tuple[Values, SourceAxes]:
    """Values and axes of the sources of an evoked response."""
    rows = match_channels(spatial_filter.info, evoked.info)
    components = spatial_filter.decompose(evoked.data[contiguous_rows(rows)])
    axes = spatial_filter.axes(tmin=float(evoked.times[0]), tstep=1 / evoked.info.sampling_rate)
    return spatial_filter.localize_components(components), axes


def localize_segments(spatial_filter: SpatialFilter, sensors: Segments) -> Segments:
    """Activity from segments of the data of the filter's channels."""
    n_times = sensors.shape[-1]
    localize = spatial_filter.function_for(n_times)
    shape = spatial_filter.kernel.shape(n_times)
    return Segments(shape, lambda a, b: localize(sensors.read(a, b)), sensors.block)


def localize_covariance(spatial_filter: SpatialFilter, covariance: Floats) -> Floats:
    """Power (n_sources, 1) for a covariance (n_channels, n_channels) of the filter's channels."""
    inward = spatial_filter.inward_matrix()
    return compute_power(spatial_filter.kernel, inward @ covariance @ inward.T)[:, np.newaxis]
