"""Extraction of label time courses: from data, or from a kernel and sensor data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from leadfield.api import labels as room
from leadfield.api.sources.source_spaces import SourceSpaces, as_sources
from leadfield.base.errors import MismatchError
from leadfield.base.log import LOGGER
from leadfield.estimates.label_time_courses import WEIGHTS, LabelPlan, plan_labels
from leadfield.estimates.segments import Segments

if TYPE_CHECKING:
    from leadfield.api.estimates.lazy_data import Data, LazyData
    from leadfield.api.labels.label import BiHemiLabel, Label
    from leadfield.estimates.linear_kernel import LinearKernel
    from leadfield.estimates.source_courses import SourceAxes
    from leadfield.numerics.array_pool import ArrayPool

ExtractMode = Literal["auto", "mean", "mean_flip", "pca_flip", "max"]
AllowEmpty = Literal["ignore"] | bool


def extract_courses(
    estimates: Iterable[tuple[LazyData, SourceAxes]],
    labels: Label | BiHemiLabel | Sequence[Label | BiHemiLabel],
    src: SourceSpaces | None,
    mode: str | None,
    allow_empty: bool | str,
    pool: ArrayPool | None = None,
) -> Iterator[Data | list[Data]]:
    """Label time courses of each estimate; ``pool`` allocates arrays that live together."""
    sources = None if src is None else as_sources(src)
    several = room.as_label.as_labels(labels)
    plan: LabelPlan | None = None
    first: SourceAxes | None = None
    kernel: LinearKernel | None = None
    folded: Any = None
    for lazy, axes in estimates:
        if first is None or plan is None:
            first = axes
            plan = plan_labels(axes, several, sources, mode=mode, allow_empty=allow_empty)
            LOGGER.info("Extracting time courses of %d labels, mode %s", len(plan.rows), plan.mode)
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


def _courses_of(plan: LabelPlan, segments: Segments) -> Data:
    """Courses of the labels, a run of samples at a time."""
    parts = segments.changed(
        lambda x: np.asarray(plan.courses(x)), len(plan.rows) + len(plan.volumes)
    )
    return parts.whole()


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
