"""Extraction of label time courses: from data, or from a kernel and sensor data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from leadfield.api import labels as room
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.errors import MismatchError
from leadfield.base.log import LOGGER
from leadfield.estimates.label_time_courses import WEIGHTS, LabelPlan, plan_labels
from leadfield.estimates.segments import Segments
from leadfield.estimates.volume_label_courses import VolumeLabelPlan, plan_volume_labels

if TYPE_CHECKING:
    from leadfield.api.estimates.lazy_data import Data, LazyData
    from leadfield.estimates.linear_kernel import LinearKernel
    from leadfield.estimates.source_courses import SourceAxes
    from leadfield.numerics.array_pool import ArrayPool

ExtractMode = Literal["auto", "mean", "mean_flip", "pca_flip", "max"]
AllowEmpty = Literal["ignore"] | bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Extraction:
    """What is asked for of label time courses, as users give it."""

    labels: Any
    src: SourceSpaces | None
    mode: str | None
    allow_empty: bool | str
    mri_resolution: bool = True


def extract_courses(
    estimates: Iterable[tuple[LazyData, SourceAxes]],
    extraction: Extraction,
    pool: ArrayPool | None = None,
) -> Iterator[Data | list[Data]]:
    """Label time courses of each estimate; ``pool`` allocates arrays that live together."""
    plan: LabelPlan | VolumeLabelPlan | None = None
    first: SourceAxes | None = None
    kernel: LinearKernel | None = None
    folded: Any = None
    for lazy, axes in estimates:
        if first is None or plan is None:
            first = axes
            plan = _plan(axes, extraction)
            LOGGER.info("Extracting %d time courses, mode %s", plan.n_courses, plan.mode)
        _check_same_sources(first, axes)
        if lazy.computed or not plan.by_sample:
            yield plan.courses(lazy.array)
            continue
        if lazy.factors is None or plan.mode not in WEIGHTS:
            yield _courses_of(plan, lazy.stream())
            continue
        if lazy.factors[0] is not kernel:
            kernel = lazy.factors[0]
            folded = kernel.combine_sources(plan.weighted_sums)
        yield _multiply(folded, lazy.factors[1], pool)


def _plan(axes: SourceAxes, extraction: Extraction) -> LabelPlan | VolumeLabelPlan:
    """What to do with estimates that have these sources."""
    sources = None if extraction.src is None else as_sources(extraction.src)
    options: Any = {"mode": extraction.mode, "allow_empty": extraction.allow_empty}
    if axes.kind != "volume":
        return plan_labels(axes, room.as_label.as_labels(extraction.labels), sources, **options)
    labels = room.structures.as_volume_labels(extraction.labels)
    in_voxels = bool(extraction.mri_resolution)
    return plan_volume_labels(axes, labels, sources, **options, in_voxels=in_voxels)


def _courses_of(plan: LabelPlan | VolumeLabelPlan, segments: Segments) -> Data:
    """Courses of the labels, a run of samples at a time."""
    return segments.changed(lambda x: np.asarray(plan.courses(x)), plan.n_courses).whole()


def _multiply(folded: Data, sensors: Data | Segments, pool: ArrayPool | None) -> Data:
    if isinstance(sensors, Segments):
        product: Data = np.empty((*folded.shape[:-1], sensors.shape[1]), folded.dtype)
        for samples, values in sensors.blocks():
            product[..., samples] = folded @ values
        return product
    if pool is None or np.result_type(folded, sensors) != np.float64:
        return folded @ sensors
    shape = (*folded.shape[:-1], sensors.shape[1])
    return np.matmul(folded, sensors, out=pool.allocate(shape))


def _check_same_sources(first: SourceAxes, other: SourceAxes) -> None:
    pairs = zip(first.vertices, other.vertices, strict=False)
    if len(first.vertices) != len(other.vertices) or not all(
        a is b or np.array_equal(a, b) for a, b in pairs
    ):
        msg = "all estimates must have the same sources, one has others: extract it by itself"
        raise MismatchError(msg)
